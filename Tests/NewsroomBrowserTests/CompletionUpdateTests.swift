import NewsroomBrowser
import NewsroomModel
import TerminalCells
import Testing

@Suite("Completing a value")
struct CompletionUpdateTests {
  private var robot = Robot()

  @Test("Values that begin so are shown with their rows, and Tab takes one after the other")
  mutating func valuesThatBeginSoAreShownWithTheirRowsAndTabTakesOneAfterTheOther() {
    robot.press("/")
    robot.type("visit org:une")
    #expect(
      robot.effects.contains(
        .ask(.completeValue(CompletionRequest(.org, prefix: "une", in: ListRequest(.articles, query: "visit org:une"))))
      ))
    #expect(robot.screen[4].contains("UNESCO-IBE  unesco-ibe") && robot.screen[4].contains(" 4 │"))
    robot.press(.tab)
    #expect(robot.state.list?.request.query == "visit org:unesco")
    robot.press(.tab)
    #expect(robot.state.list?.request.query == "visit org:unesco-ibe")
    robot.press(.tab)
    #expect(robot.state.list?.request.query == "visit org:unesco")
    robot.press(.backTab)
    #expect(robot.state.list?.request.query == "visit org:unesco-ibe")
  }

  @Test("What begins as was typed comes before what has a word that does, and Tab reaches all that was found")
  func whatBeginsAsWasTypedComesBeforeWhatHasAWordThatDoesAndTabReachesAllThat() throws {
    let sample = try SampleNewsroom.shared.get()
    var robot = Robot(columns: 80, rows: 24, answer: sample.answer)
    robot.press("/")
    robot.type("org:unesco-i")
    let found = try #require(robot.state.completion?.candidates)
    let first = found.prefix { row in
      [row.value, row.label].contains { SearchNormalizer.fold($0).hasPrefix("unesco-i") }
    }
    #expect(first.contains { $0.value == "unesco-ibe" } && first.contains { $0.value == "unesco-iite" })
    #expect(!found.dropFirst(first.count).contains { $0.value.hasPrefix("unesco-i") } && found.count > 5)
    #expect(robot.text.contains("\(found.count) total"))
    for row in found {
      robot.press(.tab)
      #expect(robot.state.list?.request.query == "org:\(row.value)")
      #expect(robot.screen[4...9].contains { $0.contains(row.label.prefix(40)) })
    }
  }

  @Test("What stands behind the cursor stays")
  mutating func whatStandsBehindTheCursorStays() {
    robot.press("/")
    robot.type("org:uet visit")
    (0..<6).forEach { _ in robot.press(.left) }
    robot.press(.tab)
    #expect(robot.state.list?.request.query == "org:uet-lahore visit")
  }

  @Test("A value is not called wrong while it can still be completed; what is wrong takes two rows where it must")
  func aValueIsNotCalledWrongWhileItCanStillBeCompletedWhatIsWrongTakesTwoRows() {
    var robot = Robot(columns: 40, rows: 12) { effect in
      guard case .ask(.fetchRows(let request, _)) = effect, !request.query.isEmpty else {
        return SmallNewsroom().answer(effect)
      }
      let message = "There is no organisation “\(request.query)”, so this is left out."
      let range = 0..<request.query.utf8.count
      return .rowsFetched(
        ListPage(
          request: request, start: 0, rows: [], total: 0,
          queryProblems: [QueryProblem(range: range, message: message)]))
    }
    robot.press("/")
    robot.type("org:une")
    #expect(!robot.text.contains("There is no"))
    robot.press(.enter)
    #expect(robot.screen[2...3] == ["   There is no organisation “org:une”,", "   so this is left out."])
  }

  @Test("Where nothing can be completed, Tab says what can")
  mutating func whereNothingCanBeCompletedTabSaysWhatCan() {
    robot.press("/")
    robot.type("visit")
    robot.press(.tab)
    #expect(robot.state.notice?.message.hasPrefix("Nothing to complete.") == true)
    #expect(robot.state.list?.request.query == "visit")
  }

  @Test(
    "Values for what was typed before are dropped, and Enter and Esc close the box", arguments: [Key.enter, .escape])
  func valuesForWhatWasTypedBeforeAreDroppedAndEnterAndEscCloseTheBox(key: Key) {
    var robot = Robot()
    robot.press("/")
    robot.type("org:uet")
    let old = CompletionRequest(.org, prefix: "u", in: ListRequest(.articles, query: "org:u"))
    robot.give(.valuesCompleted(old, [FacetRow(value: "ucla", label: "UCLA", count: 1)]))
    #expect(robot.state.completion?.candidates.map(\.value) == ["uet-lahore"])
    robot.press(key)
    #expect(robot.state.completion == nil)
  }
}
