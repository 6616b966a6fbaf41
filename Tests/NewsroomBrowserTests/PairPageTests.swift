import NewsroomBrowser
import NewsroomModel
import TerminalCells
import Testing

/// The history of two parties on one page.
@Suite("The pair page")
struct PairPageTests {
  private let ichei = RecordAddress(.organisation, "unesco-ichei")
  private let nairobi = RecordAddress(.organisation, "university-of-nairobi")

  private func robot(columns: Int = 110, rows: Int = 40) throws -> Robot {
    let sample = try SampleNewsroom.shared.get()
    return Robot(columns: columns, rows: rows, answer: sample.answer)
  }

  /// Goes to a page by Ctrl-p.
  private func open(_ text: String, in robot: inout Robot) {
    robot.press(.control("p"))
    robot.type(text)
    robot.press(.enter)
  }

  @Test("A typed address opens the page, and what is typed for a side may be an id, an address or a country")
  func aTypedAddressOpensThePageAndWhatIsTypedForASideMayBeAnIdAnAddressOrA() throws {
    for address in ["pair:unesco-ichei=university-of-nairobi", "pair: organisation:unesco-ichei = country:KE"] {
      var robot = try robot()
      open(address, in: &robot)
      let history = try #require(robot.state.pair?.history)
      #expect(!history.contacts.isEmpty)
      #expect(robot.text.contains("\(history.contacts.count) contacts"))
    }
  }

  @Test("The page shows each contact with the people of both sides, and both directions have the same contacts")
  func contactsHavePeopleOfBothSides() throws {
    var (robot, mirrored) = (try robot(rows: 400), try robot(rows: 400))
    open("pair:unesco-ichei=university-of-nairobi", in: &robot)
    open("pair:university-of-nairobi=unesco-ichei", in: &mirrored)
    let history = try #require(robot.state.pair?.history)
    let other = try #require(mirrored.state.pair?.history)
    #expect(history.contacts.map(\.occasion) == other.contacts.map(\.occasion))
    for contact in history.contacts {
      #expect(robot.text.contains(String(contact.occasion.name.prefix(40))))
      for person in (contact.left + contact.right).compactMap(\.person) where contact.strength != .present {
        #expect(robot.text.contains(person.name))
      }
    }
    #expect(robot.text.contains("Contacts by year") && robot.text.contains("Through whom"))
  }

  @Test("On a partner row of a page, = opens the history of both; back leads to the row")
  func equalsSignOnPartnerRowOpensHistory() throws {
    var robot = try robot(rows: 60)
    open("University of Nairobi", in: &robot)
    #expect(robot.state.record?.address == nairobi)
    let stops = try #require(robot.state.record?.layout.stops)
    let row = try #require(stops.firstIndex { $0.destination == .target(.record(ichei)) })
    while robot.state.record?.focus != row, (robot.state.record?.focus ?? 0) < row { robot.press("j") }
    robot.press("=")
    let history = try #require(robot.state.pair?.history)
    #expect(history.left == .record(nairobi) && history.right == .record(ichei))
    robot.press("q")
    #expect(robot.state.record?.focus == row)
  }

  @Test("Two marked rows of a list are the two sides; one marked row is too few")
  func twoMarkedRowsOfAListAreTheTwoSidesOneMarkedRowIsTooFew() throws {
    var robot = try robot()
    robot.press("4", "m", "=")
    #expect(robot.state.pair == nil && robot.state.notice != nil)
    robot.press("m", "=")
    let marked = try #require(
      robot.state.backStack.first.flatMap { if case .list(let list) = $0 { list.marked } else { nil } })
    #expect(robot.state.pair?.request == PairRequest(marked[0].description, marked[1].description))
  }

  @Test("On a row that is not marked, = asks for the second side by name")
  func secondSideIsChosenInPalette() throws {
    var robot = try robot()
    robot.press("4", "/")
    robot.type("unesco-ichei")
    robot.press(.enter)
    let first = try #require(robot.state.selectedAddress)
    robot.press("=")
    robot.type("University of Nairobi")
    robot.press(.enter)
    #expect(robot.state.pair?.request == PairRequest(first.description, nairobi.description))
  }

  @Test("The address of the page can be copied, and a session begins on the page again")
  func addressIsCopiedAndRestored() throws {
    var robot = try robot()
    open("pair:unesco-ichei=university-of-nairobi", in: &robot)
    robot.press("Y")
    #expect(robot.outside.last == .copy("pair:unesco-ichei=university-of-nairobi"))
    var state = BrowserState(size: Size(columns: 110, rows: 40))
    state.restore(robot.state.session)
    let restored = Robot(state: state, answer: try SampleNewsroom.shared.get().answer)
    #expect(restored.text == robot.text)
  }

  @Test("A side that no record has, or several have, is reported")
  func aSideThatNoRecordHasOrSeveralHaveIsReported() throws {
    var robot = try robot()
    open("pair:unesco-ichei=atlantis-academy", in: &robot)
    #expect(robot.text.contains("matches “atlantis-academy”"))
  }

  @Test("Every row can be reached with j and k, and Enter opens what it names", arguments: [12, 40])
  func everyRowCanBeReachedWithJAndKAndEnterOpensWhatItNames(rows: Int) throws {
    var robot = try robot(columns: 60, rows: rows)
    open("pair:unesco-ichei=university-of-nairobi", in: &robot)
    var seen: Set<Int> = []
    for _ in 0..<300 {
      seen.formUnion(robot.state.pair?.focus.map { [$0] } ?? [])
      robot.press("j")
    }
    #expect(seen.count > 4 && seen == Set(0...(seen.max() ?? 0)))
    robot.press("g", .tab, .enter)
    #expect(robot.state.record != nil || !robot.outside.isEmpty)
  }
}
