import TerminalCells

extension Command {
  /// Commands that open the pair page, and those on it.
  static let pair: [Command] = [
    Command(
      "history", ["="], "Show the history of two sides: of this page and the selected row, or of two marked rows.",
      in: [.list, .record], waits: true, unless: { $0.pairDisabledReason }
    ) { $0.openPair() },
    Command(
      "open", [.enter, "l", .right], "Open the selected row.", in: [.pair], hinted: true, waits: true,
      unless: { $0.followObstacle }
    ) { $0.follow() },
    Command(
      "copy text", ["y"], "Copy the history to the clipboard.", in: [.pair], hinted: true, waits: true,
      unless: { $0.pairTextDisabledReason }
    ) { $0.copyPairText() },
    Command("copy address", ["Y"], "Copy the address of this page: pair:A=B.", in: [.pair], hinted: true) {
      $0.copyPairAddress()
    },
    Command(
      "pager", ["|"], "Show the history in your pager.", in: [.pair], waits: true,
      unless: { $0.pairTextDisabledReason }
    ) { $0.showPairInPager() },
  ]
}
