/// Goes through a text word by word, in its folded form. A character of a script that writes no spaces is a word of its own.
struct NormalizedWords {
  private let source: [UInt8]
  private let folded: NormalizedText
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: String) {
    source = Array(text.utf8)
    folded = NormalizedText(text)
    bytes = Array(folded.text.utf8)
  }

  /// A word and where it begins in the folded text, in UTF-8 offsets.
  struct Word {
    let form: Substring
    let start: Int
  }

  /// The next word; nil at the end.
  mutating func next() -> Word? {
    let utf8 = folded.text.utf8
    while position < bytes.count {
      let start = position
      let character = Self.classify(bytes, at: position)
      position += character.length
      guard character.kind != .other else { continue }
      if character.kind == .letter { passLetters() }
      let range = utf8.index(utf8.startIndex, offsetBy: start)..<utf8.index(utf8.startIndex, offsetBy: position)
      return Word(form: folded.text[range], start: start)
    }
    return nil
  }

  /// Goes on after a name that was found.
  mutating func skip(to offset: Int) { position = max(position, offset) }

  /// The range of the source from which a range of the folded text came.
  func sourceRange(of range: Range<Int>) -> Range<Int> { folded.sourceRange(of: range) }

  /// Whether a name stands at `start` as whole words.
  func holds(_ name: KnownName, at start: Int) -> Bool {
    let end = start + name.bytes.count
    guard end <= bytes.count, bytes[start..<end].elementsEqual(name.bytes) else { return false }
    guard !joinsBefore(start), !joinsAfter(end) else { return false }
    guard let exactly = name.exactly else { return true }
    return source[sourceRange(of: start..<end)].elementsEqual(exactly)
  }

  /// Whether the letter at `start` goes on a word, or a compound such as UNESCO-ICHEI.
  private func joinsBefore(_ start: Int) -> Bool {
    guard start > 0, Self.classify(bytes, at: start).kind == .letter else { return false }
    let before = Self.kind(bytes, endingAt: start)
    if before == .letter { return true }
    return bytes[start - 1] == UInt8(ascii: "-") && start > 1 && Self.kind(bytes, endingAt: start - 1) == .letter
  }

  private func joinsAfter(_ end: Int) -> Bool {
    guard end < bytes.count, Self.kind(bytes, endingAt: end) == .letter else { return false }
    if Self.classify(bytes, at: end).kind == .letter { return true }
    return bytes[end] == UInt8(ascii: "-") && end + 1 < bytes.count
      && Self.classify(bytes, at: end + 1).kind == .letter
  }

  private mutating func passLetters() {
    while position < bytes.count {
      let next = Self.classify(bytes, at: position)
      guard next.kind == .letter else { return }
      position += next.length
    }
  }

  /// The first word of a folded name.
  static func firstWord(of form: String) -> Substring? {
    var words = NormalizedWords(form)
    return words.next().map { $0.form }
  }

  private enum Kind { case letter, ideograph, other }

  private static func kind(_ bytes: [UInt8], endingAt end: Int) -> Kind {
    var start = end - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return classify(bytes, at: start).kind
  }

  /// What stands at `index`: a letter or digit, a character of a script without spaces, or something between words.
  private static func classify(_ bytes: [UInt8], at index: Int) -> (kind: Kind, length: Int) {
    let first = bytes[index]
    if first < 0x80 { return (first.isASCIIAlphanumeric ? .letter : .other, 1) }
    let length = min(first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2, bytes.count - index)
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for further in index + 1..<index + length { value = value << 6 | UInt32(bytes[further]) & 0x3F }
    return (kind(of: UnicodeScalar(value) ?? " "), length)
  }

  private static func kind(of scalar: UnicodeScalar) -> Kind {
    switch scalar.value {
    case 0x2E80...0x2FDF, 0x3005...0x3007, 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
      0x20000...0x3FFFF, 0x0E00...0x0EFF:
      .ideograph
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? .letter : .other
    }
  }
}
