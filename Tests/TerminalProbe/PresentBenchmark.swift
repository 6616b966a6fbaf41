import NcursesTerminal
import TerminalCells
import TerminalText

/// What showing a screen on a real terminal costs the program, written bytes included.
enum PresentBenchmark {
  static func run(_ terminal: inout NcursesTerminal) -> String {
    let screens = (0..<2).map { screen($0, size: terminal.size) }
    let all = median { terminal.present(screens[$0 % 2], cursor: nil) }
    let rows = (0..<2).map { number in
      var grid = screens[0]
      grid.write("row \(number)", at: Point(column: 0, row: grid.size.rows / 2), style: Style(.reverse))
      return grid
    }
    let row = median { terminal.present(rows[$0 % 2], cursor: nil) }
    let none = median { _ in terminal.present(rows[0], cursor: nil) }
    return "present: all \(all), one row \(row), nothing \(none)"
  }

  private static func screen(_ number: Int, size: Size) -> CellGrid {
    var grid = CellGrid(size: size)
    for row in 0..<size.rows {
      let text = SafeText(
        String(repeating: number == 0 ? "news of a delegation " : "代表团访问 visits ", count: size.columns / 15))
      grid.write(text, at: Point(column: 0, row: row), style: Style(foreground: .palette(UInt8(row % 8))))
    }
    return grid
  }

  private static func median(_ body: (Int) -> Void) -> Duration {
    let times = (0..<60).map { number in ContinuousClock().measure { body(number) } }.sorted()
    return times[30]
  }
}
