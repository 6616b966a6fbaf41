import NewsroomModel
import TerminalCells
import TerminalText

extension BrowserState {
  func draw(_ screen: ProblemsScreen, on canvas: inout Canvas) {
    drawBreadcrumb(on: &canvas)
    canvas.write("/", 1, 1, tone: .bar)
    if let prompt {
      drawLine(prompt, column: 3, row: 1, width: size.columns - 6, on: &canvas)
    } else {
      canvas.write(SafeText(screen.filter.isEmpty ? "no filter" : screen.filter), 3, 1, tone: .bar)
    }
    let visible = screen.cursor.visible(count: screen.count, rows: problemRows)
    for index in visible {
      guard let problem = screen.problem(at: index) else { continue }
      let row = 2 + index - screen.cursor.top
      let tone: StyleRole = problem.severity == .error ? .warning : problem.severity == .note ? .dim : .plain
      canvas.write(SafeText(problem.description), 1, row, width: size.columns - 2, tone: tone)
      guard index == screen.cursor.index else { continue }
      canvas.restyle(Rect(column: 0, row: row, columns: size.columns, rows: 1), with: .focus)
      if canvas.cursor == nil { canvas.cursor = Point(column: 0, row: row) }
    }
    if screen.count == 0 { canvas.writeSentence(emptyProblems(screen), 2, 3, width: size.columns - 4) }
    drawWhole(screen.selected, on: &canvas)
  }

  private func emptyProblems(_ screen: ProblemsScreen) -> SafeText {
    if screen.shown == nil { return "…" }
    if isDirectoryGone { return "The data directory is missing; problems are unknown." }
    return screen.filter.isEmpty
      ? "No problems found." : "No problem matches. Press Esc to clear the filter."
  }

  /// The selected problem in full, in the rows above the foot.
  private func drawWhole(_ problem: Diagnostic?, on canvas: inout Canvas) {
    guard let problem else { return }
    let text = SafeText(problem.explanation.prefix(1).uppercased() + problem.explanation.dropFirst())
    let lines = text.lines(width: size.columns - 4).prefix(Self.problemDetailRows)
    for (row, range) in zip(size.rows - 1 - lines.count..<size.rows, lines) {
      canvas.write(text[range], 2, row, tone: .strong)
    }
  }
}
