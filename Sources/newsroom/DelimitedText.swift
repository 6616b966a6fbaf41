import Foundation

/// A table as text: comma, semicolon or tab between cells, quotation marks as RFC 4180 has them.
struct DelimitedText {
  private(set) var rows: [[String]] = []
  /// The character between cells; nil where every line is one cell.
  let delimiter: Character?

  init(_ text: String) {
    let text = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    delimiter = DelimitedText.delimiter(of: text)
    guard let delimiter else {
      rows = text.split(whereSeparator: \.isNewline).map { [$0.trimmingSpaces] }.filter { $0 != [""] }
      return
    }
    read(text, delimiter)
  }

  /// The delimiter that most lines have, tabs before semicolons before commas.
  private static func delimiter(of text: String) -> Character? {
    let lines = text.split(whereSeparator: \.isNewline).prefix(50)
    return ["\t", ";", ","].first { delimiter in
      lines.count { $0.contains(delimiter) } * 2 > lines.count
    }
  }

  private mutating func read(_ text: String, _ delimiter: Character) {
    var (row, cell, isQuoted): ([String], String, Bool) = ([], "", false)
    var index = text.startIndex
    func endCell() {
      row.append(cell.trimmingSpaces)
      cell = ""
    }
    while index < text.endIndex {
      let character = text[index]
      index = text.index(after: index)
      if isQuoted {
        if character != "\"" {
          cell.append(character)
        } else if index < text.endIndex, text[index] == "\"" {
          cell.append(character)
          index = text.index(after: index)
        } else {
          isQuoted = false
        }
      } else if character == "\"", cell.allSatisfy(\.isWhitespace) {
        (cell, isQuoted) = ("", true)
      } else if character == delimiter {
        endCell()
      } else if character.isNewline {
        endCell()
        if row != [""] { rows.append(row) }
        row = []
      } else {
        cell.append(character)
      }
    }
    endCell()
    if row != [""] { rows.append(row) }
  }
}

extension StringProtocol {
  var trimmingSpaces: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
