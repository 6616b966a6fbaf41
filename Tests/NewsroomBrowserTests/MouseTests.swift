import NewsroomBrowser
import NewsroomModel
import TerminalCells
import Testing

@Suite("The mouse")
struct MouseTests {
  private var robot = Robot(columns: 120, rows: 30)

  @Test("A click selects a row, a double click opens it")
  mutating func aClickSelectsARowADoubleClickOpensIt() {
    robot.give(.mouseUsed(MouseEvent(.click, at: Point(column: 20, row: 6))))
    #expect(robot.state.list?.cursor.index == 4)
    robot.give(.mouseUsed(MouseEvent(.doubleClick, at: Point(column: 20, row: 6))))
    #expect(robot.state.record?.address == RecordAddress(.article, "urn:4"))
  }

  @Test(
    "A click on a tab shows that list, a second one there opens nothing",
    arguments: [(Size(columns: 120, rows: 30), "3 People"), (Size(columns: 40, rows: 12), " 3 ")])
  mutating func aClickOnATabShowsThatListASecondOneThereOpensNothing(size: Size, label: String) throws {
    robot.give(.resized(size))
    let row = robot.screen[0]
    let column = try #require(row.firstRange(of: label)).lowerBound.utf16Offset(in: row) + 1
    robot.give(.mouseUsed(MouseEvent(.click, at: Point(column: column, row: 0))))
    #expect(robot.state.list?.request.list == .people)
    robot.give(.mouseUsed(MouseEvent(.doubleClick, at: Point(column: column, row: 0))))
    #expect(robot.state.record == nil && robot.state.list?.request.list == .people)
  }

  @Test("A click on a facet's heading shows its values, a second one there changes nothing")
  mutating func aClickOnAFacetsHeadingShowsItsValuesASecondOneThereChangesNothing() throws {
    robot = Robot(columns: 160, rows: 30)
    let column = try #require(robot.screen[2].firstRange(of: "Year")).lowerBound.utf16Offset(in: robot.screen[2])
    robot.give(.mouseUsed(MouseEvent(.click, at: Point(column: column + 1, row: 2))))
    #expect(robot.state.list?.facets.field == .year && robot.state.list?.pane == .facets)
    #expect(robot.text.contains(" 2020"))
    robot.give(.mouseUsed(MouseEvent(.doubleClick, at: Point(column: column + 1, row: 2))))
    #expect(robot.state.list?.facets.field == .year && robot.state.list?.request.query == "")
  }

  @Test("The wheel over a preview scrolls the preview, beside a list and beside a page, and the next begins at its top")
  mutating func theWheelOverAPreviewScrollsThePreviewBesideAListAndBesideAPageAndTheNext() throws {
    let wheel = Message.mouseUsed(MouseEvent(.wheelDown, at: Point(column: 115, row: 10)))
    robot.give(wheel)
    robot.give(wheel)
    #expect(robot.state.list?.preview?.scroll == 6 && robot.state.list?.cursor == ListSelection())
    robot.give(.catalogueChanged)
    #expect(robot.state.list?.preview?.scroll == 6)
    for _ in 0..<100 { robot.give(wheel) }
    #expect(robot.text.contains("example.org/942"))
    robot.press("j")
    #expect(robot.state.list?.preview?.scroll == 0)
    robot = Robot(columns: 180, rows: 30)
    robot.press(.enter, "p", .enter, .tab)
    robot.give(.mouseUsed(MouseEvent(.wheelDown, at: Point(column: 170, row: 10))))
    #expect(robot.state.record?.preview?.scroll == 3)
  }

  @Test("A double click where there is no row opens none")
  mutating func aDoubleClickWhereThereIsNoRowOpensNone() {
    robot = Robot(columns: 120, rows: 60)
    robot.give(.mouseUsed(MouseEvent(.doubleClick, at: Point(column: 20, row: 50))))
    #expect(robot.state.record == nil)
  }

  @Test("A row of the palette is selected by a click and chosen by a double click")
  mutating func aRowOfThePaletteIsSelectedByAClickAndChosenByADoubleClick() throws {
    robot.press(":")
    let rows = try #require(robot.state.palette).rows
    robot.give(.mouseUsed(MouseEvent(.click, at: Point(column: 30, row: 6))))
    #expect(robot.state.palette?.cursor == 3)
    robot.give(.mouseUsed(MouseEvent(.wheelDown, at: Point(column: 30, row: 6))))
    #expect(robot.state.palette?.cursor == 4)
    robot.give(.mouseUsed(MouseEvent(.doubleClick, at: Point(column: 30, row: 4))))
    #expect(robot.state.palette == nil && rows[1].title == "up" && robot.state.list?.cursor.index == 0)
  }

  @Test("The wheel in the palette before fewer rows come leaves a row chosen that is there")
  mutating func theWheelInThePaletteBeforeFewerRowsComeLeavesARowChosenThatIsThere() {
    let rows = (0..<20).map { ListRow(address: RecordAddress(.person, "\($0)"), title: "P \($0)") }
    robot.press(.control("p"), "p")
    robot.give(.namesFound("p", rows))
    robot.press("q")
    for _ in 0..<15 { robot.give(.mouseUsed(MouseEvent(.wheelDown, at: Point(column: 30, row: 6)))) }
    robot.give(.namesFound("pq", Array(rows.prefix(3))))
    #expect(robot.state.palette?.cursor == 2 && robot.text.contains("P 2"))
  }

  @Test("Beside the palette nothing is clicked", arguments: [Key.character(":"), .control("p")])
  mutating func besideThePaletteNothingIsClicked(key: Key) {
    robot.press(key)
    robot.give(.mouseUsed(MouseEvent(.doubleClick, at: Point(column: 5, row: 6))))
    #expect(robot.state.record == nil && robot.state.list?.cursor.index == 0)
    #expect(robot.state.palette != nil)
  }

  @Test("The wheel scrolls the list without leaving its rows")
  mutating func theWheelScrollsTheListWithoutLeavingItsRows() {
    for _ in 0..<50 { robot.give(.mouseUsed(MouseEvent(.wheelDown, at: Point(column: 5, row: 5)))) }
    #expect(robot.state.list?.cursor.top == 3)
    for _ in 0..<50 { robot.give(.mouseUsed(MouseEvent(.wheelUp, at: Point(column: 5, row: 5)))) }
    #expect(robot.state.list?.cursor.top == 0)
  }

  @Test(
    "The wheel over the facets leaves the list alone, whatever pane has the keys",
    arguments: [[], [Key.character("f")]])
  mutating func theWheelOverTheFacetsLeavesTheListAloneWhateverPaneHasTheKeys(keys: [Key]) {
    robot = Robot(columns: 180, rows: 30)
    keys.forEach { robot.press($0) }
    robot.give(.mouseUsed(MouseEvent(.wheelDown, at: Point(column: 5, row: 5))))
    #expect(robot.state.list?.cursor.top == 0)
    robot.give(.mouseUsed(MouseEvent(.wheelDown, at: Point(column: 70, row: 5))))
    #expect(robot.state.list?.cursor.top == 3 && robot.state.list?.facets.cursor.top == 0)
  }

  @Test("A click in the panel of an article focuses the link there")
  mutating func aClickInThePanelOfAnArticleFocusesTheLinkThere() {
    robot.press(.enter)
    robot.give(.mouseUsed(MouseEvent(.click, at: Point(column: 90, row: 2))))
    #expect(robot.state.record?.focusedStop?.label == "JI Lili")
  }

  /// The column of the line between list and preview, or of the first line.
  private func dividers(_ robot: Robot) -> [Int] {
    let grid = robot.state.draw().grid
    return (0..<grid.size.columns).filter { column in (10..<20).allSatisfy { grid[column, $0].text == "│" } }
  }

  private mutating func drag(from column: Int, to end: Int) {
    robot.give(.mouseUsed(MouseEvent(.click, at: Point(column: column, row: 12))))
    robot.give(.mouseUsed(MouseEvent(.drag, at: Point(column: end, row: 14))))
    robot.give(.mouseUsed(MouseEvent(.release, at: Point(column: end, row: 14))))
  }

  @Test("The line between list and preview can be drawn, but neither pane to nothing")
  mutating func theLineBetweenListAndPreviewCanBeDrawnButNeitherPaneToNothing() throws {
    let selected = robot.state.list?.cursor.index
    let column = try #require(dividers(robot).first)
    drag(from: column, to: 50)
    #expect(dividers(robot) == [50])
    drag(from: 50, to: 2)
    #expect(dividers(robot) == [20])
    drag(from: 20, to: 119)
    #expect(dividers(robot) == [99])
    #expect(robot.state.list?.cursor.index == selected)
    robot.give(.mouseUsed(MouseEvent(.drag, at: Point(column: 40, row: 14))))
    #expect(dividers(robot) == [99])
  }

  @Test("On wide screens both lines can be drawn, and both are kept to the screen that there is")
  mutating func onWideScreensBothLinesCanBeDrawnAndBothAreKeptToTheScreenThatThereIs() {
    robot = Robot(columns: 180, rows: 30)
    let lines = dividers(robot)
    #expect(lines.count == 2)
    drag(from: lines[0], to: 30)
    drag(from: dividers(robot)[1], to: 100)
    #expect(dividers(robot) == [30, 100])
    drag(from: 30, to: 179)
    #expect(dividers(robot) == [138, 159])
    robot.give(.resized(Size(columns: 150, rows: 30)))
    #expect(dividers(robot) == [108, 129])
    robot.give(.resized(Size(columns: 180, rows: 30)))
    #expect(dividers(robot) == [138, 159])
  }

  @Test("M gives the mouse to the terminal and takes it back")
  mutating func mGivesTheMouseToTheTerminalAndTakesItBack() {
    robot.press("M")
    #expect(robot.effects.contains(.setMouse(false)))
    robot.press("M")
    #expect(robot.effects.contains(.setMouse(true)))
  }
}
