/// Brings text into the form in which search compares it: words in small letters without accents, one space after each.
///
/// "UNESCO-ICHEI délégation 高等教育" becomes `unesco ichei delegation 高 等 教 育 `. Scripts that are written without spaces
/// give one word a character, so that what stands inside a run is found. Combining marks that only qualify a letter are
/// dropped (Latin accents, Arabic and Hebrew points); those that spell a vowel (Devanagari) stay. Letters are folded by
/// ``SearchFolding``, so that what is found can also be lit up.
///
/// A folder remembers the characters it has met, so keep one for many texts. It is a value and not shared between threads.
package struct TextFolder {
  /// The words of everything appended, as UTF-8, each followed by one space.
  package private(set) var bytes: [UInt8] = []
  /// Where each word lies in ``bytes``.
  package private(set) var words: [Range<Int>] = []
  private var wordStart = 0
  private var known = FoldedCharacters()

  /// Longer words are cut, in bytes: nobody types them, and they would swell an index.
  package static let longestWord = 96

  /// A folder without text.
  package init() {}

  /// The same text without room to spare, and without what was learnt about characters.
  package var trimmed: TextFolder {
    var copy = TextFolder()
    (copy.bytes, copy.words) = (
      bytes.withUnsafeBufferPointer { Array($0) }, words.withUnsafeBufferPointer { Array($0) }
    )
    return copy
  }

  /// Forgets the text, keeps what was learnt about characters.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    wordStart = 0
  }

  /// Folds `text` after what is there already; a word never runs over from one text into the next.
  package mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append(utf8: $0) }
    endWord()
  }

  /// Folds `text` and, where it stands `apart`, lets no phrase run on into the next text: after its words comes a sign that
  /// is no word and that nobody searches for.
  package mutating func append(_ text: String, apart: Bool) {
    append(text)
    guard apart else { return }
    bytes.append(contentsOf: [0xEF, 0xA3, 0xBF, 0x20])
    wordStart = bytes.count
  }

  /// Folds text given as UTF-8.
  package mutating func append(utf8 bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { append(utf8: $0) }
    endWord()
  }

  /// The words of one text.
  package static func words(of text: String) -> [String] {
    var folder = TextFolder()
    folder.append(text)
    return folder.words.map { String(decoding: folder.bytes[$0], as: UTF8.self) }
  }

  /// The text folded as a whole, its words one space apart: what names are compared by.
  package static func key(of text: String) -> String { words(of: text).joined(separator: " ") }

  private mutating func append(utf8: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < utf8.count {
      if utf8[index] < 0x80 {
        index = append(asciiFrom: index, in: utf8)
      } else {
        index += append(scalarAt: index, in: utf8)
      }
    }
  }

  /// Folds a run of ASCII and gives the index after it. The run is copied as a whole and folded where it lies: what is folded
  /// is never longer than what was there, and nothing is checked or grown for every byte.
  private mutating func append(asciiFrom start: Int, in utf8: UnsafeBufferPointer<UInt8>) -> Int {
    var end = start
    while end < utf8.count, utf8[end] < 0x80 { end += 1 }
    let runStart = bytes.count
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<end]))
    var (length, wordStart) = (runStart, wordStart)
    var found: [Range<Int>] = []
    swap(&words, &found)
    bytes.withUnsafeMutableBufferPointer { bytes in
      Self.ascii.withUnsafeBufferPointer { table in
        for index in runStart..<bytes.count {
          let folded = table[Int(bytes[index])]
          if folded != 0 {
            bytes[length] = folded
            length += 1
          } else if length > wordStart {
            length = Self.endOfWord(from: wordStart, to: length, in: UnsafeBufferPointer(bytes))
            found.append(wordStart..<length)
            bytes[length] = 0x20
            length += 1
            wordStart = length
          }
        }
      }
    }
    swap(&words, &found)
    bytes.removeSubrange(length...)
    self.wordStart = wordStart
    return end
  }

  /// Folds the scalar whose first byte stands at `index`, and gives its length in bytes.
  private mutating func append(scalarAt index: Int, in utf8: UnsafeBufferPointer<UInt8>) -> Int {
    let first = utf8[index]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
    guard length > 1, index + length <= utf8.count else {
      endWord()
      return 1
    }
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length { value = value << 6 | UInt32(utf8[index + offset] & 0x3F) }
    append(scalar: value)
    return length
  }

  private mutating func append(scalar value: UInt32) {
    switch known.folded(value) {
    case .separator: endWord()
    case .nothing: break
    case .letters(let place): append(place)
    case .wholeWord(let place):
      endWord()
      append(place)
      endWord()
    }
  }

  private mutating func append(_ letters: Range<UInt32>) {
    for place in letters { bytes.append(known.letters[Int(place)]) }
  }

  private mutating func endWord() {
    guard bytes.count > wordStart else { return }
    let end = bytes.withUnsafeBufferPointer { Self.endOfWord(from: wordStart, to: bytes.count, in: $0) }
    bytes.removeSubrange(end...)
    words.append(wordStart..<end)
    bytes.append(0x20)
    wordStart = bytes.count
  }

  /// Where a word ends that may be too long.
  private static func endOfWord(from start: Int, to end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard end - start > longestWord else { return end }
    var end = start + longestWord
    while bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }

  /// Whether a character is a word of its own: scripts written without spaces between words.
  package static func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF: true
    case 0x2E80...0x2FDF, 0x3005...0x3007, 0x3040...0x30FF, 0x31F0...0x31FF: true
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }

  /// For each ASCII byte its folded form; 0 between words.
  private static let ascii: [UInt8] = (0..<128).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): UInt8(byte)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt8(byte) | 0x20
    default: 0
    }
  }
}

/// Characters that were folded before. They are kept in pages of 256 that lie side by side in Unicode, because a text has most
/// of its characters from two or three of them.
private struct FoldedCharacters: Sendable {
  private var pages: [[Folded?]] = []
  /// What all of them fold to, one after the other.
  private(set) var letters: [UInt8] = []

  mutating func folded(_ value: UInt32) -> Folded {
    let (page, place) = (Int(value >> 8), Int(value & 0xFF))
    if page < pages.count, !pages[page].isEmpty, let known = pages[page][place] { return known }
    let folded = Folded(value, &letters)
    if page >= pages.count { pages += Array(repeating: [], count: page + 1 - pages.count) }
    if pages[page].isEmpty { pages[page] = Array(repeating: nil, count: 256) }
    pages[page][place] = folded
    return folded
  }
}

/// What a character outside ASCII is to search. Letters are given by their place among those of all characters.
private enum Folded {
  case separator
  case nothing
  case letters(Range<UInt32>)
  case wholeWord(Range<UInt32>)

  init(_ value: UInt32, _ known: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(value) else {
      self = .separator
      return
    }
    let bytes = SearchFolding.folded(scalar) ?? Array(String(scalar).utf8)
    let kept = String(decoding: bytes, as: UTF8.self).unicodeScalars.filter(Self.isKept)
    let start = UInt32(known.count)
    for scalar in kept { known.append(contentsOf: String(scalar).utf8) }
    let letters = start..<UInt32(known.count)
    if letters.isEmpty {
      self = bytes.isEmpty || scalar.properties.generalCategory == .format ? .nothing : .separator
    } else {
      self = kept.contains(where: TextFolder.standsAlone) ? .wholeWord(letters) : .letters(letters)
    }
  }

  /// Letters, digits and the marks that are left after folding, which spell vowels.
  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    case .decimalNumber, .letterNumber, .otherNumber: true
    case .nonspacingMark, .spacingMark: true
    default: false
    }
  }
}
