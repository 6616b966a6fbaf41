import NewsroomBrowser
import NewsroomModel
import TerminalCells
import Testing

@Suite("Rows before their count")
struct RowsBeforeCountTests {
  private let request = ListRequest(.articles, query: "\"a b\"")

  /// A newsroom that has three rows at once and tells their number when it is asked.
  private func robot() -> Robot {
    let newsroom = SmallNewsroom()
    let request = request
    var hasCounted = false
    return Robot(rows: 40) { effect in
      switch effect {
      case .ask(.fetchRows(request, let range)) where !hasCounted:
        .rowsFetched(
          ListPage(request: request, start: range.lowerBound, rows: (0..<3).map(newsroom.row), total: nil))
      case .ask(.fetchRows(request, let range)):
        .rowsFetched(
          ListPage(
            request: request, start: range.lowerBound, rows: range.clamped(to: 0..<20).map(newsroom.row), total: 20))
      case .ask(.countRows(request)):
        {
          hasCounted = true
          return .rowsCounted(request, 20)
        }()
      default: newsroom.answer(effect)
      }
    }
  }

  @Test("Rows that come before the count are shown, the count is asked for, and then the rest of the rows")
  func rowsThatComeBeforeTheCountAreShownTheCountIsAskedForAndThenTheRestOfThe() {
    var robot = robot()
    robot.press("/")
    robot.type("\"a b\"")
    #expect(robot.effects.contains(.ask(.countRows(request))))
    #expect(robot.effects.filter { if case .ask(.fetchRows) = $0 { true } else { false } }.count == 2)
    #expect(robot.state.list?.total == 20)
    #expect(robot.state.list?.rows.count == 20)
    #expect(robot.text.contains("20 of 30"))
  }

  @Test("Rows that may not match are asked for again once their number is known", arguments: [true, false])
  func rowsThatMayNotMatchAreAskedForAgainOnceTheirNumberIsKnown(_ comesTwice: Bool) {
    let newsroom = SmallNewsroom()
    let request = ListRequest(.articles, query: "\"a b")
    var (isCounted, isChanged) = (false, comesTwice)
    var robot = Robot(rows: 40) { effect in
      switch effect {
      case .ask(.fetchRows(request, let range)):
        {
          // What changed since has to be counted anew.
          let isKnown = isCounted && !isChanged
          if isCounted { isChanged = false }
          let rows = range.clamped(to: 0..<(isKnown ? 1 : 3)).map(newsroom.row)
          let total = isKnown ? 1 : nil
          return .rowsFetched(
            ListPage(request: request, start: range.lowerBound, rows: rows, total: total, isProvisional: !isKnown))
        }()
      case .ask(.countRows(request)):
        {
          isCounted = true
          return .rowsCounted(request, 1)
        }()
      default: newsroom.answer(effect)
      }
    }
    robot.press("/")
    robot.type("\"a b")
    #expect(robot.effects.filter { $0 == .ask(.countRows(request)) }.count == (comesTwice ? 2 : 1))
    #expect(robot.state.list?.total == 1)
    #expect(robot.state.list?.rows.count == 1)
    #expect(robot.state.list?.isProvisional == false)
  }

  @Test("Until it comes three dots stand for the count")
  func untilItComesThreeDotsStandForTheCount() {
    var robot = Robot()
    robot.press("/")
    robot.type("x")
    let request = ListRequest(.articles, query: "xy")
    var state = robot.state
    _ = state.update(.keyPressed("y"))
    let effects = state.update(
      .rowsFetched(ListPage(request: request, start: 0, rows: [SmallNewsroom().row(1)], total: nil)))
    #expect(effects.contains(.ask(.countRows(request))))
    robot.state = state
    #expect(robot.screen[1].hasSuffix("… · newest first"))
    #expect(robot.text.contains("Article 1"))
  }
}

@Suite("What the summary says of the order")
struct OrderLabelTests {
  private func label(query: String, highlights: [String], isRankedByHeadline: Bool = false) -> String {
    var robot = Robot()
    let request = ListRequest(.articles, query: query, sort: .relevance)
    robot.state.list?.request = request
    robot.give(
      .rowsFetched(
        ListPage(
          request: request, start: 0, rows: [], total: 0, highlights: highlights,
          isRankedByHeadline: isRankedByHeadline)))
    return robot.screen[1]
  }

  @Test("Best match first is said only where something was matched and ranked")
  func bestMatchFirstIsSaidOnlyWhereSomethingWasMatchedAndRanked() {
    #expect(label(query: "visit", highlights: ["visit"]).hasSuffix("best match first"))
    #expect(label(query: "visit", highlights: ["visit"], isRankedByHeadline: true).hasSuffix("in the headline first"))
    #expect(label(query: "", highlights: []).hasSuffix("newest first"))
    #expect(label(query: "org:ibe", highlights: []).hasSuffix("newest first"))
  }
}
