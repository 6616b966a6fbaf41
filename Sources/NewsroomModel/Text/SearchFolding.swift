import Foundation

/// Makes texts comparable for searching: lower case, no accents, full-width letters as usual ones.
///
/// The catalogue folds what it indexes and what is typed, and the browser folds what it shows to light up what was found, all
/// with this one function, so that `oesttveit` finds nothing that it does not also light up. Letters are folded one by one:
/// Latin and Greek lose their accents, æ ø ß þ become ae o ss th; Arabic loses vowel signs, the hamza on a carrier and the
/// tatweel, Hebrew its points; ё is е, while й stays й. Characters of other scripts stay as they are.
public enum SearchFolding {
  /// The folded text.
  public static func fold(_ text: some StringProtocol) -> String {
    var text = String(text)
    return text.withUTF8 { bytes in
      let isPlain = bytes.allSatisfy { $0 < 0x80 }
      return isPlain ? foldASCII(bytes) : FoldedText(bytes: bytes, keepsOffsets: false).text
    }
  }

  private static func foldASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    String(unsafeUninitializedCapacity: bytes.count) { buffer in
      for index in bytes.indices { buffer[index] = lowercaseASCII(bytes[index]) }
      return bytes.count
    }
  }

  @inline(__always)
  static func lowercaseASCII(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 0x20 : byte }

  /// What a character beyond ASCII is folded to, in UTF-8; nil where it stays as it is.
  static func folded(_ scalar: UnicodeScalar) -> [UInt8]? {
    let value = Int(scalar.value)
    switch value {
    case 0..<0x100: return westernLetters[value]
    case 0x100..<0x250: return latinLetters[value - 0x100]
    case 0x250..<0x700: return otherLetters[value - 0x250]
    case 0x1E00...0x1FFF: return extendedLetters[value - 0x1E00]
    case 0xFF01...0xFF5E: return [lowercaseASCII(UInt8(value - 0xFF01 + 0x21))]
    case 0x20D0...0x20F0, 0xFE20...0xFE2F, 0x200B...0x200F, 0x2060, 0xFEFF: return []
    case 0x2070...0x208E, 0xFB00...0xFB06, 0x10400...0x10427: return fold(scalar)
    default: return nil
    }
  }

  /// U+0000 to U+00FF: the letters of western Europe. Tables are made when they are first needed, each by itself: a millisecond
  /// or two for the larger ones. A command that ends with its answer mostly needs this one alone.
  private static let westernLetters: [[UInt8]?] = (0..<0x100).map { UnicodeScalar($0).flatMap { fold($0) } }
  /// U+0100 to U+024F: Latin.
  private static let latinLetters: [[UInt8]?] = (0x100..<0x250).map { UnicodeScalar($0).flatMap { fold($0) } }
  /// U+0250 to U+06FF: Greek, Cyrillic, Armenian, Hebrew, Arabic.
  private static let otherLetters: [[UInt8]?] = (0x250..<0x700).map { UnicodeScalar($0).flatMap { fold($0) } }
  /// U+1E00 to U+1FFF: Latin and Greek with more accents.
  private static let extendedLetters: [[UInt8]?] = (0x1E00..<0x2000).map { UnicodeScalar($0).flatMap { fold($0) } }

  private static func fold(_ scalar: UnicodeScalar) -> [UInt8]? {
    if let special = special[scalar] { return Array(special.utf8) }
    let decomposed = String(scalar).decomposedStringWithCompatibilityMapping
    let bare =
      keepsMark(scalar)
      ? String(scalar) : String(String.UnicodeScalarView(decomposed.unicodeScalars.filter { !isMark($0) }))
    let folded = String.UnicodeScalarView(bare.lowercased().unicodeScalars.map { $0 == "\u{3C2}" ? "\u{3C3}" : $0 })
    return folded.elementsEqual(CollectionOfOne(scalar)) ? nil : Array(String(folded).utf8)
  }

  /// Letters that Unicode does not take apart.
  private static let special: [UnicodeScalar: String] = [
    "ß": "ss", "ẞ": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d",
    "ð": "d", "Ð": "d", "þ": "th", "Þ": "th", "ł": "l", "Ł": "l", "ħ": "h", "Ħ": "h", "ı": "i", "İ": "i",
    "ŋ": "n", "Ŋ": "n", "ŧ": "t", "Ŧ": "t", "ĸ": "k", "ʼ": "'", "ʻ": "'", "\u{640}": "", "\u{AD}": "", "\u{A0}": " ",
  ]

  /// й and ї, й in capitals: letters of their own whose mark is no accent.
  private static func keepsMark(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.value {
    case 0x0419, 0x0439, 0x0407, 0x0457: true
    default: false
    }
  }

  /// Whether a character is an accent, a vowel sign of Arabic or a point of Hebrew.
  private static func isMark(_ scalar: UnicodeScalar) -> Bool {
    scalar.properties.generalCategory == .nonspacingMark
  }
}

/// A folded text that knows where in its source each of its bytes came from: for lighting up what was found.
public struct FoldedText: Sendable {
  /// The folded text.
  public let text: String
  /// For each byte of `text` the offset in the source of the character it came from, and at the end the source's length.
  private let offsets: [Int]

  /// Folds a text.
  public init(_ source: some StringProtocol) {
    var source = String(source)
    self = source.withUTF8 { FoldedText(bytes: $0, keepsOffsets: true) }
  }

  init(bytes: UnsafeBufferPointer<UInt8>, keepsOffsets: Bool) {
    var folded: [UInt8] = []
    var offsets: [Int] = []
    folded.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let start = index
      if bytes[index] < 0x80 {
        folded.append(SearchFolding.lowercaseASCII(bytes[index]))
        index += 1
      } else {
        let (scalar, length) = Self.scalar(bytes, at: index)
        index += length
        if let replacement = SearchFolding.folded(scalar) {
          folded += replacement
        } else {
          folded += bytes[start..<index]
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

  /// The character at `index` of well-formed UTF-8, and its length in bytes.
  private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (UnicodeScalar, Int) {
    let first = UInt32(bytes[index])
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    var value = first & (0xFF >> UInt32(length + 1))
    for further in index + 1..<min(index + length, bytes.count) { value = value << 6 | UInt32(bytes[further]) & 0x3F }
    return (UnicodeScalar(value) ?? "\u{FFFD}", min(length, bytes.count - index))
  }
}
