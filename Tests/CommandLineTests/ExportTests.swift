import Foundation
import NewsroomTestSupport
import Testing

@Suite("Writing to a file", .serialized)
struct ExportTests {
  private static let data = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../data")
    .standardizedFileURL.path()

  private let folder: TemporaryFolder
  /// One catalogue for all, which is built once.
  private static let cache = Result { try TemporaryFolder() }

  init() throws { folder = try TemporaryFolder() }

  private func newsroom(
    _ arguments: String..., data: String = ExportTests.data, directory: String? = nil, input: String = ""
  ) throws -> Command.Outcome {
    try Command.run(
      [BuiltProducts.program("newsroom").path()] + arguments
        + ["--data", data, "--cache", Self.cache.get().path("cache")],
      environment: ["HOME": folder.path("."), "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"],
      directory: directory ?? folder.path("."), input: input)
  }

  private func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: folder.path(name))), as: UTF8.self)
  }

  private func json(_ name: String) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: folder.path(name))))
  }

  @Test("Articles in .json and .jsonl are the ninjs items of the data, unchanged")
  func articlesInJsonAndJsonlAreTheNinjsItemsOfTheDataUnchanged() throws {
    let outcome = try newsroom("export", "ibe.json", "articles", "org:unesco-ibe")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("Wrote 3 records to "))
    let items = try #require(try json("ibe.json") as? [[String: Any]])
    #expect(items.count == 3)
    let source = try newsroom("show", "article:\(items[0]["uri"] as? String ?? "")", "--json").output
    let file = try #require(
      (try JSONSerialization.jsonObject(with: Data(source.utf8)) as? [String: Any])?["file"] as? String)
    let original = try String(contentsOfFile: Self.data + "/" + file, encoding: .utf8)
    #expect(try text("ibe.json").contains(original.trimmingCharacters(in: .newlines)))
    #expect(try newsroom("export", "ibe.jsonl", "articles", "org:unesco-ibe").status == 0)
    let lines = try text("ibe.jsonl").split(separator: "\n")
    #expect(lines.count == 3)
    let first = try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? NSDictionary
    #expect(first == items[0] as NSDictionary)
  }

  @Test("A plain session writes the list it shows, or what is open, and never over a file")
  func aPlainSessionWritesTheListItShowsOrWhatIsOpenAndNeverOverAFile() throws {
    let lines = ["/org:unesco-ibe", "x ibe.csv", "1", "x ibe.md", "x ibe.md", "x nosuch/ibe.md", "q"]
    let outcome = try newsroom("browse", "--plain", input: lines.joined(separator: "\n") + "\n")
    #expect(outcome.status == 0)
    #expect(try text("ibe.csv").split(separator: "\r\n").count == 4)
    #expect(try text("ibe.md").hasPrefix("# "))
    #expect(outcome.output.contains("Wrote 3 records to ") && outcome.output.contains("Wrote 1 record to "))
    #expect(outcome.output.contains("/ibe.md is there already, and nothing is written over. Type another name."))
    #expect(outcome.output.contains("There is no folder "))
  }

  @Test(
    "What is written as JSON can be read as a data directory again",
    arguments: [("people", 273), ("organisations", 257), ("events", 153), ("delegations", 46), ("articles", 119)])
  func whatIsWrittenAsJSONCanBeReadAsADataDirectoryAgain(list: String, count: Int) throws {
    let other = folder.path("again/\(list)")
    try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
    #expect(try newsroom("export", other + "/all.json", list).output.hasPrefix("Wrote \(count) records to "))
    let rows = try newsroom("list", list, "--json", data: folder.path("again")).output
    #expect((try JSONSerialization.jsonObject(with: Data(rows.utf8)) as? [Any])?.count == count)
  }

  @Test("People and organisations are Popolo collections")
  func peopleAndOrganisationsArePopoloCollections() throws {
    #expect(try newsroom("export", "people.json", "people", "BI Xiaohan").status == 0)
    let people = try #require(try json("people.json") as? [String: [[String: Any]]])
    #expect(people["persons"]?.first?["id"] as? String == "bi-xiaohan")
    #expect(try newsroom("export", "none.json", "organisations", "zebra").output.hasPrefix("Wrote 0 records"))
    #expect((try json("none.json") as? [String: [Any]])?["organizations"]?.isEmpty == true)
  }

  @Test("CSV has a header, quotes what must be, ends lines with CR LF, and holds no formula")
  func csvHasAHeaderQuotesWhatMustBeEndsLinesWithCRLFAndHoldsNoFormula() throws {
    let data = folder.path("data/people")
    try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
    let people = #"""
      [{"id": "a", "name": "=HYPERLINK(\"http://x\",\"y\")"}, {"id": "b", "name": "Li, \"Lily\""},
       {"id": "c", "name": "\u001b[31m+1"}, {"id": "d", "name": "  -2"}, {"id": "e", "name": "高 - e"},
       {"id": "f", "name": "A; =B"}, {"id": "g", "name": "A; B"}]
      """#
    try people.write(toFile: data + "/all.json", atomically: true, encoding: .utf8)
    #expect(try newsroom("export", "people.csv", "people", data: folder.path("data")).status == 0)
    let text = try text("people.csv")
    #expect(text.hasPrefix("\u{FEFF}address,title,detail,start_date,end_date,count,mark,date_of\r\n"))
    #expect(text.contains("person:a,\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\","))
    #expect(text.contains("person:b,\"Li, \"\"Lily\"\"\","))
    #expect(text.contains("person:e,高 - e,"))
    // Where a semicolon separates cells, the quotation marks do not protect what follows it.
    #expect(text.contains("person:f,\"A; '=B\","))
    #expect(text.contains("person:g,\"A; B\","))
    #expect(text.contains("'-2") || text.contains("'  -2"))
    #expect(!text.contains("\u{1B}"))
  }

  @Test("That an article is canceled stands in its row, and its page")
  func thatAnArticleIsCanceledStandsInItsRowAndItsPage() throws {
    let data = folder.path("data/articles")
    try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
    try #"{"uri": "urn:a", "pubStatus": "canceled", "headlines": [{"value": "Never mind"}]}"#
      .write(toFile: data + "/a.json", atomically: true, encoding: .utf8)
    #expect(try newsroom("export", "a.csv", "articles", "status:canceled", data: folder.path("data")).status == 0)
    #expect(try text("a.csv").hasSuffix("\r\narticle:urn:a,Never mind,,,,,canceled,\r\n"))
    #expect(try newsroom("export", "a.md", "article:urn:a", data: folder.path("data")).status == 0)
    #expect(try text("a.md").contains("- **Status:** canceled"))
    #expect(try newsroom("export", "none.csv", data: folder.path("data")).output.hasPrefix("Wrote 0 records"))
  }

  @Test("A page is written for reading, as Markdown or plain text, through the gate")
  func page() throws {
    let article = "article:https://eng.ichei.org/en/news/information/942.html"
    #expect(try newsroom("export", "visit.md", article).status == 0)
    let page = try text("visit.md")
    #expect(
      page.hasPrefix(
        "# UNESCO-ICHEI delegation visits the UNESCO International Bureau of Education\n\n- **Published:**"))
    #expect(page.contains("\n## People (5)\n\n- BI Xiaohan, Deputy Director, UNESCO-ICHEI\n"))
    #expect(page.contains("\n- courses developed by both;\n"))
    #expect(page.contains("\n> "))
    #expect(try newsroom("export", "visit.txt", article).status == 0)
    #expect(try text("visit.txt") == newsroom("show", article).output.dropLast())
    #expect(try text("visit.txt").contains("\n• courses developed by both;\n• "))
    #expect(try newsroom("export", "lili.md", "person:ji-lili").status == 0)
    #expect(
      try text("lili.md").contains(
        "- [UNESCO-ICHEI delegation visits the UNESCO International Bureau of Education]"
          + "(<https://eng.ichei.org/en/news/information/942.html>), "))
    #expect(try newsroom("export", "lili.csv", "person:ji-lili").status == 0)
    #expect(
      try text("lili.csv").hasSuffix("person:ji-lili,JI Lili,\"Head, Capacity Development Unit, UNESCO-IBE\",,,1,,\r\n")
    )
    #expect(try newsroom("export", "lili.json", "person:ji-lili").status == 0)
    #expect((try json("lili.json") as? [String: Any])?["id"] as? String == "ji-lili")
  }

  @Test("Nothing is written over, into the data directory unasked, or under a name without a known ending")
  func nothingIsWrittenOverIntoTheDataDirectoryUnaskedOrUnderANameWithoutAKnown() throws {
    try "mine".write(toFile: folder.path("mine.csv"), atomically: true, encoding: .utf8)
    let over = try newsroom("export", "mine.csv")
    #expect(over.status == 64)
    #expect(over.errors.contains("mine.csv is there already, and nothing is written over. Type another name."))
    #expect(try text("mine.csv") == "mine")
    #expect(try newsroom("export", "mine.xls").errors.contains(".csv, .json, .jsonl, .md or .txt"))
    #expect(try newsroom("export", "nowhere/mine.csv").errors.contains("There is no folder"))
    #expect(try newsroom("export", "nobody.md", "person:nobody").status == 66)
    #expect(!FileManager.default.fileExists(atPath: folder.path("nobody.md")))
    let data = folder.path("copy")
    try FileManager.default.copyItem(atPath: Self.data, toPath: data)
    let inside = try newsroom("export", "all.json", data: data, directory: data + "/people")
    #expect(inside.errors.contains("That is in the data directory."))
    for name in ["", "new/", ".", folder.path("copy")] {
      #expect(try newsroom("export", name).errors.contains("is a folder. Type the name of a file in it."))
    }
    #expect(try newsroom("export", "mine.csv/x.csv").errors.contains("Not a directory"))
    let zebras = try newsroom("export", "x.csv", "zebras")
    #expect(zebras.errors.contains("'zebras' is neither a list (articles, delegations"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path(".")).filter { $0.hasPrefix(".n") } == [])
    #expect(!FileManager.default.fileExists(atPath: data + "/people/all.json"))
    #expect(try newsroom("export", data + "/all.csv", data: data, directory: data).status == 0)
  }

  @Test(
    "Where something of a query is not understood nothing is written without --ignore-errors"
  )
  func whereSomethingOfAQueryIsNotUnderstoodNothingIsWrittenWithoutIgnoreErrors() throws {
    for file in ["odd.csv", "-"] {
      let outcome = try newsroom("export", file, "people", "nosuchthing:x ji-lili", "--format", "csv")
      #expect(outcome.status == 64)
      #expect(outcome.output == "")
      #expect(outcome.errors.contains("note: There is no field “nosuchthing:”."))
      #expect(outcome.errors.hasSuffix("goes on with the rest.\n"))
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path("odd.csv")))
    let anyway = try newsroom("export", "odd.csv", "people", "nosuchthing:x ji-lili", "--ignore-errors")
    #expect(anyway.status == 0)
    #expect(anyway.errors.contains("note: There is no field “nosuchthing:”."))
    #expect(try text("odd.csv").contains("person:ji-lili"))
  }

  private static let collections = [
    "popolo.json": """
    {"persons": [{"id": "p", "name": "P", "memberships": [{"role": "Own"}]}, {"id": "q", "name": "Q"}, {"id": "r", "name": "R"}],
     "organizations": [{"id": "O", "name": "O"}],
     "memberships": [{"person_id": "p", "organization_id": "O", "role": "Head"}, {"person_id": "q", "role": "Clerk"}]}
    """,
    "feed.json": """
    {"version": "https://jsonfeed.org/version/1.1", "title": "The \\"Feed\\"", "language": "fr", "home_page_url": "https://f.example",
     "authors": [{"name": "Ann"}, {"name": "Bob"}],
     "items": [{"url": "https://f.example/1", "title": "One"}, {"id": "two", "title": "Two", "language": "en"}]}
    """,
    "articles/event.json": """
    {"uri": "urn:ev", "type": "event", "headlines": [{"value": "Announced"}], "places": [{"name": "Geneva"}],
     "eventDetails": {"dates": {"startDate": "2024-06-07", "endDate": "2024-06-08"}}}
    """,
  ]

  @Test(
    "What a feed, a collection or an announcement says of a record goes with it, and is read again",
    arguments: [("people", "people"), ("articles", "articles"), ("events", "events")], ["json", "jsonl"])
  func whatAFeedACollectionOrAnAnnouncementSaysOfARecordGoesWithItAndIsRead(
    list: (name: String, folder: String), ending: String
  ) throws {
    for (path, text) in Self.collections {
      let file = URL(filePath: folder.path("framed/" + path))
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let again = folder.path("again/" + list.folder)
    try FileManager.default.createDirectory(atPath: again, withIntermediateDirectories: true)
    #expect(
      try newsroom("export", again + "/all." + ending, list.name, data: folder.path("framed")).output.hasPrefix(
        "Wrote "))
    let rows = try newsroom("list", list.name, "--json", data: folder.path("framed")).output
    #expect(try newsroom("list", list.name, "--json", data: folder.path("again")).output == rows)
    let addresses = rows.matches(of: /"address" : "(.*)"/).map { String($0.output.1) }
    #expect(addresses.count == ["people": 3, "articles": 3, "events": 1][list.name])
    for address in addresses {
      func page(_ data: String) throws -> String {
        // Organisations and articles stand in other files, which decides where rows lead.
        let text = try newsroom("show", address, data: folder.path(data)).output.replacing(
          "  [organisation:O]", with: "")
        return text.split(separator: "\n").filter { line in
          !line.contains("[article:") && !["Articles", "Sources", "  urn:ev"].contains(line)
        }.joined(separator: "\n")
      }
      #expect(try page("again") == page("framed"))
    }
    let codes = try newsroom("check", "--json", data: folder.path("again")).output.matches(of: /"code" : "(.*)"/)
    // The dialect, no texts, and the organisation that was not written.
    #expect(Set(codes.map { String($0.output.1) }).isSubset(of: ["NR601", "NR501", "NR301"]))
  }

  @Test("- is standard output, where the form is said, and what was written is said beside it")
  func isStandardOutputWhereTheFormIsSaidAndWhatWasWrittenIsSaidBesideIt() throws {
    let people = try newsroom("export", "-", "people", "BI Xiaohan", "--format", "json")
    let collection = try JSONSerialization.jsonObject(with: Data(people.output.utf8)) as? [String: [[String: Any]]]
    #expect(collection?["persons"]?.first?["id"] as? String == "bi-xiaohan")
    #expect(people.errors == "Wrote 1 record to standard output.\n")
    let unsaid = try newsroom("export", "-", "people")
    #expect(unsaid.status == 64)
    #expect(unsaid.errors.contains("Say the form: --format csv, json, jsonl, md or txt."))
  }

  @Test("A word with a minus before it is a part of the query, wherever options stand")
  func aWordWithAMinusBeforeItIsAPartOfTheQueryWhereverOptionsStand() throws {
    #expect(try newsroom("export", "few.json", "articles", "-ichei", "--format", "csv", "visit").status == 0)
    let titles = try text("few.json").lowercased()
    #expect(titles.hasPrefix("\u{FEFF}address"))
    #expect(!titles.contains("ichei.org"))
    let starless = try newsroom("list", "people", "-is:starred", "--limit", "2")
    #expect(starless.output.split(separator: "\n").count == 2)
  }

  /// Has a page written of each of very many people, into a folder with nothing else in it.
  private func writePages(endedBy signal: Int32) throws -> (status: Int32, left: [String]) {
    let data = folder.path("many/people")
    try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
    let people = (0..<5_000).map { #"{"id": "p\#($0)", "name": "Person \#($0)"}"# }
    try people.joined(separator: "\n").write(toFile: data + "/all.jsonl", atomically: true, encoding: .utf8)
    let target = folder.path("target")
    try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
    func names() -> [String] { (try? FileManager.default.contentsOfDirectory(atPath: target)) ?? [] }
    let program = try ChildProgram(
      [
        BuiltProducts.program("newsroom").path(), "export", target + "/people.md", "people", "--data",
        folder.path("many"), "--cache", folder.path("cache"),
      ],
      environment: ["HOME": folder.path("."), "LANG": "C.UTF-8"],
      files: .paths("/dev/null", folder.path("out"), folder.path("errors")))
    try Deadline.wait(for: "a part of the file") {
      names().contains {
        let size = try? FileManager.default.attributesOfItem(atPath: target + "/" + $0)[.size] as? Int
        return (size ?? 0) > 0
      }
    }
    #expect(names().allSatisfy { $0.hasPrefix(".newsroom-") })
    program.send(signal: signal)
    return (program.waitForEnd(), names())
  }

  @Test("Asked to end in the middle it leaves nothing behind", arguments: [SIGINT, SIGTERM, SIGHUP])
  func askedToEndInTheMiddleItLeavesNothingBehind(signal: Int32) throws {
    let outcome = try writePages(endedBy: signal)
    #expect(outcome.status == 128 + signal)
    #expect(outcome.left == [])
    #expect(try text("errors") == "Stopped; there is no file.\n")
  }

  @Test("Killed in the middle it leaves nothing under the file name, and the next run writes it")
  func killedInTheMiddleItLeavesNothingUnderTheFileNameAndTheNextRunWritesIt() throws {
    let outcome = try writePages(endedBy: SIGKILL)
    #expect(outcome.status == 128 + SIGKILL)
    #expect(outcome.left.count == 1)
    #expect(outcome.left.allSatisfy { $0.hasPrefix(".newsroom-") })
    #expect(try newsroom("export", "target/people.csv", "people", data: folder.path("many")).status == 0)
  }

  @Test("is:starred is what the file of stars says; one that is broken is said and stays")
  func isStarredIsWhatTheFileOfStarsSaysOneThatIsBrokenIsSaidAndStays() throws {
    let state = folder.path(".local/state/newsroom")
    try FileManager.default.createDirectory(atPath: state, withIntermediateDirectories: true)
    let file = state + "/stars.json"
    try #"{"stars": [{"address": "person:ji-lili", "note": "mine"}]}"#
      .write(toFile: file, atomically: true, encoding: .utf8)
    let starred = try newsroom("list", "people", "is:starred")
    #expect(starred.output.split(separator: "\n").count == 1)
    #expect(starred.output.contains("[person:ji-lili]"))
    try #"{"stars": [3"#.write(toFile: file, atomically: true, encoding: .utf8)
    let broken = try newsroom("list", "people", "is:starred")
    #expect(broken.output.isEmpty)
    #expect(broken.errors.contains("The file of your stars is broken, so it stays as it is"))
    #expect(try String(contentsOfFile: file, encoding: .utf8) == #"{"stars": [3"#)
  }
}
