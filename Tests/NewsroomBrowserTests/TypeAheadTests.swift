import NewsroomBrowser
import NewsroomModel
import TerminalCells
import Testing

/// A newsroom that answers when the test says so, to somebody who types ahead.
@Suite("Keys typed before the answer")
struct TypeAheadTests {
  private let newsroom = SmallNewsroom()
  private let old = ListRequest(.articles)
  private let new = ListRequest(.articles, query: "ibe")

  /// A robot that has seen the whole list, and gets no rows of another and no pages by itself.
  private func robot() -> Robot {
    let (newsroom, old) = (newsroom, old)
    return Robot { effect in
      switch effect {
      case .ask(.fetchRows(let request, _)) where request != old: nil
      case .ask(.findNames), .ask(.openRecord), .ask(.completeValue): nil
      default: newsroom.answer(effect)
      }
    }
  }

  private func page(_ indices: [Int]) -> Message {
    .rowsFetched(ListPage(request: new, start: 0, rows: indices.map(newsroom.row), total: indices.count))
  }

  private func type(_ robot: inout Robot, _ text: String) {
    robot.press("/")
    robot.type(text)
    robot.press(.enter)
  }

  @Test("Enter behind a query opens the first row of what is found, not of what was shown before")
  func enterBehindAQueryOpensTheFirstRowOfWhatIsFoundNotOfWhatWasShownBefore() {
    var robot = robot()
    type(&robot, "ibe")
    robot.press(.enter, .enter, .enter)
    #expect(robot.state.record == nil)
    robot.give(page([7, 9]))
    #expect(robot.state.record?.address == newsroom.row(7).address)
    #expect(robot.state.typeAhead.isEmpty && robot.state.notice == nil)
  }

  @Test("Later keys wait their turn, so that all act as if every answer had come at once")
  func laterKeysWaitTheirTurnSoThatAllActAsIfEveryAnswerHadComeAtOnce() {
    var robot = robot()
    type(&robot, "ibe")
    robot.press("*", "j", "m", "k", .enter, "j", "q")
    #expect(robot.state.stars.isEmpty && robot.state.list?.marked == [])
    robot.give(page([7, 9, 11]))
    #expect(robot.state.stars == [newsroom.row(7).address])
    robot.give(.recordOpened(newsroom.row(9).address, newsroom.page(newsroom.row(9).address)))
    #expect(robot.state.list?.marked == [newsroom.row(9).address])
    #expect(robot.outside.contains(.ask(.openRecord(newsroom.row(9).address))))
    #expect(robot.state.list?.request == new && !robot.effects.contains(.quit))
  }

  @Test("A query that finds nothing opens nothing, and says so")
  func aQueryThatFindsNothingOpensNothingAndSaysSo() {
    var robot = robot()
    type(&robot, "ibe")
    robot.press(.enter)
    robot.give(page([]))
    #expect(robot.state.record == nil)
    #expect(robot.state.notice?.message == "No article selected.")
  }

  @Test("Behind ] a key acts on the next article, and ] again goes to the one after it")
  func behindAKeyActsOnTheNextArticleAndAgainGoesToTheOneAfterIt() {
    let newsroom = newsroom
    let silent = Box()
    var robot = Robot { effect in
      if case .ask(.findNeighbour) = effect, silent.isOn { nil } else { newsroom.answer(effect) }
    }
    robot.press(.enter)
    silent.isOn = true
    robot.press("]", "]", "*")
    #expect(robot.state.stars.isEmpty)
    robot.give(.neighbourFound(old, of: newsroom.row(0).address, index: 1, newsroom.row(1)))
    #expect(robot.effects.contains(.ask(.findNeighbour(old, of: newsroom.row(1).address, index: 1, step: 1))))
    robot.give(.neighbourFound(old, of: newsroom.row(1).address, index: 2, newsroom.row(2)))
    #expect(robot.state.record?.address == newsroom.row(2).address)
    #expect(robot.state.stars == [newsroom.row(2).address])
    robot.press("]", "*")
    robot.give(.neighbourFound(old, of: newsroom.row(2).address, index: 3, nil))
    #expect(robot.state.stars.isEmpty && robot.state.record?.address == newsroom.row(2).address)
  }

  /// Whether a newsroom is silent now.
  private final class Box { var isOn = false }

  @Test("Esc takes back what waits, and so does an answer that will not come; Ctrl-c never waits")
  func escTakesBackWhatWaitsAndSoDoesAnAnswerThatWillNotComeCtrlCNeverWaits() {
    for message in [Message.keyPressed(.escape), .questionFailed(.fetchRows(new, 0..<44), "No answer.")] {
      var robot = robot()
      type(&robot, "ibe")
      robot.press(.enter)
      robot.give(message)
      robot.give(page([7]))
      #expect(robot.state.record == nil && robot.state.list?.request == new)
    }
    var robot = robot()
    type(&robot, "ibe")
    robot.press(.enter, .control("c"))
    #expect(robot.effects == [.quit])
  }

  @Test("What fails elsewhere takes back no key")
  func whatFailsElsewhereTakesBackNoKey() {
    var robot = robot()
    type(&robot, "ibe")
    robot.press(.enter)
    robot.give(.failed("The web browser ended with status 3."))
    robot.press("j")
    robot.give(page([7]))
    #expect(robot.state.record?.address == newsroom.row(7).address)
  }

  @Test(
    "A command taken from the palette waits for the row it is meant for, as its key would", arguments: [false, true])
  func aCommandTakenFromThePaletteWaitsForTheRowItIsMeantForAsItsKeyWould(byMouse: Bool) {
    var robot = robot()
    type(&robot, "ibe")
    robot.press(":")
    robot.type("star")
    if byMouse {
      robot.give(.mouseUsed(MouseEvent(.doubleClick, at: Point(column: 30, row: 3))))
    } else {
      robot.press(.enter)
    }
    #expect(robot.state.stars.isEmpty)
    robot.give(page([7]))
    #expect(robot.state.stars == [newsroom.row(7).address] && robot.state.palette == nil)
  }

  @Test("Lines and searches wait for the text that they move in")
  func linesAndSearchesWaitForTheTextThatTheyMoveIn() {
    var robot = robot()
    robot.press(.enter, "j", "j", "/")
    robot.type("paragraph 30")
    robot.press(.enter)
    robot.give(.recordOpened(newsroom.row(0).address, newsroom.page(newsroom.row(0).address)))
    #expect(robot.text.contains("Paragraph 30"))
    var other = self.robot()
    other.press(.enter, "j", "j", "q", "j")
    #expect(other.state.record?.page == nil && other.state.typeAhead.count == 4)
    other.give(.recordOpened(newsroom.row(0).address, newsroom.page(newsroom.row(0).address)))
    #expect(other.state.list?.cursor.index == 1)
  }

  @Test("The last row, once it comes, is opened; a row shown before a change of the data is opened at once")
  func theLastRowOnceItComesIsOpenedARowShownBeforeAChangeOfTheDataIsOpenedAt() {
    let newsroom = SmallNewsroom(articles: 500)
    var robot = Robot { effect in
      if case .ask(.fetchRows(_, let range)) = effect, range.upperBound > 400 { nil } else { newsroom.answer(effect) }
    }
    robot.press("G", .enter)
    #expect(robot.state.record == nil)
    robot.give(
      .rowsFetched(ListPage(request: old, start: 460, rows: (460..<500).map(newsroom.row), total: 500)))
    #expect(robot.state.record?.address == newsroom.row(499).address)

    var state = self.robot().state
    _ = state.update(.keyPressed("j"))
    _ = state.update(.catalogueChanged)
    _ = state.update(.keyPressed(.enter))
    #expect(state.record?.address == self.newsroom.row(1).address)
  }

  @Test("In the box for names Enter opens what is called as was typed, not what was found for the letters before")
  func inTheBoxForNamesEnterOpensWhatIsCalledAsWasTypedNotWhatWasFoundForThe() {
    var robot = robot()
    robot.press(.control("p"))
    robot.type("ib")
    robot.give(.namesFound("ib", [newsroom.row(1), newsroom.row(2)]))
    robot.type("e")
    robot.press(.down, .enter)
    #expect(robot.state.record == nil && robot.state.palette?.cursor == 0)
    robot.give(.namesFound("ibe", [newsroom.row(5), newsroom.row(6)]))
    #expect(robot.state.record?.address == newsroom.row(6).address)
    #expect(robot.state.palette == nil)
  }

  @Test("Nobody is told that nothing is called so before that is known")
  func nobodyIsToldThatNothingIsCalledSoBeforeThatIsKnown() {
    var robot = robot()
    robot.press(.control("p"))
    robot.type("ibe")
    #expect(!robot.text.contains("No matches."))
    robot.give(.namesFound("ibe", []))
    #expect(robot.text.contains("No matches."))
  }

  @Test("Tab completes with what begins as was typed, not with what was found for the letters before")
  func tabCompletesWithWhatBeginsAsWasTypedNotWithWhatWasFoundForTheLetters() {
    var robot = robot()
    robot.press("/")
    robot.type("org:u")
    let request = ListRequest(.articles, query: "org:u")
    robot.give(.valuesCompleted(CompletionRequest(.org, prefix: "u", in: request), newsroom.organisations))
    robot.type("e")
    robot.press(.tab, " ", "Q")
    #expect(robot.state.prompt?.text == "org:ue")
    let question = CompletionRequest(.org, prefix: "ue", in: ListRequest(.articles, query: "org:ue"))
    robot.give(.valuesCompleted(question, [newsroom.organisations[2]]))
    #expect(robot.state.prompt?.text == "org:uet-lahore Q")
  }

  @Test("Among the problems, too, Enter goes to what was found")
  func amongTheProblemsTooEnterGoesToWhatWasFound() {
    func problem(_ line: Int) -> Diagnostic {
      Diagnostic(code: .impossibleDate, path: "a.json", line: line, message: "no date", hint: "write a day")
    }
    var robot = robot()
    robot.press("!")
    robot.give(.problemsFetched(matching: "", start: 0, [problem(1), problem(2)], total: 2))
    robot.press("/", "2", .enter, .enter)
    #expect(robot.state.placeScreen == nil)
    robot.give(.problemsFetched(matching: "2", start: 0, [problem(2)], total: 1))
    #expect(robot.state.placeScreen?.problem == problem(2))
  }

  @Test("The sections of a page are looked for when the page has come")
  func theSectionsOfAPageAreLookedForWhenThePageHasCome() {
    var robot = robot()
    robot.press(.enter, "p", .enter)
    #expect(robot.state.notice == nil)
    robot.give(.recordOpened(newsroom.row(0).address, newsroom.page(newsroom.row(0).address)))
    #expect(robot.state.record?.address == RecordAddress(.person, "ji-lili"))
  }
}
