import Foundation

extension NormalizedText {
  /// Where a word, or the beginning of one, next stands in ``text``.
  ///
  /// Words of a phrase may be parted by anything but letters and digits, as "higher-education" is; characters that are words
  /// of their own need nothing between them. No phrase runs on over the end of a paragraph (U+2029).
  /// - Parameters:
  ///   - phrase: folded, its words one space apart.
  ///   - start: the offset in ``text`` from which it is looked for.
  /// - Returns: UTF-8 offsets in ``text``.
  package func place(of phrase: some Collection<UInt8>, from start: Int = 0) -> Range<Int>? {
    let phrase = ContiguousArray(phrase)
    guard let first = phrase.first else { return nil }
    let found: Range<Int>?? = text.utf8.withContiguousStorageIfAvailable { bytes in
      guard let base = bytes.baseAddress else { return nil }
      return phrase.withUnsafeBufferPointer { phrase in
        let words = NormalizedBytes(bytes: bytes)
        var index = start
        while index < bytes.count, let next = memchr(base + index, Int32(first), bytes.count - index) {
          index = UnsafeRawPointer(next) - UnsafeRawPointer(base)
          if let end = words.end(of: phrase, at: index), words.beginsWord(at: index) { return index..<end }
          index += 1
        }
        return nil
      }
    }
    return found ?? nil
  }
}

/// Folded text as bytes, looked at where a word may stand.
private struct NormalizedBytes {
  let bytes: UnsafeBufferPointer<UInt8>

  /// Scripts written without spaces have words anywhere.
  func beginsWord(at index: Int) -> Bool {
    guard index > 0 else { return true }
    var before = index - 1
    while before > 0, bytes[before] & 0xC0 == 0x80 { before -= 1 }
    return !isWordCharacter(at: before) || standsAlone(at: before) || standsAlone(at: index)
  }

  /// Where a phrase ends that begins at `start`; nil where another text stands there.
  func end(of phrase: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    var index = start
    for (offset, byte) in phrase.enumerated() {
      if byte == 0x20 {
        guard offset > 0, let next = nextWord(after: index) else { return nil }
        index = next
      } else {
        guard index < bytes.count, bytes[index] == byte else { return nil }
        index += 1
      }
    }
    return index
  }

  /// Where the next word begins after one that ends at `end`; nil where that one goes on.
  private func nextWord(after end: Int) -> Int? {
    var index = end
    while index < bytes.count, !isWordCharacter(at: index) {
      if endsParagraph(at: index) { return nil }
      index += length(at: index)
    }
    guard index == end, index < bytes.count else { return index }
    var last = end - 1
    while last > 0, bytes[last] & 0xC0 == 0x80 { last -= 1 }
    return standsAlone(at: last) || standsAlone(at: index) ? index : nil
  }

  private func endsParagraph(at index: Int) -> Bool {
    bytes[index] == 0xE2 && bytes[index...].starts(with: [0xE2, 0x80, 0xA9])
  }

  private func isWordCharacter(at index: Int) -> Bool {
    let byte = bytes[index]
    if byte < 0x80 { return byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 }
    return scalar(at: index).map(TextNormalizer.isWordCharacter) ?? false
  }

  private func standsAlone(at index: Int) -> Bool {
    bytes[index] >= 0xE0 && scalar(at: index).map(TextNormalizer.standsAlone) ?? false
  }

  private func length(at index: Int) -> Int {
    let byte = bytes[index]
    return min(byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4, bytes.count - index)
  }

  private func scalar(at index: Int) -> Unicode.Scalar? {
    String(decoding: bytes[index..<index + length(at: index)], as: UTF8.self).unicodeScalars.first
  }
}
