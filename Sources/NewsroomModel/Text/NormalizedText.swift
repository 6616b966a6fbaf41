import Foundation

/// A folded text that knows where in its source each of its bytes came from: for lighting up what was found.
public struct NormalizedText: Sendable {
  /// The folded text.
  public let text: String
  /// For each byte of `text` the offset in the source of the character it came from, and at the end the source's length.
  private let offsets: [Int]
  /// In bytes, with its marks: more than any language has.
  private static let longestLetter = 64

  /// Folds a text.
  public init(_ source: some StringProtocol) {
    var source = String(source)
    self = source.withUTF8 { NormalizedText(bytes: $0, keepsOffsets: true) }
  }

  init(bytes: UnsafeBufferPointer<UInt8>, keepsOffsets: Bool) {
    var folded: [UInt8] = []
    var offsets: [Int] = []
    folded.reserveCapacity(bytes.count)
    /// Where the last letter begins, in the source and in what was folded: a mark behind it may make another one of it.
    var letter = (source: 0, folded: 0)
    var index = 0
    while index < bytes.count {
      var start = index
      if bytes[index] < 0x80 {
        letter = (start, folded.count)
        folded.append(SearchNormalizer.lowercaseASCII(bytes[index]))
        index += 1
      } else {
        let (scalar, length) = Self.scalar(bytes, at: index)
        index += length
        if SearchNormalizer.joins(scalar.value), index - letter.source <= Self.longestLetter {
          start = letter.source
          folded.removeLast(folded.count - letter.folded)
          offsets.removeLast(max(0, offsets.count - letter.folded))
          folded += Self.composed(bytes[start..<index])
        } else {
          let replacement = SearchNormalizer.folded(scalar)
          if replacement != [] { letter = (start, folded.count) }
          if let replacement { folded += replacement } else { folded += bytes[start..<index] }
        }
      }
      if keepsOffsets { while offsets.count < folded.count { offsets.append(start) } }
    }
    offsets.append(bytes.count)
    text = String(decoding: folded, as: UTF8.self)
    self.offsets = offsets
  }

  /// The range of the source, in UTF-8 offsets, from which a range of `text`, in UTF-8 offsets, came. It begins and ends
  /// between characters; accents that follow its last letter belong to it.
  public func sourceRange(of range: Range<Int>) -> Range<Int> {
    let lower = min(max(range.lowerBound, 0), offsets.count - 1)
    var upper = min(max(range.upperBound, lower), offsets.count - 1)
    // A letter may have become two: the end of the range is where the next letter begins.
    while upper > lower, upper < offsets.count - 1, offsets[upper] == offsets[upper - 1] { upper += 1 }
    return offsets[lower]..<max(offsets[lower], offsets[upper])
  }

  /// A letter and its marks, composed and folded.
  private static func composed(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self).precomposedStringWithCanonicalMapping
    return text.unicodeScalars.flatMap { SearchNormalizer.folded($0) ?? Array(String($0).utf8) }
  }

  /// The character at `index` of well-formed UTF-8, and its length in bytes.
  private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (UnicodeScalar, Int) {
    let first = UInt32(bytes[index])
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    var value = first & (0xFF >> UInt32(length + 1))
    for further in index + 1..<min(index + length, bytes.count) { value = value << 6 | UInt32(bytes[further]) & 0x3F }
    return (UnicodeScalar(value) ?? "\u{FFFD}", min(length, bytes.count - index))
  }
}
