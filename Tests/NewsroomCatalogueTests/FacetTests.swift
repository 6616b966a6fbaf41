import NewsroomModel
import Testing

@testable import NewsroomCatalogue

@Suite("Facets")
struct FacetTests {
  let fixture: Fixture
  let catalogue: Catalogue

  init() throws {
    fixture = try Fixture(Visit.files)
    catalogue = try fixture.updated()
  }

  private func lines(_ field: QueryField, _ list: ListKind, _ query: String = "") throws -> [String] {
    try catalogue.facet(field, ListRequest(list, query: query))?.values.map { value in
      "\(value.label) \(value.count)" + (value.isIncluded ? " +" : "") + (value.isExcluded ? " -" : "")
    } ?? []
  }

  @Test("Counts follow the query, but not what it asks of the same field; zeros stay")
  func countsFollowTheQueryButNotWhatItAsksOfTheSameFieldZerosStay() throws {
    #expect(try lines(.lang, .articles) == ["Chinese (Simplified) 1", "English 1", "French 1"])
    #expect(try lines(.lang, .articles, "lang:fr") == ["Chinese (Simplified) 1", "English 1", "French 1 +"])
    #expect(
      try lines(.lang, .articles, "-lang:fr kind:visit") == ["English 1", "Chinese (Simplified) 0", "French 0 -"])
    #expect(try lines(.year, .articles) == ["2024 1", "2023 1"])
    #expect(try lines(.kind, .events) == ["visit 1"])
    #expect(try lines(.programme, .articles) == ["International Institute of Online Education 1"])
    #expect(try lines(.org, .people).contains("UNESCO-ICHEI 2"))
  }

  @Test("What a facet writes into the query is understood by the query")
  func whatAFacetWritesIntoTheQueryIsUnderstoodByTheQuery() throws {
    for list in ListKind.allCases {
      for facet in try catalogue.facets(ListRequest(list)) {
        for value in facet.values where facet.field != .org {
          let query = Query().including(facet.field, value.value).description
          let page = try catalogue.page(ListRequest(list, query: query), range: 0..<1)
          #expect(page.total == value.count, "\(query) in \(list)")
          #expect(page.queryProblems.isEmpty)
        }
      }
    }
  }

  @Test("A year that is chosen offers its months, counted as the query that chooses one counts")
  func aYearThatIsChosenOffersItsMonthsCountedAsTheQueryThatChoosesOneCounts() throws {
    #expect(try lines(.year, .articles, "year:2024") == ["2024 1 +", "June 2024 1", "2023 1"])
    #expect(try lines(.year, .articles, "on:2024-06") == ["2024 1", "June 2024 1 +", "2023 1"])
    #expect(
      try lines(.year, .articles, "on:2024-06,2023") == ["2024 1", "June 2024 1 +", "2023 1 +", "September 2023 1"])
    #expect(try lines(.year, .articles, "-on:2024-06") == ["2024 1", "June 2024 1 -", "2023 1"])
    for list in [ListKind.articles, .delegations, .people, .events] {
      for year in ["2023", "2024"] {
        let facet = try catalogue.facet(.year, ListRequest(list, query: "year:\(year)"))
        for value in facet?.values ?? [] where value.depth == 1 {
          let count = try catalogue.count(ListRequest(list, query: "on:\(value.value)"))
          #expect(count == value.count, "\(value) in \(list)")
        }
      }
    }
  }

  @Test("Organisations are counted in the list that is shown")
  func organisationsAreCountedInTheListThatIsShown() throws {
    for list in ListKind.allCases {
      for row in try catalogue.organisationTree(ListRequest(list)) {
        let count = try catalogue.count(ListRequest(list, query: Query().including(.org, row.id).description))
        #expect(count == row.count, "\(row.id) in \(list)")
      }
    }
  }

  @Test("What completes a value is counted under the rest of the query; what would leave nothing comes last")
  func whatCompletesAValueIsCountedUnderTheRestOfTheQueryWhatWouldLeaveNothing() throws {
    let request = ListRequest(.articles, query: "lang:fr kind:")
    #expect(try catalogue.completions(field: .kind, prefix: "", in: request).map(\.count) == [0])
    #expect(try catalogue.completions(field: .kind, prefix: "", in: ListRequest(.articles)).map(\.count) == [1])
    catalogue.setStars([RecordAddress(.person, "ji-lili"), RecordAddress(.person, "wu-lintuo")])
    let starred = ListRequest(.people, query: "org:ibe is:")
    #expect(try catalogue.completions(field: .flag, prefix: "", in: starred).map(\.count) == [1])
  }

  @Test("A record is completed by any of its names, which is shown where the label says nothing of it")
  func aRecordIsCompletedByAnyOfItsNamesWhichIsShownWhereTheLabelSaysNothingOf() throws {
    func found(_ field: QueryField, _ text: String) throws -> [String] {
      let values = try catalogue.completions(field: field, prefix: text, in: ListRequest(.articles))
      return values.map { "\($0.value): \($0.label)" }
    }
    #expect(
      try found(.org, "international c") == [
        "unesco-ichei: UNESCO-ICHEI · International Centre for Higher Education Innovation"
      ])
    #expect(try found(.org, "unesco int") == ["unesco-ibe: UNESCO-IBE · UNESCO International Bureau of Education"])
    #expect(try found(.org, "ib") == ["ibe-cdu: Curriculum Development Unit", "unesco-ibe: UNESCO-IBE"])
    #expect(try found(.person, "østt") == ["svein-oesttveit: Svein Oesttveit · Svein Østtveit"])
    #expect(try found(.publisher, "innovation").first?.hasPrefix("unesco-ichei: ") == true)
    #expect(try found(.org, "nobody").isEmpty)
  }

  @Test("A value is marked as chosen under whatever name the query has for it")
  func aValueIsMarkedAsChosenUnderWhateverNameTheQueryHasForIt() throws {
    #expect(
      try catalogue.resolvedValues(of: .country, in: "country:switzerland,FR -country:china") == [
        "switzerland": ["CH"], "china": ["CN"],
      ])
    #expect(try catalogue.resolvedValues(of: .org, in: "org:ibe visit") == ["ibe": ["unesco-ibe"]])
    #expect(try catalogue.resolvedValues(of: .org, in: "org:unesco-ibe").isEmpty)
    #expect(try lines(.country, .articles, "country:switzerland").contains("Switzerland 1 +"))
    #expect(
      try Set(lines(.lang, .articles, "lang:french -lang:english")) == [
        "French 1 +", "Chinese (Simplified) 1", "English 1 -",
      ])
  }

  @Test("A field's value is completed from its beginning")
  func aFieldsValueIsCompletedFromItsBeginning() throws {
    let values = try catalogue.completions(field: .org, prefix: "cur", in: ListRequest(.articles))
    #expect(values.map(\.value) == ["ibe-cdu"])
    #expect(
      try catalogue.completions(field: .person, prefix: "xia", in: ListRequest(.articles)).map(\.label) == [
        "BI Xiaohan"
      ])
  }
}
