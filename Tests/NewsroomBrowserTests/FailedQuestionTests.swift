import NewsroomBrowser
import NewsroomModel
import TerminalCells
import Testing

/// A question may have no answer. Then nothing waits for one, nothing old is taken for it, and it is asked again in time.
@Suite("Questions that have no answer")
struct FailedQuestionTests {
  private let newsroom = SmallNewsroom()
  private let new = ListRequest(.articles, query: "ibe")

  /// A robot whose newsroom does not answer `failing`.
  private func robot(failing: @escaping (Effect) -> Bool) -> Robot {
    let newsroom = newsroom
    return Robot { effect in
      guard case .ask(let question) = effect, failing(effect) else { return newsroom.answer(effect) }
      return .questionFailed(question, "No answer.")
    }
  }

  @Test("Rows of another query are no rows of this one, and are asked for again with the next key")
  func rowsOfAnotherQueryAreNoRowsOfThisOneAndAreAskedForAgainWithTheNextKey() {
    let new = new
    var robot = robot { if case .ask(.fetchRows(new, _)) = $0 { true } else { false } }
    robot.press("/")
    robot.type("ibe")
    robot.press(.enter, .enter)
    #expect(robot.state.record == nil && robot.state.typeAhead.isEmpty)
    #expect(robot.effects.contains { if case .ask(.fetchRows(new, _)) = $0 { true } else { false } })
    #expect(robot.state.notice?.message == "No answer.")
  }

  @Test("Where the article before or after is not found, keys act on the one that is there")
  func whereTheArticleBeforeOrAfterIsNotFoundKeysActOnTheOneThatIsThere() {
    var robot = robot { if case .ask(.findNeighbour) = $0 { true } else { false } }
    robot.press(.enter, "]")
    #expect(robot.state.notice?.message == "No answer.")
    robot.press("*")
    #expect(robot.state.stars == [newsroom.row(0).address])
  }

  @Test("The next problem that does not come leaves the keys to the one that is shown")
  func theNextProblemThatDoesNotComeLeavesTheKeysToTheOneThatIsShown() {
    let problems = (1...3).map {
      Diagnostic(code: .impossibleDate, path: "a.json", line: $0, message: "no date", hint: "write a day")
    }
    var robot = Robot { effect in
      switch effect {
      case .ask(let question) where question == .fetchProblems(matching: "", 1..<2):
        .questionFailed(question, "No answer.")
      case .ask(.fetchProblems): .problemsFetched(matching: "", start: 0, problems, total: 3)
      default: nil
      }
    }
    robot.press("!", .enter, "J", "e")
    #expect(robot.outside.last == .editFile(path: "a.json", line: 1))
  }

  @Test("A page that does not come is asked for again, but not at once and for ever")
  func aPageThatDoesNotComeIsAskedForAgainButNotAtOnceAndForEver() {
    var robot = robot { if case .ask(.openRecord) = $0 { true } else { false } }
    robot.press(.enter)
    #expect(robot.effects.count { if case .ask(.openRecord) = $0 { true } else { false } } == 1)
    robot.press("j")
    #expect(robot.effects.count { if case .ask(.openRecord) = $0 { true } else { false } } == 1)
  }

  @Test("The box for names and the box for values wait no more")
  func theBoxForNamesAndTheBoxForValuesWaitNoMore() {
    var robot = robot { effect in
      switch effect {
      case .ask(.findNames), .ask(.completeValue): true
      default: false
      }
    }
    robot.press(.control("p"), "i", .enter)
    #expect(robot.state.typeAhead.isEmpty && !robot.text.contains("No matches."))
    robot.press(.escape, "/")
    robot.type("org:u")
    robot.press(.tab, "n")
    #expect(robot.state.prompt?.text == "org:un")
  }
}
