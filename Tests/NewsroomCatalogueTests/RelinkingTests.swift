import GRDB
import NewsroomModel
import Testing

@testable import NewsroomCatalogue

/// A record that is written anew gets a new number; one that keeps its number was not touched.
@Suite("What a changed organisation touches")
struct RelinkingTests {
  private static func article(_ id: Int, _ mentions: String) -> (String, String) {
    (
      "articles/\(id).json",
      #"{"uri": "urn:\#(id)", "headlines": [{"value": "Article \#(id)"}], "organisations": [\#(mentions)]}"#
    )
  }

  private static func organisation(_ id: String, _ name: String, parent: String? = nil) -> String {
    let parent = parent.map { #", "parent_id": "\#($0)""# } ?? ""
    return #"{"id": "\#(id)", "name": "\#(name)"\#(parent)}"#
  }

  private func fixture() throws -> Fixture {
    var files = [
      "organisations/harbour.json": Self.organisation("harbour", "Harbour"),
      "organisations/quay.json": Self.organisation("quay", "Quay", parent: "harbour"),
      "organisations/crane.json": Self.organisation("crane", "Crane", parent: "quay"),
      "organisations/library.json": Self.organisation("library", "Library"),
      "people/ada.json": #"{"id": "ada", "name": "Ada", "memberships": [{"organization_id": "quay", "role": "Head"}]}"#,
      "people/bob.json":
        #"{"id": "bob", "name": "Bob", "memberships": [{"organization_id": "library", "role": "Head"}]}"#,
    ]
    let articles = [
      Self.article(1, #"{"literal": "harbour"}"#), Self.article(2, #"{"literal": "quay"}"#),
      Self.article(3, #"{"literal": "crane"}"#), Self.article(4, #"{"literal": "library"}"#),
      Self.article(5, #"{"name": "Pier"}"#), Self.article(6, ""),
    ]
    for (path, text) in articles { files[path] = text }
    return try Fixture(files)
  }

  private func numbers(_ catalogue: Catalogue) throws -> [String: Int] {
    try catalogue.asking { database in
      let rows = try Row.fetchAll(database, sql: "SELECT kind, id, number FROM record")
      return Dictionary(uniqueKeysWithValues: rows.map { ("\($0[0] as Int):\($0[1] as String)", $0[2] as Int) })
    }
  }

  /// The records that were written anew by an edit.
  private func touched(writing text: String, to path: String) throws -> [String] {
    let fixture = try fixture()
    let catalogue = try fixture.updated()
    let before = try numbers(catalogue)
    try fixture.write(text, to: path)
    let summary = try catalogue.update(UpdateScope(paths: [path]))
    let after = try numbers(catalogue)
    #expect(summary.filesRead == 1)
    return after.filter { before[$0.key] != $0.value }.map(\.key).sorted()
  }

  @Test(
    "Another name: itself, its parts, its people and the articles that name it or could by the new name; nothing else")
  func anotherNameItselfItsPartsItsPeopleAndTheArticlesThatNameItOrCouldByThe() throws {
    let touched = try touched(
      writing: Self.organisation("quay", "Pier", parent: "harbour"), to: "organisations/quay.json")
    #expect(touched == ["0:urn:2", "0:urn:5", "2:ada", "3:crane", "3:quay"])
  }

  @Test("Another parent: its parts and their articles too, whose wholes are others now; nothing else")
  func anotherParentItsPartsAndTheirArticlesTooWhoseWholesAreOthersNowNothing() throws {
    let touched = try touched(
      writing: Self.organisation("quay", "Quay", parent: "library"), to: "organisations/quay.json")
    #expect(touched == ["0:urn:2", "0:urn:3", "2:ada", "3:crane", "3:quay"])
  }

  @Test("An organisation of thousands of articles gets another name: what was done when it is cut short stays done")
  func anOrganisationOfThousandsOfArticlesGetsAnotherNameWhatWasDoneWhenItIsCut() throws {
    let lines = (0..<5_000).map { #"{"uri": "urn:\#($0)", "organisations": [{"literal": "quay"}]}"# }
    let fixture = try Fixture([
      "organisations/quay.json": Self.organisation("quay", "Quay"),
      "articles/all.jsonl": lines.joined(separator: "\n"),
    ])
    let catalogue = try fixture.updated()
    try fixture.write(Self.organisation("quay", "Pier"), to: "organisations/quay.json")
    var portions = 0
    #expect(throws: CancellationError.self) {
      _ = try catalogue.update(isCancelled: {
        portions += 1
        return portions > 15
      })
    }
    let found = try catalogue.count(ListRequest(.articles, query: "pier"))
    #expect(found > 0 && found < 5_000)
    _ = try catalogue.update()
    #expect(try catalogue.count(ListRequest(.articles, query: "pier")) == 5_000)
    #expect(try catalogue.count(ListRequest(.articles, query: "quay")) == 0)
  }

  @Test("What neither is nor was tied to it stays as it is")
  func whatNeitherIsNorWasTiedToItStaysAsItIs() throws {
    let touched = try touched(writing: Self.organisation("museum", "Museum"), to: "organisations/museum.json")
    #expect(touched == ["3:museum"])
  }
}
