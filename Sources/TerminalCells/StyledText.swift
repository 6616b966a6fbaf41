package import TerminalText

/// Text in several styles, parts of which can be links: a paragraph before it is broken into lines.
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
    /// Whether it is drawn for the reader's sake, as the number of a link is, and is no part of what the text says.
    package var isAdded = false
    /// Whether a match begins here; one that goes on over a line's end or around something added begins once.
    package var beginsMatch = false

    package init(range: Range<Int>, style: Style, link: Int? = nil, isAdded: Bool = false) {
      (self.range, self.style, self.link, self.isAdded) = (range, style, link, isAdded)
    }
  }

  package init() { (text, spans) = (.empty, []) }

  package init(_ text: SafeText, style: Style = .plain, link: Int? = nil) {
    self.init()
    append(text, style: style, link: link)
  }

  /// A line that was set, as text beside which more can stand.
  package init(_ line: StyledLine) { (text, spans) = (line.text, line.spans) }

  package mutating func append(_ more: SafeText, style: Style = .plain, link: Int? = nil, isAdded: Bool = false) {
    guard !more.isEmpty else { return }
    let start = text.count
    text.append(more)
    spans.append(Span(range: start..<text.count, style: style, link: link, isAdded: isAdded))
  }

  package mutating func append(_ more: StyledText) {
    let start = text.count
    text.append(more.text)
    for var span in more.spans {
      span.range = span.range.lowerBound + start..<span.range.upperBound + start
      spans.append(span)
    }
  }

  /// The text with what is set in one style set in another.
  package func replacing(_ style: Style, with other: Style) -> StyledText {
    var text = self
    for index in spans.indices where spans[index].style == style { text.spans[index].style = other }
    return text
  }

  /// The text with its links as mere words.
  package var withoutLinks: StyledText {
    var text = self
    for index in spans.indices { text.spans[index].link = nil }
    return text
  }

  /// What the text says: all but what was added to it.
  package var said: SafeText {
    guard spans.contains(where: \.isAdded) else { return text }
    return spans.reduce(into: .empty) { if !$1.isAdded { $0.append(text[$1.range]) } }
  }

  /// The text with the places of its matches set in `style`.
  /// - Parameter matches: UTF-8 offsets in what the text says, in order and not overlapping.
  package func highlighting(_ matches: [Range<Int>], with style: Style) -> StyledText {
    guard !matches.isEmpty else { return self }
    var (highlighted, start, next) = (self, 0, 0)
    highlighted.spans = []
    for span in spans {
      guard !span.isAdded else {
        highlighted.spans.append(span)
        continue
      }
      let end = start + span.range.count
      let shift = span.range.lowerBound - start
      var position = start
      while next < matches.count, matches[next].lowerBound < end {
        let match = matches[next].clamped(to: position..<end)
        highlighted.spans.append(
          contentsOf: [span.cut(to: position..<match.lowerBound, shift)].filter { !$0.range.isEmpty })
        var found = span.cut(to: match, shift)
        (found.style, found.beginsMatch) = (style, match.lowerBound == matches[next].lowerBound)
        highlighted.spans.append(found)
        position = match.upperBound
        guard matches[next].upperBound <= end else { break }
        next += 1
      }
      highlighted.spans.append(contentsOf: [span.cut(to: position..<end, shift)].filter { !$0.range.isEmpty })
      start = end
    }
    return highlighted
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
    var span = cut(to: part, -line.lowerBound)
    // What began on the line before does not begin again.
    span.beginsMatch = beginsMatch && part.lowerBound == range.lowerBound
    return span
  }

  /// The span over `part`, moved by `shift`.
  fileprivate func cut(to part: Range<Int>, _ shift: Int) -> StyledText.Span {
    var span = self
    span.range = part.lowerBound + shift..<part.upperBound + shift
    return span
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
