import Foundation
import NewsroomTestSupport
import TerminalCells
import Testing

/// The golden screens say what is meant; here a real terminal is asked what stands in its cells, character, column, style and
/// cursor.
@Suite("The golden screens in tmux", .serialized)
struct GoldenScreenTests {
  private static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

  private func expect(_ session: TmuxSession, shows golden: String) throws {
    let url = Self.tests.appending(path: golden)
    let expected = try String(contentsOf: url, encoding: .utf8)
    var seen = ""
    do {
      try Deadline.wait(10, for: "the screen of \(golden)") {
        seen = ScreenDump(try session.grid(), cursor: try session.cursor()).description
        return seen == expected
      }
    } catch is DeadlinePassed {
      let rows = zip(expected.split(separator: "\n"), seen.split(separator: "\n")).filter { $0 != $1 }
      Issue.record("\(golden)\n\(rows.map { "meant \($0)\nseen  \($1)" }.joined(separator: "\n"))")
    }
  }

  @Test("Arabic, Hebrew, Chinese, Korean, Thai, Hindi, Russian, emoji and all of them in one line", arguments: ["80x14", "40x24"])
  func scripts(size: String) throws {
    let numbers = size.split(separator: "x").compactMap { Int($0) }
    let session = try TmuxSession(
      [BuiltProducts.program("TerminalProbe").path(), "--scripts"], size: Size(columns: numbers[0], rows: numbers[1]))
    try expect(session, shows: "TerminalCellsTests/Screens/scripts-\(size).txt")
  }

  /// Keys after which the sample data are shown as recorded.
  static let walks: [(name: String, keys: [String])] = [
    ("articles", []), ("article-arabic", ["Enter"]),
    ("article-chinese", ["/", "priority lang:zh", "Enter", "Enter"]),
    ("people", ["3"]), ("help", ["?"]),
  ]

  @Test(
    "the browser's own over the sample data", arguments: walks.map(\.name),
    [Size(columns: 110, rows: 34), Size(columns: 180, rows: 50)])
  func browser(name: String, size: Size) throws {
    let visitor = try Visitor(size: size)
    try visitor.seeSample()
    for key in Self.walks.first(where: { $0.name == name })?.keys ?? [] {
      if key.contains(" ") { try visitor.type(key) } else { try visitor.press(key) }
      // A page asked for before the list has come would be that of another row.
      if key.contains(" ") { try visitor.see("1 of 119") }
    }
    try expect(visitor.terminal, shows: "NewsroomBrowserTests/Screens/\(name)-\(size.columns)x\(size.rows).txt")
  }
}
