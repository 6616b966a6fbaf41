/// A query in which full-width and typographic marks are the ASCII marks that they stand for: `org：iite` is `org:iite`, and
/// `“policy dialogue”`, `«…»` and `「…」` are quotations. Within a quotation in plain marks, characters stay as they are.
struct PlainMarks {
  /// The text with plain marks.
  private(set) var bytes: [UInt8] = []
  /// For each byte, where its character begins in the original text; then the length of that.
  private(set) var origins: [Int] = []

  private enum Quotation {
    case none, plain, typographic
  }

  init(_ text: String) {
    bytes.reserveCapacity(text.utf8.count)
    origins.reserveCapacity(text.utf8.count + 1)
    var (offset, quotation) = (0, Quotation.none)
    for scalar in text.unicodeScalars {
      append(scalar, at: offset, &quotation)
      offset += UTF8.width(scalar)
    }
    origins.append(offset)
  }

  private mutating func append(_ scalar: Unicode.Scalar, at offset: Int, _ quotation: inout Quotation) {
    let mark = Self.ascii(scalar)
    if quotation == .plain, scalar != "\"", mark != UInt8(ascii: "\"") || scalar != "\u{FF02}" {
      for (index, byte) in String(scalar).utf8.enumerated() { add(byte, offset + index) }
      return
    }
    if scalar == "\"" || mark == UInt8(ascii: "\"") {
      // Two quotations side by side are not one with a quotation mark in it.
      if quotation == .none, scalar != "\"", bytes.last == UInt8(ascii: "\"") { add(0x20, offset) }
      let opened: Quotation = scalar == "\"" || scalar == "\u{FF02}" ? .plain : .typographic
      quotation = quotation == .none ? opened : .none
      return add(UInt8(ascii: "\""), offset)
    }
    if let mark { return add(mark, offset) }
    for (index, byte) in String(scalar).utf8.enumerated() { add(byte, offset + index) }
  }

  private mutating func add(_ byte: UInt8, _ origin: Int) {
    bytes.append(byte)
    origins.append(origin)
  }

  /// The ASCII mark that a full-width or typographic character stands for; nil for any other.
  static func ascii(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0xFF01...0xFF5E: UInt8(scalar.value - 0xFEE0)
    case 0x201C...0x201F, 0xAB, 0xBB, 0x300C...0x300F, 0x301D...0x301F: UInt8(ascii: "\"")
    case 0xA0, 0x2000...0x200A, 0x202F, 0x3000: 0x20
    case 0x2010...0x2013, 0x2212: UInt8(ascii: "-")
    case 0x3001: UInt8(ascii: ",")
    default: nil
    }
  }
}
