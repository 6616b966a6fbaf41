package import TerminalText

/// What a screen shows, cell by cell.
///
/// Drawing outside the grid is cut off; nothing ever spills into the next cell, pane or row. A wide character is never torn:
/// what overwrites one half of it blanks the other, and one that would stand across an edge is left out.
package struct CellGrid: Hashable, Sendable {
  package private(set) var size: Size
  /// Row after row.
  package private(set) var cells: [Cell]
  /// Whether right-to-left text is put into the order in which it is seen (see `BidiMode`).
  package let reordersBidi: Bool

  package init(size: Size, reordersBidi: Bool = true) {
    self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    self.reordersBidi = reordersBidi
    cells = Array(repeating: Cell(), count: self.size.columns * self.size.rows)
  }

  /// The cell at a place on the grid. A wide character set here also takes the next column; at the last column it is blank.
  package subscript(column: Int, row: Int) -> Cell {
    get { cells[row * size.columns + column] }
    set { place(newValue, column: column, row: row) }
  }

  package var bounds: Rect { Rect(column: 0, row: 0, columns: size.columns, rows: size.rows) }

  /// The indices in `cells` of one row.
  package func cellRange(ofRow row: Int) -> Range<Int> { row * size.columns..<(row + 1) * size.columns }

  /// Writes `text` from `point` over at most `width` columns, cutting what does not fit. Right-to-left text is put into the
  /// order in which it is seen, but begins at `point` all the same.
  /// - Returns: the columns written.
  @discardableResult
  package mutating func write(_ text: SafeText, at point: Point, width: Int = .max, style: Style = .plain) -> Int {
    guard (0..<size.rows).contains(point.row), point.column < size.columns, width > 0 else { return 0 }
    let end = width < size.columns - point.column ? point.column + width : size.columns
    let pen = Cell.secondHalf(style: style)
    if text.isPlainASCII && point.column >= 0 {
      return write(ascii: text, at: point, end: end, pen: pen) - point.column
    }
    if reordersBidi && text.needsOrdering {
      let visible = text.prefix(columns: end - point.column)
      return write(units: visible.visualUnits, at: point, end: end, pen: pen) - point.column
    }
    return write(units: text.units, at: point, end: end, pen: pen) - point.column
  }

  /// Empties `rect` in `style`.
  package mutating func fill(_ rect: Rect, style: Style) {
    let empty = Cell(style: style)
    forEachRow(of: rect) { grid, indices in
      grid.mend(around: indices)
      for index in indices { grid.cells[index] = empty }
    }
  }

  /// Changes the style of the cells in `rect`.
  package mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
    forEachRow(of: rect) { grid, indices in
      for index in indices { change(&grid.cells[index].style) }
    }
  }
}

extension CellGrid {
  /// Writes one run of a line.
  /// - Returns: the column after the last one written.
  mutating func write(_ text: SafeText, run: BidiParagraphs.Run, at point: Point, end: Int, pen: Cell) -> Int {
    if text.isPlainASCII && run.direction == .leftToRight && point.column >= 0 {
      return write(ascii: text[run.range], at: point, end: end, pen: pen)
    }
    return write(units: text.visualUnits(of: run), at: point, end: end, pen: pen)
  }

  /// - Returns: the column after the last one written.
  private mutating func write(ascii text: SafeText, at point: Point, end: Int, pen: Cell) -> Int {
    let start = point.row * size.columns + point.column
    let count = max(0, min(text.count, end - point.column))
    mend(around: start..<start + count)
    cells.withUnsafeMutableBufferPointer { cells in
      for (offset, byte) in text.string.utf8.prefix(count).enumerated() {
        cells[start + offset] = Cell(ascii: byte, style: pen)
      }
    }
    return point.column + count
  }

  /// - Returns: the column after the last one written.
  private mutating func write(units: some Sequence<DisplayWidth.Unit>, at point: Point, end: Int, pen: Cell) -> Int {
    var column = point.column
    for unit in units {
      if column + unit.columns > end { break }
      if column >= 0 { put(Cell(unit, style: pen), column: column, row: point.row) }
      column += unit.columns
    }
    return column
  }

  private mutating func put(_ cell: Cell, column: Int, row: Int) {
    let index = row * size.columns + column
    guard cell.isWide else {
      mend(around: index..<index + 1)
      return cells[index] = cell
    }
    mend(around: index..<index + 2)
    cells[index] = cell
    cells[index + 1] = Cell.secondHalf(style: cell.style)
  }

  /// Puts any cell at a position where it fits.
  private mutating func place(_ cell: Cell, column: Int, row: Int) {
    let fits = cell.isWide ? column + 1 < size.columns : true
    let belongs = !cell.isSecondHalf || (column > 0 && self[column - 1, row].isWide)
    if fits && belongs && cell.isSecondHalf {
      cells[row * size.columns + column] = cell
    } else {
      put(fits && belongs ? cell : cell.blank, column: column, row: row)
    }
  }

  /// Blanks the other halves of wide characters that overwriting `indices`, all of one row, would tear.
  private mutating func mend(around indices: Range<Int>) {
    guard !indices.isEmpty else { return }
    let (first, next) = (indices.lowerBound, indices.upperBound)
    if cells[first].isSecondHalf && first % size.columns > 0 { cells[first - 1] = cells[first - 1].blank }
    if next % size.columns > 0 && cells[next].isSecondHalf { cells[next] = cells[next].blank }
  }

  private mutating func forEachRow(of rect: Rect, _ body: (inout CellGrid, Range<Int>) -> Void) {
    let columns = max(0, rect.minColumn)..<max(0, rect.minColumn, min(size.columns, rect.maxColumn))
    guard !columns.isEmpty else { return }
    for row in max(0, rect.minRow)..<max(0, rect.minRow, min(size.rows, rect.maxRow)) {
      body(&self, row * size.columns + columns.lowerBound..<row * size.columns + columns.upperBound)
    }
  }
}
