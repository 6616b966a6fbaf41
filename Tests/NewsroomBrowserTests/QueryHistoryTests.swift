import NewsroomBrowser
import NewsroomModel
import TerminalCells
import Testing

@Suite("Bringing back earlier queries")
struct QueryHistoryTests {
  /// Somebody who filtered by one word after another.
  private func robot(after queries: String..., kept: [String] = []) -> Robot {
    let newsroom = SmallNewsroom()
    var robot = Robot { effect in effect == .recallQueries ? .queriesRecalled(kept) : newsroom.answer(effect) }
    for query in queries {
      robot.press("/", .control("u"))
      robot.type(query)
      robot.press(.enter)
    }
    return robot
  }

  @Test("Ctrl-p goes from what is typed to the last query and on to earlier ones, Ctrl-n back; each narrows at once")
  func ctrlPGoesFromWhatIsTypedToTheLastQueryAndOnToEarlierOnesCtrlNBackEach() {
    var robot = robot(after: "ibe", "dialogue", "tao zhan")
    robot.press("/", .control("u"))
    robot.type("half")
    var seen: [String?] = []
    for letter in "ppppnnn" {
      robot.press(.control(letter))
      #expect(robot.state.list?.request.query == robot.state.prompt?.text)
      seen.append(robot.state.prompt?.text)
    }
    #expect(seen == ["tao zhan", "dialogue", "ibe", "ibe", "dialogue", "tao zhan", "half"])
    robot.press(.control("n"))
    #expect(robot.state.notice?.message == "No later query.")
    #expect(robot.state.prompt?.text == "half")
  }

  @Test("The query that stands in the line already is passed over; one brought back can be edited and becomes the last")
  func theQueryThatStandsInTheLineAlreadyIsPassedOverOneBroughtBackCanBeEdited() {
    var robot = robot(after: "ibe", "dialogue")
    robot.press("/", .control("p"))
    #expect(robot.state.prompt?.text == "ibe")
    robot.type(" 2024")
    robot.press(.enter)
    #expect(robot.state.list?.request.query == "ibe 2024")
    #expect(robot.state.queries.queries == ["ibe", "dialogue", "ibe 2024"])
    robot.press("/", .control("u"), .control("p"), .control("p"), .control("p"), .enter)
    #expect(robot.state.queries.queries == ["dialogue", "ibe 2024", "ibe"])
  }

  @Test("A query that was given up, or is nothing, is not kept; Esc brings the list back as it was")
  func aQueryThatWasGivenUpOrIsNothingIsNotKeptEscBringsTheListBackAsItWas() {
    var robot = robot(after: "ibe", "  ", "")
    robot.press("/")
    robot.type("dial")
    robot.press(.escape)
    #expect(robot.state.queries.queries == ["ibe"])
    robot.press("/", .control("p"), .escape)
    #expect(robot.state.list?.request.query == "")
  }

  @Test("Those of earlier runs stand before those of this one, in every list; they are asked for once")
  func thoseOfEarlierRunsStandBeforeThoseOfThisOneInEveryListTheyAreAskedFor() {
    var robot = robot(after: "dialogue", kept: ["ibe", "dialogue", "iite"])
    #expect(robot.state.queries.queries == ["ibe", "iite", "dialogue"])
    robot.press("2", "/")
    #expect(!robot.effects.contains(.recallQueries))
    robot.press(.control("p"), .control("p"))
    #expect(robot.state.prompt?.text == "iite")
    #expect(robot.state.session.queries == ["ibe", "iite", "dialogue"])
  }

  @Test("No more than a hundred are kept, and elsewhere than in a filter the keys do nothing")
  func noMoreThanAHundredAreKeptAndElsewhereThanInAFilterTheKeysDoNothing() {
    var history = QueryHistory()
    history.recall((1...250).map { "query \($0)" })
    #expect(history.queries.count == 100)
    #expect(history.queries.last == "query 250")
    history.recall(["two\nlines", "\u{2028}", "one line"])
    #expect(!history.queries.contains { $0.contains(where: \.isNewline) })
    var robot = robot(after: "ibe")
    robot.press(.escape, .enter, "/")
    robot.type("x")
    robot.press(.control("p"))
    #expect(robot.state.prompt?.text == "x")
  }
}
