import NewsroomBrowser
import NewsroomModel
import TerminalCells
import Testing

@Suite("Answers that come late, or say that there is nothing")
struct LateAnswerTests {
  private let first = RecordAddress(.article, "urn:0")
  private let wide = Size(columns: 110, rows: 30)

  /// A newsroom that previews nothing by itself: the test says when.
  private func robot() -> Robot {
    let newsroom = SmallNewsroom()
    return Robot(columns: 110, rows: 30) { effect in
      if case .ask(.previewRecord) = effect { nil } else { newsroom.answer(effect) }
    }
  }

  private func hasPreview(_ robot: Robot) -> Bool { robot.text.contains("Three staff called on") }

  @Test("The preview of a record that is gone is asked for once, and again when the data have changed")
  func thePreviewOfARecordThatIsGoneIsAskedForOnceAndAgainWhenTheDataHave() {
    var robot = robot()
    #expect(robot.outside.contains(.ask(.previewRecord(first))))
    robot.give(.recordPreviewed(first, nil))
    #expect(!robot.effects.contains(.ask(.previewRecord(first))))
    robot.give(.updateFinished(changed: true))
    #expect(robot.effects.contains(.ask(.previewRecord(first))))
  }

  @Test("A preview that comes while there is no room for it comes again when there is")
  func aPreviewThatComesWhileThereIsNoRoomForItComesAgainWhenThereIs() {
    var robot = robot()
    robot.give(.resized(Size(columns: 60, rows: 20)))
    robot.give(.recordPreviewed(first, SmallNewsroom().page(first)))
    robot.give(.resized(wide))
    #expect(robot.effects.contains(.ask(.previewRecord(first))))
    robot.give(.recordPreviewed(first, SmallNewsroom().page(first)))
    #expect(hasPreview(robot))
  }

  @Test("A preview and a facet asked for before a change of the data are asked for again after it")
  func aPreviewAndAFacetAskedForBeforeAChangeOfTheDataAreAskedForAgainAfterIt() throws {
    let newsroom = SmallNewsroom()
    var robot = Robot(columns: 180, rows: 30) { effect in
      switch effect {
      case .ask(.previewRecord), .ask(.fetchFacet): nil
      default: newsroom.answer(effect)
      }
    }
    let question = try #require(robot.state.list?.facets.awaited)
    #expect(robot.outside.contains(.ask(.fetchFacet(question))))
    robot.give(.catalogueChanged)
    #expect(robot.effects.contains(.ask(.previewRecord(first))))
    #expect(robot.effects.contains(.ask(.fetchFacet(question))))
  }

  @Test("The list that Esc brings back has what changed while a filter was typed")
  func theListThatEscBringsBackHasWhatChangedWhileAFilterWasTyped() {
    var robot = Robot()
    robot.press("j", "/")
    robot.type("ibe")
    robot.give(.catalogueChanged)
    robot.press(.escape)
    #expect(robot.state.list?.request == ListRequest(.articles))
    #expect(robot.effects.contains(.ask(.locateRow(RecordAddress(.article, "urn:1"), ListRequest(.articles)))))
    #expect(robot.effects.contains { if case .ask(.fetchRows(ListRequest(.articles), _)) = $0 { true } else { false } })
  }

  @Test("A preview fits its pane also when size or colours changed while another screen or query was shown")
  func aPreviewFitsItsPaneAlsoWhenSizeOrColoursChangedWhileAnotherScreenOrQuery() {
    for (away, back) in [([Key.enter], "q"), (["3"], "1"), (["/", "x"], Key.escape)] {
      var robot = Robot(columns: 110, rows: 30)
      let before = robot.state.list?.preview?.layout
      away.forEach { robot.press($0) }
      robot.give(.resized(Size(columns: 170, rows: 30)))
      robot.press(back)
      let wider = robot.state.list?.preview?.layout
      #expect(wider != before && wider?.main.lines.isEmpty == false, "\(back)")
      #expect(robot.state.list?.facets.cursor.top == 0)
      let fresh = Robot(columns: 170, rows: 30)
      #expect(wider == fresh.state.list?.preview?.layout, "\(back)")
    }
    var robot = Robot(columns: 110, rows: 30)
    let before = robot.state.list?.preview?.layout
    robot.press(.enter, "T", "q")
    #expect(robot.state.list?.preview?.layout != before)
  }

  @Test("The preview beside a record follows a change of the data, as the record does")
  func thePreviewBesideARecordFollowsAChangeOfTheDataAsTheRecordDoes() throws {
    var robot = Robot(columns: 180, rows: 30)
    robot.press(.enter, "p", .enter)
    let shown = try #require(robot.state.record?.preview?.address)
    robot.give(.catalogueChanged)
    #expect(robot.effects.contains(.ask(.previewRecord(shown))))
  }

  @Test("Rows asked for before a change of the data are not those in which the cursor's record was looked for after it")
  func rowsAskedForBeforeAChangeOfTheDataAreNotThoseInWhichTheCursorsRecordWas() {
    let (newsroom, request) = (SmallNewsroom(), ListRequest(.articles))
    var robot = Robot { effect in
      switch effect {
      case .ask(.locateRow): nil
      case .ask(.fetchRows(request, let range)) where range.lowerBound > 0: nil
      default: newsroom.answer(effect)
      }
    }
    robot.press("j")
    robot.give(.catalogueChanged)
    robot.give(.rowsFetched(ListPage(request: request, start: 0, rows: (0..<30).map(newsroom.row), total: 30)))
    newsroom.kept.arrived = 5
    robot.give(.rowLocated(newsroom.row(1).address, request, index: 6))
    #expect(robot.state.list?.selected?.address == newsroom.row(1).address)
    #expect(robot.state.list?.cursor.index == 6)
  }

  @Test("A change of the data while another query's rows are awaited leaves the cursor to their first")
  func aChangeOfTheDataWhileAnotherQuerysRowsAreAwaitedLeavesTheCursorToTheir() {
    let newsroom = SmallNewsroom()
    let new = ListRequest(.articles, query: "ibe")
    var robot = Robot { effect in
      if case .ask(.fetchRows(new, _)) = effect { nil } else { newsroom.answer(effect) }
    }
    robot.press("j", "j", "/")
    robot.type("ibe")
    robot.press(.enter)
    robot.give(.catalogueChanged)
    #expect(!robot.effects.contains { if case .ask(.locateRow) = $0 { true } else { false } })
    robot.give(.rowsFetched(ListPage(request: new, start: 0, rows: (0..<4).map(newsroom.row), total: 4)))
    #expect(robot.state.list?.cursor.index == 0)
  }

  @Test("The one problem that J asked for is not all there are, for who is back in the list before it comes")
  func theOneProblemThatJAskedForIsNotAllThereAreForWhoIsBackInTheListBeforeIt() {
    let problems = (1...9).map {
      Diagnostic(code: .impossibleDate, path: "a.json", line: $0, message: "no date", hint: "write a day")
    }
    var robot = Robot { effect in
      guard case .ask(.fetchProblems(_, let range)) = effect, range.count > 1 else { return nil }
      return .problemsFetched(matching: "", start: 0, problems, total: 9)
    }
    robot.press("!", "j", .enter, "J", "h")
    robot.give(.problemsFetched(matching: "", start: 2, [problems[2]], total: 9))
    #expect(robot.state.problemsScreen?.problems == problems)
  }

  @Test("A count that comes while another screen is shown is asked for again on the way back")
  func aCountThatComesWhileAnotherScreenIsShownIsAskedForAgainOnTheWayBack() {
    let request = ListRequest(.articles)
    let newsroom = SmallNewsroom()
    var robot = Robot { effect in
      switch effect {
      case .ask(.fetchRows(request, let range)):
        .rowsFetched(ListPage(request: request, start: range.lowerBound, rows: [newsroom.row(0)], total: nil))
      case .ask(.countRows): nil
      default: newsroom.answer(effect)
      }
    }
    #expect(robot.effects.contains(.ask(.countRows(request))))
    robot.press(.enter)
    robot.give(.rowsCounted(request, 30))
    robot.press("q")
    #expect(robot.state.list?.total == nil)
    #expect(robot.effects.contains(.ask(.countRows(request))))
  }
}
