import TerminalCells

extension Command {
  static let moving: [Command] = [
    Command("down", ["j", .down], "Move down; in a text, scroll.", in: .everywhere) { $0.move(by: 1) },
    Command("up", ["k", .up], "Move up; in a text, scroll.", in: .everywhere) { $0.move(by: -1) },
    Command("page down", [" ", .pageDown], "Move down a page.", in: .everywhere) { $0.move(by: $0.pageRows) },
    Command("page up", ["b", .pageUp], "Move up a page.", in: .everywhere) { $0.move(by: -$0.pageRows) },
    Command("half page down", [.control("d")], "Move down half a page.", in: .everywhere) {
      $0.move(by: max(1, $0.pageRows / 2))
    },
    Command("half page up", [.control("u")], "Move up half a page.", in: .everywhere) {
      $0.move(by: -max(1, $0.pageRows / 2))
    },
    Command("first", ["g", .home], "Go to the first row or line.", in: .everywhere) { $0.moveToStart() },
    Command("last", ["G", .end], "Go to the last row or line.", in: .everywhere) { $0.moveToEnd() },
    Command("next", [.tab], "Go to the next pane, link or section.", in: .everywhere, waits: true) {
      $0.moveToNextStop()
    },
    Command("previous", [.backTab], "Go to the previous pane, link or section.", in: .everywhere, waits: true) {
      $0.moveToPreviousStop()
    },
  ]
}
