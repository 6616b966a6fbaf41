import NewsroomModel

/// A text in which a folded word can be found, and a few words shown around it.
struct Excerpt {
  private let source: String
  private let folded: NormalizedText
  /// About so many characters are shown.
  private static let width = 60

  init(_ source: String) {
    self.source = source
    folded = NormalizedText(source)
  }

  /// Where a folded word or phrase stands, in UTF-8 offsets of the source.
  func place(of word: [UInt8]) -> Range<Int>? { folded.place(of: word).map(folded.sourceRange) }

  /// A few words around a place, on one line.
  func text(around place: Range<Int>) -> String {
    let hit = source.utf8.index(source.startIndex, offsetBy: place.lowerBound)
    let start = source[..<hit].index(hit, offsetBy: -Self.width / 2, limitedBy: source.startIndex) ?? source.startIndex
    let end = source.index(hit, offsetBy: Self.width, limitedBy: source.endIndex) ?? source.endIndex
    // Cut at spaces, so that no word is shown in half, unless the text has none.
    let first = start == source.startIndex ? start : source[start..<hit].firstIndex(of: " ") ?? start
    let last = end == source.endIndex ? end : source[hit..<end].lastIndex(of: " ") ?? end
    // Without the space it was cut at most texts are on one line already, which is cheaper to see than to make.
    let shown = PlainText.oneLine(String(source[first..<last].drop { $0 == " " }))
    return (first > source.startIndex ? "… " : "") + shown + (last < source.endIndex ? " …" : "")
  }
}
