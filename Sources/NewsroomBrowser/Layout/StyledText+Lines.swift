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
  static func lit(_ text: SafeText, _ words: [String], tone: Tone, theme: Theme) -> StyledText {
    var styled = StyledText()
    styled.append(text, style: theme.style(tone), lighting: words, with: theme.style(.match))
    return styled
  }
}

extension StyledText {
  /// The text on one line of at most `width` columns; words before the first match are left out where it would not show.
  func lineShowingMatch(width: Int) -> StyledLine {
    guard text.width > width, spans.count > 1 else { return firstLine(width: width) }
    // Spans are: what stands before the match, the match, the rest.
    let before = spans[0]
    let label = text[before.range].string.prefix { $0 != "“" && $0 != ":" }
    let room = max(0, width - text[spans[1].range].width - SafeText(label).width - 6)
    let tail = Self.wholeWords(atEndOf: text[before.range].string, most: room / 3)
    var shortened = StyledText(SafeText(label + ": …" + tail), style: before.style)
    for span in spans.dropFirst() { shortened.append(text[span.range], style: span.style, link: span.link) }
    return shortened.firstLine(width: width)
  }

  /// The last characters of a text, without the word that they begin within, where words are parted by spaces.
  private static func wholeWords(atEndOf text: String, most: Int) -> Substring {
    let tail = text.suffix(most)
    guard tail.startIndex > text.startIndex, let first = tail.first else { return tail }
    let isWithinWord = [first, text[text.index(before: tail.startIndex)]].allSatisfy { character in
      !character.isWhitespace && !character.unicodeScalars.contains { $0.properties.isIdeographic }
    }
    return (isWithinWord ? tail.drop { !$0.isWhitespace } : tail).drop { $0 == " " }
  }
}
