import NewsroomModel

/// The pairs of words that follow one another, where both are of one character, as Chinese text is cut: their tokens one after
/// the other.
struct WordPairs {
  private(set) var bytes: [UInt8] = []
  private(set) var places: [Range<Int>] = []

  init(_ folder: TextNormalizer) {
    folder.bytes.withUnsafeBufferPointer { text in
      var previous: Range<Int>?
      for word in folder.words {
        guard Self.isSingle(text, word) else {
          previous = nil
          continue
        }
        if let previous, previous.upperBound + 1 == word.lowerBound {
          add(UnsafeBufferPointer(rebasing: text[previous]), UnsafeBufferPointer(rebasing: text[word]))
        }
        previous = word
      }
    }
  }

  private mutating func add(_ first: UnsafeBufferPointer<UInt8>, _ second: UnsafeBufferPointer<UInt8>) {
    let start = bytes.count
    Term.appendPair(first, second, to: &bytes)
    places.append(start..<bytes.count)
  }

  @inline(__always)
  private static func isSingle(_ bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Bool {
    let first = bytes[word.lowerBound]
    return word.count == (first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 0)
  }
}
