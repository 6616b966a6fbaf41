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
    var (seen, trouble): (String, RowOfOtherWidth?) = ("", nil)
    do {
      try Deadline.wait(for: "the screen of \(golden)") {
        do {
          (seen, trouble) = (ScreenDump(try session.grid(), cursor: try session.cursor()).description, nil)
        } catch let problem as RowOfOtherWidth {
          trouble = problem  // Of no account while the screen changes.
        }
        return trouble == nil && seen == expected
      }
    } catch is DeadlinePassed {
      if let trouble { Issue.record("\(golden): \(trouble)") }
      let rows = zip(expected.split(separator: "\n"), seen.split(separator: "\n")).filter { $0 != $1 }
      Issue.record("\(golden)\n\(rows.map { "meant \($0)\nseen  \($1)" }.joined(separator: "\n"))")
    }
  }

  @Test(
    "Arabic, Hebrew, Chinese, Korean, Thai, Hindi, Russian, emoji and all of them in one line",
    arguments: ["80x14", "40x24"])
  func arabicHebrewChineseKoreanThaiHindiRussianEmojiAndAllOfThemInOneLine(size: String) throws {
    let numbers = size.split(separator: "x").compactMap { Int($0) }
    let session = try TmuxSession(
      [BuiltProducts.program("TerminalProbe").path(), "--scripts"], size: Size(columns: numbers[0], rows: numbers[1]))
    try expect(session, shows: "TerminalCellsTests/Screens/scripts-\(size).txt")
  }

  /// The sample data under the name that newsrooms without a name have, as in the recorded screens.
  private static let data = Result {
    let folder = try TemporaryFolder()
    let settings = URL(filePath: folder.path("data/newsroom.json"))
    try FileManager.default.copyItem(atPath: Visitor.sampleData, toPath: folder.path("data"))
    let text = try String(contentsOf: settings, encoding: .utf8)
    try text.replacing(/"name": "[^"]*"/, with: #""name": "Newsroom""#).write(
      to: settings, atomically: true, encoding: .utf8)
    return folder
  }

  /// Keys after which the sample data are shown as recorded.
  static let walks: [(name: String, keys: [String])] = [
    ("articles", []), ("article-arabic", ["Enter"]),
    ("article-chinese", ["/", "priority lang:zh", "Enter", "Enter"]),
    ("people", ["3"]), ("help", ["?"]),
  ]

  @Test("the browser's own over the sample data", arguments: walks.map(\.name))
  func theBrowsersOwnOverTheSampleData(name: String) throws {
    let visitor = try Visitor(data: Self.data.get().path("data"), size: Size(columns: 110, rows: 34))
    try visitor.seeSample()
    for key in Self.walks.first(where: { $0.name == name })?.keys ?? [] {
      if key.contains(" ") { try visitor.type(key) } else { try visitor.press(key) }
      // A page asked for before the list has come would be that of another row.
      if key.contains(" ") { try visitor.see("1 of 119") }
    }
    try expect(visitor.terminal, shows: "NewsroomBrowserTests/Screens/\(name)-110x34.txt")
  }
}
