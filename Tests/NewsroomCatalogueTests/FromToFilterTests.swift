import NewsroomModel
import Testing

@testable import NewsroomCatalogue

@Suite("Where a delegation came from and went to")
struct FromToFilterTests {
  private let catalogue: Catalogue
  private let fixture: Fixture

  init() throws {
    fixture = try Fixture([
      "organisations/o.json": """
      [{"id": "house", "name": "House of News", "country": "CN"}, {"id": "desk", "name": "Desk", "parent_id": "house"},
       {"id": "inn", "name": "Inn", "country": "FR"}, {"id": "kenya", "name": "Government of Kenya", "country": "KE"},
       {"id": "frank", "name": "Frank and sons", "country": "DE"}]
      """,
      "delegations/d.json": """
      [{"id": "out", "name": "Out", "on_behalf_of_ids": ["desk"], "event_ids": ["at-inn"]},
       {"id": "back", "name": "Back", "on_behalf_of_ids": ["inn"], "event_ids": ["at-house"]},
       {"id": "far", "name": "Far", "on_behalf_of_ids": ["house", "frank"], "event_ids": ["at-kenya", "at-frank"]}]
      """,
      "events/e.json": """
      [{"id": "at-inn", "name": "A", "location": "Paris", "organizers": [{"organization_id": "inn", "role": "host"}]},
       {"id": "at-house", "name": "B", "organizers": [{"organization_id": "house", "role": "host"}]},
       {"id": "at-kenya", "name": "C", "location": "Nairobi, Kenya", "organizers": [{"organization_id": "kenya", "role": "host"}]},
       {"id": "at-frank", "name": "D", "location": "Mombasa, Kenya"}]
      """,
    ])
    catalogue = try fixture.updated()
  }

  @Test(
    "Organisations with their parts, countries and places are understood, each side by itself",
    arguments: [
      ("from:house", ["far", "out"]), ("from:desk", ["out"]), ("from:CN", ["far"]), ("from:china", ["far"]),
      ("to:house", ["back"]), ("to:FR", ["out"]), ("to:france", ["out"]), ("to:paris", ["out"]), ("to:kenya", ["far"]),
      ("to:mombasa", ["far"]), ("-to:inn", ["back", "far"]), ("from:house to:inn,kenya", ["far", "out"]),
      ("host:inn", ["out"]),
      ("country:CN", ["back", "far"]),
    ])
  func organisationsWithTheirPartsCountriesAndPlacesAreUnderstoodEachSideBy(query: String, wanted: [String]) throws {
    #expect(try catalogue.ids(.delegations, query).sorted() == wanted)
    #expect(try catalogue.page(ListRequest(.delegations, query: query), range: 0..<9).queryProblems == [])
  }

  @Test("What names no side is reported; a country that sent or received none finds nothing")
  func unknownSideMatchesNothing() throws {
    for (query, messages) in [("to:atlantis", ["There is no delegation to “atlantis”."]), ("from:KE", [])] {
      let page = try catalogue.page(ListRequest(.delegations, query: query), range: 0..<9)
      #expect(page.queryProblems.map(\.message) == messages)
      #expect(page.rows.isEmpty)
    }
  }

  @Test("A region is one side, and no other name with its words; a name of a journey says the countries it went to")
  func regionsAndNamedJourneys() throws {
    let catalogue = try Fixture([
      "organisations.json":
        #"[{"id": "p", "name": "Priority Africa Division", "country": "FR"}, {"id": "k", "name": "K", "country": "KE"}]"#,
      "events.json": """
      [{"id": "e", "name": "E", "location": "Paris", "organizers": [{"organization_id": "p", "role": "host"}]},
       {"id": "f", "name": "F", "organizers": [{"organization_id": "k", "role": "host"}]}]
      """,
      "delegations.json": """
      [{"id": "paris", "name": "D", "event_ids": ["e"]}, {"id": "kenya", "name": "D", "event_ids": ["f"]},
       {"id": "named", "name": "Delegation to Poland and the Gambia"}]
      """,
    ]).updated()
    #expect(try catalogue.ids(.delegations, "to:africa").sorted() == ["kenya", "named"])
    #expect(try catalogue.ids(.delegations, "to:gambia") == ["named"])
    #expect(try catalogue.ids(.delegations, "to:\"eastern europe\"") == ["named"])
    #expect(try catalogue.ids(.delegations, "to:france") == ["paris"])
  }

  @Test("Another parent, country or host is found at once")
  func anotherParentCountryOrHostIsFoundAtOnce() throws {
    try fixture.write(#"{"id": "desk", "name": "Desk", "parent_id": "inn"}"#, to: "organisations/desk.json")
    try fixture.write(
      #"[{"id": "house", "name": "House of News", "country": "SE"}, {"id": "inn", "name": "Inn", "country": "FR"}]"#,
      to: "organisations/o.json")
    _ = try catalogue.update()
    #expect(try catalogue.ids(.delegations, "from:inn").sorted() == ["back", "out"])
    #expect(try catalogue.ids(.delegations, "to:SE") == ["back"])
  }
}
