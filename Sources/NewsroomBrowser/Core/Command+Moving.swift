import TerminalCells

extension Command {
  static let moving: [Command] = [
    move("down", ["j", .down], "Move down; in a text, scroll.") { $0.move(by: 1) },
    move("up", ["k", .up], "Move up; in a text, scroll.") { $0.move(by: -1) },
    move("page down", [" ", .pageDown], "Move down a page.") { $0.move(by: $0.pageRows) },
    move("page up", ["b", .pageUp], "Move up a page.") { $0.move(by: -$0.pageRows) },
    move("half page down", [.control("d")], "Move down half a page.") { $0.move(by: max(1, $0.pageRows / 2)) },
    move("half page up", [.control("u")], "Move up half a page.") { $0.move(by: -max(1, $0.pageRows / 2)) },
    move("first", ["g", .home], "Go to the first row or line.") { $0.moveToStart() },
    move("last", ["G", .end], "Go to the last row or line.") { $0.moveToEnd() },
    Command("next", [.tab], "Go to the next pane, link or section.", in: .everywhere, waits: true) {
      $0.moveToNextStop()
    },
    Command("previous", [.backTab], "Go to the previous pane, link or section.", in: .everywhere, waits: true) {
      $0.moveToPreviousStop()
    },
  ]

  /// A list can be moved in while its rows are fetched, but a page that has not come has no lines yet.
  private static func move(
    _ name: String, _ keys: [Key], _ message: String, run: @escaping @Sendable (inout BrowserState) -> [Effect]
  ) -> Command {
    Command(name, keys, message, in: .everywhere, waitsIn: .pages, run: run)
  }
}
