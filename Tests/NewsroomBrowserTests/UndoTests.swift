import NewsroomBrowser
import NewsroomModel
import TerminalCells
import Testing

/// Whatever takes effect as one types is undone by Esc, as the foot of the screen says.
@Suite("What Esc puts back")
struct UndoTests {
  @Test("The filter of the problems that was there before, with the problem that had the cursor")
  func theFilterOfTheProblemsThatWasThereBeforeWithTheProblemThatHadTheCursor() throws {
    var robot = Robot(answer: try SampleNewsroom.broken.get().answer)
    robot.press("!", "/", "a", .enter, "j", "j")
    let before = try #require(robot.state.problemsScreen?.selected)
    robot.press("/")
    robot.type("zz")
    robot.press(.escape)
    #expect(robot.state.problemsScreen?.filter == "a")
    #expect(robot.state.problemsScreen?.selected == before)
  }

  @Test("The value that was looked for in the facet pane")
  func theValueThatWasLookedForInTheFacetPane() {
    var robot = Robot(columns: 160, rows: 40)
    robot.press("f", "/")
    robot.type("lah")
    robot.press(.enter, "/")
    robot.type("zz")
    robot.press(.escape)
    #expect(robot.state.list?.facets.filter == "lah")
    #expect(robot.state.list?.facets.visibleRows.map(\.value) == ["uet-lahore"])
  }

  @Test("The search in a text, and the place that it led to", arguments: ["", "zz", "paragraph 2"])
  func theSearchInATextAndThePlaceThatItLedTo(typed: String) {
    var robot = Robot()
    robot.press(.enter, "/")
    robot.type("paragraph 30")
    robot.press(.enter)
    let before = robot.state.record
    robot.press("/")
    robot.type(typed)
    robot.press(.escape)
    #expect(robot.state.record == before)
  }

  @Test("But not what was deleted to the last letter")
  func butNotWhatWasDeletedToTheLastLetter() {
    var robot = Robot()
    robot.press("!", "/", "a", .enter, "/", .backspace, .backspace)
    #expect(robot.state.prompt == nil && robot.state.problemsScreen?.filter == "")
  }
}
