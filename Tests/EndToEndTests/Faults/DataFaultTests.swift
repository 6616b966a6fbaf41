import Foundation
import NewsroomTestSupport
import Testing

@Suite("Faults of the data directory", .serialized)
struct DataFaultTests {
  private let data: DataFolder

  init() throws { data = try DataFolder() }

  private static let headline = "UNESCO-ICHEI delegation visits"

  /// What the list of articles must be, whatever lies beside them.
  private func expectVisitAlone() throws {
    let list = try data.newsroom("list", "articles")
    #expect(list.status == 0)
    #expect(list.output.split(separator: "\n").count == 1)
    #expect(list.output.contains(Self.headline))
  }

  @Test("A directory that may only be read is read, and nothing in it changes")
  func aDirectoryThatMayOnlyBeReadIsReadAndNothingInItChanges() throws {
    try Command.expect(["chmod", "-R", "a-w", data.path])
    let before = try Command.run(["find", data.path, "-printf", "%p %s %T@ %C@\n"]).output
    try expectVisitAlone()
    #expect(try Command.run(["find", data.path, "-printf", "%p %s %T@ %C@\n"]).output == before)
    try Command.expect(["chmod", "-R", "u+w", data.path])
  }

  /// Many folders within one another need a descriptor each while they are walked.
  private func writeNestedArticles() throws -> String {
    for depth in 1...12 {
      let folder = (0..<depth).map { "f\($0)" }.joined(separator: "/")
      try data.write(DataFolder.article("n\(depth)", "Nested \(depth)"), to: "articles/\(folder)/a.json")
    }
    return try data.truth("articles")
  }

  @Test("The list is whole again once descriptors can be had", arguments: 8..<24)
  func listIsWholeAfterDescriptorsRanOut(limit: Int) throws {
    let truth = try writeNestedArticles()
    let command = data.command(["list", "articles"])
    let limited = try Command.run(
      ["sh", "-c", "ulimit -n \(limit); exec \"$@\"", "sh"] + command, environment: DataFolder.environment,
      directory: "/")
    if limited.status == 0, limited.output != truth { #expect(limited.errors.contains("could not be read")) }
    let list = try data.newsroom("list", "articles")
    #expect(list.output == truth)
    #expect(list.errors == "")
  }

  @Test("Records of a folder that cannot be read now stay, marked, until it can be read", .enabled(if: getuid() == 0))
  func recordsOfUnreadableFolderStay() throws {
    let truth = try writeNestedArticles()
    #expect(try data.asNobody("list", "articles").output == truth)
    try Command.expect(["chmod", "0", data.path + "/articles"])
    for _ in 0..<2 {
      let list = try data.asNobody("list", "articles")
      #expect(list.output.split(separator: "\n").count == truth.split(separator: "\n").count)
      #expect(list.output.split(separator: "\n").allSatisfy { $0.contains("[not readable now]") })
      #expect(list.errors.contains("could not be read"))
    }
    try Command.expect(["chmod", "755", data.path + "/articles"])
    let list = try data.asNobody("list", "articles")
    #expect(list.output == truth)
    #expect(list.errors == "")
  }

  @Test("Records of a file that cannot be read now stay, marked, until it can be read", .enabled(if: getuid() == 0))
  func recordsOfUnreadableFileStay() throws {
    let truth = try data.truth("articles")
    #expect(try data.asNobody("list", "articles").output == truth)
    try Command.expect(["chmod", "0", data.path + "/" + DataFolder.visit])
    for _ in 0..<2 {
      let list = try data.asNobody("list", "articles")
      #expect(list.output.contains("[not readable now]"))
      #expect(list.output.contains(Self.headline))
      #expect(list.errors.contains("could not be read"))
    }
    #expect(try data.asNobody("check").output.contains("permission denied"))
    try Command.expect(["chmod", "644", data.path + "/" + DataFolder.visit])
    let list = try data.asNobody("list", "articles")
    #expect(list.output == truth)
    #expect(list.errors == "")
  }

  @Test("A directory that goes while it is shown is told of; what was read stays, until it is back")
  func aDirectoryThatGoesWhileItIsShownIsToldOfWhatWasReadStaysUntilItIsBack() throws {
    let visitor = try data.visitor()
    try visitor.see("1 Articles 1")
    try FileManager.default.moveItem(atPath: data.path, toPath: data.beside("elsewhere"))
    let screen = try visitor.see("The data directory is gone")
    #expect(screen.contains(Self.headline))
    // The notice goes with the next key, the mark stays.
    try visitor.press("Enter")
    try visitor.terminal.waitUntil("the mark without the notice") {
      $0.contains("the data directory is gone") && !$0.contains("what is shown was read before")
    }
    try visitor.press("q")
    let list = try data.newsroom("list", "articles")
    #expect(list.status == 66)
    #expect(list.errors.hasPrefix("error: no data directory at"))
    try FileManager.default.moveItem(atPath: data.beside("elsewhere"), toPath: data.path)
    let back = try visitor.see("The data directory is back")
    #expect(!back.contains("the data directory is gone"))
    try data.replace(Self.headline, with: "Still watched", in: DataFolder.visit)
    try visitor.see("Still watched")
  }

  @Test(
    "A directory that is unmounted while it is shown is told of; what was read stays, until it is mounted again",
    .enabled(if: Mounts.areAllowed, "mounting is not allowed here"))
  func aDirectoryThatIsUnmountedWhileItIsShownIsToldOfWhatWasReadStaysUntilItIs() throws {
    let aside = data.beside("aside")
    try FileManager.default.moveItem(atPath: data.path, toPath: aside)
    func mount() throws {
      try Mounts.mount(kilobytes: 4_000, at: data.path)
      try Command.expect(["cp", "-r", aside + "/.", data.path])
    }
    try mount()
    defer { try? Mounts.unmount(data.path) }
    let visitor = try data.visitor()
    try visitor.see("1 Articles 1")
    try Mounts.unmount(data.path)
    let screen = try visitor.see("the data directory is gone")
    #expect(screen.contains(Self.headline))
    try mount()
    try visitor.see("The data directory is back")
    try data.replace(Self.headline, with: "Still watched", in: DataFolder.visit)
    let back = try visitor.see("Still watched")
    #expect(!back.contains("the data directory is gone"))
  }

  @Test("A clock that goes backwards hides no edit")
  func aClockThatGoesBackwardsHidesNoEdit() throws {
    func write(_ headline: String, year: Int) throws {
      try data.write(DataFolder.article("clock", headline), to: "articles/clock.json")
      let seconds = (year - 1970) * 31_556_952
      try Command.expect(["touch", "-d", "@\(seconds)", data.path + "/articles/clock.json"])
    }
    try write("Headline A", year: 2035)
    #expect(try data.newsroom("list").output.contains("Headline A"))
    // Texts of the same size, each older than the one before it.
    for (letter, year) in zip("BCD", [2025, 2000, 1971]) {
      try write("Headline \(letter)", year: year)
      let list = try data.newsroom("list").output
      #expect(list.contains("Headline \(letter)") && list.split(separator: "\n").count == 2)
    }
    let visitor = try data.visitor()
    try visitor.see("Headline D")
    for (letter, year) in zip("EFG", [2040, 2039, 1975]) {
      try write("Headline \(letter)", year: year)
      try visitor.see("Headline \(letter)")
    }
  }

  @Test("A file over the limit is one clear problem, everything else is there, and memory stays small")
  func aFileOverTheLimitIsOneClearProblemEverythingElseIsThereAndMemoryStays() throws {
    try data.write("", to: "articles/huge.json")
    #expect(truncate(data.path + "/articles/huge.json", 1 << 30 + 1) == 0)
    let (check, memory) = try Command.measured(data.command(["check"]), environment: DataFolder.environment)
    #expect(check.status == 2)
    #expect(check.output.split(separator: "\n").count == 1)
    #expect(
      check.output.contains("articles/huge.json: error NR105: the file is larger than 1024 MB; write it as JSON Lines"))
    #expect(memory < 100)
    let (list, listMemory) = try Command.measured(data.command(["list"]), environment: DataFolder.environment)
    #expect(list.status == 0 && list.output.contains(Self.headline))
    #expect(listMemory < 100)
  }

  /// Writes so many megabytes of articles, one a line.
  private func writeLines(megabytes: Int) throws {
    try data.write("", to: "articles/long.jsonl")
    let file = try #require(FileHandle(forWritingAtPath: data.path + "/articles/long.jsonl"))
    let body = String(repeating: "0123456789 ", count: 1_480)
    for megabyte in 0..<megabytes {
      let lines = (0..<64).map { index in
        DataFolder.article("\(megabyte * 64 + index)", "Long", body: body).replacing("\n", with: "") + "\n"
      }
      try file.write(contentsOf: Data(lines.joined().utf8))
    }
  }

  @Test("The check of JSON Lines takes no more memory the longer they are")
  func theCheckOfJSONLinesTakesNoMoreMemoryTheLongerTheyAre() throws {
    var peaks: [Int] = []
    for megabytes in [1, 24] {
      try writeLines(megabytes: megabytes)
      let (check, memory) = try Command.measured(data.command(["check"]), environment: DataFolder.environment)
      #expect(check.status == 0)
      peaks.append(memory)
    }
    #expect(peaks[1] - peaks[0] < 10, "\(peaks) MB for 1 MB and 24 MB")
  }

  /// How long the JSON Lines are: `NEWSROOM_BIG_MB=4000` for gigabytes.
  private static let megabytes = Int(Command.processEnvironment["NEWSROOM_BIG_MB"] ?? "") ?? 0

  @Test(
    "JSON Lines of any size are read line by line, and a record of them by its offset",
    .enabled(if: megabytes > 0, "takes long; NEWSROOM_BIG_MB says how many megabytes"))
  func jsonLinesOfAnySizeAreReadLineByLineAndARecordOfThemByItsOffset() throws {
    try writeLines(megabytes: Self.megabytes)
    let last = "article:urn:\(Self.megabytes * 64 - 1)"
    for words in [["check"], ["list", "--limit", "1"], ["show", last]] {
      let (outcome, memory) = try Command.measured(data.command(words), environment: DataFolder.environment)
      #expect(outcome.status == 0, "\(words) \(outcome.errors)")
      #expect(memory < 200, "\(words): \(memory) MB for \(Self.megabytes) MB")
    }
  }

  @Test("A file that may not be read is named; the others are shown")
  func aFileThatMayNotBeReadIsNamedTheOthersAreShown() throws {
    try data.write(DataFolder.article("secret", "Secret"), to: "articles/secret.json")
    try Command.expect(["chmod", "000", data.path + "/articles/secret.json"])
    let check = try data.asNobody("check")
    #expect(check.status == 2)
    #expect(check.output.contains("articles/secret.json: error NR101: permission denied"))
    let list = try data.asNobody("list", "articles")
    #expect(list.output.split(separator: "\n").count == 1)
  }

  @Test("A folder that may not be read is named; the others are shown")
  func aFolderThatMayNotBeReadIsNamedTheOthersAreShown() throws {
    try data.write(DataFolder.article("secret", "Secret"), to: "articles/secret/a.json")
    try Command.expect(["chmod", "000", data.path + "/articles/secret"])
    let check = try data.asNobody("check")
    #expect(check.output.contains("articles/secret: error NR101"))
    try Command.expect(["chmod", "755", data.path + "/articles/secret"])
  }

  @Test("Pipes, sockets and devices are passed over without waiting for them")
  func pipesSocketsAndDevicesArePassedOverWithoutWaitingForThem() throws {
    let folder = data.path + "/articles/"
    #expect(mkfifo(folder + "pipe.json", 0o600) == 0)
    let socket = try UnixSocket(folder + "s.json")
    defer { socket.close() }
    // Only root can make a device.
    if getuid() == 0 { _ = try Command.run(["mknod", folder + "zero.json", "c", "1", "5"]) }
    try expectVisitAlone()
    #expect(try data.newsroom("check").status == 0)
  }

  @Test(
    "A link out of the directory, to nowhere or to itself is named and not followed",
    arguments: [
      ("/etc/hostname", "the link points outside the data directory"),
      ("/dev/zero", "the link points outside the data directory"),
      ("nothing.json", "broken link"), ("link.json", "broken link"),
    ])
  func aLinkOutOfTheDirectoryToNowhereOrToItselfIsNamedAndNotFollowed(target: String, message: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: data.path + "/articles/link.json", withDestinationPath: target)
    try expectVisitAlone()
    let check = try data.newsroom("check")
    #expect(check.output.contains("articles/link.json: error NR101: \(message)"))
  }

  @Test("A link round in a circle ends, and one within the directory is followed, live too")
  func aLinkRoundInACircleEndsAndOneWithinTheDirectoryIsFollowedLiveToo() throws {
    try FileManager.default.createSymbolicLink(atPath: data.path + "/articles/round", withDestinationPath: "..")
    try expectVisitAlone()
    try data.write(DataFolder.article("kept", "Kept elsewhere"), to: "store/kept.json")
    try FileManager.default.createSymbolicLink(
      atPath: data.path + "/articles/kept.json", withDestinationPath: "../store/kept.json")
    let visitor = try data.visitor()
    try visitor.see("Kept elsewhere")
    try data.write(DataFolder.article("kept", "Edited elsewhere"), to: "store/kept.json")
    try visitor.see("Edited elsewhere")
  }

  @Test("A link that comes to lead out while the browser runs is counted")
  func aLinkThatComesToLeadOutWhileTheBrowserRunsIsCounted() throws {
    let visitor = try data.visitor()
    try visitor.see("1 Articles 1")
    let path = data.path + "/articles/link.json"
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/etc/hostname")
    try visitor.see("! 1 problem")
    try FileManager.default.removeItem(atPath: path)
    try visitor.terminal.waitUntil("no problem") { !$0.contains("problem") }
  }

  @Test("Names that are not UTF-8 or hold escape sequences are shown without doing anything to the terminal")
  func namesThatAreNotUTF8OrHoldEscapeSequencesAreShownWithoutDoingAnythingTo() throws {
    try data.write(DataFolder.article("escape", "Escape"), to: "articles/\u{1B}[31mred\u{1B}[2J.json")
    try data.write("{", to: "articles/\u{1B}]0;title\u{7}.json")
    let broken = data.path + "/articles/"
    try Data("{}".utf8).write(to: URL(filePath: broken + "plain.json"))
    let bytes = Array(broken.utf8) + [0xFF, 0xFE] + Array(".json".utf8)
    #expect(rename(broken + "plain.json", bytes.map { CChar(bitPattern: $0) } + [0]) == 0)
    let check = try data.newsroom("check")
    #expect(check.output.contains("the file's name is not UTF-8"))
    let list = try data.newsroom("list", "articles")
    #expect(list.output.split(separator: "\n").count == 2)
    for text in [check.output, list.output] {
      #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" })
    }
    let visitor = try data.visitor()
    try visitor.see("! 2 problems")
    try visitor.press("!")
    try visitor.see("not UTF-8")
    #expect(try visitor.terminal.ask("#{pane_title}") != "title")
  }
}
