import NewsroomModel
import TerminalCells
import TerminalText

extension BrowserState {
  func draw(_ record: RecordScreen, on canvas: inout Canvas) {
    drawBreadcrumb(on: &canvas)
    guard record.page != nil else {
      canvas.write(absence(of: record), LayoutWidths.margin, 2, width: size.columns - 3)
      return
    }
    drawMain(record, on: &canvas)
    drawSide(record, on: &canvas)
    if let pane = recordPreviewPane(for: record) {
      canvas.drawDivider(column: pane.minColumn - 1, rows: pane.minRow..<pane.maxRow)
      if case .target(.record)? = record.focusedStop?.destination { draw(record.preview, in: pane, on: &canvas) }
    }
  }

  private func absence(of record: RecordScreen) -> SafeText {
    record.isMissing ? "There is no \(SafeText(record.address.description).string) in this data directory." : "…"
  }

  private func drawMain(_ record: RecordScreen, on canvas: inout Canvas) {
    let lines = record.layout.main.lines
    for row in 0..<textRows where record.scroll + row < lines.count {
      let line = lines[record.scroll + row]
      draw(
        line, column: LayoutWidths.margin, row: row + 1, width: record.layout.main.width, focus: record.focus,
        on: &canvas)
      placeCursor(on: line, of: record, row: row + 1, column: LayoutWidths.margin, &canvas)
    }
    if canvas.cursor == nil { canvas.cursor = Point(column: 0, row: 1) }
  }

  private func drawSide(_ record: RecordScreen, on canvas: inout Canvas) {
    guard let side = record.layout.side, let place = LayoutWidths(articleIn: size.columns).side else { return }
    canvas.drawDivider(column: place.column - 2, rows: 1..<1 + textRows)
    for row in 0..<textRows where record.sideScroll + row < side.lines.count {
      let line = side.lines[record.sideScroll + row]
      draw(line, column: place.column, row: row + 1, width: side.width, focus: record.focus, on: &canvas)
      placeCursor(on: line, of: record, row: row + 1, column: place.column, &canvas)
    }
  }

  /// The hardware cursor stands where the focus begins.
  private func placeCursor(on line: PageLine, of record: RecordScreen, row: Int, column: Int, _ canvas: inout Canvas) {
    guard let focus = record.focus, prompt == nil else { return }
    if line.stop == focus || line.text.spans.contains(where: { $0.link == focus }) {
      if canvas.cursor.map({ $0.row <= 1 && $0.column == 0 }) ?? true {
        canvas.cursor = Point(column: column, row: row)
      }
    }
  }

  /// Draws a line of a page; the row or link that has the focus is reversed.
  func draw(_ line: PageLine, column: Int, row: Int, width: Int, focus: Int? = nil, on canvas: inout Canvas) {
    var column = column
    var room = width
    if !line.prefix.text.isEmpty {
      // Bars and bullets stand where the line begins: at the right of a line that is read from there.
      let isMirrored = ordersText && line.text.order?.direction == .rightToLeft
      let prefix = isMirrored ? line.prefix.mirrored : line.prefix.firstLine(width: room)
      canvas.draw(prefix, isMirrored ? column + room - prefix.text.width : column, row, width: room)
      if !isMirrored { column += prefix.text.width }
      room -= prefix.text.width
    }
    canvas.draw(line.text, column, row, width: room, focus: focus)
    if let stop = line.stop, stop == focus {
      canvas.restyle(Rect(column: column, row: row, columns: room, rows: 1), with: .focus)
    }
  }

  /// How one came here, cut at the left where it is too long; at the right how far one has read.
  func drawBreadcrumb(on canvas: inout Canvas) {
    let share = SafeText(readShare)
    let room = size.columns - share.width - 4
    let names = trail.map { SafeText($0.name).truncated(toWidth: max(12, room / 2)) }
    var text = names.last.map { $0.truncated(toWidth: max(1, room - 2)) } ?? .empty
    for (index, name) in names.dropLast().enumerated().reversed() {
      let longer = name + " › " + text
      if longer.width + 4 > room {
        text = "… › " + text
        break
      }
      text = longer
      if index == 0 { break }
    }
    canvas.write("‹ " + text, 1, 0, width: room + 2, tone: .title)
    canvas.write(share, size.columns - share.width - 1, 0, tone: .bar)
  }

  private var readShare: String {
    guard let record, record.page != nil else { return "" }
    if let search = record.search, !record.layout.matches.isEmpty {
      return "\(search.current + 1) of \(record.layout.matches.count)"
    }
    if record.isMissing { return "deleted on disk" }
    let last = record.layout.main.lines.count - textRows
    if last <= 0 { return "all" }
    return "\(record.scroll * 100 / last) %"
  }
}

extension Screen {
  /// The screen as the breadcrumb names it.
  var name: String {
    switch self {
    case .list(let list):
      list.request.query.isEmpty ? list.request.list.title : "\(list.request.list.title) / \(list.request.query)"
    case .record(let record): record.title
    case .problems: "Problems in the data"
    case .help: "Help"
    }
  }
}
