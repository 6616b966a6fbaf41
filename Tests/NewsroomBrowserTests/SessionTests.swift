import Foundation
import NewsroomBrowser
import NewsroomModel
import TerminalCells
import Testing

@Suite("Beginning where one left off")
struct SessionTests {
  /// Somebody who begins where `session` ended.
  private func robot(
    after session: Session, columns: Int = 80, answer: @escaping (Effect) -> Message? = SmallNewsroom().answer
  ) -> Robot {
    var state = BrowserState(size: Size(columns: columns, rows: 24))
    state.restore(session)
    return Robot(state: state, answer: answer)
  }

  @Test("A list comes back with its query, order and row, and the other lists as they were left")
  func aListComesBackWithItsQueryOrderAndRowAndTheOtherListsAsTheyWereLeft() {
    var first = Robot()
    first.press("j", "j", "2", "j", "1", "s", "/")
    first.type("ibe")
    first.press(.enter, "j")
    let second = robot(after: first.state.session)
    #expect(second.text == first.text)
    #expect(second.state.list?.selected == first.state.list?.selected)
    #expect(second.state.inactiveLists[.delegations]?.cursor.index == 1)
    #expect(second.effects.contains { if case .ask(.locateRow) = $0 { true } else { false } } == false)
  }

  @Test("A page comes back with its scroll and its focus, and back leads through every screen to the row one came from")
  func aPageComesBackWithItsScrollAndItsFocusAndBackLeadsThroughEveryScreenTo() {
    var first = Robot()
    for _ in 0..<25 { first.press("j") }
    first.press(.enter, .tab, .enter, "q", .tab, .tab, .enter, "q", "G")
    var second = robot(after: first.state.session)
    #expect(second.text == first.text)
    #expect(second.state.record?.focus == first.state.record?.focus)
    for key: Key in ["]", "[", "q"] {
      first.press(key)
      second.press(key)
      #expect(second.text == first.text)
    }
    #expect(second.state.list?.cursor.index == 25)
  }

  @Test("The same session is kept when nothing was looked at in between")
  func theSameSessionIsKeptWhenNothingWasLookedAtInBetween() {
    var first = Robot()
    first.press("j", .enter, "G", .tab, .enter, "!")
    let session = first.state.session
    #expect(session.screens.count == 4)
    #expect(robot(after: session) { _ in nil }.state.session == session)
  }

  @Test("> leads forward again to what one came back from")
  func leadsForwardAgainToWhatOneCameBackFrom() {
    var first = Robot()
    first.press(.enter, "p", .enter)
    let (page, name) = (first.text, first.state.record?.title)
    first.press("q", "q")
    #expect(first.state.ahead.count == 2)
    var second = robot(after: first.state.session)
    #expect(second.text == first.text)
    second.press(">", ">")
    #expect(second.state.record?.title == name)
    #expect(second.text == page)
    second.press("q", "q")
    #expect(second.state.session.ahead?.count == 2)
  }

  @Test("The facet pane comes back with its facet, and f leads to the list; without it no word is kept of it")
  func theFacetPaneComesBackWithItsFacetAndFLeadsToTheListWithoutItNoWordIsKept() throws {
    var first = Robot()
    #expect(first.state.session.screens[0].list?.facet == nil)
    first.press("f", "l")
    #expect(first.state.list?.facets.field != .org)
    var second = robot(after: first.state.session)
    #expect(second.text == first.text)
    second.press("f")
    #expect(second.state.list?.pane == .list)
    var session = first.state.session
    session.screens[0].list?.facet = "stripes"
    #expect(robot(after: session).state.list?.pane == .list)
  }

  @Test("In a terminal of another width a text comes back at the same place, as near as can be")
  func inATerminalOfAnotherWidthATextComesBackAtTheSamePlaceAsNearAsCanBe() {
    var first = Robot()
    first.press(.enter, "G")
    let second = robot(after: first.state.session, columns: 44)
    #expect(second.text.contains("Paragraph 40"))
  }

  @Test("The cursor finds its record where others came before it")
  func theCursorFindsItsRecordWhereOthersCameBeforeIt() {
    var first = Robot()
    for _ in 0..<5 { first.press("j") }
    var session = first.state.session
    session.screens[0].list?.row = 9
    #expect(robot(after: session).state.list?.selected?.title == "Article 5")
  }

  @Test("Where the record under the cursor is gone the row stays, or is the last one there is")
  func whereTheRecordUnderTheCursorIsGoneTheRowStaysOrIsTheLastOneThereIs() {
    var session = Robot().state.session
    session.screens[0].list?.row = 12
    session.screens[0].list?.selected = "article:gone"
    #expect(robot(after: session).state.list?.cursor.index == 12)
    session.screens[0].list?.row = 900
    session.screens[0].list?.top = 880
    #expect(robot(after: session).state.list?.cursor.index == 29)
  }

  @Test("A page whose record is gone leads to where it was opened, but not before the files were looked at")
  func aPageWhoseRecordIsGoneLeadsToWhereItWasOpenedButNotBeforeTheFilesWere() {
    var first = Robot()
    first.press("j", .enter)
    var second = robot(after: first.state.session) { effect in
      if case .ask(.openRecord(let address)) = effect { return .recordOpened(address, nil) }
      return SmallNewsroom().answer(effect)
    }
    #expect(second.state.record?.isMissing == true)
    second.give(.updateFinished(changed: false))
    #expect(second.state.list?.selected?.title == "Article 1")
    #expect(second.text.contains("“Visit to IBE” is not in the data any more."))
  }

  @Test("While the catalogue is being built a page waits for its record")
  func whileTheCatalogueIsBeingBuiltAPageWaitsForItsRecord() {
    var first = Robot()
    first.press("j", .enter)
    let session = first.state.session
    var isThere = false
    var state = BrowserState(size: Size(columns: 80, rows: 24))
    state.restore(session)
    _ = state.start()
    let address = RecordAddress(.article, "urn:1")
    #expect(state.update(.recordOpened(address, nil)).isEmpty)
    isThere = state.update(.updateFinished(changed: true)).contains(.ask(.openRecord(address)))
    #expect(isThere)
    _ = state.update(.recordOpened(address, SmallNewsroom().page(address)))
    #expect(state.record?.page != nil)
  }

  @Test("What a session says that makes no sense is passed over")
  func whatASessionSaysThatMakesNoSenseIsPassedOver() throws {
    let list = #"{"list": "LIST", "query": "", "sort": "stripes", "row": -1, "top": 9223372036854775807}"#
    let zebras = list.replacing("LIST", with: "zebras")
    var state = BrowserState(size: Size(columns: 80, rows: 24))
    state.restore(try session(#"{"screens": [{"list": \#(zebras)}, {}], "lists": []}"#))
    var fresh = BrowserState(size: Size(columns: 80, rows: 24))
    fresh.queries.recall([])
    #expect(state == fresh)
    let record = #"{"address": "person:ji-lili", "title": "JI", "line": 9223372036854775807, "lines": 1, "focus": -5}"#
    let people = list.replacing("LIST", with: "people")
    var robot = robot(
      after: try session(#"{"screens": [{"list": \#(people)}, {"record": \#(record)}], "lists": [\#(zebras)]}"#))
    #expect(robot.text.contains("JI Lili"))
    robot.press("j", "q")
    #expect(robot.state.list?.request == ListRequest(.people, sort: .name))
    #expect(robot.state.list?.cursor.index == 0)
  }

  /// A session as its file has it.
  private func session(_ text: String) throws -> Session {
    try JSONDecoder().decode(Session.self, from: Data(text.utf8))
  }

  @Test("Of a very long walk the beginning and the last screens are kept")
  func ofAVeryLongWalkTheBeginningAndTheLastScreensAreKept() {
    var first = Robot()
    first.press(.enter)
    for _ in 0..<25 { first.press("p", .enter, .tab, .enter) }
    #expect(first.state.backStack.count > 40)
    #expect(first.state.session.screens.count == 31)
    #expect(first.state.session.screens[0].list != nil)
  }
}
