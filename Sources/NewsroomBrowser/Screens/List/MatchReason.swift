import TerminalCells
import TerminalText

/// Why a row matched, shown behind its title: ` … in text: “…micro-certification…”`.
///
/// Only what is quoted is lit: the words before it are the browser's own.
struct MatchReason {
  /// What stands before the quotation.
  private let label: SafeText
  /// The quotation, without its marks.
  private let quotation: SafeText
  /// The quotation's words, as UTF-8 offsets; of text written without spaces its characters.
  private let pieces: [Range<Int>]
  /// The words that hold the match: they are shown whatever is cut.
  private let match: Range<Int>
  private let words: [String]
  private let theme: Theme

  /// - Parameters:
  ///   - reason: as the catalogue gives it: `in text: “… a few words …”`.
  ///   - words: what is lit, folded.
  ///   - missing: those of the words that the row does not show by itself.
  init(_ reason: String, words: [String], missing: [String], theme: Theme) {
    let parts = reason.split(separator: "“", maxSplits: 1, omittingEmptySubsequences: false)
    label = SafeText(" … \(parts[0])")
    quotation = SafeText(parts.count < 2 ? "" : parts[1].hasSuffix("”") ? parts[1].dropLast() : parts[1])
    (self.words, self.theme) = (words, theme)
    let quotation = quotation
    let pieces = quotation.pieces
    let place = [missing, words].lazy.flatMap { Highlighting.ranges(of: $0, in: quotation) }.first
    let held = pieces.indices.filter { place?.overlaps(pieces[$0]) ?? ($0 == 0) }
    self.pieces = pieces
    match = (held.first ?? 0)..<(held.last ?? -1) + 1
  }

  /// Columns of all of it.
  var width: Int { label.width + quotation.width + 2 }

  /// Columns it takes with no more than the words of the match, and with what they stand in left unsaid as well.
  var shortWidth: Int { label.width + least }
  var leastWidth: Int { Self.dots.width + least }

  private static let dots: SafeText = " … "
  private var least: Int { quoted(match).width + 2 }

  /// The reason in at most `width` columns: what is quoted is cut at whole words on both sides of the match, and where it stands
  /// is said where there is room for that.
  func line(width: Int) -> StyledLine {
    let label = shortWidth <= width ? label : Self.dots
    let quoted = quoted(in: width - label.width - 2)
    var text = StyledText(label + "“", style: theme.style(.dim))
    text.append(quoted, style: theme.style(.dim), highlighting: words, with: theme.style(.match))
    text.append("”", style: theme.style(.dim))
    return text.firstLine(width: width)
  }

  /// As many words around the match as fit, by turns behind it and before it.
  private func quoted(in room: Int) -> SafeText {
    if quotation.width <= room { return quotation }
    var (range, old) = (match, 0..<0)
    while range != old {
      old = range
      let longer = range.lowerBound..<min(range.upperBound + 1, pieces.count)
      if quoted(longer).width <= room { range = longer }
      let wider = max(range.lowerBound - 1, 0)..<range.upperBound
      if quoted(wider).width <= room { range = wider }
    }
    return quoted(range)
  }

  /// Some of the words, with an ellipsis where others were left out.
  private func quoted(_ range: Range<Int>) -> SafeText {
    guard let first = pieces[range].first, let last = pieces[range].last else { return .empty }
    let ellipsis: SafeText = "…"
    return (first.lowerBound > 0 ? ellipsis : .empty) + quotation[first.lowerBound..<last.upperBound]
      + (last.upperBound < quotation.count ? ellipsis : .empty)
  }
}

extension SafeText {
  /// Words, apart by spaces; each character of text that is written without them, and of what is too long for a word.
  fileprivate var pieces: [Range<Int>] {
    var (pieces, offset) = ([Range<Int>](), 0)
    for word in string.split(separator: " ", omittingEmptySubsequences: false) {
      let characters = word.contains { $0.unicodeScalars.contains { $0.properties.isIdeographic } } || word.count > 30
      var start = offset
      for character in characters ? Array(word) : [] {
        pieces.append(start..<start + character.utf8.count)
        start += character.utf8.count
      }
      if !characters, !word.isEmpty, word != "…" { pieces.append(offset..<offset + word.utf8.count) }
      offset += word.utf8.count + 1
    }
    return pieces
  }
}
