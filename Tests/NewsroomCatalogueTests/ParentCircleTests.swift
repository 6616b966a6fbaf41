import NewsroomModel
import Testing

@testable import NewsroomCatalogue

/// Of a circle of parents the catalogue cuts the link that the check names (NR305), and no other.
@Suite("Circles of parents")
struct ParentCircleTests {
  private static func organisation(_ id: String, in parent: String) -> String {
    #"{"id": "\#(id)", "name": "\#(id.uppercased())", "parent_id": "\#(parent)"}"#
  }

  private let fixture: Fixture

  init() throws {
    fixture = try Fixture([
      "organisations/1.json": Self.organisation("b", in: "c"), "organisations/2.json": Self.organisation("c", in: "a"),
      "organisations/3.json": Self.organisation("a", in: "b"), "articles/a.json": Self.article("a"),
      "articles/b.json": Self.article("b"), "articles/c.json": Self.article("c"),
    ])
  }

  private static func article(_ id: String) -> String {
    #"{"uri": "of-\#(id)", "organisations": [{"literal": "\#(id)"}], "bodies": [{"value": "x"}]}"#
  }

  private func found(_ catalogue: Catalogue) throws -> [[String]] {
    try ["a", "b", "c"].map { try catalogue.ids(.articles, "org:\($0)").sorted() }
  }

  @Test("The link of the record whose file comes first is cut; the others hold")
  func theLinkOfTheRecordWhoseFileComesFirstIsCutTheOthersHold() throws {
    let catalogue = try fixture.updated()
    #expect(try DataDirectory(path: fixture.folder).check().map(\.path) == ["organisations/1.json"])
    // b → c is cut, so a is a part of b, and c of a.
    #expect(try found(catalogue) == [["of-a", "of-c"], ["of-a", "of-b", "of-c"], ["of-c"]])
    #expect(try catalogue.ids(.organisations, "org:a").sorted() == ["a", "c"])
    #expect(try catalogue.section(.partOf, of: "organisation:b") == [])
    #expect(try catalogue.section(.partOf, of: "organisation:c") == ["A", "B"])
    #expect(
      try catalogue.organisationTree(ListRequest(.articles)).map { "\($0.depth) \($0.id)" } == ["0 b", "1 a", "2 c"])
  }

  @Test("When another record opens the circle the link is back, and when one closes it again it is cut again")
  func whenAnotherRecordOpensTheCircleTheLinkIsBackAndWhenOneClosesItAgainItIs() throws {
    let catalogue = try fixture.updated()
    try fixture.write(#"{"id": "a", "name": "A"}"#, to: "organisations/3.json")
    _ = try catalogue.update()
    #expect(try found(catalogue) == [["of-a", "of-b", "of-c"], ["of-b"], ["of-b", "of-c"]])
    try fixture.write(Self.organisation("a", in: "b"), to: "organisations/3.json")
    _ = try catalogue.update()
    #expect(try found(catalogue) == found(fixture.updated()))
    #expect(try found(catalogue)[2] == ["of-c"])
  }

  @Test("An event that is named as a part of itself is no part and no session of itself")
  func anEventThatIsNamedAsAPartOfItselfIsNoPartAndNoSessionOfItself() throws {
    let fixture = try Fixture(["events/e.json": #"{"id": "e", "name": "E", "parent_id": "e"}"#])
    let catalogue = try fixture.updated()
    #expect(try catalogue.section(.within, of: "event:e") == [])
    #expect(try catalogue.section(.sessions, of: "event:e") == [])
  }
}
