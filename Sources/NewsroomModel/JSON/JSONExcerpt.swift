/// Quotes a piece of a text for a sentence.
enum JSONExcerpt {
  /// What stands at `offset`: a word, a number, a character, or the end of the text.
  static func quote(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> String {
    guard offset < bytes.count else { return "the end of the text" }
    let byte = bytes[offset]
    if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { return "a line break" }
    if byte == UInt8(ascii: "\"") { return "a string" }
    let rest = bytes[offset..<min(offset + 24, bytes.count)]
    let word = rest.prefix { $0.isASCIIAlphanumeric || "+-._\\".utf8.contains($0) }
    let text = word.isEmpty ? rest.prefix(4) : word
    guard let character = String(decoding: text, as: UTF8.self).unicodeScalars.first else { return "nothing" }
    if character.value < 0x20 || character.value == 0x7F { return "the control character \(character.value)" }
    return quoted(word.isEmpty ? String(Character(character)) : String(decoding: word, as: UTF8.self))
  }

  /// A text in quotation marks, without control characters, and shortened where it is long.
  static func quoted(_ text: String) -> String {
    var shown = String(text.prefix(60))
    if shown.utf8.count < text.utf8.count { shown += "…" }
    _ = ControlCharacters.remove(from: &shown)
    return "\"" + shown.split(whereSeparator: \.isNewline).joined(separator: " ") + "\""
  }
}

extension JSONValue {
  /// What the value is, for sentences: `"an array"`, `the number 42`, `the string "Francesco"`.
  var summary: String {
    switch kind {
    case .object: "an object"
    case .array: "an array"
    case .string, .key: "the string \(JSONExcerpt.quoted(JSONText.decode(self)))"
    case .number: "the number \(String(decoding: bytes.prefix(40), as: UTF8.self))"
    case .yes: "true"
    case .no: "false"
    case .null: "null"
    }
  }
}
