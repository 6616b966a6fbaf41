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
    #expect(try complaints(catalogue, .organisations, "country:\(country)") == [])
    #expect(try catalogue.ids(.organisations, "country:\(country)") == [])
    #expect(try catalogue.ids(.organisations, "-country:\(country)").count == 7)
  }

  @Test("The beginning of a country's name will do, where it is no code", arguments: [("chi", "CN"), ("swit", "CH")])
  func theBeginningOfACountrysNameWillDoWhereItIsNoCode(text: String, code: String) throws {
    let catalogue = try Fixture(["organisations.json": Self.organisations(["CN", "CH"])]).updated()
    #expect(try catalogue.ids(.organisations, "country:\(text)") == ["in-\(code)"])
  }

  @Test(
    "The code of a language stands for that language alone; the beginning of a name will do, where it is no code",
    arguments: [("es", []), ("et", ["et"]), ("est", ["et"]), ("estonian", ["et"]), ("eston", ["et"]), ("spa", [])])
  func theCodeOfALanguageStandsForThatLanguageAloneTheBeginningOfANameWillDo(text: String, found: [String]) throws {
    let catalogue = try Fixture(["articles/a.json": #"{"uri": "et", "language": "et"}"#]).updated()
    #expect(try complaints(catalogue, .articles, "lang:\(text)").isEmpty)
    #expect(try catalogue.ids(.articles, "lang:\(text)") == found)
  }

  @Test("A value that no record has any more gives way to those that have its words")
  func aValueThatNoRecordHasAnyMoreGivesWayToThoseThatHaveItsWords() throws {
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
  func theCountriesOfAnArticleFollowAnOrganisationThatItsEventHas() throws {
    let fixture = try Fixture([
      "organisations.json": #"{"id": "o", "name": "O", "country": "CH"}"#,
      "events.json": #"{"id": "ev", "name": "E", "organizers": [{"organization_id": "o"}]}"#,
      "articles/a.json": #"{"uri": "a", "events": [{"literal": "ev"}]}"#, "articles/b.json": #"{"uri": "b"}"#,
    ])
    let catalogue = try fixture.updated()
    try fixture.write(#"{"id": "o", "name": "O", "country": "KE"}"#, to: "organisations.json")
    _ = try catalogue.update()
    #expect(try catalogue.ids(.articles, "country:KE") == ["a"])
    #expect(try catalogue.ids(.articles, "country:CH") == [])
  }

  @Test(
    "A value that names nothing is reported and matches nothing",
    arguments: [
      ("country:tailand", "There is no country or region “tailand”."),
      ("place:atlantis", "There is no place “atlantis”."),
      ("tag:nothing", "There is no subject “nothing”."), ("org:nobody", "There is no organisation “nobody”."),
    ])
  func unknownValueMatchesNothing(query: String, message: String) throws {
    let catalogue = try Fixture(Visit.files).updated()
    #expect(try complaints(catalogue, .articles, query) == [message])
    #expect(try catalogue.ids(.articles, query) == [])
  }

  private static let places = [
    "articles/a.json": #"{"uri": "a", "places": [{"name": "Geneva"}], "subjects": [{"name": "Higher education"}]}"#,
    "articles/b.json":
      #"{"uri": "b", "places": [{"name": "Geneva, Switzerland"}], "subjects": [{"name": "Education"}]}"#,
    "articles/c.json": #"{"uri": "c", "places": [{"name": "Makerere University, Uganda"}]}"#,
    "articles/d.json": #"{"uri": "d", "places": [{"name": "Egypt; the Gambia"}]}"#,
  ]

  @Test(
    "Places and subjects are found by their words, and exactly with ~",
    arguments: [
      ("place:geneva", ["a", "b"]), ("place:~geneva", ["a"]), ("place:~\"Geneva, Switzerland\"", ["b"]),
      ("tag:education", ["a", "b"]), ("tag:~education", ["b"]), ("place:switzerland", ["b"]),
    ])
  func placesAreFoundByContainment(query: String, found: [String]) throws {
    let catalogue = try Fixture(Self.places).updated()
    #expect(try catalogue.ids(.articles, query).sorted() == found)
  }

  @Test(
    "Countries and regions of UN M49 find the places in them",
    arguments: [
      ("country:africa", ["c", "d"]), ("region:\"eastern africa\"", ["c"]), ("country:gambia", ["d"]),
      ("country:UG", ["c"]),
      ("country:Europe", ["b"]), ("country:002", ["c", "d"]), ("region:oceania", []),
    ])
  func regionsFindTheirCountries(query: String, found: [String]) throws {
    let catalogue = try Fixture(Self.places).updated()
    #expect(try catalogue.ids(.articles, query).sorted() == found)
    #expect(try complaints(catalogue, .articles, query) == [])
  }

  @Test("A value chosen in a facet finds as many as the facet counts")
  func chosenFacetValueFindsItsCount() throws {
    let catalogue = try Fixture(Self.places).updated()
    for field in [QueryField.place, .tag, .country] {
      let facet = try #require(try catalogue.facet(field, ListRequest(.articles)))
      for value in facet.values {
        let query = Query("").toggling(field, value.value).description
        #expect(try catalogue.count(ListRequest(.articles, query: query)) == value.count, "\(query)")
      }
    }
  }

  @Test("Counts of a facet with several values a record say how many have the chosen value as well")
  func countsGoWithTheChosenValue() throws {
    let catalogue = try Fixture([
      "articles/a.json": #"{"uri": "a", "subjects": [{"name": "x"}, {"name": "y"}]}"#,
      "articles/b.json": #"{"uri": "b", "subjects": [{"name": "y"}]}"#,
      "articles/c.json": #"{"uri": "c", "subjects": [{"name": "x"}, {"name": "z"}]}"#,
    ]).updated()
    let query = Query("").toggling(.tag, "x")
    let facet = try #require(try catalogue.facet(.tag, ListRequest(.articles, query: query.description)))
    #expect(facet.values.map { "\($0.label) \($0.count)" } == ["x 2", "y 1", "z 1"])
    #expect(try catalogue.ids(.articles, query.requiring(.tag, "y").description) == ["a"])
    #expect(try catalogue.ids(.articles, query.including(.tag, "y").description).count == 3)
  }
}
