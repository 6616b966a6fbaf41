import NewsroomBrowser
import NewsroomModel
import TerminalCells
import Testing

@Suite("The mouse")
struct MouseTests {
  private var robot = Robot(columns: 120, rows: 30)

  @Test("A click selects a row, a double click opens it")
  mutating func click() {
    robot.give(.mouseUsed(MouseEvent(.click, at: Point(column: 20, row: 6))))
    #expect(robot.state.list?.cursor.index == 4)
    robot.give(.mouseUsed(MouseEvent(.doubleClick, at: Point(column: 20, row: 6))))
    #expect(robot.state.record?.address == RecordAddress(.article, "urn:4"))
  }

  @Test("The wheel scrolls the list without leaving its rows")
  mutating func wheel() {
    for _ in 0..<50 { robot.give(.mouseUsed(MouseEvent(.wheelDown, at: Point(column: 5, row: 5)))) }
    #expect(robot.state.list?.cursor.top == 3)
    for _ in 0..<50 { robot.give(.mouseUsed(MouseEvent(.wheelUp, at: Point(column: 5, row: 5)))) }
    #expect(robot.state.list?.cursor.top == 0)
  }

  @Test("A click in the panel of an article focuses the link there")
  mutating func link() {
    robot.press(.enter)
    robot.give(.mouseUsed(MouseEvent(.click, at: Point(column: 90, row: 2))))
    #expect(robot.state.record?.focusedStop?.label == "JI Lili")
  }

  @Test("M gives the mouse to the terminal and takes it back")
  mutating func toggle() {
    robot.press("M")
    #expect(robot.effects.contains(.setMouse(false)))
    robot.press("M")
    #expect(robot.effects.contains(.setMouse(true)))
  }
}
