import NewsroomModel
import TerminalCells
import TerminalText

extension BrowserState {
  func draw(_ list: ListScreen, on canvas: inout Canvas) {
    if trail.count == 1 { drawTabs(active: list.request.list, on: &canvas) } else { drawBreadcrumb(on: &canvas) }
    let panes = panes(for: list)
    if let pane = panes.organisations { drawOrganisations(list, in: pane, on: &canvas) }
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
    for (index, line) in layout.main.lines.prefix(pane.rows).enumerated() {
      draw(line, column: pane.minColumn + 1, row: pane.minRow + index, width: pane.columns - 1, on: &canvas)
    }
  }

  private func drawRows(of list: ListScreen, in pane: Rect, on canvas: inout Canvas) {
    let visible = list.cursor.visible(count: list.count, rows: pane.rows)
    let form = RowForm(list: list, width: pane.columns)
    for index in visible {
      guard let row = list.row(at: index) else { continue }
      let screenRow = pane.minRow + index - list.cursor.top
      form.draw(row, at: Point(column: pane.minColumn, row: screenRow), on: &canvas)
      guard index == list.cursor.index else { continue }
      let hasKeys = list.pane == .list
      let rect = Rect(column: pane.minColumn, row: screenRow, columns: pane.columns, rows: 1)
      canvas.restyle(rect, with: hasKeys ? .focus : .selected)
      if hasKeys, canvas.cursor == nil { canvas.cursor = Point(column: pane.minColumn, row: screenRow) }
    }
    if visible.isEmpty {
      canvas.write(emptySentence(of: list), pane.minColumn + 2, pane.minRow + 1, width: pane.columns - 3)
    }
  }

  /// Why a list is empty.
  private func emptySentence(of list: ListScreen) -> SafeText {
    if list.shown != list.request || list.total == nil { return "…" }
    if stage != nil { return "Reading the files …" }
    let plural = list.request.list.recordKind.plural
    if list.request.query.isEmpty { return "There are no \(plural) in this data directory." }
    return "No \(plural) match. Press Esc to clear the filter."
  }

  private func drawOrganisations(_ list: ListScreen, in pane: Rect, on canvas: inout Canvas) {
    canvas.write("Organisations", pane.minColumn + 1, pane.minRow, width: pane.columns - 2, tone: .heading)
    let rows = list.organisations.visibleRows
    let chosen = OrganisationFilter.ids(in: list.request.query)
    let visible = list.organisations.cursor.visible(count: rows.count, rows: pane.rows - 1)
    for index in visible {
      let screenRow = pane.minRow + 1 + index - list.organisations.cursor.top
      draw(rows[index], isChosen: chosen.contains(rows[index].id), of: list, in: pane, row: screenRow, on: &canvas)
      guard index == list.organisations.cursor.index, list.pane == .organisations else { continue }
      canvas.restyle(Rect(column: pane.minColumn, row: screenRow, columns: pane.columns, rows: 1), with: .focus)
      canvas.cursor = Point(column: pane.minColumn, row: screenRow)
    }
  }

  private func draw(
    _ row: OrganisationTreeRow, isChosen: Bool, of list: ListScreen, in pane: Rect, row screenRow: Int,
    on canvas: inout Canvas
  ) {
    let fold = row.hasParts ? (list.organisations.folded.contains(row.id) ? "▸ " : "▾ ") : "  "
    let indent = String(repeating: "  ", count: min(row.depth, 6))
    let count = SafeText("\(Figures.grouped(row.count))\(isChosen ? " ✓" : "  ")")
    let tone: Tone = row.count == 0 ? .dim : isChosen ? .strong : .plain
    let room = pane.columns - count.width - 2
    canvas.write(SafeText(indent + fold + row.name), pane.minColumn + 1, screenRow, width: room - 1, tone: tone)
    canvas.write(count, pane.maxColumn - count.width - 1, screenRow, tone: tone)
  }
}
