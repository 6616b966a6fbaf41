import Foundation
import NewsroomModel
import Testing

@Suite("Checking a whole directory")
struct DataCheckTests {
  private func check(_ fixture: String, files: [String]? = nil) throws -> [String] {
    try DataDirectory(path: Places.fixtures + "/" + fixture).check(files: files).map(\.description)
  }

  @Test("A good directory has no problem")
  func aGoodDirectoryHasNoProblem() throws { #expect(try check("one-visit") == []) }

  @Test("Every fault is said, sorted by file and place")
  func everyFaultIsSaidSortedByFileAndPlace() throws {
    let expected = try String(contentsOfFile: Places.fixtures + "/broken-problems.txt", encoding: .utf8)
    #expect(try check("broken") == expected.split(separator: "\n").map(String.init))
  }

  @Test("Only the files that are named are reported on, against all others")
  func onlyTheFilesThatAreNamedAreReportedOnAgainstAllOthers() throws {
    let problems = try check("broken", files: ["delegations/d.json", "people/none.json"])
    #expect(Set(problems.compactMap { $0.split(separator: ":").first }) == ["delegations/d.json", "people/none.json"])
    #expect(problems.contains { $0.contains("NR301 /on_behalf_of_ids/1: unknown organisation \"othr\"") })
  }

  @Test(
    "Files and folders are named below the directory, as the shell has them, or through a link",
    arguments: [
      ("articles/sub/w.json", ["articles/sub/w.json"]), ("./articles/sub/w.json", ["articles/sub/w.json"]),
      ("articles", ["articles/sub/w.json", "articles/x.json"]), ("articles/sub/", ["articles/sub/w.json"]),
      ("ROOT/articles/x.json", ["articles/x.json"]), ("ROOT/articles/", ["articles/sub/w.json", "articles/x.json"]),
      ("ROOT", ["articles/sub/w.json", "articles/x.json"]), ("ROOT/../LAST/articles/x.json", ["articles/x.json"]),
      ("LINK/articles/x.json", ["articles/x.json"]), ("people", []), ("articles/none.json", ["articles/none.json"]),
      ("/etc/hosts", ["/etc/hosts"]), (".", ["."]),
    ])
  func filesAndFoldersAreNamedBelowTheDirectoryAsTheShellHasThemOrThroughALink(name: String, paths: [String]) throws {
    let directory = try TemporaryDirectory()
    let wrong = #"{"uri": "u", "nmae": 1, "bodies": [{"value": "x"}]}"#
    for path in ["articles/sub/w.json", "articles/x.json"] {
      try directory.write(wrong.replacing("\"u\"", with: "\"\(path)\""), to: path)
    }
    try directory.write(#"{"id": "p", "name": "P"}"#, to: "people/p.json")
    let root = try DataDirectory(path: directory.path).root
    let link = try TemporaryDirectory().path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: root)
    defer { try? FileManager.default.removeItem(atPath: link) }
    let last = root.split(separator: "/").last.map(String.init) ?? ""
    let typed = name.replacing("ROOT", with: root).replacing("LAST", with: last).replacing("LINK", with: link)
    let problems = try DataDirectory(path: root).check(files: [typed])
    #expect(problems.map(\.path) == paths)
  }

  @Test("A broken directory is loaded as far as it goes, the first of two records of one id")
  func aBrokenDirectoryIsLoadedAsFarAsItGoesTheFirstOfTwoRecordsOfOneId() throws {
    let newsroom = try DataDirectory(path: Places.fixtures + "/broken").load()
    #expect(newsroom.people.map(\.name) == ["Ann Lee", "Ben Ode"])
    #expect(newsroom.person("ann")?.memberships.count == 2)
    #expect(newsroom.organisations.map(\.id) == ["bureau", "house", "tower", "other"])
    #expect(newsroom.articles.map(\.uri) == ["a", "b"])
    #expect(newsroom.delegation("d")?.members.map(\.personID) == ["ann"])
    #expect(newsroom.settings.name == "A newsroom with every fault")
    #expect(newsroom.location(of: RecordAddress(.person, "ben"))?.line == 5)
    #expect(newsroom.problems == (try DataDirectory(path: Places.fixtures + "/broken").check()))
  }

  @Test("Items within items within items are checked to the last one, on whatever stack")
  func itemsWithinItemsWithinItemsAreCheckedToTheLastOneOnWhateverStack() throws {
    let directory = try TemporaryDirectory()
    let depth = 60
    let text =
      String(repeating: #"{"uri": "u", "associations": ["#, count: depth) + #"{"uri": "u", "nmae": 1}"#
      + String(repeating: "]}", count: depth)
    for index in 0..<4 {
      try directory.write(text.replacing("\"u\"", with: "\"u\(index)\""), to: "articles/\(index).json")
    }
    let problems = try DataDirectory(path: directory.path).check().filter { $0.code == .unknownKey }
    #expect(problems.count == 4)
    #expect(
      problems.allSatisfy {
        $0.pointer?.hasSuffix("/associations/0/nmae") == true && $0.hint == "did you mean \"name\"?"
      })
  }

  @Test("What is wrong in one file is the same whether it is asked for alone or with all others")
  func whatIsWrongInOneFileIsTheSameWhetherItIsAskedForAloneOrWithAllOthers() throws {
    let directory = try TemporaryDirectory()
    for (path, text) in [
      "articles/announces.json": #"{"uri": "ann", "type": "event", "headlines": [{"value": "A"}]}"#,
      "articles/one.json": #"{"uri": "same", "bodies": [{"value": "x"}]}"#,
      "articles/two.json": #"{"uri": "same", "bodies": [{"value": "x"}], "people": [{"literal": "nobody"}]}"#,
      "delegations/d.json": #"{"id": "d", "name": "D", "event_ids": ["ann", "none"]}"#,
    ] { try directory.write(text, to: path) }
    let data = try DataDirectory(path: directory.path)
    let all = data.check()
    #expect(all.map { "\($0.path) \($0.code.rawValue)" } == ["articles/two.json NR203", "delegations/d.json NR301"])
    for file in data.files() { #expect(data.check(files: [file.path]) == all.filter { $0.path == file.path }) }
  }

  @Test("An item that several feeds have differently, in whatever folders, is said once for each after the first")
  func anItemThatSeveralFeedsHaveDifferentlyInWhateverFoldersIsSaidOnceForEach() throws {
    let directory = try TemporaryDirectory()
    for path in ["articles/a.json", "feed.json", "other.json", "events/feed.json"] {
      let feed =
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [{"id": "i", "content_text": "\#(path)"}]}"#
      try directory.write(feed, to: path)
    }
    let problems = try DataDirectory(path: directory.path).check().filter { $0.code == .duplicateID }
    #expect(problems.map(\.path) == ["events/feed.json", "feed.json", "other.json"])
  }

  @Test("Somebody who stands twice with one role is said once at each place")
  func somebodyWhoStandsTwiceWithOneRoleIsSaidOnceAtEachPlace() throws {
    let directory = try TemporaryDirectory()
    try directory.write(
      #"{"id": "x", "name": "X", "memberships": [{"organization_id": "o", "role": "Chief"}]}"#, to: "people/x.json")
    try directory.write(#"[{"id": "o", "name": "O"}, {"id": "p", "name": "P"}]"#, to: "organisations.json")
    let members = ["o", "o", "p"].map { #"{"person_id": "x", "role": "R", "organization_id": "\#($0)"}"# }
    try directory.write(
      #"{"id": "d", "name": "D", "members": [\#(members.joined(separator: ", "))]}"#, to: "delegations/d.json")
    let problems = try DataDirectory(path: directory.path).check()
    #expect(problems.map(\.pointer) == ["/members/0/role", "/members/1/role", "/members/2/role"])
  }

  @Test("A key written composed and decomposed is one key, in records, references and names of files")
  func aKeyWrittenComposedAndDecomposedIsOneKeyInRecordsReferencesAndNamesOf() throws {
    let directory = try TemporaryDirectory()
    let (composed, decomposed) = ("caf\u{E9}", "cafe\u{301}")
    try directory.write(#"{"name": "O"}"#, to: "organisations/\(decomposed).json")
    try directory.write(#"{"id": "\#(composed)", "name": "A"}"#, to: "people/a.json")
    try directory.write(#"{"id": "\#(decomposed)", "name": "B"}"#, to: "people/b.json")
    try directory.write(
      #"{"id": "d", "name": "D", "on_behalf_of_ids": ["\#(composed)"], "members": [{"person_id": "\#(decomposed)"}]}"#,
      to: "delegations/d.json")
    let newsroom = try DataDirectory(path: directory.path).load()
    #expect(newsroom.problems.map { "\($0.path) \($0.code.rawValue)" } == ["people/b.json NR203"])
    let named = newsroom.delegation("d")?.onBehalfOfIDs ?? []
    let ids = newsroom.organisations.map(\.id) + newsroom.people.map(\.id) + named
    #expect(ids.map { Array($0.utf8) } == Array(repeating: Array(composed.utf8), count: 3))
  }

  @Test("Relations of Popolo lead somewhere or are said to lead nowhere: organiser, party, whose membership it is")
  func relationsOfPopoloLeadSomewhereOrAreSaidToLeadNowhereOrganiserPartyWhose() throws {
    let directory = try TemporaryDirectory()
    try directory.write(#"{"id": "e", "name": "E", "organization_id": "nope"}"#, to: "events/e.json")
    try directory.write(
      #"{"id": "p", "name": "P", "memberships": [{"person_id": "q", "on_behalf_of_id": "party"}]}"#,
      to: "people/p.json")
    let problems = try DataDirectory(path: directory.path).check()
    #expect(
      problems.map { "\($0.path) \($0.code.rawValue) \($0.pointer ?? "")" } == [
        "events/e.json NR301 /organization_id", "people/p.json NR301 /memberships/0/person_id",
        "people/p.json NR301 /memberships/0/on_behalf_of_id",
      ])
  }

  @Test("What is wrong in a part of a collection or feed is said where it stands")
  func whatIsWrongInAPartOfACollectionOrFeedIsSaidWhereItStands() throws {
    let directory = try TemporaryDirectory()
    let popolo = """
      {"persons": [
        {"id": "a", "name": "A"}, {"id": "b", "name": "B"}],
       "organizations": [],
       "memberships": [
        {"person_id": "b", "organization_id": "nope"},
        {"person_id": "a", "organization_id": "nope"}]}
      """
    try directory.write(popolo, to: "popolo.json")
    let item = #"{"id": "i", "content_text": "x"}"#
    let other = #"{"id": "i", "content_text": "y"}"#
    try directory.write(
      #"{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": ["# + item + ", " + other + "]}",
      to: "feed.json")
    let problems = try DataDirectory(path: directory.path).check().filter { $0.code != .dialect }
    #expect(
      problems.map { "\($0.path):\($0.line ?? 0) \($0.code.rawValue) \($0.pointer ?? "")" } == [
        "feed.json:1 NR203 /items/1/id", "popolo.json:5 NR301 /memberships/0/organization_id",
        "popolo.json:6 NR301 /memberships/1/organization_id",
      ])
  }

  @Test(
    "An event after its report, or long before it, is said however the article names it",
    arguments: [
      (#""start_date": "2024-07-01""#, #""literal": "ev""#, "NR403 warning /events/0/literal"),
      (#""start_date": "2024-07-01""#, #""name": "The event""#, "NR403 warning /events/0/name"),
      (#""start_date": "2024-07-01""#, #""uri": "ev""#, "NR403 warning /events/0/uri"),
      (#""end_date": "2020-07-01""#, #""name": "The event""#, "NR403 note /events/0/name"),
      // It may have begun before its report.
      (#""end_date": "2024-07-01""#, #""literal": "ev""#, nil),
    ])
  func anEventAfterItsReportOrLongBeforeItIsSaidHoweverTheArticleNamesIt(
    date: String, mention: String, expected: String?
  ) throws {
    let directory = try TemporaryDirectory()
    try directory.write(#"{"id": "ev", "name": "The event", \#(date)}"#, to: "events/ev.json")
    try directory.write(
      #"{"uri": "u", "versionCreated": "2024-06-07", "events": [{\#(mention)}], "bodies": [{"value": "x"}]}"#,
      to: "articles/u.json")
    let problems = try DataDirectory(path: directory.path).check()
    #expect(
      problems.map { "\($0.code.rawValue) \($0.severity.rawValue) \($0.pointer ?? "")" } == [expected].compactMap { $0 }
    )
  }

  @Test("A delegation may attend a part of a long meeting; one that travelled at another time is said")
  func aDelegationMayAttendAPartOfALongMeetingOneThatTravelledAtAnotherTimeIs() throws {
    let directory = try TemporaryDirectory()
    try directory.write(
      #"{"id": "e", "name": "E", "start_date": "2024-06-05", "end_date": "2024-06-10"}"#, to: "events/e.json")
    for (id, day) in [("part", "2024-06-06"), ("late", "2024-06-12")] {
      try directory.write(
        #"{"id": "\#(id)", "name": "D", "start_date": "\#(day)", "event_ids": ["e"]}"#, to: "delegations/\(id).json")
    }
    #expect(
      try DataDirectory(path: directory.path).check().map { "\($0.path) \($0.code.rawValue)" } == [
        "delegations/late.json NR406"
      ])
  }

  @Test("A problem is one line, whatever line breaks are in the names of file and key")
  func aProblemIsOneLineWhateverLineBreaksAreInTheNamesOfFileAndKey() throws {
    let directory = try TemporaryDirectory()
    try directory.write(#"{"uri": "u", "a\nb": 1, "bodies": [{"value": "x"}]}"#, to: "articles/x\ny.json")
    #expect(
      try DataDirectory(path: directory.path).check().map(\.description) == [
        #"articles/x␊y.json:1:14: warning NR205 /a␊b: unknown key "a b" in an article"#
      ])
  }

  @Test("One key in two files and in many portions is said once for each file after the first")
  func oneKeyInTwoFilesAndInManyPortionsIsSaidOnceForEachFileAfterTheFirst() throws {
    let directory = try TemporaryDirectory()
    for index in 0..<300 {
      try directory.write(
        "{\"uri\": \"u\(index % 299)\", \"bodies\": [{\"value\": \"x\"}]}", to: "articles/\(1000 + index).json")
    }
    let problems = try DataDirectory(path: directory.path).check()
    #expect(
      problems.map(\.description) == [
        #"articles/1299.json:1:9: error NR203 /uri: the article "u0" first appears in articles/1000.json:1; this one is skipped; give it an id of its own"#
      ])
  }
}
