/// Turns the bytes of JSON strings and numbers into values.
enum JSONText {
  /// The characters of a string or key. A surrogate without its partner becomes U+FFFD.
  static func decode(_ value: JSONValue) -> String {
    var hasControls = false
    return decode(value, &hasControls)
  }

  /// The characters of a string or key; `hasControls` becomes true where an escape wrote an unwanted control character.
  static func decode(_ value: JSONValue, _ hasControls: inout Bool) -> String {
    let bytes = value.bytes
    guard value.node.isEscaped else { return string(bytes) }
    return String(unsafeUninitializedCapacity: bytes.count) { buffer in
      var writer = Writer(buffer: buffer)
      var index = 0
      while index < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[index...])
        let plain = ByteSearch.first(UInt8(ascii: "\\"), in: rest) ?? rest.count
        writer.put(UnsafeRawBufferPointer(rebasing: rest[..<plain]))
        index += plain
        if index < bytes.count { index = unescape(bytes, at: index + 1, into: &writer) }
      }
      hasControls = hasControls || writer.wroteControl
      return writer.count
    }
  }

  /// The characters of bytes without escapes. ``UTF8Check`` has looked at every text before values of it are decoded, so that
  /// the bytes between two quotation marks need no second check.
  private static func string(_ bytes: UnsafeRawBufferPointer) -> String {
    let characters = UTF8Span(unchecked: bytes.bindMemory(to: UInt8.self).span, isKnownASCII: UTF8Check.isASCII(bytes))
    return String(copying: characters)
  }

  /// Writes the character of the escape whose letter stands at `index`, and gives the byte after the escape.
  private static func unescape(_ bytes: UnsafeRawBufferPointer, at index: Int, into writer: inout Writer) -> Int {
    switch bytes[index] {
    case UInt8(ascii: "b"): writer.put(0x08)
    case UInt8(ascii: "f"): writer.put(0x0C)
    case UInt8(ascii: "n"): writer.put(0x0A)
    case UInt8(ascii: "r"): writer.put(0x0D)
    case UInt8(ascii: "t"): writer.put(0x09)
    case UInt8(ascii: "u"): return unescapeHexadecimal(bytes, at: index + 1, into: &writer)
    default: writer.put(bytes[index])
    }
    return index + 1
  }

  private static func unescapeHexadecimal(
    _ bytes: UnsafeRawBufferPointer, at index: Int, into writer: inout Writer
  ) -> Int {
    let first = codeUnit(bytes, at: index)
    if first & 0xFC00 == 0xD800, index + 10 <= bytes.count, bytes[index + 4] == UInt8(ascii: "\\"),
      bytes[index + 5] == UInt8(ascii: "u")
    {
      let second = codeUnit(bytes, at: index + 6)
      if second & 0xFC00 == 0xDC00 {
        writer.put(scalar: 0x10000 + (first & 0x3FF) << 10 + second & 0x3FF)
        return index + 10
      }
    }
    writer.put(scalar: first & 0xF800 == 0xD800 ? 0xFFFD : first)
    return index + 4
  }

  private static func codeUnit(_ bytes: UnsafeRawBufferPointer, at index: Int) -> UInt32 {
    (index..<index + 4).reduce(0) { $0 << 4 | (bytes[$1].hexadecimalValue ?? 0) }
  }

  /// Writes UTF-8 into memory that holds at least as many bytes as the escaped text: no escape is shorter than its character.
  private struct Writer {
    let buffer: UnsafeMutableBufferPointer<UInt8>
    var count = 0

    /// Whether an escape wrote an unwanted control character.
    var wroteControl = false

    /// Writes the byte of a short escape.
    mutating func put(_ byte: UInt8) {
      buffer[count] = byte
      count += 1
      if byte == 0x08 || byte == 0x0C { wroteControl = true }
    }

    /// Writes bytes that are no escape.
    mutating func put(_ bytes: UnsafeRawBufferPointer) {
      guard !bytes.isEmpty else { return }
      UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...]).copyMemory(from: bytes)
      count += bytes.count
    }

    mutating func put(scalar value: UInt32) {
      let scalar = UnicodeScalar(value) ?? "\u{FFFD}"
      if ControlCharacters.isUnwanted(scalar) { wroteControl = true }
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
        buffer[count] = byte
        count += 1
      }
    }
  }
}
