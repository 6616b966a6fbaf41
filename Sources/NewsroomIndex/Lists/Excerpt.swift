import NewsroomModel

/// A text in which a folded word can be found, and a few words shown around it.
struct Excerpt {
  private let source: String
  private let folded: FoldedText
  /// About so many characters are shown.
  private static let width = 60

  init(_ source: String) {
    self.source = source
    folded = FoldedText(source)
  }

  /// Where a folded word stands as the beginning of a word, in UTF-8 offsets of the source. Words of a phrase may be parted by
  /// any signs; the place of the first is enough.
  func place(of word: [UInt8]) -> Range<Int>? {
    let first = word.prefix { $0 != 0x20 }
    let isSingle = String(decoding: first, as: UTF8.self).unicodeScalars.first.map(TextFolder.standsAlone) ?? false
    let found: Range<Int>? =
      folded.text.utf8.withContiguousStorageIfAvailable { text in
        var index = 0
        while index + first.count <= text.count {
          if text[index] == first[0], isSingle || index == 0 || !Self.isLetter(text[index - 1]),
            Self.hasWord(text, index, first)
          {
            return index..<index + first.count
          }
          index += 1
        }
        return nil
      } ?? nil
    return found.map(folded.sourceRange)
  }

  /// Letters and digits, and everything beyond ASCII, which mostly is letters.
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func hasWord(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ word: ArraySlice<UInt8>) -> Bool {
    for offset in 0..<word.count where text[start + offset] != word[word.startIndex + offset] { return false }
    return true
  }

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
