import NewsroomModel
import Testing

@testable import NewsroomCatalogue

@Suite("What is starred")
struct StarTests {
  private func titles(_ catalogue: Catalogue, _ query: String, _ list: ListKind = .people) throws -> [String] {
    try catalogue.page(ListRequest(list, query: query, sort: .name), range: 0..<50).rows.map(\.address.id)
  }

  @Test("is:starred finds what is starred by now, alone and with the rest of a query")
  func isStarredFindsWhatIsStarredByNowAloneAndWithTheRestOfAQuery() throws {
    let fixture = try Fixture(Visit.files)
    let catalogue = try fixture.updated()
    let all = try titles(catalogue, "")
    #expect(try titles(catalogue, "is:starred").isEmpty)
    catalogue.setStars([RecordAddress(.person, all[1]), RecordAddress(.person, "gone")])
    #expect(try titles(catalogue, "is:starred") == [all[1]])
    #expect(try titles(catalogue, "is:st") == [all[1]])
    #expect(try titles(catalogue, "-is:starred") == all.filter { $0 != all[1] })
    #expect(try titles(catalogue, "is:starred", .events).isEmpty)
    catalogue.setStars([])
    #expect(try titles(catalogue, "is:starred").isEmpty)
  }

  @Test("Other values are reported and match nothing, and starred completes what is typed")
  func otherValuesAreReportedAndMatchNothingAndStarredCompletesWhatIsTyped() throws {
    let fixture = try Fixture(Visit.files)
    let catalogue = try fixture.updated()
    let page = try catalogue.page(ListRequest(.people, query: "is:red"), range: 0..<50)
    #expect(
      page.queryProblems.map(\.message) == ["Nothing can be “red”. Write is:starred for what you starred with *."])
    #expect(page.total == 0)
    let request = ListRequest(.people, query: "is:s")
    #expect(try catalogue.completions(field: .flag, prefix: "s", in: request).map(\.value) == ["starred"])
    #expect(try catalogue.completions(field: .flag, prefix: "x", in: request).isEmpty)
  }
}
