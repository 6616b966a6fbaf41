import NewsroomBrowser
import NewsroomModel
import TerminalCells
import Testing

@Suite("Lists")
struct ListUpdateTests {
  @Test("The first thing asked for is the first window of articles")
  func theFirstThingAskedForIsTheFirstWindowOfArticles() {
    var state = BrowserState(size: Size(columns: 80, rows: 24))
    #expect(state.start() == [.ask(.countTotals), .ask(.fetchRows(ListRequest(.articles), 0..<42))])
  }

  @Test("Moving within the rows at hand asks for nothing", arguments: [Key.character("j"), .down])
  func movingWithinTheRowsAtHandAsksForNothing(key: Key) {
    var robot = Robot()
    robot.press(key)
    #expect(robot.state.list?.cursor.index == 1)
    #expect(robot.effects.isEmpty)
  }

  @Test("G goes to the last row, g back to the first")
  func gGoesToTheLastRowGBackToTheFirst() {
    var robot = Robot(answer: SmallNewsroom(articles: 5000).answer)
    robot.press("G")
    #expect(robot.state.list?.selected?.title == "Article 4999")
    robot.press("g")
    #expect(robot.state.list?.selected?.title == "Article 0")
  }

  @Test("Of many mistakes in a query those typed first are said in full, and how many there are beside them")
  func ofManyMistakesInAQueryThoseTypedFirstAreSaidInFullAndHowManyThereAre() throws {
    var robot = Robot(answer: try SampleNewsroom.shared.get().answer)
    robot.press("/")
    robot.type("org:unesco-ieb year:20x4 foo:bar geneva")
    robot.press(.enter)
    let mistakes = ["unesco-ieb", "20x4", "foo:"]
    let said = robot.screen[2...4].joined(separator: " ")
    let places = try mistakes.map { try #require(said.firstRange(of: $0)).lowerBound }
    #expect(places == places.sorted())
    robot.give(.resized(Size(columns: 80, rows: 20)))
    let first = robot.screen[2...3].joined(separator: " ")
    #expect(first.contains(mistakes[0]) && first.contains(mistakes[1]) && first.hasSuffix("· 1 more"), "\(first)")
  }

  @Test("The head says in which of the rows the cursor stands")
  func theHeadSaysInWhichOfTheRowsTheCursorStands() {
    var robot = Robot()
    #expect(robot.screen[1].hasSuffix("1/30 · newest first"))
    robot.press("j", "j")
    #expect(robot.screen[1].hasSuffix("3/30 · newest first"))
    robot.press("/", "x", .enter, "G")
    #expect(robot.screen[1].hasSuffix("4/4 of 30 · newest first"))
  }

  @Test("Every key of a filter narrows the list at once, and Esc brings back what was there")
  func everyKeyOfAFilterNarrowsTheListAtOnceAndEscBringsBackWhatWasThere() {
    var robot = Robot()
    robot.press("j", "j", "j", "/")
    robot.type("ib")
    #expect(robot.state.list?.request.query == "ib")
    #expect(robot.state.list?.total == 4)
    #expect(robot.state.list?.cursor.index == 0)
    robot.press(.escape)
    #expect(robot.state.list?.request.query == "")
    #expect(robot.state.list?.cursor.index == 3)
    #expect(robot.state.prompt == nil)
  }

  @Test("A filter deleted letter by letter stays deleted, also when the key is pressed once too often")
  func aFilterDeletedLetterByLetterStaysDeletedAlsoWhenTheKeyIsPressedOnceToo() {
    var robot = Robot()
    robot.press("/")
    robot.type("ib")
    robot.press(.enter, "/", .backspace, .backspace, .backspace)
    #expect(robot.state.prompt == nil)
    #expect(robot.state.list?.request.query == "" && robot.state.list?.total == 30)
  }

  @Test("Where an address finds nothing it is said where addresses are found, and there it is")
  func whereAnAddressFindsNothingItIsSaidWhereAddressesAreFoundAndThereItIs() throws {
    let sample = try SampleNewsroom.shared.get()
    let address = "https://eng.ichei.org/en/news/information/942.html"
    var robot = Robot(answer: sample.answer)
    robot.press("/")
    robot.give(.textPasted(address))
    #expect(robot.text.contains("No articles match. An address is found by Ctrl-p, where no filter is typed."))
    robot.press(.escape, .control("p"))
    robot.give(.textPasted(address))
    robot.press(.enter)
    #expect(robot.state.record?.address == RecordAddress(.article, address))
  }

  @Test("Rows that answer an older query are dropped")
  func rowsThatAnswerAnOlderQueryAreDropped() {
    var robot = Robot()
    robot.press("/")
    robot.type("i")
    let late = ListPage(request: ListRequest(.articles), start: 0, rows: [], total: 0)
    robot.give(.rowsFetched(late))
    #expect(robot.state.list?.total == 4)
  }

  @Test("Clearing a filter keeps the cursor on the article it was on")
  func clearingAFilterKeepsTheCursorOnTheArticleItWasOn() {
    var robot = Robot()
    robot.press("/")
    robot.type("x")
    robot.press(.enter, "j", "j", .escape)
    #expect(robot.state.list?.request.query == "")
    #expect(robot.state.list?.selected?.title == "Article 2")
  }

  @Test("Another list keeps the first one as it was left")
  func anotherListKeepsTheFirstOneAsItWasLeft() {
    var robot = Robot()
    robot.press("j", "j", "3")
    #expect(robot.state.list?.request == ListRequest(.people, sort: .name))
    robot.press("1")
    #expect(robot.state.list?.cursor.index == 2)
  }

  @Test("Sorting walks the orders and says so")
  func sortingWalksTheOrdersAndSaysSo() {
    var robot = Robot()
    robot.press("s")
    #expect(robot.state.list?.request.sort == .oldest)
    #expect(robot.state.notice?.message == "Sorted: oldest first.")
  }

  @Test("What is found can be sorted by how well it matches")
  func whatIsFoundCanBeSortedByHowWellItMatches() {
    var robot = Robot()
    robot.press("/")
    robot.type("ibe")
    robot.press(.enter, "s", "s")
    #expect(robot.state.list?.request.sort == .relevance)
    #expect(robot.state.notice?.message == "Sorted: best match first.")
  }

  @Test("Where a query has no words there is no best match to sort by, and the head says what the notice says")
  func whereAQueryHasNoWordsThereIsNoBestMatchToSortByAndTheHeadSaysWhatThe() {
    var robot = Robot(columns: 100)
    robot.press("/")
    robot.type("org:unesco-ibe ")
    robot.press(.enter)
    for order in ["oldest first", "by name", "newest first", "oldest first"] {
      robot.press("s")
      #expect(robot.state.notice?.message == "Sorted: \(order).")
      #expect(robot.screen[1].hasSuffix("· \(order)"))
    }
    // Sorted by words that are deleted later: then the list is newest first, and the next order is another.
    robot.press("/")
    robot.type("visit")
    robot.press(.enter, "s")
    #expect(robot.state.list?.request.sort == .relevance)
    robot.press("/", .control("w"), .enter)
    #expect(robot.screen[1].hasSuffix("· newest first"))
    robot.press("s")
    #expect(robot.screen[1].hasSuffix("· oldest first"))
  }

  @Test("A notice too long for one row takes two")
  func aNoticeTooLongForOneRowTakesTwo() {
    var robot = Robot(columns: 40, rows: 12)
    robot.press(.enter, .enter)
    #expect(robot.screen.suffix(2) == [" No link selected. Press Tab to select", " the first one."])
  }

  @Test("The last problem can be seen and read in full, on the smallest screen too", arguments: [10, 24])
  func theLastProblemCanBeSeenAndReadInFullOnTheSmallestScreenToo(rows: Int) {
    var robot = Robot(columns: 40, rows: rows)
    robot.press("!")
    let problems = (1...30).map { (number: Int) in
      Diagnostic(
        code: .impossibleDate, path: "a.json", line: number, message: "the date \(number) is none", hint: "write a day"
      )
    }
    robot.give(.problemsFetched(matching: "", start: 0, problems, total: 30))
    robot.press("G")
    #expect(robot.state.draw().cursor.map { robot.screen[$0.row].contains("a.json:30") } == true)
    #expect(robot.screen[rows - 2] == "  The date 30 is none; write a day")
  }

  @Test("After a change on disk the cursor stays on its article")
  func afterAChangeOnDiskTheCursorStaysOnItsArticle() {
    var robot = Robot()
    robot.press("j", "j")
    robot.give(.updateFinished(changed: true))
    #expect(robot.effects.contains(.ask(.locateRow(RecordAddress(.article, "urn:2"), ListRequest(.articles)))))
    #expect(robot.state.list?.selected?.title == "Article 2")
  }

  @Test("Until files are read or a key is pressed the cursor stays on the first row, whichever article that is")
  func untilFilesAreReadOrAKeyIsPressedTheCursorStaysOnTheFirstRowWhichever() {
    let newsroom = SmallNewsroom()
    let robot = Robot(answer: newsroom.answer)
    var state = robot.state
    let asked = state.update(.catalogueChanged)
    #expect(asked.contains { if case .ask(.fetchRows(ListRequest(.articles), _)) = $0 { true } else { false } })
    #expect(
      state.update(.keyPressed("j")) == [.ask(.locateRow(RecordAddress(.article, "urn:1"), ListRequest(.articles)))])
  }

  @Test("Moving while a changed list is fetched anew is not undone by the rows that come")
  func movingWhileAChangedListIsFetchedAnewIsNotUndoneByTheRowsThatCome() {
    let newsroom = SmallNewsroom()
    var robot = Robot(answer: newsroom.answer)
    robot.press("j", "k")
    var state = robot.state
    let asked = state.update(.catalogueChanged)
    #expect(asked.contains(.ask(.locateRow(RecordAddress(.article, "urn:0"), ListRequest(.articles)))))
    let again = state.update(.keyPressed("j"))
    #expect(again == [.ask(.locateRow(RecordAddress(.article, "urn:1"), ListRequest(.articles)))])
    robot.state = state
    for effect in asked + again { newsroom.answer(effect).map { robot.give($0) } }
    robot.press("j")
    #expect(robot.state.list?.selected?.title == "Article 2")
  }

  @Test("A key that means nothing says where the keys are")
  func aKeyThatMeansNothingSaysWhereTheKeysAre() {
    var robot = Robot()
    robot.press("Z")
    #expect(robot.state.notice?.message == "Z does nothing here. Press ? for the keys.")
  }

  @Test("q at the start quits, h says why it cannot")
  func qAtTheStartQuitsHSaysWhyItCannot() {
    var robot = Robot()
    robot.press("h")
    #expect(robot.state.notice?.message == "You are at the first screen. Press q to quit.")
    robot.press("q")
    #expect(robot.outside.last == .quit)
  }

  @Test("A terminal too small says so and recovers")
  func aTerminalTooSmallSaysSoAndRecovers() {
    var robot = Robot()
    robot.give(.resized(Size(columns: 28, rows: 8)))
    #expect(robot.text.contains("This terminal is 28x8."))
    robot.give(.resized(Size(columns: 80, rows: 24)))
    #expect(robot.text.contains("Article 0"))
  }
}
