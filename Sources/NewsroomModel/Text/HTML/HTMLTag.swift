import Foundation

/// A tag where it stands in HTML: its name, its attributes and its end.
package struct HTMLTag {
  /// Where its name stands.
  let name: Range<Int>
  /// The place behind its `>`; the end of the text where there is none.
  let end: Int
  /// Whether it ends with `/>`.
  let isClosed: Bool

  /// Reads the tag whose name begins at `nameStart`.
  init(in html: HTMLScanner.Bytes, nameStart: Int) {
    var nameEnd = nameStart
    while nameEnd < html.count, Self.isNameByte(html[nameEnd]) { nameEnd += 1 }
    var attributes = HTMLAttributeReader(html, from: nameEnd)
    while attributes.next() != nil {}
    name = nameStart..<nameEnd
    end = min(attributes.index + 1, html.count)
    isClosed = attributes.wasSlash
  }

  /// The value of an attribute, its references decoded; nil where the tag has none of that name.
  package func value(of attribute: StaticString, in html: HTMLScanner.Bytes) -> String? {
    var attributes = HTMLAttributeReader(html, from: name.upperBound)
    while let (name, value) = attributes.next() {
      let isWanted = attribute.withUTF8Buffer { wanted in
        name.count == wanted.count && zip(html[name], wanted).allSatisfy { $0 == $1 || $0 | 0x20 == $1 }
      }
      if isWanted { return HTMLScanner.decoded(HTMLScanner.Bytes(rebasing: html[value])) }
    }
    return nil
  }

  /// Whether a name goes on with a byte; it ends at space, `/` and `>`.
  static func isNameByte(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != UInt8(ascii: "/") && byte != UInt8(ascii: ">")
  }
}

/// Goes through the attributes of a tag. A quote means something only where a value begins: any other is a character.
struct HTMLAttributeReader {
  private let html: HTMLScanner.Bytes
  /// Where the next attribute may begin; at the end, where the tag's `>` stands.
  private(set) var index: Int
  /// Whether the last thing passed over was `/`.
  private(set) var wasSlash = false

  init(_ html: HTMLScanner.Bytes, from index: Int) { (self.html, self.index) = (html, index) }

  /// Where the next attribute's name and value stand; nil where the tag ends.
  mutating func next() -> (name: Range<Int>, value: Range<Int>)? {
    wasSlash = false
    while index < html.count, !HTMLTag.isNameByte(html[index]) {
      if html[index] == UInt8(ascii: ">") { return nil }
      wasSlash = html[index] == UInt8(ascii: "/")
      index += 1
    }
    guard index < html.count else { return nil }
    let start = index
    index += 1
    while index < html.count, HTMLTag.isNameByte(html[index]), html[index] != UInt8(ascii: "=") { index += 1 }
    let name = start..<index
    skipSpace()
    guard index < html.count, html[index] == UInt8(ascii: "=") else { return (name, index..<index) }
    index += 1
    skipSpace()
    return (name, quotedValue() ?? bareValue())
  }

  /// A value in quotes; nil where none begins, or its end is missing: then the quote is a character like any other.
  private mutating func quotedValue() -> Range<Int>? {
    guard index < html.count, html[index] == UInt8(ascii: "\"") || html[index] == UInt8(ascii: "'"),
      let base = html.baseAddress,
      let found = memchr(base + index + 1, Int32(html[index]), html.count - index - 1)
    else { return nil }
    let value = index + 1..<UnsafeRawPointer(found) - UnsafeRawPointer(base)
    index = value.upperBound + 1
    return value
  }

  private mutating func bareValue() -> Range<Int> {
    let start = index
    while index < html.count, html[index] > 0x20, html[index] != UInt8(ascii: ">") { index += 1 }
    return start..<index
  }

  private mutating func skipSpace() {
    while index < html.count, html[index] <= 0x20 { index += 1 }
  }
}
