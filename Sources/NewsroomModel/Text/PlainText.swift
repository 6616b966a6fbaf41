/// Small things done to texts of one line.
package enum PlainText {
  /// A text on one line: spaces and line breaks collapsed, none at the ends.
  package static func oneLine(_ text: String) -> String {
    guard needsCollapsing(text) else { return text }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// False only where one can be sure of it from the bytes: no space but single ones within, no character beyond ASCII that
  /// might be a space.
  private static func needsCollapsing(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { bytes in
      var wasSpace = true
      for byte in bytes {
        let isSpace = byte <= 0x20
        if byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || (isSpace && (wasSpace || byte != 0x20)) { return true }
        wasSpace = isSpace
      }
      return wasSpace
    } ?? true
  }

  /// Whether the bytes of `part` occur in `text`.
  static func contains(_ text: String, _ part: StaticString) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      ByteSearch.contains(part, in: UnsafeRawBufferPointer(bytes))
    }
  }

  /// The text of HTML.
  static func withoutTags(_ html: String) -> String { HTMLParser.blocks(of: html).plainText }
}

extension PlainText {
  /// A text of one line from a source that may have written it as HTML: references are decoded, tags are removed.
  static func title(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "<") }) else {
      return oneLine(text)
    }
    let decoded = withoutReferences(withoutInlineTags(text))
    let isEscapedTwice = contains(decoded, "&#") || contains(decoded, "&amp;") || contains(decoded, "&quot;")
    let whole = isEscapedTwice ? withoutReferences(decoded) : decoded
    return oneLine(contains(whole, "</") ? withoutInlineTags(whole) : whole)
  }

  /// The names of authors in one line, each once and without the word "By", which the page adds; nil for nobody.
  static func byline(_ names: [String]) -> String? {
    var seen: Set<String> = []
    let names = names.map(author).filter { !$0.isBlank && WebAddress($0) == nil && seen.insert($0).inserted }
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }

  private static func author(_ text: String) -> String {
    var name = title(text)
    // RSS has "desk@example.org (Jane Doe)".
    if name.contains("@"), let start = name.firstIndex(of: "("), name.hasSuffix(")") {
      name = String(name[name.index(after: start)...].dropLast())
    }
    while name.count > 3, ["by ", "by:"].contains(name.prefix(3).lowercased()) {
      name = oneLine(String(name.dropFirst(3)))
    }
    return name
  }

  private static func withoutReferences(_ text: String) -> String {
    var text = text
    return text.withUTF8 { HTMLScanner.decoded($0) }
  }

  /// Without tags of HTML; `<` before anything else is a sign of its own.
  private static func withoutInlineTags(_ text: String) -> String {
    guard text.contains("<") else { return text }
    var (rest, plain) = (text[...], "")
    while let open = rest.firstIndex(of: "<") {
      plain += rest[..<open]
      let inside = rest[rest.index(after: open)...]
      let name = inside.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
      guard tags.contains(name), let close = inside.firstIndex(of: ">") else {
        plain += "<"
        rest = inside
        continue
      }
      if spacingTags.contains(name) { plain += " " }
      rest = inside[inside.index(after: close)...]
    }
    return plain + rest
  }

  private static let spacingTags: Set<String> = ["br", "p", "div", "h1", "h2", "h3", "h4", "li", "tr", "td"]
  private static let tags: Set<String> = spacingTags.union([
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "em", "font", "i", "img", "ins", "mark", "q", "s",
    "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "wbr", "nobr", "h5", "h6",
  ])
}

extension String {
  /// Whether there is nothing to be seen: spaces of any kind, and characters that only say how others are set.
  var isBlank: Bool {
    unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0.properties.generalCategory == .format }
  }
}
