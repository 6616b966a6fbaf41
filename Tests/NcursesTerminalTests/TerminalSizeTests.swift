import TerminalCells
import Testing

@testable import NcursesTerminal

@Suite("The size of a terminal that does not know its own")
struct TerminalSizeTests {
  @Test func isThatOfCOLUMNSAndLINESWithinLimits() {
    #expect(NcursesTerminal.size(["COLUMNS": "132", "LINES": "50"]) == Size(columns: 132, rows: 50))
    #expect(NcursesTerminal.size(["COLUMNS": "0", "LINES": "-3"]) == Size(columns: 80, rows: 24))
    #expect(NcursesTerminal.size(["COLUMNS": "100000", "LINES": "x"]) == Size(columns: 80, rows: 24))
    #expect(NcursesTerminal.size([:]) == Size(columns: 80, rows: 24))
  }
}
