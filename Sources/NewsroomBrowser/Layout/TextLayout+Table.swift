import NewsroomModel
import TerminalCells
import TerminalText

extension TextLayout {
  /// Sets a table in columns as wide as their widest cell; where that is too wide, as blocks of "heading: cell" lines.
  ///
  /// Each cell is styled once, for measuring and for drawing: its links are given their stops by that.
  mutating func addTable(_ rows: [[[TextRun]]], hasHeader: Bool) {
    let cells = rows.enumerated().map { index, row in
      row.map { styled($0, tone: hasHeader && index == 0 ? .heading : .plain) }
    }
    let grid = cells.map { row in row.map { cell in cell.lines(width: .max).map { StyledText($0) } } }
    let widths = (0..<(rows.map(\.count).max() ?? 0)).map { column in
      grid.map { column < $0.count ? $0[column].map(\.text.width).max() ?? 0 : 0 }.max() ?? 0
    }
    let total = widths.reduce(0, +) + 3 * max(0, widths.count - 1)
    if total <= availableWidth {
      for row in grid { addGridRow(row, widths) }
    } else {
      addCards(cells, hasHeader: hasHeader)
    }
  }

  /// Adds a row, which takes as many lines as the cell that has most.
  private mutating func addGridRow(_ row: [[StyledText]], _ widths: [Int]) {
    for index in 0..<(row.map(\.count).max() ?? 0) {
      var line = StyledText()
      for (column, cell) in row.enumerated() {
        let text = index < cell.count ? cell[index] : StyledText()
        line.append(text)
        guard column + 1 < widths.count else { break }
        line.append(SafeText(String(repeating: " ", count: max(0, widths[column] - text.text.width))))
        line.append(" │ ", style: theme.style(.frame))
      }
      addUnbroken(line)
    }
  }

  private mutating func addCards(_ rows: [[StyledText]], hasHeader: Bool) {
    guard hasHeader, rows.count > 1 else { return addCards(rows, labels: []) }
    addCards(
      Array(rows.dropFirst()), labels: rows[0].map { $0.replacing(theme.style(.heading), with: theme.style(.dim)) })
  }

  private mutating func addCards(_ rows: [[StyledText]], labels: [StyledText]) {
    for (index, row) in rows.enumerated() {
      if index > 0 { addBlankLine() }
      // The first card has all labels, with their links: these stand at one place.
      for column in 0..<(index == 0 ? max(row.count, labels.count) : row.count) {
        var line = StyledText()
        if column < labels.count {
          line.append(index == 0 ? labels[column] : labels[column].withoutLinks)
          line.append(": ", style: theme.style(.dim))
        }
        if column < row.count { line.append(row[column]) }
        addText(line)
      }
    }
  }
}
