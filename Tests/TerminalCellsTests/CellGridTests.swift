import NewsroomTestSupport
import TerminalCells
import TerminalText
import Testing

@Suite("A grid of cells")
struct CellGridTests {
  private func rows(_ grid: CellGrid) -> [String] { ScreenDump(grid).rows }

  @Test("writes text where it is told and says how many columns it took")
  func writesTextWhereItIsToldAndSaysHowManyColumnsItTook() {
    var grid = CellGrid(size: Size(columns: 8, rows: 2))
    #expect(grid.write("中文x", at: Point(column: 1, row: 0)) == 5)
    #expect(rows(grid) == [" 中文x", ""])
    #expect(grid[1, 0].isWide && grid[2, 0].isSecondHalf)
  }

  @Test("cuts what does not fit, and never half a wide character")
  func cutsWhatDoesNotFitAndNeverHalfAWideCharacter() {
    var grid = CellGrid(size: Size(columns: 4, rows: 1))
    #expect(grid.write("a中文", at: Point(column: 0, row: 0)) == 3)
    #expect(grid.write("中", at: Point(column: 3, row: 0)) == 0)
    #expect(grid.write("xyz", at: Point(column: -2, row: 0)) == 3)
    #expect(rows(grid) == ["z中"])
    #expect(grid.write("abc", at: Point(column: 0, row: 0), width: 2) == 2)
    #expect(rows(grid) == ["ab"])
  }

  @Test("blanks the other half of a wide character when one half is overwritten", arguments: [0, 1, 2, 3])
  func blanksTheOtherHalfOfAWideCharacterWhenOneHalfIsOverwritten(column: Int) {
    var grid = CellGrid(size: Size(columns: 4, rows: 1))
    grid.write("中文", at: Point(column: 0, row: 0))
    grid.write("x", at: Point(column: column, row: 0))
    let expected = ["x 文", " x文", "中x", "中 x"]
    #expect(rows(grid) == [expected[column]])
  }

  @Test("keeps marks on their base and joins nothing to a neighbour")
  func keepsMarksOnTheirBaseAndJoinsNothingToANeighbour() {
    var grid = CellGrid(size: Size(columns: 6, rows: 1))
    grid.write("e\u{301}中\u{308}x", at: Point(column: 0, row: 0))
    #expect(grid[0, 0].text == "e\u{301}")
    #expect(grid[1, 0].text == "中\u{308}")
    #expect(grid[3, 0].text == "x")
  }

  @Test("lets no control character into a cell that is set by hand")
  func letsNoControlCharacterIntoACellThatIsSetByHand() {
    #expect(Cell(text: "\u{1B}").text == "␛")
    #expect(Cell(text: "👨‍👩‍👧").text == "👨")
  }

  @Test("fills and restyles a rectangle, cut off at the edges")
  func fillsAndRestylesARectangleCutOffAtTheEdges() {
    var grid = CellGrid(size: Size(columns: 3, rows: 2))
    grid.write("中a", at: Point(column: 0, row: 0))
    grid.fill(Rect(column: 1, row: -1, columns: 9, rows: 2), style: Style(.reverse))
    #expect(ScreenDump(grid).description == "3x2, no cursor\n|\n|\n0: 1-2 reverse\n")
    grid.restyle(Rect(column: 0, row: 1, columns: 1, rows: 5)) { $0.foreground = .palette(3) }
    #expect(grid[0, 1].style == Style(foreground: .palette(3)))
    grid.fill(Rect(column: 7, row: 7, columns: 1, rows: 1), style: .plain)
  }

  @Test(
    "a style survives being packed into a cell",
    arguments: [
      Style(), Style([.bold, .dim, .italic, .underline, .reverse]),
      Style(foreground: .palette(15), background: .rgb(1, 2, 255)), Style(foreground: .rgb(0, 0, 0)),
    ])
  func aStyleSurvivesBeingPackedIntoACell(style: Style) {
    #expect(Cell(text: "中", style: style).style == style)
  }
}
