import Foundation
import NewsroomModel
import TerminalText

/// In which form records are written; the ending of the file's name says it.
enum ExportFormat: String, CaseIterable {
  /// The rows of a list (RFC 4180).
  case csv
  /// The records as they stand in the data: ninjs items in an array, people, organisations and events as a Popolo collection.
  case json
  /// The same, a record a line.
  case jsonl
  /// Pages for reading.
  case md
  case txt

  /// - Throws: a ``CLIError`` when the ending is none of those.
  init(path: String) throws {
    let ending = (path as NSString).pathExtension.lowercased()
    let others: [String: ExportFormat] = ["ndjson": .jsonl, "markdown": .md, "text": .txt]
    guard let format = ExportFormat(rawValue: ending) ?? others[ending] else {
      throw CLIError("The ending of the name says the form: .csv, .json, .jsonl, .md or .txt.", code: .usage)
    }
    self = format
  }
}

/// A file of comma-separated values (RFC 4180) as spreadsheets read it.
enum CSV {
  /// Tells spreadsheets that the text is UTF-8.
  static let mark = "\u{FEFF}"
  static let header = line(["address", "title", "detail", "start_date", "end_date", "count", "mark", "date_of"])

  static func line(_ row: ListRow) -> String {
    let row = RowOutput(row)
    let count = row.count.map(String.init)
    return line(
      [row.address, row.title, row.detail, row.startDate, row.endDate, count, row.mark, row.dateOf].map { $0 ?? "" })
  }

  static func line(_ values: [String]) -> String { values.map(field).joined(separator: ",") + "\r\n" }

  /// A value in quotes where it must be. One that a spreadsheet would take for a formula gets an apostrophe before it, as OWASP
  /// advises: the data come from anybody.
  private static func field(_ value: String) -> String {
    var text = SafeText(value).string
    if let first = text.first(where: { !$0.isWhitespace }), "=+-@＝＋－＠".contains(first) { text = "'" + text }
    // Where spreadsheets take a semicolon for the end of a cell, another one begins after it.
    if text.contains(";") { text = text.replacing(/(;\s*)([=+\-@＝＋－＠])/) { "\($0.output.1)'\($0.output.2)" } }
    guard text.contains(where: { ",;\"\r\n".contains($0) }) || text.first == " " || text.last == " " else {
      return text
    }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}

/// JSON as it stands in a file, put into another one without reading its values.
enum RawJSON {
  /// A record on one line. A line feed in JSON always stands between its parts, so it goes with the spaces behind it.
  static func onOneLine(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var isPassing = false
    for byte in bytes {
      if byte == 0x0A || byte == 0x0D { isPassing = true } else if !(byte == 0x20 || byte == 0x09) { isPassing = false }
      if !isPassing { result.append(byte) }
    }
    return result
  }

  /// What stands before the first record, between two, and behind the last.
  static func frame(of kind: RecordKind) -> (start: String, between: String, end: String) {
    switch kind {
    case .person: ("{\"persons\": [\n", ",\n", "\n]}\n")
    case .organisation: ("{\"organizations\": [\n", ",\n", "\n]}\n")
    case .event: ("{\"events\": [\n", ",\n", "\n]}\n")
    case .article, .delegation, .programme: ("[\n", ",\n", "\n]\n")
    }
  }
}
