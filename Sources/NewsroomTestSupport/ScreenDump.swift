package import TerminalCells

/// A screen as text that a reviewer can read: the rows as they look, then the styles of each row.
///
/// A run of style names its first and last column, both from 0: `3: 0-12 bold, 14-20 reverse fg:4 bg:#102030`. Spaces at the
/// end of a row are left out; a row or a column without style is not mentioned.
package struct ScreenDump: CustomStringConvertible {
  package let grid: CellGrid
  package let cursor: Point?

  package init(_ grid: CellGrid, cursor: Point? = nil) { (self.grid, self.cursor) = (grid, cursor) }

  package var description: String {
    let place = cursor.map { "cursor \($0.column),\($0.row)" } ?? "no cursor"
    let styles = (0..<grid.size.rows).compactMap(styleLine)
    let heading = ["\(grid.size.columns)x\(grid.size.rows), \(place)"]
    return (heading + rows.map { "|\($0)" } + styles).joined(separator: "\n") + "\n"
  }

  /// The rows as they look, without spaces at the end.
  package var rows: [String] {
    (0..<grid.size.rows).map { row in
      let text = grid.cells[grid.cellRange(ofRow: row)].map(\.text).joined()
      return String(text.reversed().drop(while: { $0 == " " }).reversed())
    }
  }

  private func styleLine(of row: Int) -> String? {
    var runs: [(style: Style, first: Int, last: Int)] = []
    for column in 0..<grid.size.columns where grid[column, row].style != .plain {
      let style = grid[column, row].style
      if let run = runs.last, run.last == column - 1, run.style == style {
        runs[runs.count - 1].last = column
      } else {
        runs.append((style, column, column))
      }
    }
    guard !runs.isEmpty else { return nil }
    return "\(row): " + runs.map { "\($0.first)-\($0.last) \(name($0.style))" }.joined(separator: ", ")
  }

  private func name(_ style: Style) -> String {
    let names: [(Style.Attributes, String)] = [
      (.bold, "bold"), (.dim, "dim"), (.italic, "italic"), (.underline, "underline"), (.reverse, "reverse"),
    ]
    let attributes = names.filter { style.attributes.contains($0.0) }.map(\.1)
    let colours = [name("fg", style.foreground), name("bg", style.background)].compactMap(\.self)
    return (attributes + colours).joined(separator: " ")
  }

  private func name(_ kind: String, _ colour: Colour) -> String? {
    switch colour {
    case .terminal: nil
    case .palette(let index): "\(kind):\(index)"
    case .rgb(let red, let green, let blue): "\(kind):#" + [red, green, blue].map(hexadecimal).joined()
    }
  }

  private func hexadecimal(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16) }
}
