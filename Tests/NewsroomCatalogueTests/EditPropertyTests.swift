import Foundation
import GRDB
import NewsroomModel
import NewsroomTestSupport
import Testing

@testable import NewsroomCatalogue

/// A random sequence of edits with updates ends in the same catalogue as building it anew.
@Suite("Updates against a fresh build")
struct EditPropertyTests {
  /// How many sequences: `NEWSROOM_EDIT_SEEDS=100` for a long run.
  private static let seeds = UInt64(ProcessInfo.processInfo.environment["NEWSROOM_EDIT_SEEDS"] ?? "") ?? 6

  private static let people = (0..<6).map { "p\($0)" }
  private static let organisations = (0..<6).map { "o\($0)" }
  private static let names = ["UNESCO", "ICHEI", "BI Xiaohan", "高等教育", "Université", "Ж"]
  /// Values of which one begins or holds another, so that where the one is gone a filter may mean the other.
  private static let kinds = ["visit", "study visit", "signing"]
  private static let places = ["Geneva", "Geneva, Switzerland", "Old Geneva"]
  private static let roles = ["Director", "Deputy Director", "Director General"]
  private static let countries = ["CH", "CN", "NE", "NG", "MO"]
  private static let languages = ["en", "en-GB", "et", "es", "zh-Hans"]

  /// A file's path with a text that fits it, taken by chance from few names, so that records meet, clash and lose one another.
  private func edit(_ random: inout SeededGenerator) -> (path: String, text: String) {
    func one(_ values: [String]) -> String { values.randomElement(using: &random) ?? "" }
    func side() -> String { #""\#(one(["organization_id", "on_behalf_of_id"]))": "\#(one(Self.organisations))""# }
    let number = Int.random(in: 0..<8, using: &random)
    let (person, organisation, name) = (one(Self.people), one(Self.organisations), one(Self.names))
    switch Int.random(in: 0..<10, using: &random) {
    case 0:
      return (
        "people/\(number).json",
        #"{"id": "\#(person)", "name": "\#(name)", "memberships": [{\#(side()), "role": "\#(one(Self.roles))"}]}"#
      )
    case 1:
      let parent = one(Self.organisations)
      return (
        "organisations/\(number).json",
        #"{"id": "\#(organisation)", "name": "\#(name)", "country": "\#(one(Self.countries))", "parent_id": "\#(parent)", "other_names": [{"name": "\#(one(Self.names))"}]}"#
      )
    case 2:
      return (
        "events/\(number).json",
        #"{"id": "e\#(number % 3)", "name": "\#(name)", "classification": "\#(one(Self.kinds))", "location": "\#(one(Self.places))", "start_date": "202\#(number)", "attendees": [{"person_id": "\#(person)", "role": "X", \#(side())}], "organizers": [{"organization_id": "\#(organisation)"}], "organization_id": "\#(one(Self.organisations))", "programme_ids": ["g\#(number % 2)"]}"#
      )
    case 3:
      return (
        "delegations/\(number).json",
        #"{"id": "d\#(number % 3)", "name": "\#(name)", "on_behalf_of_ids": ["\#(organisation)"], "members": [{"person_id": "\#(person)", "role": "X", \#(side())}], "event_ids": ["e\#(number % 3)"], "sources": [{"url": "urn:\#(number)"}]}"#
      )
    case 4 where number < 2:
      return (
        "programmes/\(number).json",
        #"{"id": "g\#(number)", "name": "\#(name)", "organization_ids": ["\#(organisation)"]}"#
      )
    case 4: return ("articles/\(number).json", #"{"uri": "urn:\#(number)", "headlines": [{"value": "\#(name)"}"#)
    case 5:
      // A collection whose articles and people are in no folder of their kind, or one that announces events.
      return number % 2 == 0
        ? (
          "feed.json",
          #"{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [{"id": "urn:\#(number)", "title": "\#(name)", "authors": [{"name": "\#(one(Self.names))"}]}]}"#
        )
        : (
          "articles/announced.json",
          #"{"uri": "e\#(number % 4)", "type": "event", "headlines": [{"value": "\#(name)"}], "infoSources": [{"literal": "\#(organisation)"}, {"role": "x", "literal": "\#(organisation)x"}]}"#
        )
    case 6 where number < 4:
      // A collection, and a feed, in a folder of another kind.
      return number < 2
        ? (
          "\(one(Self.folders))/collection.json",
          #"{"persons": [{"id": "\#(person)", "name": "\#(name)"}], "organizations": [{"id": "\#(organisation)", "name": "\#(one(Self.names))"}], "memberships": [{"person_id": "\#(person)", \#(side())}]}"#
        )
        : (
          "\(one(Self.folders))/feed.json",
          #"{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [{"id": "urn:\#(number)", "title": "\#(name)"}]}"#
        )
    case 6:
      return ("newsroom.json", #"{"name": "\#(name)", "home_organization_id": "\#(organisation)"}"#)
    default:
      let status = number < 3 ? #""pubStatus": "canceled", "# : ""
      return (
        "articles/\(one(["a", "b/c"]))/\(number).json",
        #"{"uri": "urn:\#(number)", \#(status)"versionCreated": "202\#(number)", "language": "\#(one(Self.languages))", "subjects": [{"name": "\#(one(Self.kinds))"}], "infoSources": [{"role": "publisher", "name": "\#(one(Self.names))"}], "headlines": [{"value": "\#(name) \#(number)"}], "people": [{"name": "\#(one(Self.names))"}, {"literal": "\#(person)"}], "organisations": [{"literal": "\#(organisation)"}], "events": [{"literal": "e\#(number % 3)"}]}"#
      )
    }
  }

  private static let folders = ["articles", "people", "organisations", "events", "delegations", "programmes"]

  /// Gives a folder, or a file in it, another place, where it may mean records of another kind.
  /// - Returns: both places.
  private func move(_ fixture: Fixture, _ random: inout SeededGenerator) -> [String] {
    let all = (try? FileManager.default.subpathsOfDirectory(atPath: fixture.folder)) ?? []
    guard let from = all.sorted().randomElement(using: &random),
      let folder = Self.folders.randomElement(using: &random)
    else { return [] }
    let to = from.hasSuffix(".json") ? "\(folder)/moved\(Int.random(in: 0..<3, using: &random)).json" : folder + "/sub"
    let target = fixture.folder + "/" + to
    try? FileManager.default.createDirectory(
      atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    return rename(fixture.folder + "/" + from, target) == 0 ? [from, to] : []
  }

  @Test("Looking at what changed, or at everything, ends in the same", arguments: 1...seeds)
  func lookingAtWhatChangedOrAtEverythingEndsInTheSame(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let fixture = try Fixture(["newsroom.json": "{}", "articles/first.json": #"{"uri": "urn:first"}"#])
    let catalogue = try fixture.updated()
    for step in 0..<12 {
      var paths: Set<String> = []
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let (path, text) = edit(&random)
        let isDeletion = Int.random(in: 0..<4, using: &random) == 0
        if isDeletion { try? fixture.delete(path) } else { try fixture.write(text, to: path) }
        paths.insert(path)
      }
      if Int.random(in: 0..<8, using: &random) == 0 {
        try? fixture.delete("articles/b")
        paths.insert("articles/b")
      }
      if Int.random(in: 0..<3, using: &random) == 0 { paths.formUnion(move(fixture, &random)) }
      _ = try catalogue.update(UpdateScope(paths: step % 5 == 4 ? nil : paths))
      let fresh = try Catalogue(directory: DataDirectory(path: fixture.folder), folder: nil)
      _ = try fresh.update()
      let (left, right) = (try Picture.of(catalogue), try Picture.of(fresh))
      let difference = Set(left).symmetricDifference(right).sorted()
      #expect(difference == [], "after step \(step) with seed \(seed)")
      let listed = try Set(Picture.of(catalogue.problems(matching: "", range: 0..<1000)))
      let checked = try Set(Picture.of(DataDirectory(path: fixture.folder).check()))
      #expect(listed.symmetricDifference(checked).sorted() == [], "after step \(step) with seed \(seed)")
      #expect(try Self.misdated(in: catalogue) == [], "after step \(step) with seed \(seed)")
      if !difference.isEmpty { break }
    }
  }

  /// Records whose sort date stands differently in their rows and beside those of others.
  private static func misdated(in catalogue: Catalogue) throws -> [String] {
    try catalogue.reading { database, state in
      var dates: [UInt32: Int64] = [:]
      let records = try Row.fetchAll(database, sql: "SELECT number, sort_date, id FROM record WHERE number > 0")
      var set = RecordBitmap(limit: state.limit)
      set.insert(records.map { $0[0] })
      try DateColumn.forEach(in: set, database) { dates[$0] = $1 }
      return records.filter { dates[$0[0]] != $0[1] }.map { $0[2] }
    }
  }
}
