import Foundation
import NewsroomModel
import Testing

@testable import NewsroomCatalogue

/// What the browser lists under `!` is what `newsroom check` prints.
@Suite("Problems of the catalogue and of the check")
struct ProblemAgreementTests {
  private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures").path

  private func expectAgreement(_ fixture: Fixture, _ catalogue: Catalogue, _ note: String = "") throws {
    let checked = try DataDirectory(path: fixture.folder).check().map(\.description)
    let listed = try catalogue.problems(matching: "", range: 0..<10_000).map(\.description)
    let difference = Set(checked).symmetricDifference(listed).sorted()
    #expect(difference == [], "\(note)")
    #expect(listed == checked, "\(note)")
  }

  /// A copy of a directory of the fixtures, so that it may be edited.
  private func copy(_ name: String) throws -> Fixture {
    let fixture = try Fixture([:])
    try FileManager.default.copyItem(atPath: Self.fixtures + "/" + name, toPath: fixture.folder)
    return fixture
  }

  @Test(
    "A file in which something cannot be read as a record is told from one with other problems",
    arguments: [
      (#"{"id": "a", "name": "A""#, true), (#"{"name": 7, "id": "a"}"#, true), ("42", true),
      (#"{"id": "a", "name": "A"}"#, false), (#"{"id": "a", "name": "A", "nane": "B"}"#, false),
      (#"{"id": "a", "name": "A", "memberships": [{"organization_id": "nobody"}]}"#, false),
    ])
  func fileThatCannotBeReadIsToldFromOneWithOtherProblems(text: String, cannotBeRead: Bool) throws {
    let catalogue = try Fixture(["people/a.json": text]).updated()
    #expect(try catalogue.cannotBeRead("people/a.json") == cannotBeRead)
  }

  @Test("They agree on directories of every kind", arguments: ["broken", "one-visit", "dialects", "many-scripts"])
  func theyAgreeOnDirectoriesOfEveryKind(name: String) throws {
    let fixture = try copy(name)
    try expectAgreement(fixture, fixture.updated())
  }

  /// What the fixture "broken" lacks of the table of problems.
  private static let others = [
    "articles/nothing.json": "",
    "articles/bom.json": "\u{FEFF}{\"uri\": \"bom\", \"bodies\": [{\"value\": \"x\"}]}",
    "articles/deep.json": String(repeating: "[", count: 200) + String(repeating: "]", count: 200),
    "articles/twice.json": #"{"uri": "twice", "uri": "twice", "bodies": [{"value": "x"}]}"#,
    "articles/typed.json":
      #"{"uri": "typed", "pubStatus": "usble", "headlines": 7, "bodies": [{"value": "a\u0007b"}]}"#,
    "articles/list.jsonl": "[1]\n",
    "articles/feed.json":
      #"{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [{"id": "1", "content_text": "x"}]}"#,
    "feed.json":
      #"{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [{"id": "1", "content_text": "x"}]}"#,
    "articles/people.json":
      #"{"persons": [{"id": "among", "name": "Ann Lee"}, {"id": "ann", "name": "X"}], "organizations": [{"id": "among-them", "name": "IBE", "parent_id": "gone"}]}"#,
    "articles/a-names-among.json":
      #"{"uri": "names-among", "bodies": [{"value": "x"}], "people": [{"literal": "among"}, {"name": "Ann Lee"}]}"#,
    "events/feed.json":
      #"{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [4, {"id": "1", "content_text": "x"}]}"#,
    "articles/x-twice.json": #"{"uri": "1", "bodies": [{"value": "x"}], "people": [{"literal": "nobody at all"}]}"#,
    "delegations/two-roles.json":
      #"{"id": "tr", "name": "TR", "members": [{"person_id": "ann", "role": "R", "organization_id": "house"}, {"person_id": "ann", "role": "R", "organization_id": "house"}]}"#,
    "events/dates.json": #"{"id": "dates", "name": "Dates", "start_date": "2024-02-31", "end_date": "2024-01-01"}"#,
    "events/span.json": #"{"id": "span", "name": "Span", "start_date": "2024-03-01", "end_date": "2024-01-01"}"#,
    "collection.json":
      #"{"persons": [{"id": "pop", "name": "Pop"}], "organizations": [], "memberships": [{"person_id": "pop", "organization_id": "gone"}]}"#,
    "articles/sources.json":
      #"{"uri": "s", "bodies": [{"value": "x"}], "infoSources": [{"role": "x", "literal": "bureua"}], "subjects": [{"literal": "proggy"}]}"#,
    "articles/table.csv": "title,date\n",
    "programmes/p.json": #"{"id": "progy", "name": "Progy"}"#,
    "articles/announced.json": #"{"uri": "ann", "type": "event", "headlines": [{"value": "Announced"}]}"#,
    "articles/a-names-it.json":
      #"{"uri": "names", "bodies": [{"value": "x"}], "versionCreated": "2020-01-01", "events": [{"literal": "ann"}]}"#,
    "delegations/to-announced.json": #"{"id": "ta", "name": "TA", "event_ids": ["ann"]}"#,
  ]

  @Test("They agree on a directory with every problem there is")
  func theyAgreeOnADirectoryWithEveryProblemThereIs() throws {
    let fixture = try copy("broken")
    for (path, text) in Self.others { try fixture.write(text, to: path) }
    try FileManager.default.createSymbolicLink(
      atPath: fixture.folder + "/articles/out.json", withDestinationPath: "/etc/hostname")
    let codes = try Set(DataDirectory(path: fixture.folder).check().map(\.code))
    #expect(Set(DiagnosticCode.allCases).subtracting(codes) == [], "a problem that this test does not make")
    let catalogue = try fixture.updated()
    try expectAgreement(fixture, catalogue)
    #expect(try catalogue.problemCount() == DataDirectory(path: fixture.folder).check().count)
  }

  @Test(
    "As many are counted as are listed, whatever is typed", arguments: ["", "WARNING", "r3", "articles/", "%%", "none"])
  func asManyAreCountedAsAreListedWhateverIsTyped(filter: String) throws {
    let fixture = try copy("broken")
    let catalogue = try fixture.updated()
    let listed = try catalogue.problems(matching: filter, range: 0..<10_000)
    #expect(try catalogue.problemCount(matching: filter) == listed.count)
    #expect(listed.isEmpty == ["%%", "none"].contains(filter))
  }

  @Test("What is mended is gone, what breaks is there, whichever file is at fault")
  func whatIsMendedIsGoneWhatBreaksIsThereWhicheverFileIsAtFault() throws {
    let fixture = try copy("broken")
    let catalogue = try fixture.updated()
    func edit(_ path: String, _ text: String?) throws {
      if let text { try fixture.write(text, to: path) } else { try fixture.delete(path) }
      _ = try catalogue.update(UpdateScope(paths: [path]))
      try expectAgreement(fixture, catalogue, "after \(text == nil ? "deleting" : "writing") \(path)")
    }
    let visit = try String(contentsOfFile: fixture.folder + "/events/visit.json", encoding: .utf8)
    let people = try String(contentsOfFile: fixture.folder + "/people/a.json", encoding: .utf8)
    let organisations = try String(contentsOfFile: fixture.folder + "/organisations/a.jsonl", encoding: .utf8)
    try edit("programmes/iioe.json", #"{"id": "iioe", "name": "IIOE"}"#)
    try edit("organisations/othr.json", #"{"id": "othr", "name": "IBE"}"#)
    try edit("organisations/nobody.json", #"{"id": "nobody", "name": "Nobody", "parent_id": "house"}"#)
    try edit("people/bne.json", #"{"id": "bne", "name": "Zoe"}"#)
    try edit("events/visit.json", visit.replacing("2024-06-06", with: "2023-12-30"))
    try edit("organisations/a.jsonl", organisations.replacing("\"tower\"", with: "\"towers\""))
    try edit("people/a.json", nil)
    try edit("events/visit.json", nil)
    try edit("organisations/a.jsonl", nil)
    try edit("people/bne.json", nil)
    try edit("newsroom.json", #"{"name": "Mended"}"#)
    try edit("newsroom.json", #"{"name": "Mended", "home_organization_id": "iioe"}"#)
    try edit("people/a.json", people)
    try edit("organisations/a.jsonl", organisations)
    try edit("events/visit.json", visit)
  }
}
