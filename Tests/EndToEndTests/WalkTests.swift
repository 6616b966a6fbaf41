import Foundation
import NewsroomTestSupport
import TerminalCells
import Testing

@Suite("Walks through the sample data", .serialized)
struct WalkTests {
  @Test("From a filter to the visit of June 2024, its delegation, JI Lili, her unit, IBE, its partners, and back")
  func visit() throws {
    let visitor = try Visitor()
    try visitor.seeSample()
    try visitor.press("/")
    try visitor.type("org:unesco-ibe")
    try visitor.see("of 119")
    try visitor.press("Enter")
    try visitor.see("j/k move")
    try visitor.go(to: "2024-06-07")
    let list = try visitor.terminal.screen()
    let cursor = try visitor.terminal.cursor()
    try visitor.press("Enter")
    try visitor.see("Three staff members")
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
  func meeting() throws {
    let visitor = try Visitor()
    try visitor.seeSample()
    try visitor.press("/")
    try visitor.type("IITE co-organised annual")
    try visitor.see("2 of 119")
    try visitor.press("Enter")
    try visitor.see("j/k move")
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
