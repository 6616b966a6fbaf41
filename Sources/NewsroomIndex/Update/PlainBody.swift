import NewsroomModel

/// The words of an HTML body without its tags, for search alone: what is shown is read by the model library.
///
/// One pass over the bytes, because building a catalogue runs it over everything there is. Of markup as people write
/// it both have the same words (`PlainBodyTests`).
enum PlainBody {
  /// Adds the words of `body` to `folder`.
  static func append(_ body: Article.Body, to folder: inout TextFolder) {
    switch body.format {
    case .plain: folder.append(body.value)
    case .html: folder.append(utf8: text(ofHTML: Array(body.value.utf8)))
    }
  }

  /// The text of a piece of HTML as UTF-8. Tags that begin something new part words, tags within a line do not.
  static func text(ofHTML html: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(html.count)
    var index = 0
    while index < html.count {
      switch html[index] {
      case UInt8(ascii: "<"): index = skipTag(html, from: index, &text)
      case UInt8(ascii: "&"): index = decodeReference(html, from: index, &text)
      default:
        let start = index
        repeat { index += 1 } while index < html.count && !beginsMarkup(html[index])
        text.append(contentsOf: html[start..<index])
      }
    }
    return text
  }

  private static func beginsMarkup(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") }

  private static let withinLine: Set<String> = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "mark", "s", "small",
    "span", "strong", "sub", "sup", "u", "wbr",
  ]
  private static let withoutText: Set<String> = ["script", "style", "template", "noscript"]

  private static func skipTag(_ html: [UInt8], from start: Int, _ text: inout [UInt8]) -> Int {
    let next = start + 1 < html.count ? html[start + 1] : 0
    if next == UInt8(ascii: "!") { return skipComment(html, from: start) }
    let nameStart = next == UInt8(ascii: "/") ? start + 2 : start + 1
    guard nameStart < html.count, (0x61...0x7A).contains(html[nameStart] | 0x20) else {
      text.append(UInt8(ascii: "<"))
      return start + 1
    }
    let name = html[nameStart...].prefix { (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) }
    let tag = String(decoding: name, as: UTF8.self).lowercased()
    if !withinLine.contains(tag) { text.append(0x20) }
    let end = endOfTag(html, from: start)
    return withoutText.contains(tag) && nameStart == start + 1 ? endOfElement(tag, html, from: end) : end
  }

  private static func endOfTag(_ html: [UInt8], from start: Int) -> Int {
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

  private static func skipComment(_ html: [UInt8], from start: Int) -> Int {
    guard html[start...].starts(with: Array("<!--".utf8)) else { return endOfTag(html, from: start) }
    var index = start + 4
    while index + 2 < html.count {
      if html[index] == 0x2D, html[index + 1] == 0x2D, html[index + 2] == UInt8(ascii: ">") { return index + 3 }
      index += 1
    }
    return html.count
  }

  private static func endOfElement(_ tag: String, _ html: [UInt8], from start: Int) -> Int {
    let wanted = Array("</\(tag)".utf8)
    var index = start
    while index + wanted.count <= html.count {
      if html[index] == UInt8(ascii: "<"),
        zip(wanted, html[index...]).allSatisfy({ $0 == ($1 | ($1 > 0x40 ? 0x20 : 0)) })
      {
        return endOfTag(html, from: index)
      }
      index += 1
    }
    return html.count
  }

  /// Decodes `&…;`. A name that HTML does not have is text, a number that is no character is nothing: so has it the reader.
  private static func decodeReference(_ html: [UInt8], from start: Int, _ text: inout [UInt8]) -> Int {
    let end = html[start...].prefix(12).firstIndex(of: UInt8(ascii: ";"))
    let name = end.map { String(decoding: html[(start + 1)..<$0], as: UTF8.self) } ?? ""
    if let end, let number = number(name) {
      if let scalar = Unicode.Scalar(number) { text.append(contentsOf: scalar.utf8) }
      return end + 1
    }
    guard let end, let scalar = HTMLCharacters.named(name) else {
      text.append(UInt8(ascii: "&"))
      return start + 1
    }
    text.append(contentsOf: scalar.utf8)
    return end + 1
  }

  /// The number of `#233` and `#xE9`.
  private static func number(_ name: String) -> UInt32? {
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    return digits.hasPrefix("x") || digits.hasPrefix("X") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
  }
}
