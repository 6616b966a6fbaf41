/// Whether bytes are UTF-8, and whether they hold characters that no text should.
struct UTF8Check {
  /// First byte that begins no well-formed character; nil when all are well formed.
  private(set) var faultOffset: Int?
  /// True where DEL or a C1 control (U+0080 to U+009F) occurs, so that texts must be cleaned while they are decoded.
  private(set) var hasControls = false

  /// Looks at all of `bytes`.
  init(_ bytes: UnsafeRawBufferPointer) {
    var index = 0
    while index < bytes.count {
      if index + 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        // The top bit is set in the first byte that is not ASCII, and by the addition in DEL; bytes before carry nothing over.
        let found = (word | (word &+ 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080
        if found == 0 {
          index += 8
          continue
        }
        index += UInt64(littleEndian: found).trailingZeroBitCount / 8
      }
      // Where one character is not ASCII, the next is likely not.
      repeat {
        let length = step(over: bytes, at: index)
        guard length > 0 else {
          faultOffset = index
          return
        }
        index += length
      } while index < bytes.count && bytes[index] >= 0x80
    }
  }

  /// Whether all bytes are ASCII.
  static func isASCII(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var index = 0
    while index + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      guard word & 0x8080_8080_8080_8080 == 0 else { return false }
      index += 8
    }
    while index < bytes.count {
      guard bytes[index] < 0x80 else { return false }
      index += 1
    }
    return true
  }

  /// The length of the character at `index`, by the table of well-formed sequences (Unicode, table 3-7); 0 when ill-formed.
  private mutating func step(over bytes: UnsafeRawBufferPointer, at index: Int) -> Int {
    let first = bytes[index]
    if first < 0x80 {
      if first == 0x7F { hasControls = true }
      return 1
    }
    let (length, low, high) = Self.bounds(first)
    guard length > 0, index + length <= bytes.count else { return 0 }
    let second = bytes[index + 1]
    guard second >= low, second <= high else { return 0 }
    if first == 0xC2, second < 0xA0 { hasControls = true }
    for further in index + 2..<index + max(length, 2) where bytes[further] & 0xC0 != 0x80 { return 0 }
    return length
  }

  /// How long a character with this first byte is, and between which bounds its second byte lies.
  @inline(__always)
  private static func bounds(_ first: UInt8) -> (length: Int, low: UInt8, high: UInt8) {
    switch first {
    case 0xC2...0xDF: (2, 0x80, 0xBF)
    case 0xE0: (3, 0xA0, 0xBF)
    case 0xE1...0xEC, 0xEE...0xEF: (3, 0x80, 0xBF)
    case 0xED: (3, 0x80, 0x9F)
    case 0xF0: (4, 0x90, 0xBF)
    case 0xF1...0xF3: (4, 0x80, 0xBF)
    case 0xF4: (4, 0x80, 0x8F)
    default: (0, 0, 0)
    }
  }
}
