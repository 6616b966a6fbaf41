import TerminalCells

extension Command {
  /// Commands that set records apart: a mark for what one does next, a star for good.
  static let keeping: [Command] = [
    Command(
      "mark", ["m"], "Mark this row for x, Y and o, or take its mark off.", in: [.list], waits: true,
      unless: { $0.rowObstacle }
    ) { $0.toggleMark() },
    Command(
      "unmark all", ["U"], "Take every mark of this list off.", in: [.list],
      unless: { ($0.list?.marked.isEmpty ?? true) ? "No row is marked." : nil }
    ) { $0.unmarkAll() },
    Command(
      "star", ["*"], "Star this item for good, or take its star off.",
      in: [.list, .article, .record], waits: true, unless: { $0.rowObstacle }
    ) { $0.toggleStar() },
    Command(
      "export", ["x"], "Write the marked rows, the list or this page to a file.",
      in: [.list, .article, .record], waits: true, unless: { $0.exportObstacle }
    ) { $0.beginExport() },
  ]
}
