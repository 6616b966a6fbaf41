import TerminalCells

extension Command {
  /// Commands that set records apart: a mark for what one does next, a star for good.
  static let keeping: [Command] = [
    Command(
      "mark", ["m"], "Mark or unmark this row (for x, Y, o and =).", in: [.list], waits: true,
      unless: { $0.rowObstacle }
    ) { $0.toggleMark() },
    Command(
      "unmark all", ["U"], "Clear all marks in this list.", in: [.list],
      unless: { ($0.list?.marked.isEmpty ?? true) ? "No row is marked." : nil }
    ) { $0.unmarkAll() },
    Command(
      "star", ["*"], "Star or unstar this item.",
      in: [.list, .article, .record], waits: true, unless: { $0.rowObstacle }
    ) { $0.toggleStar() },
    Command(
      "export", ["x"], "Export the marked rows, the list or this page.",
      in: [.list, .article, .record], waits: true, unless: { $0.exportObstacle }
    ) { $0.beginExport() },
  ]
}
