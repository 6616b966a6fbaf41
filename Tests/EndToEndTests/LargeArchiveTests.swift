import Foundation
import NewsroomGenerator
import NewsroomTestSupport
import TerminalCells
import Testing

/// A generated archive, of 2,000 articles unless `NEWSROOM_ARTICLES` says how many.
///
/// At 100,000 a program built for release answers as fast as one types: `NEWSROOM_PROGRAM` names it.
@Suite("A large archive", .serialized)
struct LargeArchiveTests {
  private static let articles = ProcessInfo.processInfo.environment["NEWSROOM_ARTICLES"].flatMap { Int($0) } ?? 2_000

  /// The archive with its catalogue, made once for the suite.
  private static let archive = Result { try Archive(articles: articles) }

  private let archive: Archive
  private let visitor: Visitor

  init() throws {
    archive = try Self.archive.get()
    visitor = try archive.visitor()
    try visitor.terminal.waitUntil("all articles, checked") {
      $0.contains("1 Articles \(Self.grouped(Self.articles))") && !$0.contains(" files") && !$0.contains("━")
    }
  }

  @Test("Type, narrow, facet, open, back: every count is that of a plain scan or of the command line")
  func typeNarrowFacetOpenBackEveryCountIsThatOfAPlainScanOrOfTheCommandLine() throws {
    try visitor.press("/")
    try visitor.type("education")
    try see(count: archive.count("education"), of: "education")
    try visitor.type(" lang:ru")
    try see(count: 0, of: "education lang:ru")
    try visitor.press("C-u")
    try visitor.type("lang:ru")
    try see(count: archive.lines(with: "\"language\":\"ru\""), of: "lang:ru")
    try visitor.press("Enter", "f")
    try visitor.see("Organisations")
    // The first organisation, with its count beside it.
    let row = try visitor.terminal.waitUntil("the cursor in the pane") { _ in
      try visitor.focusedRow().contains(" │ ")
    }
    #expect(!row.isEmpty)
    let count = try #require(try visitor.focusedRow().split(separator: "│").first?.split(separator: " ").last)
    try visitor.press("Enter")
    let narrowed = try visitor.terminal.waitUntil("the organisation in the query") {
      $0.contains("lang:ru org:") || $0.contains("org:org-") && $0.contains("\(count) of ")
    }
    let query = try #require(narrowed.split(separator: "\n").first { $0.hasPrefix(" / ") })
      .dropFirst(3).components(separatedBy: "   ")[0]
    try see(count: archive.count(query), of: query)
    try visitor.press("f")
    try visitor.see("j/k move")
    try visitor.press("j", "j")
    let list = try visitor.terminal.waitUntil("the cursor on the third row") { _ in
      try visitor.terminal.cursor().row == 4
    }
    try visitor.press("Enter")
    try visitor.see("Language")
    try visitor.see("Organisations")
    try visitor.press("q")
    try visitor.terminal.waitUntil("the list as it was") {
      $0.split(separator: "\n")[1] == list.split(separator: "\n")[1]
    }
    #expect(try visitor.terminal.cursor().row == 4)
  }

  @Test("A change of mind in mid-word: what is typed last is what is shown, however fast it came")
  func aChangeOfMindInMidWordWhatIsTypedLastIsWhatIsShownHoweverFastItCame() throws {
    try visitor.press("/")
    for typed in ["\"the of\" edu", "delegation un", "\"digital unesco", "университет in", "高等教"] {
      try visitor.type(typed)
      try visitor.press("C-u")
    }
    try visitor.type("educatiom")
    try visitor.press("BSpace")
    try visitor.type("n unesco")
    try see(count: archive.count("education unesco"), of: "education unesco")
    try visitor.press("C-w")
    try visitor.type("\"higher learning\"")
    try see(count: archive.count("education \"higher learning\""), of: "education \"higher learning\"")
    try visitor.press("Escape")
    try visitor.terminal.waitUntil("the whole list") { $0.contains("no filter") }
  }

  /// Waits until the query stands on the screen with so many rows, the cursor on the first.
  private func see(count: Int, of query: String) throws {
    let figures = "\(count == 0 ? "" : "1/")\(Self.grouped(count)) of \(Self.grouped(Self.articles))"
    try visitor.terminal.waitUntil("\(figures) for \(query)") { $0.contains(query) && $0.contains(" \(figures) ") }
  }

  /// As the browser writes figures.
  private static func grouped(_ count: Int) -> String {
    let digits = String(count)
    let groups = stride(from: digits.count, to: 0, by: -3).map { String(digits.prefix($0).suffix(3)) }
    return groups.reversed().joined(separator: ",")
  }
}

/// A generated data directory and its catalogue.
private final class Archive: Sendable {
  private let folder: TemporaryFolder
  private let articles: Int

  init(articles: Int) throws {
    folder = try TemporaryFolder()
    self.articles = articles
    var generation = Generation(articles: articles, folder: URL(filePath: folder.path("data")), layout: .lines)
    _ = try generation.write()
    _ = try newsroom("list", "--limit", "1")
  }

  private var options: [String] { ["--data", folder.path("data"), "--cache", folder.path("cache")] }

  func visitor() throws -> Visitor {
    try Visitor(data: folder.path("data"), arguments: ["--cache", folder.path("cache")])
  }

  @discardableResult
  private func newsroom(_ arguments: String...) throws -> Command.Outcome {
    try Command.run(
      [BuiltProducts.program("newsroom").path()] + arguments + options,
      environment: ["HOME": "/nowhere", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "TERM": "xterm"], directory: "/")
  }

  /// How many articles the command line finds.
  func count(_ query: String) throws -> Int {
    try newsroom("search", query, "--limit", "\(articles)").output.split(separator: "\n").count
  }

  /// How many articles hold a text as it stands in the file.
  func lines(with text: String) throws -> Int {
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path("data/articles"))
    return try files.reduce(0) { count, file in
      let lines = try String(contentsOfFile: folder.path("data/articles/\(file)"), encoding: .utf8)
      return count + lines.split(separator: "\n").count { $0.contains(text) }
    }
  }
}
