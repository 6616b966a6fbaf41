// Strings, numbers and words.
extension JSONScanner {
  /// Scans a string from its opening quotation mark, eight bytes at a time where nothing in them needs a look.
  @inline(__always)
  mutating func scanString(_ kind: JSONNode.Kind) throws(JSONSyntaxError) {
    let start = position + 1
    var index = start
    var isEscaped = false
    while true {
      index = skipPlainBytes(from: index)
      guard index < bytes.count else { throw JSONSyntaxError(cause: .openString, offset: start - 1) }
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") { break }
      if byte == UInt8(ascii: "\\") {
        isEscaped = true
        index = try scanEscape(at: index, ofStringAt: start - 1)
      } else if byte < 0x20 {
        throw JSONSyntaxError(cause: .controlCharacter(byte), offset: index)
      } else {
        index += 1
      }
    }
    append(kind, from: start, to: index, isEscaped: isEscaped)
    position = index + 1
  }

  /// Passes over groups of eight bytes in which no byte is a quotation mark, a backslash or a control character.
  @inline(__always)
  private func skipPlainBytes(from start: Int) -> Int {
    var index = start
    while index + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      // A byte of a difference has its top bit set where the subtraction borrowed, as in Bit Twiddling Hacks "haszero".
      let quotes = word ^ 0x2222_2222_2222_2222
      let slashes = word ^ 0x5C5C_5C5C_5C5C_5C5C
      let found =
        (((quotes &- 0x0101_0101_0101_0101) & ~quotes) | ((slashes &- 0x0101_0101_0101_0101) & ~slashes)
          | ((word &- 0x2020_2020_2020_2020) & ~word)) & 0x8080_8080_8080_8080
      if found != 0 { return index + UInt64(littleEndian: found).trailingZeroBitCount / 8 }
      index += 8
    }
    return index
  }

  /// Passes over an escape and gives the byte after it.
  private func scanEscape(at index: Int, ofStringAt quote: Int) throws(JSONSyntaxError) -> Int {
    guard index + 1 < bytes.count else { throw JSONSyntaxError(cause: .openString, offset: quote) }
    switch bytes[index + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return index + 2
    case UInt8(ascii: "u"):
      for digit in index + 2..<index + 6 {
        guard digit < bytes.count else { throw JSONSyntaxError(cause: .openString, offset: quote) }
        guard bytes[digit].hexadecimalValue != nil else { throw JSONSyntaxError(cause: .badEscape, offset: index) }
      }
      return index + 6
    default: throw JSONSyntaxError(cause: .badEscape, offset: index)
    }
  }

  /// Scans a number as RFC 8259, section 6 has it: no plus sign, no leading zero, digits on both sides of the point.
  mutating func scanNumber() throws(JSONSyntaxError) {
    let start = position
    if bytes[position] == UInt8(ascii: "-") { position += 1 }
    let firstDigit = position
    try scanDigits()
    if bytes[firstDigit] == UInt8(ascii: "0"), position > firstDigit + 1 {
      throw JSONSyntaxError(cause: .badNumber, offset: firstDigit)
    }
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      position += 1
      try scanDigits()
    }
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if position < bytes.count, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") {
        position += 1
      }
      try scanDigits()
    }
    append(.number, from: start, to: position)
  }

  private mutating func scanDigits() throws(JSONSyntaxError) {
    let start = position
    while position < bytes.count, bytes[position] &- UInt8(ascii: "0") < 10 { position += 1 }
    guard position > start else { throw fault(.badNumber) }
  }

  /// Scans `true`, `false` or `null`.
  mutating func scanWord() throws(JSONSyntaxError) {
    switch bytes[position] {
    case UInt8(ascii: "t") where scans("true", .yes): return
    case UInt8(ascii: "f") where scans("false", .no): return
    case UInt8(ascii: "n") where scans("null", .null): return
    default: break
    }
    let isLetter = bytes[position] | 0x20 &- UInt8(ascii: "a") < 26
    throw fault(isLetter ? .unknownWord : .expectedValue)
  }

  private mutating func scans(_ word: StaticString, _ kind: JSONNode.Kind) -> Bool {
    let length = word.utf8CodeUnitCount
    guard position + length <= bytes.count else { return false }
    for index in 0..<length where bytes[position + index] != word.utf8Start[index] { return false }
    append(kind, from: position, to: position + length)
    position += length
    return true
  }
}

extension UInt8 {
  /// The value of a hexadecimal digit, or nil.
  var hexadecimalValue: UInt32? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(self - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(self - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(self - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}
