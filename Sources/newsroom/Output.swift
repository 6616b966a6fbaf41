import Foundation
import TerminalText

/// What the subcommands print. Every line passes the text gate, wherever it goes.
///
/// What was asked for and cannot be written, to a full disk for instance, ends the command with a ``CLIError``; what is only said
/// beside it does not.
enum Output {
  static func print(_ text: String) throws { try write(SafeText(multiline: text).string + "\n") }

  /// Prints one line, whatever line breaks are in it.
  static func print(line text: String) throws { try write(SafeText(text).string + "\n") }

  /// Prints cells with tabs between them; none has a tab or line break of its own.
  static func print(columns: [String]) throws {
    try write(columns.map { SafeText($0).string }.joined(separator: "\t") + "\n")
  }

  /// Prints what the program itself has made for other programs, such as a script: as it is.
  static func print(exactly text: String) throws { try write(text) }

  /// Asks for a line; the answer stands on the same row.
  static func prompt(_ text: String) throws { try write(SafeText(text).string) }

  static func printError(_ text: String) { say(SafeText(multiline: text).string + "\n") }

  /// Shows on standard error, a terminal, how far something has come; the next takes its place.
  static func showProgress(_ text: String) { say("\r" + SafeText(text).string) }

  static func clearProgress() { say("\r\u{1B}[K") }

  /// Prints a value as JSON in which whatever the gate would not let pass is escaped.
  static func print(json value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let text = String(decoding: try encoder.encode(value), as: UTF8.self)
    try write(JSONEscaping.escaped(text) + "\n")
  }

  /// Writes to standard output what has passed the gate, or is a file's own bytes.
  /// - Throws: a ``CLIError`` that says why that cannot be.
  static func write(_ data: Data) throws { if let code = errorCode(writing: data) { throw failure(code) } }

  private static func write(_ text: String) throws {
    // A reader that has gone (`newsroom list | head`) ends the program, or is no error worth a word where that is ignored.
    if let code = errorCode(writing: Data(text.utf8)), code != EPIPE { throw failure(code) }
  }

  private static func failure(_ code: Int32) -> CLIError {
    CLIError("Standard output cannot be written: \(String(cString: strerror(code))).", code: .unavailable)
  }

  /// Writes everything.
  /// - Returns: the system's error; nil where there is none.
  private static func errorCode(writing data: Data) -> Int32? {
    do { try FileHandle.standardOutput.write(contentsOf: data) } catch { return errno }
    return nil
  }

  /// Writes to standard error; where that cannot be written there is nobody to be told.
  private static func say(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}

/// Escapes in JSON what must not reach a terminal; such characters occur in JSON within strings alone, but for carriage returns,
/// which may stand between its parts and are left out.
enum JSONEscaping {
  static func escaped(_ json: String) -> String {
    var result = ""
    for scalar in json.unicodeScalars where scalar != "\r" {
      if scalar.value < 0x7F || SafeText(String(scalar)).string == String(scalar) {
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
