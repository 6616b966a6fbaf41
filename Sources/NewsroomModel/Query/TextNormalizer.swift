import Foundation

/// Brings text into the form in which search compares it: words in small letters without accents, one space after each.
///
/// "UNESCO-ICHEI délégation 高等教育" becomes `unesco ichei delegation 高 等 教 育 `. Scripts that are written without spaces
/// give one word a character, so that what stands inside a run is found. Combining marks that only qualify a letter are
/// dropped (Latin accents, Arabic and Hebrew points); those that spell a vowel (Devanagari) stay. Letters are folded by
/// ``SearchNormalizer``, so that what is found can also be lit up.
///
/// A folder remembers the characters it has met, so keep one for many texts. It is a value and not shared between threads.
package struct TextNormalizer {
  /// What was folded, and after ``count`` room for more, so that nothing is grown or checked for every byte.
  private var storage: [UInt8] = []
  private var count = 0
  /// Where each word lies in ``bytes``.
  package private(set) var words: [Range<Int>] = []
  private var wordStart = 0
  private var known = NormalizedCharacters(areComposed: false)
  private var knownComposed = NormalizedCharacters(areComposed: true)

  /// Longer words are cut, in bytes: nobody types them, and they would swell an index.
  package static let longestWord = 96
  /// No character grows by more when it is folded and set apart: "և" becomes "եւ", and "高" gets a space.
  private static let growth = 3

  /// A folder without text.
  package init() {}

  /// The words of everything appended, as UTF-8, each followed by one space.
  package var bytes: ArraySlice<UInt8> { storage[..<count] }

  /// The same text without room to spare, and without what was learnt about characters.
  package var trimmed: TextNormalizer {
    var copy = TextNormalizer()
    (copy.storage, copy.count, copy.words) = (Array(bytes), count, words.withUnsafeBufferPointer { Array($0) })
    return copy
  }

  /// Forgets the text, keeps what was learnt about characters.
  package mutating func removeAll() {
    words.removeAll(keepingCapacity: true)
    (count, wordStart) = (0, 0)
  }

  /// Folds `text` after what is there already; a word never runs over from one text into the next.
  package mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append(part: $0) }
    endWord()
  }

  /// Folds `text` and, where it stands `apart`, lets no phrase run on into the next text.
  package mutating func append(_ text: String, apart: Bool) {
    append(text)
    if apart { setApart() }
  }

  /// Lets no phrase run on from the words so far into those that follow: between them comes a sign that is no word and that
  /// nobody searches for. One is enough, however often this is said.
  package mutating func setApart() {
    endWord()
    guard let last = words.last, last.upperBound + 1 == count else { return }
    makeRoom(4)
    for byte: UInt8 in [0xEF, 0xA3, 0xBF, 0x20] {
      storage[count] = byte
      count += 1
    }
    wordStart = count
  }

  /// Folds a part of a text, given as UTF-8: its last word goes on with the next part, until ``endWord()``.
  package mutating func append(part utf8: UnsafeBufferPointer<UInt8>) {
    let before = (count, wordStart, words.count)
    guard !fold(utf8, isComposed: false) else { return }
    (count, wordStart) = (before.0, before.1)
    words.removeLast(words.count - before.2)
    var composed = String(decoding: utf8, as: UTF8.self).precomposedStringWithCanonicalMapping
    composed.withUTF8 { _ = fold($0, isComposed: true) }
  }

  /// Folds a part of a text.
  /// - Returns: false where a mark was met that makes another letter of the one before it, and the text must be composed first.
  private mutating func fold(_ utf8: UnsafeBufferPointer<UInt8>, isComposed: Bool) -> Bool {
    makeRoom(utf8.count * Self.growth + 1)
    var storage: [UInt8] = []
    swap(&storage, &self.storage)
    var output = storage.mutableSpan
    let ascii = Self.ascii.span
    var (index, isDone) = (0, true)
    while index < utf8.count {
      var end = count
      while index < utf8.count {
        let folded = ascii[Int(utf8[index])]
        guard folded != 0 else { break }
        output[end] = folded
        end += 1
        index += 1
      }
      count = end
      guard index < utf8.count else { break }
      if utf8[index] < 0x80 {
        endWord(in: &output)
        index += 1
      } else if let length = append(scalarAt: index, in: utf8, isComposed, to: &output) {
        index += length
      } else {
        isDone = false
        break
      }
    }
    swap(&storage, &self.storage)
    return isDone
  }

  /// Ends the last word of a text that was given in parts.
  package mutating func endWord() {
    guard count > wordStart else { return }
    makeRoom(1)
    var storage: [UInt8] = []
    swap(&storage, &self.storage)
    var output = storage.mutableSpan
    endWord(in: &output)
    swap(&storage, &self.storage)
  }

  /// The words of one text.
  package static func words(of text: String) -> [String] {
    var folder = TextNormalizer()
    folder.append(text)
    return folder.words.map { String(decoding: folder.bytes[$0], as: UTF8.self) }
  }

  /// The text folded as a whole, its words one space apart: what names are compared by.
  package static func key(of text: String) -> String { words(of: text).joined(separator: " ") }

  private mutating func makeRoom(_ room: Int) {
    guard storage.count - count < room else { return }
    storage += Array(repeating: 0, count: max(room, storage.count))
  }

  /// Folds the scalar whose first byte stands at `index`, and gives its length in bytes; nil where the text must be composed first.
  private mutating func append(
    scalarAt index: Int, in utf8: UnsafeBufferPointer<UInt8>, _ isComposed: Bool, to output: inout MutableSpan<UInt8>
  ) -> Int? {
    let first = utf8[index]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
    guard length > 1, index + length <= utf8.count else {
      endWord(in: &output)
      return 1
    }
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length { value = value << 6 | UInt32(utf8[index + offset] & 0x3F) }
    switch isComposed ? knownComposed.folded(value) : known.folded(value) {
    case .joining: return nil
    case .separator: endWord(in: &output)
    case .nothing: break
    case .letters(let place): append(place, isComposed, to: &output)
    case .wholeWord(let place):
      endWord(in: &output)
      append(place, isComposed, to: &output)
      endWord(in: &output)
    }
    return length
  }

  private mutating func append(_ letters: Range<UInt32>, _ isComposed: Bool, to output: inout MutableSpan<UInt8>) {
    for place in letters {
      output[count] = isComposed ? knownComposed.letters[Int(place)] : known.letters[Int(place)]
      count += 1
    }
  }

  @inline(__always)
  private mutating func endWord(in output: inout MutableSpan<UInt8>) {
    guard count > wordStart else { return }
    if count - wordStart > Self.longestWord {
      count = wordStart + Self.longestWord
      while output[count] & 0xC0 == 0x80 { count -= 1 }
    }
    words.append(wordStart..<count)
    output[count] = 0x20
    count += 1
    wordStart = count
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

  /// Whether words are made of a character: letters, digits and the marks that are left after folding, which spell vowels.
  package static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    case .decimalNumber, .letterNumber, .otherNumber: true
    case .nonspacingMark, .spacingMark: true
    default: false
    }
  }

  /// For each ASCII byte its folded form; 0 between words and for bytes of other characters.
  private static let ascii: [UInt8] = (0..<256).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): UInt8(byte)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt8(byte) | 0x20
    default: 0
    }
  }
}
