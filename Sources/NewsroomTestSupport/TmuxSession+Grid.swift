package import TerminalCells
import TerminalText

extension TmuxSession {
  /// What tmux has in its cells, as the grid that a program would have drawn.
  ///
  /// A capture has the characters of a row, not their columns: these are counted here as the program counts them, and tmux is
  /// asked at which column it has the row's end. Where the two differ, it has a character of another width.
  /// - Throws: `RowOfOtherWidth`.
  package func grid() throws -> CellGrid {
    let numbers = try ask("#{pane_width} #{pane_height}").split(separator: " ").compactMap { Int($0) }
    var grid = CellGrid(size: Size(columns: numbers[0], rows: numbers[1]), reordersBidi: false)
    var pen = Style.plain
    // Not by Character: a line feed after a mark is a character of its own, but CR LF would be one.
    let rows = try screenWithStyles().unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    for (row, text) in rows.prefix(numbers[1]).enumerated() {
      var column = 0
      for run in StyledRun.runs(of: text, pen: &pen) {
        for unit in SafeText(run.text).units {
          let scalars = (0..<5).compactMap { unit.lanes[$0] == 0 ? nil : Unicode.Scalar(unit.lanes[$0]) }
          if column + unit.columns > numbers[0] { throw RowOfOtherWidth(row: row, text: run.text) }
          grid[column, row] = Cell(text: String(String.UnicodeScalarView(scalars)), style: run.style)
          column += unit.columns
        }
      }
    }
    for (row, end) in try rowEnds(numbers[1]).enumerated() {
      let width = (0..<numbers[0]).last { ![" ", ""].contains(grid[$0, row].text) }
      let own = width.map { $0 + (grid[$0, row].isWide ? 2 : 1) } ?? 0
      if own != end {
        throw RowOfOtherWidth(row: row, text: "\(own) columns, in tmux \(end): \(ScreenDump(grid).rows[row])")
      }
    }
    return grid
  }

  /// The column behind the last character of each row, as tmux counts.
  private func rowEnds(_ rows: Int) throws -> [Int] {
    let row = ["send-keys", "-X", "end-of-line", ";", "display-message", "-p", "#{copy_cursor_x}", ";"]
    let down = ["send-keys", "-X", "start-of-line", ";", "send-keys", "-X", "cursor-down", ";"]
    let answer = try tmux(
      ["copy-mode", ";", "send-keys", "-X", "top-line", ";", "send-keys", "-X", "start-of-line", ";"]
        + (0..<rows).flatMap { _ in row + down } + ["send-keys", "-X", "cancel"])
    return answer.split(separator: "\n").compactMap { Int($0) }
  }
}

/// tmux gives a row more or fewer columns than we do.
package struct RowOfOtherWidth: Error {
  package var row: Int
  package var text: String
}

/// A stretch of a captured row in one style.
private struct StyledRun {
  var text: String
  var style: Style

  /// The runs of a row; `pen` goes from row to row, as in the capture.
  static func runs(of row: Substring.UnicodeScalarView, pen: inout Style) -> [StyledRun] {
    var runs: [StyledRun] = []
    var rest = row
    while let start = rest.firstIndex(of: "\u{1B}") {
      runs.append(StyledRun(text: String(rest[..<start]), style: pen))
      let end = rest[start...].firstIndex(of: "m") ?? rest.index(before: rest.endIndex)
      let numbers = String(rest[start..<end].dropFirst(2)).split(separator: ";").map { Int($0) ?? 0 }
      pen.take(numbers.isEmpty ? [0] : numbers)
      rest = rest[rest.index(after: end)...]
    }
    return runs + [StyledRun(text: String(rest), style: pen)]
  }
}

extension Style {
  private static let names: [Int: Attributes] = [1: .bold, 2: .dim, 3: .italic, 4: .underline, 7: .reverse]

  /// What the numbers of an SGR sequence do to a style.
  fileprivate mutating func take(_ numbers: [Int]) {
    var rest = numbers[...]
    while let number = rest.popFirst() {
      switch number {
      case 0: self = .plain
      case 1, 2, 3, 4, 7: attributes.formUnion(Style.names[number] ?? [])
      case 38: foreground = Style.colour(&rest)
      case 48: background = Style.colour(&rest)
      case 39: foreground = .terminal
      case 49: background = .terminal
      case 30...37: foreground = .palette(UInt8(number - 30))
      case 40...47: background = .palette(UInt8(number - 40))
      case 90...97: foreground = .palette(UInt8(number - 82))
      case 100...107: background = .palette(UInt8(number - 92))
      default: break
      }
    }
  }

  private static func colour(_ numbers: inout ArraySlice<Int>) -> Colour {
    guard numbers.popFirst() == 5 else {
      let parts = (0..<3).map { _ in UInt8(clamping: numbers.popFirst() ?? 0) }
      return .rgb(parts[0], parts[1], parts[2])
    }
    return .palette(UInt8(clamping: numbers.popFirst() ?? 0))
  }
}
