import NewsroomTestSupport
import TerminalCells
import TerminalText
import Testing

@Suite("Styled text set into lines and drawn")
struct StyledLineTests {
  private func text(_ parts: (String, Int?)...) -> StyledText {
    var text = StyledText()
    for (part, link) in parts {
      text.append(SafeText(multiline: part), style: link == nil ? .plain : Style(.underline), link: link)
    }
    return text
  }

  private func draw(_ text: StyledText, width: Int) -> (rows: [String], links: [[(link: Int, columns: Range<Int>)]]) {
    let lines = text.lines(width: width)
    var grid = CellGrid(size: Size(columns: width + 4, rows: lines.count))
    let links = lines.enumerated().map { grid.draw($1, at: Point(column: 2, row: $0), width: width) }
    return (ScreenDump(grid).rows, links)
  }

  @Test("keeps the links of a line in their columns")
  func keepsTheLinksOfALineInTheirColumns() {
    let drawn = draw(text(("Visit of ", nil), ("BI Xiaohan", 4), (" to ", nil), ("中文", 5), (".", nil)), width: 20)
    #expect(drawn.rows == ["  Visit of BI Xiaohan", "  to 中文."])
    #expect(drawn.links.map { $0.map(\.link) } == [[4], [5]])
    #expect(drawn.links.map { $0.map(\.columns) } == [[11..<21], [5..<9]])
  }

  @Test("sets a right-to-left paragraph from the right edge, its links where they are seen")
  func setsARightToLeftParagraphFromTheRightEdgeItsLinksWhereTheyAreSeen() {
    let drawn = draw(text(("שלום ", nil), ("עולם", 1), (" IBE", 2)), width: 20)
    #expect(drawn.rows == ["         IBE םלוע םולש"])
    #expect(drawn.links[0].map(\.link) == [2, 2, 1] || drawn.links[0].map(\.link) == [2, 1])
    #expect(drawn.links[0].last?.columns == 13..<17)
  }

  @Test("gives a link that runs both ways a stretch for each")
  func givesALinkThatRunsBothWaysAStretchForEach() {
    let drawn = draw(text(("שלום IBE 12", 1)), width: 11)
    #expect(drawn.rows == ["  IBE 12 םולש"])
    #expect(drawn.links[0].map(\.columns).reduce(0) { $0 + $1.count } == 11)
  }

  @Test("leaves the order alone where the terminal does it")
  func leavesTheOrderAloneWhereTheTerminalDoesIt() {
    var grid = CellGrid(size: Size(columns: 8, rows: 1), reordersBidi: false)
    let line = StyledLine(text: "שלום", spans: [])
    grid.draw(line, at: Point(column: 0, row: 0), width: 8)
    #expect(ScreenDump(grid).rows == ["שלום"])
  }

  @Test("draws what no span covers, and cuts what is too wide")
  func drawsWhatNoSpanCoversAndCutsWhatIsTooWide() {
    var grid = CellGrid(size: Size(columns: 6, rows: 1))
    let spans = [StyledText.Span(range: 2..<4, style: Style(.bold), link: 9)]
    let links = grid.draw(StyledLine(text: "abcdefgh", spans: spans), at: Point(column: 1, row: 0), width: 3) { _ in
      Style(.reverse)
    }
    #expect(ScreenDump(grid).description == "6x1, no cursor\n| abc\n0: 3-3 reverse\n")
    #expect(links.map(\.columns) == [3..<4])
    #expect(grid.draw(StyledLine(text: "x", spans: []), at: Point(column: 0, row: 4), width: 3).isEmpty)
  }

  @Test("is as quick with many spans as with few")
  func isAsQuickWithManySpansAsWithFew() {
    var styled = StyledText()
    for number in 0..<20_000 { styled.append("word ", link: number) }
    #expect(styled.lines(width: 80).count > 1_200)
  }
}
