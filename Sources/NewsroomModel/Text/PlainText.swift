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

extension String {
  /// Whether there is nothing to be seen: spaces of any kind, and characters that only say how others are set.
  var isBlank: Bool {
    unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0.properties.generalCategory == .format }
  }
}
