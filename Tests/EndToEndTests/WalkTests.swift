import Foundation
import NewsroomTestSupport
import TerminalCells
import Testing

@Suite("Walks through the sample data", .serialized)
struct WalkTests {
  @Test("From a filter to the visit of June 2024, its delegation, JI Lili, her unit, IBE, its partners, and back")
  func fromAFilterToTheVisitOfJune2024ItsDelegationJILiliHerUnitIBEItsPartners() throws {
    let visitor = try Visitor()
    try visitor.seeSample()
    try visitor.filter("org:unesco-ibe", showing: "3 of 119")
    try visitor.go(to: "2024-06-07")
    let list = try visitor.terminal.screen()
    let cursor = try visitor.terminal.cursor()
    try visitor.press("Enter")
    try visitor.see("Among the visitors were")
    try visitor.press("d", "Enter")
    try visitor.see("Counterparts")
    try visitor.see("Executive Deputy Secretary-General")
    try visitor.open("JI Lili", showing: "Roles")
    try visitor.open("Capacity Development Unit", showing: "Part of")
    try visitor.open("UNESCO-IBE", showing: "Founded")
    try visitor.go(to: "×1 2024-06-06")
    for _ in 0..<5 { try visitor.press("q") }
    try visitor.terminal.waitUntil("the list as it was") { $0 == list }
    #expect(try visitor.terminal.cursor() == cursor)
  }

  @Test("From the annual meeting of January 2022 to its organisers, session, speaker and programme")
  func fromTheAnnualMeetingOfJanuary2022ToItsOrganisersSessionSpeakerAnd() throws {
    let visitor = try Visitor()
    try visitor.seeSample()
    try visitor.filter("IITE co-organised annual", showing: "2 of 119")
    try visitor.open("UNESCO IITE co-organised", showing: "Central Asia")
    try visitor.press("v", "Enter")
    let meeting = try visitor.see("Organisers")
    for organiser in ["co-organiser", "collaborator", "organiser"] { #expect(meeting.contains(organiser)) }
    try visitor.open("Inter-regional Partnership", showing: "Part of the event")
    try visitor.open("Svetlana Knyazeva", showing: "Roles")
    try visitor.press("q")
    try visitor.see("Part of the event")
    try visitor.open("[4] Digital transformation of higher education", showing: "Run by")
    try visitor.press("q", "q", "q", "q")
    try visitor.see("2 of 119")
  }
}

@Suite("The mouse in a real terminal", .serialized)
struct MouseWalkTests {
  /// What a terminal sends (SGR mouse mode) when the left button goes down, moves and goes up.
  private func drag(_ visitor: Visitor, from start: Point, to end: Point) throws {
    try visitor.type("\u{1B}[<0;\(start.column + 1);\(start.row + 1)M")
    try visitor.type("\u{1B}[<32;\(end.column + 1);\(end.row + 1)M")
    try visitor.type("\u{1B}[<0;\(end.column + 1);\(end.row + 1)m")
  }

  /// Columns that hold the line between two panes in every row of the middle.
  private func dividers(_ visitor: Visitor) throws -> [Int] {
    guard let grid = try? visitor.terminal.grid() else { return [] }  // Half drawn.
    return (0..<grid.size.columns).filter { column in (8..<30).allSatisfy { grid[column, $0].text == "│" } }
  }

  @Test("The lines beside the facets and beside a record's preview are drawn with it")
  func theLinesBesideTheFacetsAndBesideARecordsPreviewAreDrawnWithIt() throws {
    let visitor = try Visitor(size: Size(columns: 180, rows: 40))
    try visitor.seeSample()
    try visitor.terminal.waitUntil("both lines") { _ in try dividers(visitor).count >= 2 }
    let lines = try dividers(visitor)
    try drag(visitor, from: Point(column: lines[0], row: 12), to: Point(column: lines[0] + 9, row: 14))
    try visitor.terminal.waitUntil("the facets to be wider") { _ in try dividers(visitor).first == lines[0] + 9 }
    let preview = try dividers(visitor)[1]
    try drag(visitor, from: Point(column: preview, row: 12), to: Point(column: preview - 20, row: 12))
    try visitor.terminal.waitUntil("the preview to be wider") { _ in
      try dividers(visitor).dropFirst().first == preview - 20
    }
  }
}
