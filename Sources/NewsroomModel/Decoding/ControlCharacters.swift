/// The control characters that no text of a record should hold: all but tab and line breaks.
enum ControlCharacters {
  /// Removes them, and says how many they were.
  static func remove(from text: inout String) -> Int {
    var (count, kept) = (0, text)
    text.withUTF8 { bytes in
      let first = firstUnwanted(in: bytes)
      guard first < bytes.count else { return }
      kept = String(unsafeUninitializedCapacity: bytes.count) { buffer in
        let (length, removed) = copyWanted(bytes, from: first, to: buffer)
        count = removed
        return length
      }
    }
    if count > 0 { text = kept }
    return count
  }

  /// Where the first of them begins; the end where there is none.
  private static func firstUnwanted(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var index = 0
    while index < bytes.count, length(at: index, in: bytes) == 0 { index += 1 }
    return index
  }

  /// Copies all bytes but theirs; before `first` there are none.
  private static func copyWanted(
    _ bytes: UnsafeBufferPointer<UInt8>, from first: Int, to buffer: UnsafeMutableBufferPointer<UInt8>
  ) -> (length: Int, removed: Int) {
    var (source, target, removed) = (0, 0, 0)
    while source < bytes.count {
      let unwanted = source < first ? 0 : length(at: source, in: bytes)
      if unwanted > 0 {
        (source, removed) = (source + unwanted, removed + 1)
      } else {
        buffer[target] = bytes[source]
        (source, target) = (source + 1, target + 1)
      }
    }
    return (target, removed)
  }

  /// How many bytes the unwanted character at `index` takes; 0 where there is another one, or the midst of one.
  @inline(__always)
  private static func length(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let byte = bytes[index]
    if byte < 0x20 { return byte == 0x09 || byte == 0x0A || byte == 0x0D ? 0 : 1 }
    if byte < 0x7F { return 0 }
    if byte == 0x7F { return 1 }
    // U+0080 to U+009F are the byte C2 and a byte below A0.
    return byte == 0xC2 && index + 1 < bytes.count && bytes[index + 1] < 0xA0 ? 2 : 0
  }

  /// Whether a character is a control character other than tab, line feed and carriage return.
  static func isUnwanted(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0x00...0x1F, 0x7F...0x9F: true
    default: false
    }
  }
}
