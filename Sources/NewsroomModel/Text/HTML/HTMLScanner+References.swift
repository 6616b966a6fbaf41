// Characters by name and number: `&eacute;`, `&#233;`, `&#xE9;`.
extension HTMLScanner {
  /// The character that the reference at `index` means. An `&` that begins none is itself, and a number that is no character is
  /// nothing.
  mutating func reference(inAttribute: Bool = false) -> Unicode.Scalar? {
    if byte(at: index + 1) == UInt8(ascii: "#"), let number = number() { return HTMLCharacters.numbered(number) }
    if let scalar = named(inAttribute: inAttribute) { return scalar }
    index += 1
    return "&"
  }

  /// A text with its references decoded, as values of attributes are.
  static func decoded(_ bytes: Bytes) -> String {
    guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
    var scanner = HTMLScanner(bytes)
    var text = ""
    while scanner.index < bytes.count {
      let start = scanner.index
      while scanner.index < bytes.count, bytes[scanner.index] != UInt8(ascii: "&") { scanner.index += 1 }
      text += String(decoding: bytes[start..<scanner.index], as: UTF8.self)
      guard scanner.index < bytes.count, let scalar = scanner.reference(inAttribute: true) else { continue }
      text.unicodeScalars.append(scalar)
    }
    return text
  }

  /// The number of `&#233;` or `&#xE9;`, which may go without its semicolon; nil where there are no digits.
  private mutating func number() -> UInt32? {
    let isHexadecimal = byte(at: index + 2) | 0x20 == UInt8(ascii: "x")
    let radix: UInt32 = isHexadecimal ? 16 : 10
    var (end, number) = (index + (isHexadecimal ? 3 : 2), UInt32(0))
    let start = end
    while let digit = Character(UnicodeScalar(byte(at: end))).hexDigitValue, digit < radix {
      number = min(number * radix + UInt32(digit), 0x11_0000)
      end += 1
    }
    guard end > start else { return nil }
    index = end + (byte(at: end) == UInt8(ascii: ";") ? 1 : 0)
    return number
  }

  /// The longest names that HTML has are this long.
  private static let longestName = 32

  private mutating func named(inAttribute: Bool) -> Unicode.Scalar? {
    var end = index + 1
    while end - index <= Self.longestName, byte(at: end).isASCIIAlphanumeric { end += 1 }
    let name = String(decoding: html[index + 1..<end], as: UTF8.self)
    if byte(at: end) == UInt8(ascii: ";"), let scalar = HTMLCharacters.named(name) {
      index = end + 1
      return scalar
    }
    guard inAttribute else { return bareName(name) }
    // In an address, `&copy=` is a parameter.
    return byte(at: end) == UInt8(ascii: "=") ? nil : bareName(name, isWhole: true)
  }

  /// A name without its semicolon, which the oldest may lack, whatever stands behind them.
  private mutating func bareName(_ name: String, isWhole: Bool = false) -> Unicode.Scalar? {
    var name = name[...]
    while name.utf8.count > 1 {
      if let scalar = HTMLCharacters.bare(String(name)) {
        index += 1 + name.utf8.count
        return scalar
      }
      if isWhole { return nil }
      name.removeLast()
    }
    return nil
  }
}
