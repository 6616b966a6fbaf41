import NewsroomModel
import TerminalCells
import TerminalText

extension TextSetter {
  /// Sets a table in columns as wide as their widest cell; where that is too wide, as blocks of "heading: cell" lines.
  mutating func addTable(_ rows: [[[TextRun]]], hasHeader: Bool) {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? styled($0[column], tone: .plain).text.width : 0 }.max() ?? 0
    }
    let total = widths.reduce(0, +) + 3 * max(0, columns - 1)
    if total <= availableWidth { addGrid(rows, widths, hasHeader) } else { addCards(rows, hasHeader) }
  }

  private mutating func addGrid(_ rows: [[[TextRun]]], _ widths: [Int], _ hasHeader: Bool) {
    for (index, row) in rows.enumerated() {
      var line = StyledText()
      for (column, cell) in row.enumerated() {
        let text = styled(cell, tone: hasHeader && index == 0 ? .heading : .plain)
        line.append(text)
        guard column + 1 < widths.count else { break }
        line.append(SafeText(String(repeating: " ", count: max(0, widths[column] - text.text.width))))
        line.append(" │ ", style: theme.style(.frame))
      }
      addUnbroken(line)
    }
  }

  private mutating func addCards(_ rows: [[[TextRun]]], _ hasHeader: Bool) {
    let header = hasHeader ? rows.first : nil
    for (index, row) in rows.dropFirst(hasHeader ? 1 : 0).enumerated() {
      if index > 0 { addBlankLine() }
      for (column, cell) in row.enumerated() {
        var line = StyledText()
        if let header, column < header.count {
          line.append(styled(header[column], tone: .dim))
          line.append(": ", style: theme.style(.dim))
        }
        line.append(styled(cell, tone: .plain))
        addText(line)
      }
    }
  }
}
