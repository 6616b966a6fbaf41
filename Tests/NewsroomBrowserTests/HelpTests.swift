import NewsroomBrowser
import NewsroomModel
import TerminalCells
import Testing

@Suite("The help")
struct HelpTests {
  @Test("A list's help has the fields that make sense in it, each with what it takes; that of a page has none")
  func aListsHelpHasTheFieldsThatMakeSenseInItEachWithWhatItTakesThatOfAPageHas() {
    var robot = Robot(rows: 120)
    robot.press("?")
    #expect(robot.text.contains("Query fields\n\n  org:"))
    #expect(robot.text.contains("  lang:        the language of the text, by code or name: zh, zh-Hans, Arabic"))
    robot.press("q", "3", "?")
    #expect(robot.text.contains("  person:"))
    #expect(!robot.text.contains("  lang:"))
    robot.press("q", "1", .enter, "?")
    #expect(!robot.text.contains("Query fields"))
  }

  @Test("The signs beside dates and titles are explained where they stand")
  func theSignsBesideDatesAndTitlesAreExplainedWhereTheyStand() {
    var robot = Robot(rows: 120)
    let date = "\n  *  after a date: date of the event (the article itself is undated)"
    robot.press("?")
    #expect(robot.text.contains("Symbols\n" + date + "\n  ★  before a title: starred"))
    robot.press("q", .enter, "?")
    #expect(!robot.text.contains("Symbols"))
    robot.press("q", "1", "?")
    #expect(robot.text.contains("UNESCO-IBE › Help"))
    #expect(robot.text.contains("Symbols\n" + date))
    #expect(!robot.text.contains("★"))
  }

  @Test("/ narrows the help to what holds the words, Esc gives it back, and another Esc leaves it")
  func narrowsTheHelpToWhatHoldsTheWordsEscGivesItBackAndAnotherEscLeavesIt() {
    var robot = Robot()
    robot.press("?", "/")
    robot.type("BROWSER")
    #expect(robot.text.contains("Open the source in the web browser") && !robot.text.contains("Move down"))
    robot.press(.enter)
    #expect(robot.screen[0].contains("Help / BROWSER"))
    robot.press("/")
    robot.type(" zebra")
    #expect(robot.text.contains("No matching key or field."))
    robot.press(.escape)
    #expect(robot.screen[0].contains("Help / BROWSER"))
    robot.press(.escape)
    #expect(robot.text.contains("Move down"))
    robot.press(.escape)
    #expect(robot.state.list != nil)
  }

  @Test("While a filter is typed, what names no field says that F1 shows them, and it does; the filter stands")
  func whileAFilterIsTypedWhatNamesNoFieldSaysThatF1ShowsThemAndItDoesTheFilter() {
    var robot = Robot { effect in
      guard case .ask(.fetchRows(let request, let range)) = effect, !request.query.isEmpty else {
        return SmallNewsroom().answer(effect)
      }
      return .rowsFetched(
        ListPage(
          request: request, start: range.lowerBound, rows: [], total: 0, queryProblems: Query(request.query).problems))
    }
    robot.press("/")
    robot.type("nosuchthing:x")
    #expect(robot.text.contains("There is no field “nosuchthing:”. Press F1 for the fields there are."))
    robot.press(.function(1))
    #expect(robot.screen[1].hasPrefix("  Query fields"))
    robot.press("k", "k", "k", "k", "k")
    #expect(robot.text.contains("any of these values of a field"))
    robot.press("q")
    #expect(robot.screen[1].contains("nosuchthing:x"))
    #expect(robot.text.contains("Press F1 for the fields there are."))
    robot.press(.function(1))
    #expect(robot.text.contains("Keys in a list"))
  }
}
