import NewsroomModel
import TerminalCells
import TerminalText

extension StyledText {
  /// Appends `more`, with every place that one of `words` (folded) matches set in `lit` instead of `style`.
  mutating func append(_ more: SafeText, style: Style, link: Int? = nil, lighting words: [String], with lit: Style) {
    var position = 0
    for range in Highlighting.ranges(of: words, in: more) where range.lowerBound >= position {
      append(more[position..<range.lowerBound], style: style, link: link)
      append(more[range], style: lit, link: link)
      position = range.upperBound
    }
    append(more[position..<more.count], style: style, link: link)
  }
}

/// Where folded words occur in a text.
enum Highlighting {
  /// The places, in UTF-8 offsets of `text`, in order and not overlapping.
  static func ranges(of words: [String], in text: SafeText) -> [Range<Int>] {
    guard !words.isEmpty, !text.isEmpty else { return [] }
    let folded = FoldedText(text.string)
    let found = words.flatMap { ranges(of: $0, in: folded.text) }.sorted { $0.lowerBound < $1.lowerBound }
    var (places, end) = ([Range<Int>](), 0)
    for range in found.map(folded.sourceRange(of:)) where range.lowerBound >= end && !range.isEmpty {
      places.append(range)
      end = range.upperBound
    }
    return places
  }

  /// Where `word` begins a word of `text`, in UTF-8 offsets.
  private static func ranges(of word: String, in text: String) -> [Range<Int>] {
    guard !word.isEmpty else { return [] }
    var (places, start) = ([Range<Int>](), text.startIndex)
    while let range = text[start...].firstRange(of: word) {
      if beginsWord(at: range.lowerBound, in: text) {
        let offset = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
        places.append(offset..<offset + word.utf8.count)
      }
      start = range.upperBound
    }
    return places
  }

  /// Scripts written without spaces have words anywhere.
  private static func beginsWord(at index: String.Index, in text: String) -> Bool {
    guard index > text.startIndex, let first = text[index].unicodeScalars.first, first.value < 0x2E80 else {
      return true
    }
    let before = text[text.index(before: index)]
    return !(before.isLetter || before.isNumber)
  }
}
