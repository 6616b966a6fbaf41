import NewsroomModel
import Testing

@testable import NewsroomCatalogue

@Suite("Pages say where it says so, and who was there")
struct PageSourcesTests {
  let catalogue: Catalogue
  private let fixture: Fixture

  init() throws {
    fixture = try Fixture([
      "articles/a.json": """
      [{"uri": "https://news.example/1", "altIds": [{"value": "https://old.example/1"}], "versionCreated": "2024-06-07",
        "headlines": [{"value": "A visit"}], "people": [{"name": "Ada", "literal": "ada"}],
        "bodies": [{"role": "main", "contentType": "text/html", "value":
          "<p>As <a href='https://old.example/2'>told before</a> and <a href='https://else.example/'>elsewhere</a>.</p>\
      <blockquote class='paraphrase'><p>All is well.</p><footer>Ada</footer></blockquote>"}]},
       {"uri": "https://news.example/2", "altIds": [{"value": "https://old.example/2"}], "versionCreated": "2023-01-02",
        "headlines": [{"value": "An earlier one"}]}]
      """,
      "people/p.json": """
      [{"id": "ada", "name": "Ada", "memberships": [
         {"organization_id": "desk", "role": "Head", "attested": ["2024-06-06"],
          "sources": [{"url": "https://news.example/1"}, {"url": "https://else.example/"}]},
         {"organization_id": "house", "role": "Fellow", "attested": ["2023"],
          "sources": [{"url": "https://news.example/1", "note": "in a caption"}]}]},
       {"id": "bo", "name": "Bo"}]
      """,
      "organisations/o.json": """
      [{"id": "house", "name": "House of News", "other_names": [
         {"name": "HON", "note": "acronym"}, {"name": "HOM", "note": "misprint"}], "links": [{"url": "https://hon.example/"}]},
       {"id": "wing", "name": "West wing", "parent_id": "house"}, {"id": "desk", "name": "News desk", "parent_id": "wing"},
       {"id": "inn", "name": "Inn"}, {"id": "cellar", "name": "Cellar", "parent_id": "inn"},
       {"id": "bar", "name": "Bar of the Inn", "parent_id": "inn"}]
      """,
      "delegations/d.json": """
      {"id": "d", "name": "House to Inn", "on_behalf_of_ids": ["house"], "start_date": "2024-06-06",
       "members": [{"person_id": "ada", "role": "Head", "organization_id": "desk"}], "event_ids": ["e", "f"],
       "outcomes": ["Both will meet again."]}
      """,
      "events/e.json": """
      [{"id": "e", "name": "At the Inn", "start_date": "2024-06-06", "classification": "visit", "location": "Ghent",
        "organizers": [{"organization_id": "inn", "role": "host"}, {"organization_id": "house", "role": "co-organiser"}],
        "attendees": [{"person_id": "bo", "role": "Cook", "organization_id": "cellar", "part": "counterpart"}],
        "outcomes": ["Both will meet again.", "A memorandum was signed."]},
       {"id": "f", "name": "At the Bar", "start_date": "2024-06-07", "parent_id": "e",
        "organizers": [{"organization_id": "bar", "role": "host"}]}]
      """,
    ])
    catalogue = try fixture.updated()
  }

  @Test("A role says where it is shown, by the article where the catalogue has it")
  func aRoleSaysWhereItIsShownByTheArticleWhereTheCatalogueHasIt() throws {
    #expect(
      try catalogue.section(.sources, of: "person:ada") == [
        "A visit | Head, News desk, HON · Fellow, HON: in a caption | 2024-06-07",
        "https://else.example/ | Head, News desk, HON",
      ])
    #expect(try catalogue.record(RecordAddress(.person, "ada"))?.source == "https://news.example/1")
    #expect(try catalogue.section(.sources, of: "organisation:house") == ["https://hon.example/"])
    #expect(try catalogue.section(.sources, of: "article:https://news.example/1").first == "https://news.example/1")
  }

  @Test("A link in a text leads to the article that has the address, and else to the web")
  func aLinkInATextLeadsToTheArticleThatHasTheAddressAndElseToTheWeb() throws {
    let page = try #require(try catalogue.record(RecordAddress(.article, "https://news.example/1")))
    guard case .paragraph(let runs)? = page.text.first else { return #expect(Bool(false), "no paragraph") }
    #expect(
      runs.compactMap(\.target) == [
        .record(RecordAddress(.article, "https://news.example/2")), .url("https://else.example/"),
      ])
  }

  @Test("What is told in other words is not shown as somebody's own")
  func whatIsToldInOtherWordsIsNotShownAsSomebodysOwn() throws {
    #expect(
      try catalogue.section(.statements, of: "person:ada") == ["All is well. (paraphrased) | A visit | 2024-06-07"])
  }

  @Test(
    "A unit says whose it is, unless its name does",
    arguments: [
      ("desk", "News desk, HON"), ("wing", "West wing, HON"), ("cellar", "Cellar, Inn"), ("bar", "Bar of the Inn"),
    ])
  func aUnitSaysWhoseItIsUnlessItsNameDoes(unit: String, wanted: String) throws {
    #expect(try catalogue.asking { try RelationStore(database: $0).place(of: unit) } == wanted)
    #expect(
      try catalogue.asking { try RelationStore(database: $0).place(of: unit, within: "house") }
        == wanted.replacing(", HON", with: ""))
  }

  @Test("People are found by the institution that their unit is of, and rows of units name it")
  func peopleAreFoundByTheInstitutionThatTheirUnitIsOfAndRowsOfUnitsNameIt() throws {
    #expect(try catalogue.ids(.people, "inn") == ["bo"])
    #expect(
      try catalogue.page(ListRequest(.organisations, query: "cellar"), range: 0..<9).rows.map(\.detail) == [
        "part of Inn"
      ])
    try fixture.write(
      #"[{"id": "inn", "name": "Tavern"}, {"id": "cellar", "name": "Cellar", "parent_id": "inn"}]"#,
      to: "organisations/inn.json")
    try fixture.write("[]", to: "organisations/o.json")
    _ = try catalogue.update()
    #expect(
      try catalogue.page(ListRequest(.people, query: "bo"), range: 0..<9).rows.map(\.detail) == ["Cook, Cellar, Tavern"]
    )
    #expect(try catalogue.ids(.people, "tavern") == ["bo"])
  }

  @Test("Who came with a delegation was at its stops: on the event's page, on their own, and in the lists")
  func whoCameWithADelegationWasAtItsStopsOnTheEventsPageOnTheirOwnAndInThe() throws {
    #expect(
      try catalogue.section(.attendees, of: "event:e") == [
        "Bo | Cook, Cellar, Inn · counterpart", "Ada | Head, News desk, HON · with a delegation",
      ])
    #expect(
      try catalogue.section(.events, of: "person:ada") == [
        "At the Bar | Head, News desk, HON | 2024-06-07", "At the Inn | Head, News desk, HON | 2024-06-06",
      ])
    #expect(try catalogue.ids(.events, "person:ada").sorted() == ["e", "f"])
    #expect(try catalogue.ids(.people, "event:e").sorted() == ["ada", "bo"])
  }

  @Test("Each stop is one contact, though it is a delegation and an event that both organised")
  func eachStopIsOneContactThoughItIsADelegationAndAnEventThatBothOrganised() throws {
    #expect(try catalogue.section(.partners, of: "organisation:inn") == ["HON | met 2 | 2024-06-06 – 2024-06-07 | 2"])
  }

  @Test("Of several stops each says what came of it, and what is said of all is said once")
  func ofSeveralStopsEachSaysWhatCameOfItAndWhatIsSaidOfAllIsSaidOnce() throws {
    #expect(
      try catalogue.section(.outcomes, of: "delegation:d") == [
        "Both will meet again.", "A memorandum was signed. | At the Inn",
      ])
  }

  @Test("Names say what they are, sessions what they are a part of, organisers what the event is")
  func namesSayWhatTheyAreSessionsWhatTheyAreAPartOfOrganisersWhatTheEventIs() throws {
    let page = try #require(try catalogue.record(RecordAddress(.organisation, "house")))
    #expect(page.facts.first?.value == "HON · HOM (misprint)")
    #expect(try catalogue.page(ListRequest(.events, query: "bar"), range: 0..<9).rows.map(\.detail) == ["At the Inn"])
    #expect(
      try catalogue.section(.events, of: "organisation:inn") == [
        "At the Bar | host, Bar of the Inn · At the Inn | 2024-06-07", "At the Inn | host · visit · Ghent | 2024-06-06",
      ])
  }
}
