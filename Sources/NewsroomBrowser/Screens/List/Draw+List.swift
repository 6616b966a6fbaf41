import NewsroomModel
import TerminalCells
import TerminalText

extension BrowserState {
  func draw(_ list: ListScreen, on canvas: inout Canvas) {
    if backStack.count == 1 { drawTabs(active: list.request.list, on: &canvas) } else { drawBreadcrumb(on: &canvas) }
    let panes = panes(for: list)
    if let pane = panes.facets { drawFacets(of: list, in: pane, on: &canvas) }
    if let pane = panes.list {
      drawRows(of: list, in: pane, on: &canvas)
      if pane.minColumn > 0 { canvas.drawDivider(column: pane.minColumn - 1, rows: pane.minRow..<pane.maxRow) }
    }
    if let pane = panes.preview {
      canvas.drawDivider(column: pane.minColumn - 1, rows: pane.minRow..<pane.maxRow)
      if list.selected != nil { draw(list.preview, in: pane, on: &canvas) }
    }
    drawQuery(of: list, on: &canvas)
  }

  func draw(_ preview: Preview?, in pane: Rect, on canvas: inout Canvas) {
    guard let layout = preview?.layout else { return }
    for (index, line) in layout.main.lines.dropFirst(preview?.scroll ?? 0).prefix(pane.rows).enumerated() {
      draw(line, column: pane.minColumn + 1, row: pane.minRow + index, width: pane.columns - 1, on: &canvas)
    }
  }

  private func drawRows(of list: ListScreen, in pane: Rect, on canvas: inout Canvas) {
    let visible = list.cursor.visible(count: list.count, rows: pane.rows)
    let form = RowColumns(list: list, width: pane.columns)
    for index in visible {
      guard let row = list.row(at: index) else { continue }
      let screenRow = pane.minRow + index - list.cursor.top
      form.draw(
        row, isStarred: stars.contains(row.address), at: Point(column: pane.minColumn, row: screenRow), on: &canvas)
      if list.marked.contains(row.address) { canvas.write("+", pane.minColumn, screenRow, tone: .strong) }
      guard index == list.cursor.index else { continue }
      let hasKeys = list.pane == .list
      let rect = Rect(column: pane.minColumn, row: screenRow, columns: pane.columns, rows: 1)
      canvas.restyle(rect, with: hasKeys ? .focus : .selected)
      if hasKeys, canvas.cursor == nil { canvas.cursor = Point(column: pane.minColumn, row: screenRow) }
    }
    if visible.isEmpty {
      canvas.writeSentence(emptySentence(of: list), pane.minColumn + 2, pane.minRow + 1, width: pane.columns - 3)
    }
  }

  /// Why a list is empty.
  private func emptySentence(of list: ListScreen) -> SafeText {
    if list.shown != list.request || list.total == nil { return "…" }
    let isWhole = list.request.query.isEmpty
    if stage != nil || isWhole && !isUpToDate { return "Reading the files …" }
    let plural = list.request.list.recordKind.plural
    if isWhole { return "There are no \(plural) in this data directory." }
    // Whoever pastes an address looks for what has it, which no text does.
    if list.request.query.contains("://") {
      return "No \(plural) match. An address is found by Ctrl-p, where no filter is typed."
    }
    return "No \(plural) match. Press Esc to clear the filter."
  }
}
