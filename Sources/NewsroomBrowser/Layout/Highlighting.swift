import NewsroomModel
import TerminalCells
import TerminalText

extension StyledText {
  /// Appends `more`, with every place that one of `words` (folded) matches set in `highlighted` instead of `style`.
  mutating func append(
    _ more: SafeText, style: Style, link: Int? = nil, highlighting words: [String], with highlighted: Style
  ) {
    append(StyledText(more, style: style, link: link).highlighting(words, with: highlighted))
  }

  /// The text with every place that one of `words` (folded) matches set in `style`. What was added to the text stands in the way
  /// of no match.
  func highlighting(_ words: [String], with style: Style) -> StyledText {
    words.isEmpty ? self : highlighting(Highlighting.ranges(of: words, in: said), with: style)
  }
}

/// Where folded words occur in a text.
enum Highlighting {
  /// The places, in UTF-8 offsets of `text`, in order and not overlapping.
  static func ranges(of words: [String], in text: SafeText) -> [Range<Int>] {
    guard !words.isEmpty, !text.isEmpty else { return [] }
    let folded = NormalizedText(text.string)
    let found = words.flatMap { ranges(of: $0, in: folded) }.sorted { $0.lowerBound < $1.lowerBound }
    var (places, end) = ([Range<Int>](), 0)
    for range in found.map(folded.sourceRange(of:)) where range.lowerBound >= end && !range.isEmpty {
      places.append(range)
      end = range.upperBound
    }
    return places
  }

  /// Where `word` stands, in UTF-8 offsets of the folded text.
  private static func ranges(of word: String, in text: NormalizedText) -> [Range<Int>] {
    let word = Array(word.utf8)
    return Array(sequence(first: 0..<0) { text.place(of: word, from: $0.upperBound) }.dropFirst())
  }
}
