/// The control characters that no text of a record should hold: all but tab and line breaks.
enum ControlCharacters {
  /// Removes them, and says how many they were.
  static func remove(from text: inout String) -> Int {
    let count = text.unicodeScalars.count(where: isUnwanted)
    if count > 0 { text.unicodeScalars.removeAll(where: isUnwanted) }
    return count
  }

  /// Whether a character is a control character other than tab, line feed and carriage return.
  static func isUnwanted(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0x00...0x1F, 0x7F...0x9F: true
    default: false
    }
  }
}
