/// A size in columns and rows.
package struct Size: Hashable, Sendable {
  package var columns: Int
  package var rows: Int

  package init(columns: Int, rows: Int) { (self.columns, self.rows) = (columns, rows) }
}

/// A place on the grid, column and row from 0.
package struct Point: Hashable, Sendable {
  package var column: Int
  package var row: Int

  package init(column: Int, row: Int) { (self.column, self.row) = (column, row) }
}

/// A part of the grid.
package struct Rect: Hashable, Sendable {
  package var origin: Point
  package var size: Size

  package init(column: Int, row: Int, columns: Int, rows: Int) {
    origin = Point(column: column, row: row)
    size = Size(columns: max(0, columns), rows: max(0, rows))
  }

  package var minColumn: Int { origin.column }
  package var minRow: Int { origin.row }
  /// The column after the last.
  package var maxColumn: Int { origin.column + size.columns }
  /// The row after the last.
  package var maxRow: Int { origin.row + size.rows }
  package var columns: Int { size.columns }
  package var rows: Int { size.rows }

  package func contains(_ point: Point) -> Bool {
    (minColumn..<maxColumn).contains(point.column) && (minRow..<maxRow).contains(point.row)
  }
}
