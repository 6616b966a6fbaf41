package import TerminalText

/// One place on the screen: an extended grapheme cluster and its style. The second column of a wide character is empty.
package struct Cell: Hashable, Sendable {
  /// The cluster; empty in the second column of a wide character.
  package var text: String
  package var style: Style

  package init(text: String = " ", style: Style = .plain) { (self.text, self.style) = (text, style) }
}

/// What a screen shows, cell by cell. Drawing outside it is cut off; nothing ever spills into the next cell, pane or row.
package struct CellGrid: Hashable, Sendable {
  package private(set) var size: Size
  package private(set) var cells: [Cell]

  package init(size: Size) {
    self.size = size
    cells = Array(repeating: Cell(), count: size.columns * size.rows)
  }

  package subscript(column: Int, row: Int) -> Cell {
    get { cells[row * size.columns + column] }
    set { cells[row * size.columns + column] = newValue }
  }

  package var bounds: Rect { Rect(column: 0, row: 0, columns: size.columns, rows: size.rows) }

  /// Writes `text` from `point` over at most `width` columns, cutting what does not fit.
  /// - Returns: the columns written.
  @discardableResult
  package mutating func write(_ text: SafeText, at point: Point, width: Int = .max, style: Style = .plain) -> Int {
    guard (0..<size.rows).contains(point.row), point.column < size.columns else { return 0 }
    let limit = min(size.columns, width == .max ? .max : point.column + width)
    var column = point.column
    for cluster in text.string {
      let columns = DisplayWidth.columns(of: cluster)
      if columns == 0 { continue }
      if column + columns > limit { break }
      self[column, point.row] = Cell(text: String(cluster), style: style)
      if columns == 2 { self[column + 1, point.row] = Cell(text: "", style: style) }
      column += columns
    }
    return column - point.column
  }

  /// Empties `rect` in `style`.
  package mutating func fill(_ rect: Rect, style: Style) {
    for row in max(0, rect.minRow)..<max(0, min(size.rows, rect.maxRow)) {
      for column in max(0, rect.minColumn)..<max(0, min(size.columns, rect.maxColumn)) {
        self[column, row] = Cell(style: style)
      }
    }
  }

  /// Changes the style of what stands in `rect`.
  package mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
    for row in max(0, rect.minRow)..<max(0, min(size.rows, rect.maxRow)) {
      for column in max(0, rect.minColumn)..<max(0, min(size.columns, rect.maxColumn)) {
        change(&cells[row * size.columns + column].style)
      }
    }
  }
}
