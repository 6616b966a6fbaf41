package import TerminalText

/// Text in several styles, of which stretches can be links: what a paragraph is before it is set into lines.
package struct StyledText: Hashable, Sendable {
  package private(set) var text: SafeText
  package private(set) var spans: [Span]

  /// A stretch of the text set in one way.
  package struct Span: Hashable, Sendable {
    /// UTF-8 offsets in the text.
    package var range: Range<Int>
    package var style: Style
    /// Number of the link it belongs to, by the caller's count; nil for plain text.
    package var link: Int?

    package init(range: Range<Int>, style: Style, link: Int? = nil) {
      (self.range, self.style, self.link) = (range, style, link)
    }
  }

  package init() { (text, spans) = (.empty, []) }

  package init(_ text: SafeText, style: Style = .plain, link: Int? = nil) {
    self.init()
    append(text, style: style, link: link)
  }

  package mutating func append(_ more: SafeText, style: Style = .plain, link: Int? = nil) {
    guard !more.isEmpty else { return }
    let start = text.count
    text = text + more
    spans.append(Span(range: start..<text.count, style: style, link: link))
  }

  package mutating func append(_ more: StyledText) {
    let start = text.count
    text = text + more.text
    for span in more.spans {
      let range = span.range.lowerBound + start..<span.range.upperBound + start
      spans.append(Span(range: range, style: span.style, link: span.link))
    }
  }

  /// The text set into lines of at most `width` columns.
  package func lines(width: Int) -> [StyledLine] {
    text.lines(width: width).map { range in
      let spans = spans.compactMap { span -> Span? in
        let part = span.range.clamped(to: range)
        guard !part.isEmpty else { return nil }
        let shifted = part.lowerBound - range.lowerBound..<part.upperBound - range.lowerBound
        return Span(range: shifted, style: span.style, link: span.link)
      }
      return StyledLine(text: text[range], spans: spans)
    }
  }
}

/// One line of a styled text: what is drawn on one row.
package struct StyledLine: Hashable, Sendable {
  package var text: SafeText
  package var spans: [StyledText.Span]

  package init(text: SafeText, spans: [StyledText.Span]) { (self.text, self.spans) = (text, spans) }
}

extension CellGrid {
  /// Draws a line at `point` over at most `width` columns; `restyle` may change the style of a span, for the link in focus.
  /// - Returns: the columns of every link drawn, from the left edge of the grid.
  @discardableResult
  package mutating func draw(
    _ line: StyledLine, at point: Point, width: Int, restyle: (StyledText.Span) -> Style = { $0.style }
  ) -> [(link: Int, columns: Range<Int>)] {
    var column = point.column
    var links: [(link: Int, columns: Range<Int>)] = []
    for span in line.spans {
      let written = write(
        line.text[span.range], at: Point(column: column, row: point.row), width: point.column + width - column,
        style: restyle(span))
      if let link = span.link, written > 0 { links.append((link, column..<column + written)) }
      column += written
    }
    return links
  }
}
