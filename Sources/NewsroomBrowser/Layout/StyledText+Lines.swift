import TerminalCells
import TerminalText

extension StyledText {
  /// The text on one line, cut where it does not fit.
  func firstLine(width: Int) -> StyledLine {
    guard text.width > width else { return StyledLine(text: text, spans: spans) }
    let cut = text.truncated(toWidth: width)
    let kept = cut.count - "…".utf8.count
    let clipped = spans.compactMap { span -> Span? in
      var span = span
      span.range = span.range.clamped(to: 0..<max(0, kept))
      return span.range.isEmpty ? nil : span
    }
    let tail = Span(range: max(0, kept)..<cut.count, style: clipped.last?.style ?? .plain, link: clipped.last?.link)
    return StyledLine(text: cut, spans: clipped + [tail])
  }
}

extension StyledText {
  /// Bars, bullets and numbers in the order in which they stand at the right of a line; a number's digits keep theirs.
  var mirrored: StyledLine {
    var (reversed, digits) = ("", "")
    for character in text.string.reversed() {
      if character.isNumber {
        digits = "\(character)" + digits
      } else {
        reversed += digits + String(character == "[" ? "]" : character == "]" ? "[" : character)
        digits = ""
      }
    }
    let safe = SafeText(reversed + digits)
    return StyledText(safe, style: spans.first?.style ?? .plain).firstLine(width: safe.width)
  }
}

extension StyledText {
  static func highlighted(_ text: SafeText, _ words: [String], tone: StyleRole, theme: Theme) -> StyledText {
    var styled = StyledText()
    styled.append(text, style: theme.style(tone), highlighting: words, with: theme.style(.match))
    return styled
  }
}
