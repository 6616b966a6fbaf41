import NewsroomModel
import TerminalCells
import TerminalText

extension BrowserState {
  /// The box over the screen: the line being typed, then what was found.
  func drawPalette(on canvas: inout Canvas) {
    guard let palette else { return }
    let box = paletteBox(palette)
    canvas.drawBox(box)
    let label: SafeText =
      switch palette.purpose {
      case .command: "command: "
      case .record: "go to: "
      case .secondSide: "history with: "
      }
    canvas.write(label, box.minColumn + 2, box.minRow + 1, tone: .bar)
    drawLine(
      palette.line, column: box.minColumn + 2 + label.width, row: box.minRow + 1, width: box.columns - label.width - 4,
      on: &canvas)
    for index in visiblePaletteRows(palette) {
      let row = box.minRow + 2 + index - visiblePaletteRows(palette).lowerBound
      draw(palette.rows[index], isChosen: index == palette.cursor, in: box, row: row, on: &canvas)
    }
    if palette.isInVain {
      canvas.write("No matches.", box.minColumn + 2, box.minRow + 2, width: box.columns - 4, tone: .dim)
    }
  }

  private func paletteBox(_ palette: Palette) -> Rect {
    let width = min(max(90, size.columns * 3 / 4), size.columns - 2)
    return Rect(column: (size.columns - width) / 2, row: 1, columns: width, rows: paletteRoom(palette) + 3)
  }

  private func paletteRoom(_ palette: Palette) -> Int {
    min(max(1, palette.rows.count), Palette.maxRows, size.rows - 6)
  }

  private func visiblePaletteRows(_ palette: Palette) -> Range<Int> {
    let top = max(0, min(palette.cursor, palette.rows.count - 1) - paletteRoom(palette) + 1)
    return top..<min(palette.rows.count, top + paletteRoom(palette))
  }

  /// The row of the palette that is drawn at a place.
  func paletteRow(at point: Point) -> Int? {
    guard let palette else { return nil }
    let (box, visible) = (paletteBox(palette), visiblePaletteRows(palette))
    guard (box.minColumn + 1..<box.maxColumn - 1).contains(point.column) else { return nil }
    let index = visible.lowerBound + point.row - box.minRow - 2
    return visible.contains(index) ? index : nil
  }

  private func draw(_ row: Palette.Row, isChosen: Bool, in box: Rect, row line: Int, on canvas: inout Canvas) {
    let room = box.columns - 4
    let key = SafeText(row.key)
    // The title has what the rest leaves, and most of it where both are long.
    let rest = [key.width, SafeText(row.obstacle ?? row.detail).width].reduce(0) { $1 == 0 ? $0 : $0 + $1 + 2 }
    let titleRoom = min(max(16, SafeText(row.title).width), max(16, room * 3 / 5, room - rest))
    let tone: StyleRole = row.obstacle == nil ? .plain : .dim
    canvas.write(SafeText(row.title), box.minColumn + 2, line, width: titleRoom, tone: tone)
    let detailRoom = room - titleRoom - 2 - (key.isEmpty ? 0 : key.width + 2)
    let detail = row.obstacle ?? (detailRoom < 20 ? row.shortDetail : row.detail)
    canvas.write(SafeText(detail), box.minColumn + 4 + titleRoom, line, width: max(0, detailRoom), tone: .dim)
    canvas.write(key, box.maxColumn - 2 - key.width, line, tone: tone)
    if isChosen {
      canvas.restyle(Rect(column: box.minColumn + 1, row: line, columns: box.columns - 2, rows: 1), with: .focus)
    }
  }
}

extension Palette.Row {
  /// What it is, for where there is no room for more.
  fileprivate var shortDetail: String {
    if case .record(let address) = choice { address.kind.rawValue } else { detail }
  }
}

extension Canvas {
  /// An empty box over what is drawn already.
  mutating func drawBox(_ box: Rect) {
    grid.fill(box, style: theme.style(.plain))
    let across = String(repeating: "─", count: max(0, box.columns - 2))
    write(SafeText("┌" + across + "┐"), box.minColumn, box.minRow, tone: .frame)
    write(SafeText("└" + across + "┘"), box.minColumn, box.maxRow - 1, tone: .frame)
    for row in box.minRow + 1..<max(box.minRow + 1, box.maxRow - 1) {
      write("│", box.minColumn, row, tone: .frame)
      write("│", box.maxColumn - 1, row, tone: .frame)
    }
  }
}
