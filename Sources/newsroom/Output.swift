import Foundation
import TerminalText

/// What the subcommands print. Every line passes the text gate, wherever it goes.
enum Output {
  static func print(_ text: String) { write(SafeText(multiline: text).string + "\n", to: .standardOutput) }

  /// Asks for a line; the answer stands on the same row.
  static func prompt(_ text: String) { write(SafeText(text).string, to: .standardOutput) }

  static func printError(_ text: String) { write(SafeText(multiline: text).string + "\n", to: .standardError) }

  /// Shows on standard error, a terminal, how far something has come; the next takes its place.
  static func showProgress(_ text: String) { write("\r" + SafeText(text).string, to: .standardError) }

  static func clearProgress() { write("\r\u{1B}[K", to: .standardError) }

  /// Prints a value as JSON in which whatever the gate would not let pass is escaped.
  static func print(json value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let text = String(decoding: try encoder.encode(value), as: UTF8.self)
    write(JSONEscaping.escaped(text) + "\n", to: .standardOutput)
  }

  private static func write(_ text: String, to handle: FileHandle) {
    // A reader that has gone (`newsroom list | head`) is no error worth a word.
    try? handle.write(contentsOf: Data(text.utf8))
  }
}

/// Escapes in JSON what must not reach a terminal; such characters occur in JSON within strings alone.
enum JSONEscaping {
  static func escaped(_ json: String) -> String {
    var result = ""
    for scalar in json.unicodeScalars {
      if scalar.isASCII || SafeText(String(scalar)).string == String(scalar) {
        result.unicodeScalars.append(scalar)
      } else {
        for unit in String(scalar).utf16 { result += "\\u" + hex(unit) }
      }
    }
    return result
  }

  private static func hex(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}
