import NewsroomModel
import TerminalCells
import TerminalText

extension BrowserState {
  /// The screen as it is now. Costs what is shown, not what there is.
  package func draw() -> Frame {
    var canvas = Canvas(size: size, theme: theme, reordersBidi: reordersBidi)
    if isTooSmall {
      canvas.drawTooSmall()
    } else {
      screen.content.draw(in: self, on: &canvas)
      drawFoot(on: &canvas)
      drawPalette(on: &canvas)
    }
    return Frame(grid: canvas.grid, cursor: canvas.cursor)
  }
}

/// A grid being drawn on, with the theme it is drawn in.
struct Canvas {
  var grid: CellGrid
  var cursor: Point?
  let theme: Theme

  init(size: Size, theme: Theme, reordersBidi: Bool) {
    (grid, self.theme) = (CellGrid(size: size, reordersBidi: reordersBidi), theme)
    if theme.style(.plain) != .plain { grid.fill(grid.bounds, style: theme.style(.plain)) }
  }

  var size: Size { grid.size }

  /// Writes `text`, cut with an ellipsis where it is wider than `width`.
  /// - Returns: the columns written.
  @discardableResult
  mutating func write(_ text: SafeText, _ column: Int, _ row: Int, width: Int = .max, tone: StyleRole = .plain) -> Int {
    let room = min(width, size.columns - column)
    guard room > 0 else { return 0 }
    return grid.write(
      text.truncated(toWidth: room), at: Point(column: column, row: row), width: room, style: theme.style(tone))
  }

  /// Writes a sentence over as many rows as it needs; the cursor goes there when nothing else has it.
  mutating func writeSentence(_ text: SafeText, _ column: Int, _ row: Int, width: Int) {
    for (index, range) in text.lines(width: max(1, width)).enumerated() where row + index < size.rows - 1 {
      write(text[range], column, row + index, width: width)
    }
    if cursor == nil { cursor = Point(column: column, row: row) }
  }

  /// Draws a line of a set text.
  mutating func draw(_ line: StyledLine, _ column: Int, _ row: Int, width: Int, focus: Int? = nil) {
    let highlighted = theme.style(.focus)
    grid.draw(line, at: Point(column: column, row: row), width: width) { span in
      focus != nil && span.link == focus ? highlighted : span.style
    }
  }

  mutating func restyle(_ rect: Rect, with tone: StyleRole) {
    let style = theme.style(tone)
    grid.restyle(rect) { old in
      old.attributes.formUnion(style.attributes)
      if style.foreground != .terminal { old.foreground = style.foreground }
      if style.background != .terminal { old.background = style.background }
    }
  }

  /// A frame between two panes.
  mutating func drawDivider(column: Int, rows: Range<Int>) {
    for row in rows { write("│", column, row, tone: .frame) }
  }

  mutating func drawTooSmall() {
    let smallest = BrowserState.smallestSize
    let message: SafeText =
      "This terminal is \(size.columns)x\(size.rows). The browser needs \(smallest.columns)x\(smallest.rows)."
    for (row, range) in message.lines(width: max(1, size.columns)).enumerated() where row < size.rows {
      write(message[range], 0, row)
    }
  }
}
