import NewsroomBrowser
import NewsroomModel
import TerminalCells
import Testing

@Suite("Marks and stars")
struct KeepingUpdateTests {
  private func article(_ index: Int) -> RecordAddress { RecordAddress(.article, "urn:\(index)") }

  @Test("m marks a row and goes on; m on a marked row takes the mark off; U takes off all")
  func mMarksARowAndGoesOnMOnAMarkedRowTakesTheMarkOffUTakesOffAll() {
    var robot = Robot()
    robot.press("m", "m", "m")
    #expect(robot.state.list?.cursor.index == 3)
    #expect(robot.text.contains("3 marked · 4/30 · newest first"))
    #expect(robot.screen[2].hasPrefix("+2024-06-30  Article 0"))
    robot.press("k", "m")
    #expect(robot.state.list?.marked == [article(0), article(1)])
    robot.press("U")
    #expect(robot.state.list?.marked.isEmpty == true)
    robot.press("U")
    #expect(robot.text.contains("No row is marked."))
  }

  @Test("Marks stay through another query and through a page, and belong to their list")
  func marksStayThroughAnotherQueryAndThroughAPageAndBelongToTheirList() {
    var robot = Robot()
    robot.press("j", "m", "/")
    robot.type("ibe")
    robot.press(.enter, "m", .enter, "q", .escape)
    #expect(robot.state.list?.marked == [article(1), article(0)])
    robot.press("2")
    #expect(robot.state.list?.marked.isEmpty == true)
    robot.press("1")
    #expect(robot.state.list?.marked.count == 2)
  }

  @Test("Y copies the addresses of the marked rows, o opens their sources, and without marks both take the row")
  func yCopiesTheAddressesOfTheMarkedRowsOOpensTheirSourcesAndWithoutMarksBoth() {
    var robot = Robot()
    robot.press("m", "m", "Y")
    #expect(robot.effects.contains(.copy("urn:0\nurn:1")))
    robot.press("o")
    #expect(robot.effects == [.ask(.findSources([article(0), article(1)]))])
    robot.give(.sourcesFound(of: [article(0), article(1)], ["https://a.org", "https://b.org"]))
    #expect(robot.effects == [.openAddress("https://a.org"), .openAddress("https://b.org")])
    robot.press("U", "Y")
    #expect(robot.effects.contains(.copy("urn:2")))
    for _ in 0..<11 { robot.press("m") }
    robot.press("o")
    #expect(robot.text.contains("11 rows are marked; at most 10 pages are opened at once."))
  }

  @Test("* stars the row, which shows it at once; * again takes the star off")
  func starsTheRowWhichShowsItAtOnceAgainTakesTheStarOff() {
    var robot = Robot()
    robot.press("j", "*")
    #expect(robot.effects.first == .keepStar(article(1), title: "Article 1", true))
    #expect(robot.screen[3].contains("★ Article 1"))
    #expect(robot.text.contains("Starred. Filter with is:starred to see all starred items."))
    robot.press("*")
    #expect(robot.effects.first == .keepStar(article(1), title: "Article 1", false))
    #expect(!robot.text.contains("★"))
  }

  @Test("A page can be starred, says so, and so does its row")
  func aPageCanBeStarredSaysSoAndSoDoesItsRow() {
    var robot = Robot()
    robot.press(.enter, "*")
    #expect(robot.effects.first == .keepStar(article(0), title: "Visit to IBE", true))
    #expect(robot.screen[0].hasSuffix("★  0 %"))
    robot.press("q")
    #expect(robot.screen[2].contains("★ Article 0"))
  }

  @Test("A star that could not be kept goes out again, and why is said")
  func aStarThatCouldNotBeKeptGoesOutAgainAndWhyIsSaid() {
    var robot = Robot()
    robot.press("*")
    robot.give(.starsKept([]))
    robot.give(.failed("The file of your stars is broken"))
    #expect(!robot.text.contains("★"))
    #expect(robot.text.contains("The file of your stars is broken"))
  }

  @Test("A row whose star goes out stays in the list of what is starred until that is looked at anew")
  func aRowWhoseStarGoesOutStaysInTheListOfWhatIsStarredUntilThatIsLookedAtAnew() {
    var robot = Robot()
    robot.press("/")
    robot.type("is:starred")
    robot.press(.enter, "*")
    robot.give(.starsKept([]))
    #expect(!robot.effects.contains { if case .ask(.fetchRows) = $0 { true } else { false } })
    robot.press(.enter, "*")
    robot.give(.starsKept([article(0)]))
    robot.press("q")
    #expect(robot.effects.contains(.ask(.locateRow(article(0), ListRequest(.articles, query: "is:starred")))))
  }
}
