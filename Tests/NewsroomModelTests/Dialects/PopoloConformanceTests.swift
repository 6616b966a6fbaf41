import Foundation
import Testing

@testable import NewsroomModel

@Suite("Popolo collections")
struct PopoloCollectionTests {
  @Test("A membership of somebody who stands in another file, or of nobody, is left out and said so at its place")
  func aMembershipOfSomebodyWhoStandsInAnotherFileOrOfNobodyIsLeftOutAndSaidSo() {
    let text = """
      {"persons": [{"id": "ada", "name": "Ada"}],
       "memberships": [
         {"person_id": "ada", "role": "Head"},
         {"person_id": "bob", "role": "Clerk"},
         {"role": "Guest"}]}
      """
    let file = TextOfFile(text, kind: nil)
    let people = file.records.compactMap { if case .person(let person) = $0.record { person } else { nil } }
    #expect(people.map { $0.memberships.map(\.role) } == [["Head"]])
    let said = file.problems.filter { $0.code == .danglingReference }
    #expect(said.map(\.line) == [4, 5] && said.allSatisfy { $0.severity == .warning })
    #expect(said.first?.message == #"no person "bob" in this collection; the membership is left out"#)
  }
}

@Suite("Popolo, held against a whole legislature", .enabled(if: Places.conformance != nil))
struct PopoloConformanceTests {
  @Test("Every person, membership, name, organisation and event is read")
  func everyPersonMembershipNameOrganisationAndEventIsRead() throws {
    let path = try #require(Places.conformance) + "/popolo/estonia.json"
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    let top = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
      .compactMapValues { $0 as? [[String: Any]] }
    let file = try TextOfFile(conformance: "popolo/estonia.json", kind: nil)
    let persons = file.records.compactMap { if case .person(let person) = $0.record { person } else { nil } }
    #expect(file.errors == [])
    #expect(persons.count == top["persons"]?.count)
    #expect(persons.reduce(0) { $0 + $1.memberships.count } == top["memberships"]?.count)
    let names = (top["persons"] ?? []).map { person in
      Set((person["other_names"] as? [[String: Any]] ?? []).compactMap { $0["name"] as? String })
        .subtracting([person["name"] as? String ?? ""])
    }
    #expect(persons.map { Set($0.otherNames.map(\.name)) } == names)
    let lines = persons.flatMap { person in person.memberships.map { "\(person.id) \($0)" } }
    #expect(Set(lines).count == lines.count, "roles that cannot be told apart")
    #expect(persons.allSatisfy { $0.memberships.allSatisfy { $0.startDate != nil || $0.endDate != nil } })
    let counts = Dictionary(grouping: file.records, by: \.record.address.kind).mapValues(\.count)
    #expect(counts[.organisation] == top["organizations"]?.count)
    #expect(counts[.event] == top["events"]?.count)
  }
}
