import Foundation

/// Makes texts comparable for searching: lower case, no accents, full-width letters as usual ones.
///
/// The catalogue folds what it indexes and what is typed, and the browser folds what it shows to light up what was found, all
/// with this one function, so that `oesttveit` finds nothing that it does not also light up. Letters are folded one by one:
/// Latin and Greek lose their accents, æ ø ß þ become ae o ss th; Arabic loses vowel signs, the hamza on a carrier and the
/// tatweel, Hebrew its points; ё is е, while й stays й. Characters of other scripts stay as they are. Text is composed (NFC) where
/// it has marks that make another letter of the one before them: macOS writes й, が and Hangul in parts.
public enum SearchNormalizer {
  /// The folded text.
  public static func fold(_ text: some StringProtocol) -> String {
    var text = String(text)
    return text.withUTF8 { bytes in
      let isPlain = bytes.allSatisfy { $0 < 0x80 }
      return isPlain ? foldASCII(bytes) : NormalizedText(bytes: bytes, keepsOffsets: false).text
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
    case 0x2126...0x212B, 0xF900...0xFAFF, 0xFB1D...0xFB4E, 0x2F800...0x2FA1F: return fold(scalar)
    case 0x0958...0x095F, 0x09DC...0x09DF, 0x0A33...0x0A36, 0x0A59...0x0A5E, 0x0B5C...0x0B5D: return canonical(scalar)
    default: return nil
    }
  }

  /// Whether a character may make another letter of the one before it, by Unicode's composition, in a way that folding does not
  /// undo: the marks of й and ї, the voiced marks of kana, the parts of Hangul, the vowels of India.
  static func joins(_ value: UInt32) -> Bool {
    switch value {
    case 0x0306, 0x0308, 0x3099, 0x309A, 0x1161...0x1175, 0x11A8...0x11C2: true
    case 0x093C, 0x09BE, 0x09D7, 0x0B3E, 0x0B56...0x0B57, 0x0BBE, 0x0BD7, 0x0C56, 0x0CC2, 0x0CD5...0x0CD6: true
    case 0x0D3E, 0x0D57, 0x0DCA, 0x0DCF, 0x0DDF, 0x102E: true
    default: false
    }
  }

  /// Letters of India that Unicode composes no more; nil where a character is composed.
  private static func canonical(_ scalar: UnicodeScalar) -> [UInt8]? {
    let composed = String(scalar).precomposedStringWithCanonicalMapping
    return composed.unicodeScalars.count == 1 ? nil : Array(composed.utf8)
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
    if isTick(scalar) { return [UInt8(ascii: "'")] }
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
    "ŋ": "n", "Ŋ": "n", "ŧ": "t", "Ŧ": "t", "ĸ": "k", "\u{640}": "", "\u{AD}": "", "\u{A0}": " ",
  ]

  /// ʹ ʺ ʻ ʼ ʽ ʾ ʿ: what stands for signs that the Latin alphabet does not have, as in Qurʼan, ʿAbd and Kazanʹ.
  private static func isTick(_ scalar: UnicodeScalar) -> Bool { (0x2B9...0x2BF).contains(scalar.value) }

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
