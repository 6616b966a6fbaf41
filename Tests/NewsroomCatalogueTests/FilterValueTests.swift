import NewsroomModel
import Testing

@testable import NewsroomCatalogue

/// What a filter's value means when nothing, or something else, goes by it.
@Suite("Values of filters")
struct FilterValueTests {
  private static func organisations(_ countries: [String]) -> String {
    "[" + countries.map { #"{"id": "in-\#($0)", "name": "O", "country": "\#($0)"}"# }.joined(separator: ",") + "]"
  }

  private func complaints(_ catalogue: Catalogue, _ list: ListKind, _ query: String) throws -> [String] {
    try catalogue.page(ListRequest(list, query: query), range: 0..<10).queryProblems.map(\.message)
  }

  @Test(
    "The code or name of a country that has no records is no other country's",
    arguments: ["MO", "PA", "SE", "GE", "CH", "ch", "UK", "Niger", "switzerland"])
  func countriesWithoutRecords(country: String) throws {
    let catalogue = try Fixture([
      "organisations.json": Self.organisations(["MA", "PT", "RS", "DE", "CN", "UA", "NG"])
    ]).updated()
    let sentences = try complaints(catalogue, .organisations, "country:\(country)")
    #expect(sentences.count == 1 && sentences[0].hasPrefix("There is nothing of the country “\(country)”"))
    #expect(try catalogue.ids(.organisations, "country:\(country)").count == 7, "left out, it narrows nothing")
  }

  @Test("The beginning of a country's name will do, where it is no code", arguments: [("chi", "CN"), ("swit", "CH")])
  func beginnings(text: String, code: String) throws {
    let catalogue = try Fixture(["organisations.json": Self.organisations(["CN", "CH"])]).updated()
    #expect(try catalogue.ids(.organisations, "country:\(text)") == ["in-\(code)"])
  }

  @Test(
    "The code of a language stands for that language alone; the beginning of a name will do, where it is no code",
    arguments: [("es", []), ("et", ["et"]), ("est", ["et"]), ("estonian", ["et"]), ("eston", ["et"]), ("spa", [])])
  func languages(text: String, found: [String]) throws {
    let catalogue = try Fixture(["articles/a.json": #"{"uri": "et", "language": "et"}"#]).updated()
    #expect(try complaints(catalogue, .articles, "lang:\(text)").isEmpty == !found.isEmpty)
    if !found.isEmpty { #expect(try catalogue.ids(.articles, "lang:\(text)") == found) }
  }

  @Test("A value that no record has any more gives way to those that have its words")
  func formerValues() throws {
    func event(_ kind: String) -> String { #"{"id": "\#(kind)", "name": "E", "classification": "\#(kind)"}"# }
    let fixture = try Fixture([
      "events/a.json": event("visit"), "events/b.json": event("study visit"), "events/c.json": event("signing"),
    ])
    let catalogue = try fixture.updated()
    #expect(try catalogue.ids(.events, "kind:visit") == ["visit"])
    try fixture.delete("events/a.json")
    _ = try catalogue.update()
    #expect(try catalogue.ids(.events, "kind:visit") == ["study visit"])
    #expect(try complaints(catalogue, .events, "kind:visit") == [])
  }

  @Test("An article is of the countries of those involved through its events and delegations")
  func countriesThroughOccasions() throws {
    let catalogue = try Fixture([
      "organisations.json": Self.organisations(["CH", "CN", "KE", "FR"]),
      "events.json": """
      {"id": "ev", "name": "E", "organizers": [{"organization_id": "in-CH", "role": "host"}],
       "attendees": [{"person_id": "p", "organization_id": "in-KE"}]}
      """,
      "delegations.json": #"{"id": "d", "name": "D", "on_behalf_of_ids": ["in-CN"], "event_ids": ["ev"]}"#,
      "articles/a.json": #"{"uri": "a", "events": [{"literal": "ev"}]}"#, "articles/b.json": #"{"uri": "b"}"#,
    ]).updated()
    for country in ["CH", "CN", "KE"] {
      #expect(try catalogue.ids(.articles, "country:\(country)") == ["a"])
      #expect(try catalogue.ids(.articles, "org:in-\(country)") == ["a"])
    }
  }

  @Test("The countries of an article follow an organisation that its event has")
  func movedOrganisation() throws {
    let fixture = try Fixture([
      "organisations.json": #"{"id": "o", "name": "O", "country": "CH"}"#,
      "events.json": #"{"id": "ev", "name": "E", "organizers": [{"organization_id": "o"}]}"#,
      "articles/a.json": #"{"uri": "a", "events": [{"literal": "ev"}]}"#, "articles/b.json": #"{"uri": "b"}"#,
    ])
    let catalogue = try fixture.updated()
    try fixture.write(#"{"id": "o", "name": "O", "country": "KE"}"#, to: "organisations.json")
    _ = try catalogue.update()
    #expect(try catalogue.ids(.articles, "country:KE") == ["a"])
    #expect(try complaints(catalogue, .articles, "country:CH").count == 1)
  }
}
