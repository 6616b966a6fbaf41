import NewsroomModel
import TerminalCells
import TerminalText

extension BrowserState {
  func draw(_ record: RecordScreen, on canvas: inout Canvas) {
    drawBreadcrumb(on: &canvas)
    guard record.page != nil else {
      canvas.writeSentence(absence(of: record), LayoutWidths.margin, 2, width: size.columns - 3)
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
    if isDirectoryGone { return "The data directory is missing. This page is shown when it is back." }
    return record.isMissing
      ? "There is no \(SafeText(record.address.description).string) in this data directory." : "…"
  }

  private func drawMain(_ record: RecordScreen, on canvas: inout Canvas) {
    let lines = record.layout.main.lines
    for row in 0..<textRows where record.scroll + row < lines.count {
      let line = lines[record.scroll + row]
      draw(
        line, column: LayoutWidths.margin, row: row + 1, width: record.layout.main.width, focus: record.focus,
        on: &canvas)
      placeCursor(on: line, of: record, row: row + 1, column: LayoutWidths.margin, &canvas)
      placeCursor(
        atMatchIn: line, record.scroll + row, inSide: false, of: record, row + 1, LayoutWidths.margin, &canvas)
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
      placeCursor(atMatchIn: line, record.sideScroll + row, inSide: true, of: record, row + 1, place.column, &canvas)
    }
  }

  /// While one just reads, the hardware cursor stands at the match that n walks on from.
  private func placeCursor(
    atMatchIn line: PageLine, _ index: Int, inSide: Bool, of record: RecordScreen, _ row: Int, _ column: Int,
    _ canvas: inout Canvas
  ) {
    guard record.focus == nil, let match = record.currentMatch, match.line == index, match.isInSide == inSide else {
      return
    }
    // In text that is read from the right the line alone is pointed at.
    let isTurned = reordersBidi && line.text.order != nil
    let before = isTurned ? 0 : line.prefix.text.width + line.text.text[0..<match.offset].width
    canvas.cursor = Point(column: column + before, row: row)
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
    if line.isLabelled { room = min(room, line.prefix.text.width + line.text.text.width) }
    if !line.prefix.text.isEmpty {
      // Bars and bullets stand where the line begins: at the right of a line that is read from there.
      let isMirrored = reordersBidi && line.text.order?.direction == .rightToLeft && !line.isLabelled
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
    let room = size.columns - share.width - 5
    var column = 1
    // Piece by piece, so that a title read from the right does not turn the whole line round.
    for piece in breadcrumb(width: room) {
      column += canvas.write(piece, column, 0, width: max(0, room + 3 - column), tone: .title)
    }
    canvas.write(share, size.columns - share.width - 1, 0, tone: isDirectoryGone ? .warning : .bar)
  }

  /// The names of the screens one walked through. The last takes what the others leave, and at least half.
  private func breadcrumb(width: Int) -> [SafeText] {
    let names = backStack.dropLast().map { SafeText($0.content.name).truncated(toWidth: max(12, width / 2)) }
    let whole = names.reduce(0) { $0 + $1.width + 3 }
    let least = max(width / 2, min(24, width - 4))
    let last = SafeText(screen.content.name)
    var pieces = [last.truncated(toWidth: max(least, width - whole))]
    var used = pieces[0].width
    for (index, name) in names.enumerated().reversed() {
      used += name.width + 3
      guard used + (index == 0 ? 0 : 4) <= width else {
        return ["‹ … › "] + (pieces.count == 1 ? [last.truncated(toWidth: width - 4)] : pieces)
      }
      pieces = [name, " › "] + pieces
    }
    return ["‹ "] + pieces
  }

  private var readShare: String {
    [goneMark, record.map { stars.contains($0.address) ? "★" : "" } ?? "", placeInText].filter { !$0.isEmpty }.joined(
      separator: "  ")
  }

  private var placeInText: String {
    guard let record, record.page != nil else { return "" }
    if let search = record.search, !record.layout.matches.isEmpty {
      return "\(search.current + 1) of \(record.layout.matches.count)"
    }
    if record.isUnreadable {
      return size.columns < 60 ? "not readable: !" : "can no longer be read – press ! for details"
    }
    // Of a directory that is gone nothing is known to be deleted.
    if record.isMissing, !isDirectoryGone { return "deleted on disk" }
    let last = record.layout.main.lines.count - textRows
    if last <= 0 { return "100 %" }
    return "\(record.scroll * 100 / last) %"
  }
}
