import NewsroomTestSupport
import TerminalCells
import Testing

@Suite("Themes in a terminal", .serialized)
struct ThemeWalkTests {
  @Test("The theme ascii draws nothing else, and T leads out of it and back")
  func theThemeAsciiDrawsNothingElseAndTLeadsOutOfItAndBack() throws {
    let data = try DataFolder()
    let visitor = try Visitor(data: data.path, arguments: ["--cache", data.cache, "--theme", "ascii"])
    try visitor.see("1 Articles 1")
    #expect(try visitor.terminal.screen().utf8.allSatisfy { $0 < 0x7F })
    try visitor.press("T")
    try visitor.terminal.waitUntil("lines") { $0.contains("Theme: standard") && $0.contains("│") }
    for theme in Theme.names { try walk(visitor, to: theme) }
    try visitor.terminal.waitUntil("no lines") { $0.contains("Theme: ascii") && $0.utf8.allSatisfy { $0 < 0x7F } }
  }

  /// What follows the first.
  private enum Theme { static let names = ["dark", "light", "high-contrast", "mono", "ascii"] }

  private func walk(_ visitor: Visitor, to theme: String) throws {
    try visitor.press("T")
    try visitor.see("Theme: \(theme).")
  }
}
