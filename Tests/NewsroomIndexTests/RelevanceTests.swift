import NewsroomModel
import Testing

@testable import NewsroomIndex

@Suite("Best match first")
struct RelevanceTests {
  private static let articles = [
    ("urn:text", "Something else", "robots", "2024-06-03"), ("urn:headline", "Robots teach", "nothing", "2024-06-01"),
    ("urn:both", "Robots", "robots", "2024-06-02"), ("urn:neither", "Nothing", "at all", "2024-06-04"),
  ]

  private let fixture: Fixture

  init() throws {
    let lines = Self.articles.map { id, headline, body, date in
      """
      {"uri":"\(id)","versionCreated":"\(date)","headlines":[{"value":"\(headline)"}],\
      "bodies":[{"contentType":"text/plain","value":"\(body)"}]}
      """
    }
    fixture = try Fixture(["articles/all.jsonl": lines.joined(separator: "\n")])
  }

  @Test("A word in the headline counts more than one in the text")
  func headline() throws {
    let catalogue = try fixture.updated()
    let ids = try catalogue.ids(.articles, "robots", sort: .relevance)
    #expect(ids.first == "urn:both" && ids.last == "urn:text" && ids.count == 3)
    let page = try catalogue.page(ListRequest(.articles, query: "robots", sort: .relevance), range: 0..<9)
    #expect(!page.isRankedByHeadline)
  }

  @Test("Of too many to rank, those with the words in the headline come first, newest first, and the page says so")
  func tooMany() throws {
    let catalogue = try fixture.updated(SearchLimits(mostRanked: 2))
    let request = ListRequest(.articles, query: "robots", sort: .relevance)
    let page = try catalogue.page(request, range: 0..<9)
    #expect(page.rows.map(\.address.id) == ["urn:both", "urn:headline", "urn:text"])
    #expect(page.isRankedByHeadline)
    #expect(try catalogue.page(request, range: 1..<2).rows.map(\.address.id) == ["urn:headline"])
    #expect(try catalogue.index(of: RecordAddress(.article, "urn:text"), in: request) == 2)
    #expect(try catalogue.index(of: RecordAddress(.article, "urn:headline"), in: request) == 1)
  }
}
