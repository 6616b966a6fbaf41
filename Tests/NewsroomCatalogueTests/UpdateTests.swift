import Foundation
import NewsroomModel
import Testing

@testable import NewsroomCatalogue

@Suite("Bringing the catalogue up to date")
struct UpdateTests {
  @Test("Nothing is read again when nothing changed")
  func nothingIsReadAgainWhenNothingChanged() throws {
    let fixture = try Fixture(Visit.files)
    let catalogue = try fixture.updated()
    #expect(try catalogue.update() == UpdateSummary(filesUnchanged: Visit.files.count))
    let again = try fixture.catalogue()
    #expect(!again.isEmpty)
    #expect(try again.update().filesUnchanged == Visit.files.count)
  }

  @Test("Another text of the same size and time is seen, and a file that may be read now")
  func anotherTextOfTheSameSizeAndTimeIsSeenAndAFileThatMayBeReadNow() throws {
    let fixture = try Fixture(["articles/a.json": #"{"uri": "urn:1"}"#, "articles/b.json": #"{"uri": "urn:3"}"#])
    let catalogue = try fixture.updated()
    let file = fixture.folder + "/articles/a.json"
    let time = try #require(try FileManager.default.attributesOfItem(atPath: file)[.modificationDate])
    try fixture.write(#"{"uri": "urn:2"}"#, to: "articles/a.json")
    try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: file)
    #expect(try catalogue.update().filesRead == 1)
    #expect(try catalogue.ids(.articles).sorted() == ["urn:2", "urn:3"])
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: fixture.folder + "/articles/b.json")
    #expect(try catalogue.update().filesRead == 1)
  }

  @Test("A file of a time that no clock has is read like any other", arguments: [14_000_000_000, -2_000_000_000])
  func aFileOfATimeThatNoClockHasIsReadLikeAnyOther(seconds: Int) throws {
    let fixture = try Fixture(["articles/a.json": #"{"uri": "urn:1"}"#])
    let times = [timespec(tv_sec: seconds, tv_nsec: 0), timespec(tv_sec: seconds, tv_nsec: 0)]
    try #require(utimensat(AT_FDCWD, fixture.folder + "/articles/a.json", times, 0) == 0)
    let catalogue = try fixture.catalogue()
    #expect(try catalogue.update(UpdateScope(skipsIncompleteFiles: true)).filesRead == 1)
    #expect(try catalogue.update().filesUnchanged == 1)
  }

  @Test("A file whose name is composed now is another file")
  func aFileWhoseNameIsComposedNowIsAnotherFile() throws {
    let (before, after) = ("people/cafe\u{301}.json", "people/caf\u{E9}.json")
    let fixture = try Fixture([before: #"{"id": "a", "name": "A"}"#])
    let catalogue = try fixture.updated()
    try #require(rename(fixture.folder + "/" + before, fixture.folder + "/" + after) == 0)
    _ = try catalogue.update()
    let path = try catalogue.record(RecordAddress(.person, "a"))?.location?.path
    #expect(path.map { Array($0.utf8) } == Array(after.utf8))
  }

  @Test("Parts and affiliates stand in the order of their names, whichever was read first", arguments: [true, false])
  func partsAndAffiliatesStandInTheOrderOfTheirNamesWhicheverWasReadFirst(isReversed: Bool) throws {
    let ids = ["b", "c", "a"]
    let fixture = try Fixture(["organisations/whole.json": #"{"id": "whole", "name": "Whole"}"#])
    let catalogue = try fixture.updated()
    for id in isReversed ? ids.reversed() : ids {
      // Two of one name go by their ids.
      let name = id == "c" ? "Alpha" : "Beta"
      try fixture.write(
        #"{"id": "\#(id)", "name": "\#(name)", "parent_id": "whole", "affiliations": [{"organization_id": "whole"}]}"#,
        to: "organisations/\(id).json")
      _ = try catalogue.update()
    }
    let page = try #require(try catalogue.record(RecordAddress(.organisation, "whole")))
    for relation in [SectionKind.parts, .affiliates] {
      let rows = page.sections.first { $0.relation == relation }?.rows ?? []
      #expect(rows.map(\.target) == ["c", "a", "b"].map { .record(RecordAddress(.organisation, $0)) })
    }
  }

  @Test("A record of a collection at the top stands in another file as well, whichever is read first")
  func aRecordOfACollectionAtTheTopStandsInAnotherFileAsWellWhicheverIsRead() throws {
    let fixture = try Fixture([
      "all.json": #"{"persons": [{"id": "ann", "name": "Ann"}, {"id": "zoe", "name": "Zoe"}], "organizations": []}"#,
      "people/ann.json": #"{"id": "ann", "name": "Ann Lee"}"#,
    ])
    let catalogue = try fixture.updated()
    func titles() throws -> [String] { try catalogue.page(ListRequest(.people), range: 0..<9).rows.map(\.title) }
    #expect(try titles() == ["Ann", "Zoe"])
    try fixture.write(#"[{"id": "zoe", "name": "Zoe Lee"}]"#, to: "people.json")
    try fixture.write(#"{"persons": [{"id": "ann", "name": "A"}], "organizations": []}"#, to: "a-first.json")
    _ = try catalogue.update()
    #expect(try titles() == ["A", "Zoe"])
    try fixture.delete("all.json")
    _ = try catalogue.update()
    #expect(try titles() == ["A", "Zoe Lee"])
  }

  @Test("A run that is cut short after any of its commits is made up for by the next", arguments: 1...8, [true, false])
  func aRunThatIsCutShortAfterAnyOfItsCommitsIsMadeUpForByTheNext(commits: Int, hasArticles: Bool) throws {
    let fixture = try Fixture([
      "people/ann.json": #"{"id": "ann", "name": "Ann", "memberships": [{"organization_id": "o", "role": "R"}]}"#,
      "organisations/o.json": #"{"id": "o", "name": "O"}"#,
    ])
    if hasArticles {
      try fixture.write(#"{"uri": "e", "type": "event", "headlines": [{"value": "E"}]}"#, to: "articles/e.json")
      try fixture.write(#"{"id": "d", "name": "D", "event_ids": ["e"]}"#, to: "delegations/d.json")
    }
    var done = 0
    _ = try? fixture.catalogue().update(progress: { done = $0.commits }, isCancelled: { done >= commits })
    let fresh = try Catalogue(directory: DataDirectory(path: fixture.folder), folder: nil)
    _ = try fresh.update()
    #expect(try Picture.of(fixture.updated()) == Picture.of(fresh))
  }

  @Test("A record is found by its key, composed or not")
  func aRecordIsFoundByItsKeyComposedOrNot() throws {
    let (composed, decomposed) = ("caf\u{E9}", "cafe\u{301}")
    let fixture = try Fixture([
      "organisations/o.json": #"{"id": "\#(decomposed)", "name": "O"}"#,
      "articles/a.json": #"{"uri": "urn:1", "organisations": [{"literal": "\#(composed)"}]}"#,
    ])
    let catalogue = try fixture.updated()
    for form in [composed, decomposed] {
      #expect(try catalogue.ids(.articles, "org:\(form)") == ["urn:1"])
      #expect(try catalogue.addresses(typed: "org:\(form)").count == 1)
      #expect(try catalogue.addresses(typed: form).count == 1)
    }
  }

  /// One change of the directory each: what is written (nil: deleted) to which file.
  static let edits: [[(path: String, text: String?)]] = [
    [("articles/2024/ichei-942.json", nil)], [("organisations.json", nil)], [("people/people.jsonl", nil)],
    [("events/2024-06-06-ichei-at-ibe.json", nil)], [("delegations/2024-06-ichei-to-ibe.json", nil)],
    [("programmes/iioe.json", nil)],
    [
      (
        "organisations.json",
        #"[{"id": "unesco-ichei", "name": "Renamed", "other_names": [{"name": "New", "note": "acronym"}]}]"#
      )
    ],
    [("organisations/extra.json", #"{"id": "extra", "name": "UNESCO-IBE"}"#)],
    [("people/putin.json", #"{"id": "vp", "name": "Vladimir", "other_names": [{"name": "Владимир Путин"}]}"#)],
    [
      (
        "events/2024-06-06-ichei-at-ibe.json",
        #"{"id": "2024-06-06-ichei-at-ibe", "name": "Moved", "classification": "meeting", "start_date": "2020"}"#
      )
    ],
    [
      (
        "organisations.json",
        #"[{"id": "unesco-ibe", "name": "IBE", "parent_id": "top"}, {"id": "ibe-cdu", "name": "CDU", "parent_id": "unesco-ibe"}, {"id": "top", "name": "Top"}]"#
      )
    ],
    [("articles/more.json", #"{"uri": "urn:more", "events": [{"literal": "2024-06-06-ichei-at-ibe"}]}"#)],
    [
      (
        "delegations/new.json",
        #"{"id": "new", "name": "New", "sources": [{"url": "urn:other"}], "on_behalf_of_ids": ["unesco"]}"#
      )
    ],
  ]

  @Test("An update ends in the same catalogue as building it anew", arguments: edits.indices)
  func anUpdateEndsInTheSameCatalogueAsBuildingItAnew(index: Int) throws {
    let fixture = try Fixture(Visit.files)
    let catalogue = try fixture.updated()
    for step in [index, (index + 5) % Self.edits.count, (index + 7) % Self.edits.count] {
      for (path, text) in Self.edits[step] {
        if let text { try fixture.write(text, to: path) } else { try? fixture.delete(path) }
      }
      _ = try catalogue.update()
      let fresh = try Catalogue(directory: DataDirectory(path: fixture.folder), folder: nil)
      _ = try fresh.update()
      let (left, right) = (try Picture.of(catalogue), try Picture.of(fresh))
      #expect(Set(left).symmetricDifference(right).sorted() == [])
    }
  }

  @Test("A second copy of a record takes the place of the first when that one goes")
  func aSecondCopyOfARecordTakesThePlaceOfTheFirstWhenThatOneGoes() throws {
    let fixture = try Fixture([
      "articles/a.json": #"{"uri": "urn:x", "headlines": [{"value": "First"}]}"#,
      "articles/b.json": #"{"uri": "urn:x", "headlines": [{"value": "Second"}]}"#,
    ])
    let catalogue = try fixture.updated()
    #expect(try catalogue.page(ListRequest(.articles), range: 0..<9).rows.map(\.title) == ["First"])
    #expect(try catalogue.problems(matching: "NR203", range: 0..<9).map(\.path) == ["articles/b.json"])
    try fixture.delete("articles/a.json")
    _ = try catalogue.update()
    #expect(try catalogue.page(ListRequest(.articles), range: 0..<9).rows.map(\.title) == ["Second"])
    #expect(try catalogue.problems(matching: "NR203", range: 0..<9).isEmpty)
  }

  @Test("A damaged, foreign or empty file is replaced without a question", arguments: ["garbage", "foreign", "empty"])
  func aDamagedForeignOrEmptyFileIsReplacedWithoutAQuestion(how: String) throws {
    let fixture = try Fixture(Visit.files)
    let path = try #require(try fixture.updated().file?.path)
    let bytes = how == "garbage" ? Data(repeating: 0x5A, count: 40_000) : Data()
    for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    if how == "foreign" {
      try makeForeign(path)
    } else {
      try bytes.write(to: URL(fileURLWithPath: path))
    }
    #expect(try fixture.updated().ids(.articles).count == 3)
  }

  private func makeForeign(_ path: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", "-c", "import sqlite3,sys; sqlite3.connect(sys.argv[1]).execute('create table record(x)')", path,
    ]
    try process.run()
    process.waitUntilExit()
  }

  @Test("A folder that cannot be written leaves the catalogue in memory")
  func aFolderThatCannotBeWrittenLeavesTheCatalogueInMemory() throws {
    let fixture = try Fixture(Visit.files)
    let catalogue = try Catalogue(directory: DataDirectory(path: fixture.folder), folder: "/proc/nowhere")
    _ = try catalogue.update()
    #expect(!catalogue.isStored)
    #expect(try catalogue.ids(.articles).count == 3)
  }

  @Test("Two catalogues on one directory see the same")
  func twoCataloguesOnOneDirectorySeeTheSame() throws {
    let fixture = try Fixture(Visit.files)
    let (first, second) = (try fixture.catalogue(), try fixture.catalogue())
    _ = try first.update()
    #expect(try second.ids(.articles).count == 3)
    try fixture.write(#"{"uri": "urn:more"}"#, to: "articles/more.json")
    _ = try second.update()
    #expect(try first.ids(.articles).count == 4)
  }

  @Test("A cancelled update keeps what it committed and is taken up again")
  func aCancelledUpdateKeepsWhatItCommittedAndIsTakenUpAgain() throws {
    let lines = (0..<3000).map { #"{"uri": "urn:\#($0)", "headlines": [{"value": "Item \#($0)"}]}"# }
    let fixture = try Fixture(["articles/all.jsonl": lines.joined(separator: "\n")])
    let catalogue = try fixture.catalogue()
    var asked = 0
    #expect(throws: CancellationError.self) {
      _ = try catalogue.update(isCancelled: {
        asked += 1
        return asked > 20
      })
    }
    #expect(try catalogue.count(ListRequest(.articles)) < 3000)
    _ = try catalogue.update()
    #expect(try catalogue.count(ListRequest(.articles)) == 3000)
    #expect(try catalogue.ids(.articles, "2999") == ["urn:2999"])
  }

  @Test(
    "Neither a build nor a small update leaves a log behind, which every start would have to go through",
    arguments: [1_500, 3])
  func neitherABuildNorASmallUpdateLeavesALogBehindWhichEveryStartWouldHaveToGo(articles: Int) throws {
    let lines = (0..<articles).map { #"{"uri":"urn:\#($0)","headlines":[{"value":"Article \#($0)"}]}"# }
    let fixture = try Fixture(["articles/all.jsonl": lines.joined(separator: "\n")])
    let catalogue = try fixture.updated()
    let names = try FileManager.default.contentsOfDirectory(atPath: fixture.cache)
    let log = try #require(names.first { $0.hasSuffix("-wal") })
    let length = try FileManager.default.attributesOfItem(atPath: fixture.cache + "/" + log)[.size] as? Int
    #expect(try catalogue.count(ListRequest(.articles)) == articles)
    #expect(length == 0)
  }
}
