/// Properties of a text found in one pass, so that plain text skips the expensive code paths.
struct TextTraits: OptionSet, Sendable {
  let rawValue: UInt8

  /// Printable ASCII only: bytes, characters and columns are the same.
  static let plainASCII = TextTraits(rawValue: 1)
  /// The gate would change nothing. (A text without this trait may still pass unchanged.)
  static let unchangedByGate = TextTraits(rawValue: 2)
  /// No character is of a script written from right to left.
  static let leftToRight = TextTraits(rawValue: 4)

  static let ofEmptyText: TextTraits = [.plainASCII, .unchangedByGate, .leftToRight]

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Scans `text` once.
  init(scanning text: String) {
    var text = text
    self = text.withUTF8 { TextTraits.isPlainASCII($0) } ? .ofEmptyText : TextTraits(scanningScalarsOf: text)
  }

  private init(scanningScalarsOf text: String) {
    var traits: TextTraits = [.unchangedByGate, .leftToRight]
    for scalar in text.unicodeScalars {
      if !ScalarRanges.passesUnchanged(scalar.value) { traits.remove(.unchangedByGate) }
      if ScalarRanges.isRightToLeft(scalar.value) { traits.remove(.leftToRight) }
    }
    self = traits
  }

  /// What is true of two texts, one after the other.
  func joined(with other: TextTraits) -> TextTraits { intersection(other) }

  private static func isPlainASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.allSatisfy { $0 &- 0x20 < 0x5F }
  }
}

/// Ranges of Unicode that are tested so often that asking the library would show.
enum ScalarRanges {
  /// Whether `value` is surely a visible character that stands by itself. A false answer says nothing.
  static func passesUnchanged(_ value: UInt32) -> Bool {
    switch value {
    case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x2FF, 0x3A3...0x3FF, 0x400...0x482, 0x48A...0x52F, 0x5D0...0x5EA: true
    case 0x620...0x64A, 0x904...0x939, 0xE01...0xE30, 0x2010...0x2027, 0x2030...0x205E, 0x2190...0x23FF: true
    case 0x2500...0x27BF, 0x3000...0x3029, 0x3041...0x3096, 0x309D...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3: true
    case 0xFF01...0xFF9F, 0x1F300...0x1F3FA, 0x1F400...0x1F64F: true
    default: false
    }
  }

  /// Whether `value` lies in the blocks whose characters are written from right to left.
  static func isRightToLeft(_ value: UInt32) -> Bool {
    switch value {
    case ..<0x590: false
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }
}
