import Foundation
import NewsroomModel
import Testing

@testable import NewsroomCatalogue

struct RoleTests {
  private static let sample = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../data").standardizedFileURL.path

  private static func catalogue(_ folder: String) throws -> Catalogue {
    let catalogue = try Catalogue(directory: DataDirectory(path: folder), folder: nil)
    _ = try catalogue.update()
    return catalogue
  }

  private func tenure(
    attested: [String] = [], start: String? = nil, end: String? = nil, formerBy: String? = nil
  ) throws -> Tenure {
    let person = NamedRecord(RecordAddress(.person, "p"), name: "P")
    return Tenure(
      person: person, role: "Director", start: try start.map { try PartialDate($0) },
      end: try end.map { try PartialDate($0) }, formerBy: try formerBy.map { try PartialDate($0) },
      attestations: try attested.map { Tenure.Attestation(date: try PartialDate($0), statedIn: person) })
  }

  @Test func attestedDayIsYesAndAnyDayOfTheYearAskedForIs() throws {
    let tenure = try tenure(attested: ["2018-04-17", "2022-01-12"])
    #expect(tenure.answer(on: try PartialDate("2018-04-17")) == .yes)
    #expect(tenure.answer(on: try PartialDate("2018")) == .yes)
  }

  @Test func dayBetweenAttestedDaysIsAttestedBeforeAndAfter() throws {
    let tenure = try tenure(attested: ["2018-04-17", "2022-01-12"])
    let answer = tenure.answer(on: try PartialDate("2020-05-05"))
    #expect(answer == .attestedBeforeAndAfter(try PartialDate("2018-04-17"), try PartialDate("2022-01-12")))
    #expect(tenure.answer(on: try PartialDate("2023")) == .possibly)
  }

  @Test func yearOfAttestationOverlapsItsDaysWithoutProvingThem() throws {
    #expect(try tenure(attested: ["2023"]).answer(on: PartialDate("2023-05-02")) == .possibly)
  }

  @Test func statedPeriodDecides() throws {
    let tenure = try tenure(start: "2015", end: "2017-06")
    #expect(tenure.answer(on: try PartialDate("2016-03-01")) == .yes)
    #expect(tenure.answer(on: try PartialDate("2015-03-01")) == .possibly)
    #expect(tenure.answer(on: try PartialDate("2014")) == .no)
    #expect(tenure.answer(on: try PartialDate("2017-07-01")) == .no)
  }

  @Test func statedStartAndLaterAttestationEncloseADay() throws {
    let tenure = try tenure(attested: ["2019-01-01"], start: "2015")
    #expect(tenure.answer(on: try PartialDate("2017-01-01")) == .yes)
    #expect(tenure.answer(on: try PartialDate("2020-01-01")) == .possibly)
  }

  @Test func formerHolderHoldsNothingSinceAndTheDateIsNoDateOfHolding() throws {
    let tenure = try tenure(formerBy: "2021-05-01")
    #expect(tenure.answer(on: try PartialDate("2021-05-01")) == .no)
    #expect(tenure.answer(on: try PartialDate("2022")) == .no)
    #expect(tenure.answer(on: try PartialDate("2020")) == .possibly)
    #expect(tenure.known == nil)
  }

  @Test func directorOfIITEIn2020IsAttestedBeforeAndAfter() throws {
    let tenures = try Self.catalogue(Self.sample).tenures(of: RecordAddress(.organisation, "unesco-iite"))
    let director = try #require(tenures.first { $0.role == "Director" && $0.person.address.id == "zhan-tao" })
    #expect(
      director.answer(on: try PartialDate("2020-05-05"))
        == .attestedBeforeAndAfter(try PartialDate("2018-04-17"), try PartialDate("2022-01-12")))
  }

  @Test func rolesOfTheSampleAreThoseOfAPlainScan() throws {
    let (catalogue, scan) = try (Self.catalogue(Self.sample), PlainRelationScan(Self.sample))
    for id in scan.people.keys.sorted() {
      let tenures = try catalogue.tenures(of: RecordAddress(.person, id))
      let found = Set(
        tenures.flatMap { tenure in
          tenure.attestations.map {
            "\(tenure.role?.lowercased() ?? "") | \(tenure.organisation?.address.id ?? "") | \($0.date)"
          }
        })
      #expect(found == scan.attestedRoles(of: id), "\(id)")
    }
  }

  @Test func outcomesOfTheSampleAreThoseOfAPlainScan() throws {
    let (catalogue, scan) = try (Self.catalogue(Self.sample), PlainRelationScan(Self.sample))
    #expect(try Set(catalogue.outcomes().map { $0.text.lowercased() }) == scan.outcomes())
    for id in scan.organisations.keys.sorted() where scan.institution(id) == id {
      let found = try Set(
        catalogue.outcomes(of: .record(RecordAddress(.organisation, id))).map(\.statedIn.address.description))
      #expect(found == scan.recordsWithOutcomes(ofInstitution: id), "\(id)")
    }
  }

  @Test func organisersAreShownInTheWordsOfEachSource() throws {
    let fixture = try Fixture([
      "organisations/a.json": #"[{"id": "a", "name": "A"}, {"id": "b", "name": "B"}]"#,
      "events/e.json": #"""
      {"id": "e", "name": "E", "organizers": [
        {"organization_id": "a", "role": "organiser", "sources": [{"url": "https://one.example/1"}]},
        {"organization_id": "a", "role": "co-organiser", "sources": [{"url": "https://two.example/2"}]}]}
      """#,
      "articles/a.json": #"""
      [{"uri": "https://two.example/2", "headlines": [{"value": "Two"}], "organisations": [{"literal": "a"}], "events": [{"literal": "e"}]},
       {"uri": "https://three.example/3", "headlines": [{"value": "Three"}], "organisations": [{"literal": "a"}], "events": [{"literal": "e"}]}]
      """#,
    ])
    let catalogue = try Self.catalogue(fixture.folder)
    #expect(
      try catalogue.section(.organisers, of: "event:e") == [
        "A | organiser · one.example", "A | co-organiser · two.example",
      ])
    #expect(try catalogue.section(.organisations, of: "article:https://two.example/2") == ["A | co-organiser"])
    #expect(try catalogue.section(.organisations, of: "article:https://three.example/3") == ["A"])
  }

  @Test func delegationIsReceivedByHostsAndCounterpartsOnly() throws {
    let catalogue = try Self.catalogue(Self.sample)
    let scan = try PlainRelationScan(Self.sample)
    let wholes = Set(scan.organisations.values.compactMap { $0["parent_id"] as? String })
    for id in scan.organisations.keys.sorted() where !wholes.contains(id) {
      let page = try #require(try catalogue.record(RecordAddress(.organisation, id)))
      let received = page.sections.first { $0.relation == .delegationsReceived }?.rows ?? []
      for row in received {
        guard case .record(let address)? = row.target else { continue }
        #expect(scan.receivers(ofDelegation: address.id).contains(id), "\(id) \(address.id)")
      }
    }
  }
}

extension PlainRelationScan {
  /// Post, organisation and date of every membership and of every role printed at an occasion.
  func attestedRoles(of id: String) -> Set<String> {
    var found: Set<String> = []
    func add(_ object: Object, _ date: String?) {
      guard let date, !date.isEmpty else { return }
      let organisation = object["organization_id"] as? String ?? object["on_behalf_of_id"] as? String ?? ""
      found.insert("\((object["role"] as? String ?? "").lowercased()) | \(organisation) | \(date)")
    }
    for membership in people[id]?["memberships"] as? [Object] ?? [] {
      for date in membership["attested"] as? [String] ?? [] { add(membership, date) }
    }
    for (records, key) in [(events, "attendees"), (delegations, "members")] {
      for record in records.values {
        for person in record[key] as? [Object] ?? [] where person["person_id"] as? String == id && person["role"] != nil
        {
          add(person, record["start_date"] as? String ?? record["end_date"] as? String)
        }
      }
    }
    return found
  }

  /// Every sentence once.
  func outcomes() -> Set<String> {
    Set(
      (Array(events.values) + Array(delegations.values)).flatMap { $0["outcomes"] as? [String] ?? [] }.map {
        $0.lowercased()
      })
  }

  /// The events and delegations that state an outcome of occasions at which an institution was; a sentence that a stop and its
  /// delegation both state counts for the stop.
  func recordsWithOutcomes(ofInstitution id: String) -> Set<String> {
    var found: Set<String> = []
    for occasion in occasions where occasion.present.contains(where: { $0.organisation.map(institution) == id }) {
      let eventID = String(occasion.key.drop { $0 != ":" }.dropFirst())
      let own = events.values.filter { root(of: $0) == occasion.key && !($0["outcomes"] as? [String] ?? []).isEmpty }
      for event in own { found.insert("event:\(event["id"] as? String ?? "")") }
      let said = Set(own.flatMap { $0["outcomes"] as? [String] ?? [] }.map { $0.lowercased() })
      for delegation in delegations.values {
        let stops = (delegation["event_ids"] as? [String] ?? [])
        guard stops.contains(eventID) || "delegation:\(delegation["id"] as? String ?? "")" == occasion.key else {
          continue
        }
        let outcomes = (delegation["outcomes"] as? [String] ?? []).map { $0.lowercased() }
        if !outcomes.isEmpty, stops.count > 1 || outcomes.contains(where: { !said.contains($0) }) {
          found.insert("delegation:\(delegation["id"] as? String ?? "")")
        }
      }
    }
    return found
  }

  private func root(of event: Object) -> String {
    let stops = Set(delegations.values.flatMap { $0["event_ids"] as? [String] ?? [] })
    var event = event
    while let id = event["id"] as? String, !stops.contains(id), let parent = event["parent_id"] as? String,
      let next = events[parent]
    {
      event = next
    }
    return "event:\(event["id"] as? String ?? "")"
  }

  /// The organisations that were hosts or counterparts at a stop.
  func receivers(ofDelegation id: String) -> Set<String> {
    let stops = delegations[id]?["event_ids"] as? [String] ?? []
    return Set(
      stops.compactMap { events[$0] }.flatMap { event in
        (event["organizers"] as? [Object] ?? []).filter { ["host", "co-host"].contains($0["role"] as? String) }
          .compactMap { $0["organization_id"] as? String }
          + (event["attendees"] as? [Object] ?? []).filter { $0["part"] as? String == "counterpart" }
          .compactMap { $0["on_behalf_of_id"] as? String ?? $0["organization_id"] as? String }
      })
  }
}

struct ResultTests {
  @Test func peopleOfAResultAreThoseItsArticlesName() throws {
    let fixture = try Fixture([
      "people/all.json": #"[{"id": "p", "name": "Ada"}, {"id": "q", "name": "Bo"}, {"id": "r", "name": "Cy"}]"#,
      "articles/all.json": #"""
      [{"uri": "urn:1", "headlines": [{"value": "Salt"}], "people": [{"literal": "p"}, {"literal": "q"}]},
       {"uri": "urn:2", "headlines": [{"value": "Salt again"}], "people": [{"literal": "q"}]},
       {"uri": "urn:3", "headlines": [{"value": "Pepper"}], "people": [{"literal": "r"}]}]
      """#,
    ])
    let catalogue = try fixture.updated()
    let rows = try catalogue.rows(ListRequest(.people), ofArticles: "salt").rows
    #expect(rows.map(\.address.id) == ["q", "p"])
    #expect(rows.map(\.count) == [2, 1])
    #expect(try catalogue.rows(ListRequest(.people, query: "ada"), ofArticles: "salt").rows.map(\.address.id) == ["p"])
    #expect(try catalogue.rows(ListRequest(.people), ofArticles: "nothing-has-this").rows.isEmpty)
  }

  @Test func plansAreNoOutcomes() throws {
    let fixture = try Fixture([
      "delegations/d.json":
        #"{"id": "d", "name": "D", "plans": ["A memorandum is to be signed."], "outcomes": ["Talks began."]}"#
    ])
    let catalogue = try fixture.updated()
    #expect(try catalogue.outcomes().map(\.text) == ["Talks began."])
    #expect(try catalogue.section(.plans, of: "delegation:d") == ["A memorandum is to be signed."])
  }
}
