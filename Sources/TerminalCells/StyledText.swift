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
    text.append(more)
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
  ///
  /// The cost grows with the text and its spans, not with their product: lines and spans are walked side by side.
  package func lines(width: Int) -> [StyledLine] {
    let ranges = text.lines(width: width)
    let orders = text.visualOrders(ofLines: ranges)
    var first = 0
    return zip(ranges, orders).map { range, order in
      while first < spans.count, spans[first].range.upperBound <= range.lowerBound { first += 1 }
      let here = spans[first...].prefix { $0.range.lowerBound < range.upperBound }
      return StyledLine(text: text[range], spans: here.compactMap { $0.part(in: range) }, order: order)
    }
  }
}

extension StyledText.Span {
  /// The part of the span that lies in `line`, counted from the line's start.
  fileprivate func part(in line: Range<Int>) -> StyledText.Span? {
    let part = range.clamped(to: line)
    guard !part.isEmpty else { return nil }
    let shifted = part.lowerBound - line.lowerBound..<part.upperBound - line.lowerBound
    return StyledText.Span(range: shifted, style: style, link: link)
  }
}

/// One line of a styled text: what is drawn on one row.
package struct StyledLine: Hashable, Sendable {
  package var text: SafeText
  /// Spans by UTF-8 offsets in `text`, in order; what no span covers is plain.
  package var spans: [StyledText.Span]
  /// How the line is seen, where that is not as it is written; found from the whole paragraph that it belongs to.
  package var order: VisualOrder?

  /// A line that stands by itself.
  package init(text: SafeText, spans: [StyledText.Span]) {
    self.init(text: text, spans: spans, order: text.visualOrder)
  }

  init(text: SafeText, spans: [StyledText.Span], order: VisualOrder?) {
    (self.text, self.spans, self.order) = (text, spans, order)
  }
}
