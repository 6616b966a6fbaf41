import Foundation
import NewsroomModel

/// The words of an HTML body without its tags, for search alone: what is shown is read by the model library.
///
/// One pass over the bytes, because building a catalogue runs it over everything there is. Of markup as people write
/// it both have the same words (`PlainBodyTests`).
enum PlainBody {
  private typealias Bytes = UnsafeBufferPointer<UInt8>

  /// Adds the words of `body` to `folder`.
  static func append(_ body: Article.Body, to folder: inout TextFolder) {
    switch body.format {
    case .plain: folder.append(body.value)
    case .html: append(html: body.value, to: &folder)
    }
  }

  /// Adds the words of a piece of HTML. Tags that begin something new part words, tags within a line do not.
  static func append(html: String, to folder: inout TextFolder) {
    var html = html
    html.withUTF8 { html in
      var index = 0
      while index < html.count {
        let tag = place(of: UInt8(ascii: "<"), in: html, from: index)
        append(text: Bytes(rebasing: html[index..<tag]), to: &folder)
        index = tag < html.count ? skipTag(html, from: tag, &folder) : tag
      }
    }
    folder.endWord()
  }

  private static func append(text: Bytes, to folder: inout TextFolder) {
    var index = 0
    while index < text.count {
      let reference = place(of: UInt8(ascii: "&"), in: text, from: index)
      folder.append(part: Bytes(rebasing: text[index..<reference]))
      index = reference < text.count ? decodeReference(text, from: reference, &folder) : reference
    }
  }

  /// Where `byte` stands next; the end where it does not.
  private static func place(of byte: UInt8, in bytes: Bytes, from start: Int) -> Int {
    guard let base = bytes.baseAddress, let found = memchr(base + start, Int32(byte), bytes.count - start) else {
      return bytes.count
    }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  private static let withinLine = names([
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "mark", "s", "small",
    "span", "strong", "sub", "sup", "u", "wbr",
  ])
  private static let withoutText = names(["script", "style", "template", "noscript"])

  private static func names(_ names: [String]) -> Set<UInt64> {
    Set(names.compactMap { name in Array(name.utf8).withUnsafeBufferPointer { packed($0[...]) } })
  }

  /// The name of a tag in small letters, as a number: none of those above is longer than eight bytes. Nil where it is.
  private static func packed(_ name: Slice<Bytes>) -> UInt64? {
    name.count <= 8 ? name.reduce(0) { $0 << 8 | UInt64($1 | 0x20) } : nil
  }

  private static func skipTag(_ html: Bytes, from start: Int, _ folder: inout TextFolder) -> Int {
    let next = start + 1 < html.count ? html[start + 1] : 0
    if next == UInt8(ascii: "!") { return skipComment(html, from: start) }
    let nameStart = next == UInt8(ascii: "/") ? start + 2 : start + 1
    guard nameStart < html.count, (0x61...0x7A).contains(html[nameStart] | 0x20) else {
      folder.endWord()
      return start + 1
    }
    let name = html[nameStart...].prefix { (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) }
    let tag = packed(name)
    if !(tag.map(withinLine.contains) ?? false) { folder.endWord() }
    let end = endOfTag(html, from: start)
    guard nameStart == start + 1, let tag, withoutText.contains(tag) else { return end }
    return endOfElement(name, html, from: end)
  }

  private static func endOfTag(_ html: Bytes, from start: Int) -> Int {
    var quote: UInt8?
    for index in start..<html.count {
      let byte = html[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return index + 1
      }
    }
    return html.count
  }

  private static func skipComment(_ html: Bytes, from start: Int) -> Int {
    guard html[start...].starts(with: "<!--".utf8) else { return endOfTag(html, from: start) }
    var index = start + 4
    while index + 2 < html.count {
      if html[index] == 0x2D, html[index + 1] == 0x2D, html[index + 2] == UInt8(ascii: ">") { return index + 3 }
      index += 1
    }
    return html.count
  }

  private static func endOfElement(_ name: Slice<Bytes>, _ html: Bytes, from start: Int) -> Int {
    var index = start
    while index + name.count + 2 <= html.count {
      if html[index] == UInt8(ascii: "<"), html[index + 1] == UInt8(ascii: "/"),
        zip(name, html[(index + 2)...]).allSatisfy({ $0 | 0x20 == $1 | 0x20 })
      {
        return endOfTag(html, from: index)
      }
      index += 1
    }
    return html.count
  }

  /// Decodes `&…;`. A name that HTML does not have is text, a number that is no character is nothing: so has it the reader.
  private static func decodeReference(_ text: Bytes, from start: Int, _ folder: inout TextFolder) -> Int {
    let end = text[start...].prefix(12).firstIndex(of: UInt8(ascii: ";"))
    let name = end.map { String(decoding: text[(start + 1)..<$0], as: UTF8.self) } ?? ""
    if let end, let number = number(name) {
      if let scalar = Unicode.Scalar(number) { append(scalar, to: &folder) }
      return end + 1
    }
    guard let end, let scalar = HTMLCharacters.named(name) else {
      folder.endWord()
      return start + 1
    }
    append(scalar, to: &folder)
    return end + 1
  }

  private static func append(_ scalar: Unicode.Scalar, to folder: inout TextFolder) {
    var text = String(scalar)
    text.withUTF8 { folder.append(part: $0) }
  }

  /// The number of `#233` and `#xE9`.
  private static func number(_ name: String) -> UInt32? {
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    return digits.hasPrefix("x") || digits.hasPrefix("X") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
  }
}
