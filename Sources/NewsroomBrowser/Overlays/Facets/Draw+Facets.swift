import NewsroomModel
import TerminalCells
import TerminalText

extension BrowserState {
  /// The facet pane: which facet, then its values with the rows each would leave.
  func drawFacets(of list: ListScreen, in pane: Rect, on canvas: inout Canvas) {
    drawFacetHeading(list.facets, of: list.request.list, in: pane, on: &canvas)
    let rows = list.facets.visibleRows
    let query = Query(list.request.query)
    let values = list.facets.field == .year ? query.chosenDates : query.values(of: list.facets.field)
    for index in list.facets.cursor.visible(count: rows.count, rows: pane.rows - 1) {
      let screenRow = pane.minRow + 1 + index - list.facets.cursor.top
      let mark =
        rows[index].isAmong(values.included) ? " ✓" : rows[index].isAmong(values.excluded) ? " −" : "  "
      draw(rows[index], mark: mark, of: list.facets, in: pane, row: screenRow, on: &canvas)
      guard index == list.facets.cursor.index, list.pane == .facets else { continue }
      canvas.restyle(Rect(column: pane.minColumn, row: screenRow, columns: pane.columns, rows: 1), with: .focus)
      if canvas.cursor == nil { canvas.cursor = Point(column: pane.minColumn, row: screenRow) }
    }
    if rows.isEmpty, list.facets.shown != nil {
      canvas.write("none", pane.minColumn + 3, pane.minRow + 1, width: pane.columns - 4, tone: .dim)
    }
  }

  private func drawFacetHeading(_ facets: FacetPane, of list: ListKind, in pane: Rect, on canvas: inout Canvas) {
    if let prompt, prompt.purpose == .facet {
      canvas.write("/", pane.minColumn + 1, pane.minRow, tone: .bar)
      drawLine(prompt, column: pane.minColumn + 3, row: pane.minRow, width: pane.columns - 4, on: &canvas)
      return
    }
    let headings = facetHeadings(facets.field, of: list, in: pane)
    guard let first = headings.first else { return }
    let end = pane.maxColumn - 1
    canvas.write(first.text, first.column, pane.minRow, width: end - first.column, tone: .heading)
    let start = first.column + first.text.width + 2
    let next = headings.dropFirst().map(\.text.string).joined(separator: "  ")
    let note = facets.filter.isEmpty ? next : "/" + facets.filter
    canvas.write(SafeText(note), start, pane.minRow, width: end - start, tone: .dim)
  }

  /// The facet shown and those that follow, in the order in which one comes to them, each with its first column.
  private func facetHeadings(
    _ field: QueryField, of list: ListKind, in pane: Rect
  ) -> [(field: QueryField, text: SafeText, column: Int)] {
    let fields = QueryField.facets(of: list)
    let index = fields.firstIndex(of: field) ?? 0
    var column = pane.minColumn + 1
    return (fields[index...] + fields[..<index]).map { field in
      let text = SafeText(field.facetTitle)
      defer { column += text.width + 2 }
      return (field, text, column)
    }
  }

  /// The facet whose heading stands in a column of the pane's first row.
  func facet(at column: Int, of list: ListScreen, in pane: Rect) -> QueryField? {
    guard list.facets.filter.isEmpty else { return nil }
    let headings = facetHeadings(list.facets.field, of: list.request.list, in: pane)
    return headings.first { ($0.column..<$0.column + $0.text.width).contains(column) }?.field
  }

  private func draw(
    _ row: FacetRow, mark: String, of facets: FacetPane, in pane: Rect, row screenRow: Int, on canvas: inout Canvas
  ) {
    let fold = row.hasParts ? (facets.folded.contains(row.value) ? "▸ " : "▾ ") : "  "
    let indent = facets.filter.isEmpty ? String(repeating: "  ", count: min(row.depth, 6)) : ""
    let count = SafeText("\(NumberFormat.grouped(row.count))\(mark)")
    let tone: StyleRole = mark != "  " ? .strong : row.count == 0 ? .dim : .plain
    let room = pane.columns - count.width - 2
    // Offices of one house differ in how their names end.
    let label = SafeText(indent + fold + row.label).truncatedInMiddle(toWidth: room - 1)
    canvas.write(label, pane.minColumn + 1, screenRow, width: room - 1, tone: tone)
    canvas.write(count, pane.maxColumn - count.width - 1, screenRow, tone: tone)
  }
}
