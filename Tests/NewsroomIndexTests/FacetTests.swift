import NewsroomModel
import Testing

@testable import NewsroomIndex

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
  func counts() throws {
    #expect(try lines(.lang, .articles) == ["en 1", "fr 1", "zh-hans 1"])
    #expect(try lines(.lang, .articles, "lang:fr") == ["en 1", "fr 1 +", "zh-hans 1"])
    #expect(try lines(.lang, .articles, "-lang:fr kind:visit") == ["en 1", "fr 0 -", "zh-hans 0"])
    #expect(try lines(.year, .articles) == ["2024 1", "2023 1"])
    #expect(try lines(.kind, .events) == ["visit 1"])
    #expect(try lines(.programme, .articles) == ["International Institute of Online Education 1"])
    #expect(try lines(.org, .people).contains("UNESCO-ICHEI 1"))
  }

  @Test("What a facet writes into the query is understood by the query")
  func choosing() throws {
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

  @Test("A field's value is completed from its beginning")
  func completions() throws {
    let values = try catalogue.completions(field: .org, prefix: "cur", in: .articles)
    #expect(values.map(\.value) == ["ibe-cdu"])
    #expect(try catalogue.completions(field: .person, prefix: "xia", in: .articles).map(\.label) == ["BI Xiaohan"])
  }
}
