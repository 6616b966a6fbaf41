import TerminalCells

extension Command {
  /// Commands that open the pair page, and those on it.
  static let pair: [Command] = [
    Command(
      "history", ["="],
      "Show the history of two sides: this page and its selected row, two marked rows, or a side you choose.",
      in: [.list, .record, .pair], waits: true, unless: { $0.pairDisabledReason }
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
