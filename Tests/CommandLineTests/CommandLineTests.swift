import Foundation
import NewsroomTestSupport
import Testing

@Suite("The command line")
struct CommandLineTests {
  private static let data = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../data")
    .standardizedFileURL.path()

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func newsroom(_ arguments: String..., data: String? = CommandLineTests.data) throws -> Command.Outcome {
    try newsroom(arguments, data: data)
  }

  private func newsroom(_ arguments: [String], data: String? = CommandLineTests.data) throws -> Command.Outcome {
    let options = data.map { ["--data", $0, "--cache", folder.path("cache")] } ?? []
    return try Command.run(
      [BuiltProducts.program("newsroom").path()] + arguments + (arguments.first?.hasPrefix("-") == true ? [] : options),
      environment: ["HOME": folder.path("."), "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "TERM": "xterm"],
      directory: folder.path("."))
  }

  @Test("--version and --help print and end well", arguments: ["--version", "--help"])
  func versionAndHelpPrintAndEndWell(flag: String) throws {
    let outcome = try newsroom(flag)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("newsroom"))
  }

  @Test("A list is text, a row a line, with the address one can show")
  func aListIsTextARowALineWithTheAddressOneCanShow() throws {
    let outcome = try newsroom("list", "articles", "org:unesco-ibe")
    #expect(outcome.status == 0)
    #expect(
      outcome.output.contains("2024-06-07  UNESCO-ICHEI delegation visits the UNESCO International Bureau of Education")
    )
    #expect(outcome.output.contains("[article:https://eng.ichei.org/en/news/information/942.html]"))
  }

  @Test("A date that is an event's, for the article has none, is marked in every form of a list")
  func aDateThatIsAnEventsForTheArticleHasNoneIsMarkedInEveryFormOfAList() throws {
    let query = ["org:unesco-ibe", "year:2023"]
    #expect(try newsroom("list", "articles", query[0], query[1]).output.hasPrefix("2023-05-09* UNESCO-IBE presents"))
    let rows = try newsroom("list", "articles", query[0], query[1], "--json").output
    #expect(rows.contains(#""date_of" : "event""#))
    let csv = try newsroom("export", "-", "articles", query[0], query[1], "--format", "csv").output
    #expect(csv.hasSuffix(",2023-05-09,2023-05-09,,,event\r\n"))
    let page = try newsroom("show", "event:2023-05-09-ibe-heart-of-geneva").output
    #expect(page.contains("  UNESCO-IBE  2023-05-09*  [article:"))
    #expect(!(try newsroom("list", "articles", "on:2024-06-07", "--json").output.contains("date_of")))
  }

  @Test("What the page of an organisation shows as bars, its articles by year, is told wherever there are no bars")
  func whatThePageOfAnOrganisationShowsAsBarsItsArticlesByYearIsToldWherever() throws {
    let page = try newsroom("show", "org:unesco-ibe").output
    #expect(page.contains("\nArticles by year\n  2021: 1\n  2022: 0\n  2023: 1\n  2024: 1\n"))
    let json = Data(try newsroom("show", "org:unesco-ibe", "--json").output.utf8)
    let years = (try JSONSerialization.jsonObject(with: json) as? [String: Any])?["activity"] as? [[String: Int]]
    #expect(years?.last == ["year": 2024, "count": 1])
    let markdown = try newsroom("export", "-", "org:unesco-ibe", "--format", "md").output
    #expect(markdown.contains("\n## Articles by year\n\n- 2021: 1\n"))
  }

  @Test("The plain session tells contacts, years, and which date is an event's")
  func thePlainSessionTellsContactsYearsAndWhichDateIsAnEvents() throws {
    let told = try Command.run(
      [BuiltProducts.program("newsroom").path(), "--plain", "--data", Self.data, "--cache", folder.path("cache")],
      environment: ["HOME": folder.path("."), "LANG": "C.UTF-8"], input: "organisations\n/unesco-ibe\n1\n"
    ).output
    #expect(told.contains("\nArticles by year: 2021: 1, 2022: 0, 2023: 1, 2024: 1\n"))
    #expect(told.contains(". UNESCO-ICHEI, met 1, 1 contact, 2024-06-06\n"))
    #expect(told.contains(", UNESCO-IBE, event 2023-05-09\n"))
  }

  @Test("A list as JSON is JSON, with a row for every record", arguments: [("people", 273), ("delegations", 46)])
  func aListAsJSONIsJSONWithARowForEveryRecord(list: String, count: Int) throws {
    let outcome = try newsroom("list", list, "--json")
    let rows = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]]
    #expect(rows?.count == count)
    #expect(rows?.first?["address"] is String)
  }

  @Test(
    "Every kind of record can be shown",
    arguments: [
      ("person:ji-lili", "JI Lili"), ("organisation:unesco-ibe", "Partner institutions"),
      ("delegation:2024-06-ichei-to-ibe", "Counterparts"), ("event:2024-06-06-ichei-at-ibe", "micro-certification"),
      ("programme:digital-transformation-central-asia", "Run by"),
      ("article:https://eng.ichei.org/en/news/information/942.html", "Among the visitors were"),
    ])
  func everyKindOfRecordCanBeShown(address: String, text: String) throws {
    let outcome = try newsroom("show", address)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains(text))
  }

  @Test(
    "A record is shown by whatever address one has at hand",
    arguments: [
      ("org:unesco-ibe", "UNESCO International Bureau of Education\n"), ("ji-lili", "JI Lili\n"),
      ("https://eng.ichei.org/en/news/information/942.html", "UNESCO-ICHEI delegation visits"),
    ])
  func aRecordIsShownByWhateverAddressOneHasAtHand(typed: String, title: String) throws {
    #expect(try newsroom("show", typed).output.hasPrefix(title))
    let exported = try newsroom("export", "-", typed, "--format", "txt")
    #expect(exported.status == 0)
    #expect(exported.output.hasPrefix(title))
  }

  @Test("An address on the web that no record has is said to be missing")
  func anAddressOnTheWebThatNoRecordHasIsSaidToBeMissing() throws {
    let missing = try newsroom("show", "https://nowhere.example/1")
    #expect(missing.status == 66)
    #expect(missing.errors.hasPrefix("error: there is no https://nowhere.example/1 in this data directory."))
  }

  @Test("Where several records have an address, they are named")
  func whereSeveralRecordsHaveAnAddressTheyAreNamed() throws {
    let people = folder.path("shared/people")
    try FileManager.default.createDirectory(atPath: people, withIntermediateDirectories: true)
    for id in ["a", "b"] {
      try #"{"id": "\#(id)", "name": "P", "sources": [{"url": "https://s.example/1"}]}"#
        .write(toFile: people + "/\(id).json", atomically: true, encoding: .utf8)
    }
    let shared = try newsroom("show", "https://s.example/1", data: folder.path("shared"))
    #expect(shared.status == 64)
    #expect(shared.errors == "error: 2 records match “https://s.example/1”. Specify one of them: person:a, person:b\n")
  }

  @Test(
    "A mistyped subcommand is told which there are",
    arguments: [["nosuch"], ["--data", "x", "nosuch"], ["--plain", "nosuch", "--json"]])
  func aMistypedSubcommandIsToldWhichThereAre(arguments: [String]) throws {
    let outcome = try Command.run(
      [BuiltProducts.program("newsroom").path()] + arguments, environment: ["HOME": folder.path(".")])
    #expect(outcome.status == 64)
    #expect(
      outcome.errors.hasPrefix(
        "error: there is no subcommand 'nosuch'. Subcommands: browse, list, search, show, history, partners, "))
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }

  @Test("Help and completion scripts are no subcommands, and stay")
  func helpAndCompletionScriptsAreNoSubcommandsAndStay() throws {
    #expect(try newsroom("--generate-completion-script", "bash").output.hasPrefix("#!/bin/bash"))
    let help = try Command.run(
      [BuiltProducts.program("newsroom").path(), "help", "list"], environment: ["HOME": folder.path(".")])
    #expect(help.output.contains("newsroom list"))
  }

  @Test(
    "bash completes what the browser takes behind newsroom itself, and subcommands as before",
    arguments: [
      (["--theme", ""], ["standard", "dark", "light", "high-contrast", "mono", "ascii"]),
      (["--theme", "hi"], ["high-contrast"]),
      (["--pl"], ["--plain"]), (["--da"], ["--data", "--dates"]), (["--data", "da"], ["data"]),
      (["--data", "data", "sh"], ["show"]), (["se"], ["search"]), (["list", "--sort", "new"], ["newest"]),
    ])
  func bashCompletesWhatTheBrowserTakesBehindNewsroomItselfAndSubcommandsAs(words: [String], offered: [String]) throws {
    let script = #"""
      source <("$1" --generate-completion-script bash)
      COMP_WORDS=(newsroom "${@:2}"); COMP_CWORD=$(($# - 1)); COMP_LINE="${COMP_WORDS[*]}"; COMP_POINT=${#COMP_LINE}
      _newsroom newsroom "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
      printf '%s\n' "${COMPREPLY[@]}"
      """#
    try FileManager.default.createDirectory(atPath: folder.path("data"), withIntermediateDirectories: true)
    let outcome = try Command.run(
      ["/bin/bash", "-c", script, "bash", BuiltProducts.program("newsroom").path()] + words,
      environment: ["HOME": folder.path("."), "PATH": "/usr/bin:/bin"], directory: folder.path("."))
    #expect(Set(outcome.output.split(separator: "\n").map(String.init)) == Set(offered), "\(outcome.errors)")
  }

  @Test(
    "The manual page has every option, field and key, and nothing in it is taken for a request of roff",
    arguments: ["browse", "list", "search", "show", "export", "check"])
  func theManualPageHasEveryOptionFieldAndKeyAndNothingInItIsTakenForARequestOf(subcommand: String) throws {
    let manual = try newsroom("--generate-manual")
    #expect(manual.status == 0)
    let lines = manual.output.split(separator: "\n")
    let requests: Set = [".TH", ".SH", ".SS", ".PP", ".TP", ".B", ".nf", ".fi", ".RS", ".RE"]
    for line in lines where line.hasPrefix(".") || line.hasPrefix("'") {
      #expect(requests.contains(line.split(separator: " ").first.map(String.init) ?? ""), "\(line)")
    }
    let text = manual.output.replacing("\\-", with: "-")
    let help = try Command.run(
      [BuiltProducts.program("newsroom").path(), "help", subcommand], environment: ["HOME": folder.path(".")])
    let options = help.output.matches(of: /--[a-z-]+/).map { String($0.output) }
    #expect(options.contains("--data"))
    for option in options { #expect(text.contains(option), "\(option)") }
    #expect(text.contains(".TP\n.B \"lang:\"\nthe language of the text"))
    #expect(text.contains(".SS \"While reading an article\"\n"))
    #expect(text.contains(".TP\n.B \"Ctrl-p\"\n"))
    #expect(text.contains(".TP\n.B \"64\"\n"))
  }

  @Test("Two visits of the same days are one line of an article's facts, and two of its events")
  func twoVisitsOfTheSameDaysAreOneLineOfAnArticlesFactsAndTwoOfItsEvents() throws {
    let page = try newsroom("show", "https://newshub.sustech.edu.cn/zh/html/201805/7398.html").output
    #expect(page.ranges(of: "\nEvent      visit, 24 April 2018").count == 1)
    #expect(page.ranges(of: "  visit · Kenya  ").count == 2)
  }

  @Test("Where a query names no field it is said where the fields are, and there they are")
  func whereAQueryNamesNoFieldItIsSaidWhereTheFieldsAreAndThereTheyAre() throws {
    let outcome = try newsroom("search", "nosuchthing:x", "--limit", "1")
    #expect(
      outcome.errors.hasPrefix(
        "note: There is no field “nosuchthing:”. 'newsroom search --help' lists the fields there are.\n"))
    let help = try Command.run(
      [BuiltProducts.program("newsroom").path(), "search", "--help"], environment: ["HOME": folder.path(".")])
    #expect(help.output.contains("\nlang: the language of the text, by code or name: zh, zh-Hans, Arabic\n"))
  }

  @Test("A list or search of which something is not understood prints nothing and ends with 64 without --ignore-errors")
  func misunderstoodQueryFails() throws {
    let list = try newsroom("list", "people", "country:ZZ", "--limit", "2")
    #expect(list.status == 64)
    #expect(list.output == "")
    #expect(list.errors.hasPrefix("note: There is no country or region “ZZ”."))
    #expect(try newsroom("search", "nosuchthing:x", "--limit", "1").status == 64)
    #expect(try newsroom("search", "nosuchthing:x", "qqqqq", "--ignore-errors").status == 1)
    let rest = try newsroom("list", "people", "nosuchthing:x", "--limit", "2", "--anyway")
    #expect(rest.status == 0)
    #expect(rest.output.split(separator: "\n").count == 2)
    #expect(try newsroom("search", "unesco", "--limit", "0").status == 0)
    #expect(try newsroom("list", "people", "zebra").status == 0)
  }

  @Test("A row is one line, whatever line breaks are in the data")
  func aRowIsOneLineWhateverLineBreaksAreInTheData() throws {
    let people = folder.path("breaks/people")
    try FileManager.default.createDirectory(atPath: people, withIntermediateDirectories: true)
    let text = #"""
      [{"id": "p", "name": "Jane\nDoe", "memberships": [{"role": "Head\r\nof\u2028all"}]}, {"id": "q\u2028r", "name": "Q"}]
      """#
    try text.write(toFile: people + "/all.json", atomically: true, encoding: .utf8)
    let rows = try newsroom("list", "people", data: folder.path("breaks")).output.split(whereSeparator: \.isNewline)
    #expect(rows.count == 2)
    #expect(rows.contains("Jane Doe  Head of all  [person:p]"))
  }

  @Test(
    "check takes a file as the shell has it",
    arguments: ["data/people/w.json", "./data/people/w.json", "people/w.json", "data/people/", "/data/people/w.json"])
  func checkTakesAFileAsTheShellHasIt(name: String) throws {
    let people = folder.path("data/people")
    try FileManager.default.createDirectory(atPath: people, withIntermediateDirectories: true)
    try #"{"id": "w"}"#.write(toFile: people + "/w.json", atomically: true, encoding: .utf8)
    let typed = name.hasPrefix("/") ? folder.path(String(name.dropFirst())) : name
    let outcome = try newsroom("check", typed, data: folder.path("data"))
    #expect(outcome.status == 2)
    #expect(outcome.output == "people/w.json:1:1: error NR201: a person needs a key \"name\"\n")
  }

  @Test("Where a search has more than it prints that is said, unless one asked for so many")
  func whereASearchHasMoreThanItPrintsThatIsSaidUnlessOneAskedForSoMany() throws {
    let outcome = try newsroom("search", "unesco", "--json")
    #expect(outcome.errors == "note: these are the first 50 of 119; --limit prints more.\n")
    let rows = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [Any]
    #expect(rows?.count == 50)
    for words in [["unesco", "--limit", "3"], ["unesco", "--limit", "500"], ["ibe"]] {
      #expect(try newsroom(["search"] + words).errors.isEmpty)
    }
  }

  @Test("Options may stand before the subcommand")
  func optionsMayStandBeforeTheSubcommand() throws {
    let outcome = try newsroom("--data", Self.data, "--cache", folder.path("cache"), "show", "person:ji-lili")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("JI Lili"))
  }

  @Test("Bad input ends with one clear sentence and an exit code")
  func badInputEndsWithOneClearSentenceAndAnExitCode() throws {
    let missing = try newsroom("list", "articles", data: folder.path("nowhere"))
    #expect(missing.status == 66)
    #expect(missing.errors.hasPrefix("error: no data directory at"))
    let empty = try newsroom("list", "articles", data: folder.path("."))
    #expect(empty.status == 66)
    #expect(empty.errors.contains("holds no records"))
    let noAddress = try newsroom("show", "nobody-at-all")
    #expect(noAddress.status == 64)
    let noRecord = try newsroom("show", "person:nobody")
    #expect(noRecord.status == 66)
    let noTerminal = try newsroom("browse")
    #expect(noTerminal.status == 64)
    #expect(noTerminal.errors.split(separator: "\n").count == 1)
    #expect(try newsroom("list", "--sideways").status == 64)
  }

  @Test(
    "What cannot be written ends every command with a sentence",
    arguments: [
      ["list", "people"], ["list", "people", "--json"], ["search", "visit"], ["show", "person:ji-lili"],
      ["check", "--json"], ["check", "--schema"], ["browse", "--plain"], ["--generate-manual"],
      ["--generate-completion-script", "zsh"],
    ])
  func whatCannotBeWrittenEndsEveryCommandWithASentence(arguments: [String]) throws {
    let options = arguments[0].hasPrefix("--") ? [] : ["--data", Self.data, "--cache", folder.path("cache")]
    let program = try ChildProgram(
      [BuiltProducts.program("newsroom").path()] + arguments + options,
      environment: ["HOME": folder.path("."), "LANG": "C.UTF-8"],
      files: .paths("/dev/null", "/dev/full", folder.path("errors")))
    #expect(program.waitForEnd() == 69)
    let errors = try String(contentsOfFile: folder.path("errors"), encoding: .utf8)
    #expect(errors == "error: Standard output cannot be written: No space left on device.\n")
  }

  @Test("A reader that goes early ends a list without a word")
  func aReaderThatGoesEarlyEndsAListWithoutAWord() throws {
    let script = #""$0" list people --data "$1" --cache "$2" | true; echo "${PIPESTATUS[0]}""#
    let outcome = try Command.run(
      ["/bin/bash", "-c", script, BuiltProducts.program("newsroom").path(), Self.data, folder.path("cache")],
      environment: ["HOME": folder.path("."), "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"])
    #expect(outcome.errors == "")
    #expect(["0\n", "141\n"].contains(outcome.output))
  }
}
