import NewsroomModel
import Testing

@testable import NewsroomCatalogue

@Suite("Lists")
struct ListTests {
  let fixture: Fixture
  let catalogue: Catalogue

  init() throws {
    fixture = try Fixture(Visit.files)
    catalogue = try fixture.updated()
  }

  @Test("Articles stand newest first, those without any date last")
  func articlesStandNewestFirstThoseWithoutAnyDateLast() throws {
    #expect(try catalogue.ids(.articles) == [Visit.article, "urn:other", "urn:undated"])
    #expect(try catalogue.ids(.articles, sort: .oldest) == ["urn:other", Visit.article, "urn:undated"])
    #expect(try catalogue.totals()[.person] == 4)
  }

  @Test(
    "A query finds what it should",
    arguments: [
      ("", 3), ("geneve", 1), ("genè", 3), ("unesco", 1), ("micro-certification", 1), ("svein østt", 1),
      ("ostt", 1), ("xiaohan bi", 1), ("高等教育", 1), ("育", 1), ("等高", 0), ("влад", 1),
      ("org:unesco", 1), ("org:~unesco", 0), ("org:unesco-ichei", 2), ("org:~unesco-ichei", 1), ("org:IBE", 1),
      ("org:ibe-cdu", 1), ("person:bi-xiaohan", 1), ("person:\"JI Lili\"", 0), ("kind:visit", 1), ("lang:zh", 1),
      ("place:geneva", 1), ("country:CN", 1), ("country:china", 1), ("lang:chinese", 1), ("lang:fren", 1),
      ("publisher:unesco-ichei", 1), ("publisher:UNESCO-ICHEI", 1),
      ("tag:\"higher education\"", 1), ("role:director", 1), ("year:2024", 1), ("before:2024", 1), ("after:2023", 1),
      ("after:9999", 0),
      ("on:2024-06-06", 1), ("on:2023-09", 1), ("-unesco", 2), ("unesco OR geneve", 2), ("-(unesco OR geneve)", 1),
      ("\"joint research\"", 1), ("\"research joint\"", 0), ("programme:iioe", 1),
      ("delegation:2024-06-ichei-to-ibe", 1),
      ("event:2024-06-06-ichei-at-ibe", 1), ("org:unesco-ichei -kind:visit", 1),
    ])
  func aQueryFindsWhatItShould(query: String, count: Int) throws {
    #expect(try catalogue.ids(.articles, query).count == count)
    #expect(try catalogue.count(ListRequest(.articles, query: query)) == count)
  }

  @Test(
    "A broken query says what is wrong and keeps the rest",
    arguments: [
      ("org:unesco-ichie", 0, "Did you mean “UNESCO-ICHEI”?"), ("geneve \"", 1, "quotation mark is not closed"),
      ("gneve: geneve", 1, "There is no field"), ("geneve (", 1, "not closed"), ("geneve )", 1, "closes nothing"),
      ("OR geneve", 1, "both sides"), ("on:2024-02-31 geneve", 1, "There is no day"), ("org:", 3, "needs a value"),
      ("lang:xx geneve", 0, "no"),
    ])
  func aBrokenQuerySaysWhatIsWrongAndKeepsTheRest(query: String, count: Int, errorMessage: String) throws {
    let page = try catalogue.page(ListRequest(.articles, query: query), range: 0..<10)
    #expect(page.rows.count == count)
    #expect(page.queryProblems.contains { $0.message.contains(errorMessage) })
  }

  @Test("People are found by the words of their roles")
  func peopleAreFoundByTheWordsOfTheirRoles() throws {
    #expect(try Set(catalogue.ids(.people, "director")) == ["bi-xiaohan", "svein-oesttveit"])
    #expect(try catalogue.ids(.people, "lili head") == ["ji-lili"])
    let page = try catalogue.page(ListRequest(.people, query: "chief"), range: 0..<9, highlight: true)
    #expect(page.rows.map(\.match) == ["in roles: “Chief · Deputy Director”"])
  }

  @Test("The newest people and organisations are those one met last, the oldest those one met long ago")
  func theNewestPeopleAndOrganisationsAreThoseOneMetLastTheOldestThoseOneMet() throws {
    func event(_ id: String, _ date: String, _ person: String, _ organisation: String) -> String {
      """
      {"id": "\(id)", "name": "\(id)", "start_date": "\(date)",
       "attendees": [{"person_id": "\(person)", "organization_id": "\(organisation)"}]}
      """
    }
    let fixture = try Fixture([
      "events/a.json": event("a", "2023-05", "ada", "quay"), "events/b.json": event("b", "2024", "bob", "pier"),
      "people/all.jsonl": ["ada", "bob", "eve"].map { #"{"id": "\#($0)", "name": "\#($0)"}"# }.joined(separator: "\n"),
      "organisations/quay.json": #"{"id": "quay", "name": "Quay", "founding_date": "1925"}"#,
      "organisations/pier.json": #"{"id": "pier", "name": "Pier"}"#,
    ])
    let catalogue = try fixture.updated()
    #expect(try catalogue.ids(.people) == ["bob", "ada", "eve"])
    #expect(try catalogue.ids(.people, sort: .oldest).prefix(2) == ["ada", "bob"])
    #expect(try catalogue.ids(.organisations) == ["pier", "quay"])
    #expect(try catalogue.page(ListRequest(.organisations), range: 0..<9).rows.allSatisfy { $0.date == nil })
    try fixture.write(event("c", "2025-01-02", "ada", "quay"), to: "events/c.json")
    _ = try catalogue.update()
    #expect(try catalogue.ids(.people) == ["ada", "bob", "eve"])
    #expect(try catalogue.ids(.organisations) == ["quay", "pier"])
  }

  @Test("A value that its last article took along with it is said to be none, and is not suggested either")
  func aValueThatItsLastArticleTookAlongWithItIsSaidToBeNoneAndIsNotSuggested() throws {
    func article(_ place: String) -> String { #"{"uri": "urn:\#(place)", "places": [{"name": "\#(place)"}]}"# }
    let fixture = try Fixture(["articles/1.json": article("Atlantis"), "articles/2.json": article("Geneva")])
    let catalogue = try fixture.updated()
    try fixture.delete("articles/1.json")
    _ = try catalogue.update()
    for value in ["Atlantis", "Atlantic"] {
      let page = try catalogue.page(ListRequest(.articles, query: "place:\(value)"), range: 0..<10)
      #expect(page.rows.isEmpty)
      #expect(page.queryProblems.map(\.message) == ["There is no place “\(value)”."])
    }
  }

  @Test("A country that nothing comes from finds nothing, and is reported as nothing unknown")
  func countryWithoutRecordsMatchesNothing() throws {
    let page = try catalogue.page(ListRequest(.articles, query: "country:Kenya"), range: 0..<10)
    #expect(page.queryProblems == [])
    #expect(page.rows.isEmpty)
  }

  @Test("Rows say what they should")
  func rowsSayWhatTheyShould() throws {
    let article = try catalogue.page(ListRequest(.articles), range: 0..<1).rows[0]
    #expect(article.detail == "UNESCO-ICHEI")
    let delegation = try catalogue.page(ListRequest(.delegations), range: 0..<1).rows[0]
    #expect(delegation.count == 2)
    #expect(delegation.detail == "UNESCO-IBE · Geneva, Switzerland")
    let people = try catalogue.page(ListRequest(.people, sort: .name), range: 0..<10).rows
    #expect(people.map(\.title) == ["BI Xiaohan", "JI Lili", "Svein Oesttveit", "WU Lintuo"])
    #expect(
      people.map(\.detail)[0...1] == ["Deputy Director, UNESCO-ICHEI", "Head, Curriculum Development Unit, UNESCO-IBE"])
    #expect(people[0].count == 1)
    let organisation = try catalogue.page(ListRequest(.organisations, query: "bureau"), range: 0..<10).rows
    #expect(organisation.map(\.detail) == ["UNESCO-IBE · UNESCO category 1 institute · CH"])
    #expect(organisation.map(\.count) == [1])
    let event = try catalogue.page(ListRequest(.events), range: 0..<10).rows
    #expect(event.map(\.detail) == ["visit · Geneva, Switzerland"])
  }

  @Test("A match that cannot be seen is shown beside the row")
  func aMatchThatCannotBeSeenIsShownBesideTheRow() throws {
    let page = try catalogue.page(ListRequest(.articles, query: "certif"), range: 0..<5, highlight: true)
    #expect(page.rows[0].match == "in text: “… spoke about micro-certification & joint research.”")
    let phrase = try catalogue.page(ListRequest(.articles, query: "\"joint research\""), range: 0..<5, highlight: true)
    #expect(phrase.rows[0].match == "in text: “… about micro-certification & joint research.”")
    let visible = try catalogue.page(ListRequest(.articles, query: "bureau"), range: 0..<5, highlight: true)
    #expect(visible.rows[0].match == nil)
  }

  @Test("The tree counts an organisation with its parts and keeps zeros")
  func theTreeCountsAnOrganisationWithItsPartsAndKeepsZeros() throws {
    let rows = try catalogue.organisationTree(ListRequest(.articles, query: "org:unesco-ibe lang:en"))
    let lines = rows.map { "\($0.depth) \($0.id) \($0.count)" }
    #expect(lines == ["0 unesco-ichei 1", "1 ichei-gppo 1", "0 unesco 1", "1 unesco-ibe 1", "2 ibe-cdu 1"])
  }

  @Test("The place of a record in a list is found")
  func thePlaceOfARecordInAListIsFound() throws {
    let address = RecordAddress(.article, "urn:undated")
    #expect(try catalogue.index(of: address, in: ListRequest(.articles)) == 2)
    #expect(try catalogue.index(of: address, in: ListRequest(.articles, query: "lang:fr")) == 0)
    #expect(try catalogue.index(of: address, in: ListRequest(.articles, query: "lang:en")) == nil)
  }

  @Test(
    "The row before or after a record is found, wherever that stands by now",
    arguments: [
      ("urn:other", 1, 1, 2, "urn:undated"), ("urn:other", 1, -1, 0, Visit.article),
      ("urn:other", 0, 1, 2, "urn:undated"), ("urn:other", 100_000_000, -1, 0, Visit.article),
      ("urn:undated", 2, 1, 3, nil), (Visit.article, 0, -1, -1, nil), (Visit.article, 1, -1, -1, nil),
      ("urn:gone", 1, 1, 1, "urn:other"), ("urn:gone", 1, -1, 0, Visit.article), ("urn:gone", 0, -1, -1, nil),
    ])
  func theRowBeforeOrAfterARecordIsFoundWhereverThatStandsByNow(
    id: String, index: Int, step: Int, place: Int, neighbour: String?
  ) throws {
    let found = try catalogue.neighbour(
      of: RecordAddress(.article, id), at: index, step: step, in: ListRequest(.articles))
    #expect(found.index == place && found.row?.address.id == neighbour)
  }
}
