import NewsroomModel
import Testing

@testable import NewsroomIndex

@Suite("Finding by name")
struct NameTests {
  @Test(
    "Closest first: the same, beginning so, with a word beginning so, words in another order, within, letters in order")
  func closeness() throws {
    let names = [
      "ibe", "ibe unesco", "the ibe", "ibero american ibe", "scribes", "international bureau education",
      "elizabeth sosa",
    ]
    let close = names.compactMap { name in NameCloseness(of: name, to: "ibe").map { (name, $0) } }
    #expect(
      close.sorted { $0.1 < $1.1 }.map(\.0) == ["ibe", "ibe unesco", "ibero american ibe", "the ibe", "scribes"])
    #expect(NameCloseness(of: "bi xiaohan", to: "xiao bi") != nil)
    #expect(NameCloseness(of: "tsinghua", to: "tsgh") != nil)
    #expect(NameCloseness(of: "tsinghua", to: "hgst") == nil)
  }

  @Test("Records of every kind are found by any of their names; what a query would mean means nothing here")
  func everyKind() throws {
    let fixture = try Fixture(Visit.files)
    let catalogue = try fixture.updated()
    let first = try catalogue.records(called: "bi xi", limit: 20).first
    #expect(first?.address.kind == .person)
    let online = try catalogue.records(called: "institute of online", limit: 20).first
    #expect(online?.address.kind == .programme)
    for text in ["", "  ", "(((-\"", "zzz:", "%_\\", String(repeating: "x%", count: 60_000)] {
      #expect(try catalogue.records(called: text, limit: 20).isEmpty)
    }
    #expect(try catalogue.records(called: "e", limit: 2).count <= 2)
  }
}
