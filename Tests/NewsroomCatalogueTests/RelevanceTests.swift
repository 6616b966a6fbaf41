import NewsroomModel
import Testing

@testable import NewsroomCatalogue

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
  func aWordInTheHeadlineCountsMoreThanOneInTheText() throws {
    let catalogue = try fixture.updated()
    let ids = try catalogue.ids(.articles, "robots", sort: .relevance)
    #expect(ids.first == "urn:both" && ids.last == "urn:text" && ids.count == 3)
    let page = try catalogue.page(ListRequest(.articles, query: "robots", sort: .relevance), range: 0..<9)
    #expect(!page.isRankedByHeadline)
  }

  @Test("Of too many to rank, those with the words in the headline come first, newest first, and the page says so")
  func ofTooManyToRankThoseWithTheWordsInTheHeadlineComeFirstNewestFirstAndThe() throws {
    let catalogue = try fixture.updated(SearchLimits(maxRanked: 2))
    let request = ListRequest(.articles, query: "robots", sort: .relevance)
    let page = try catalogue.page(request, range: 0..<9)
    #expect(page.rows.map(\.address.id) == ["urn:both", "urn:headline", "urn:text"])
    #expect(page.isRankedByHeadline)
    #expect(try catalogue.page(request, range: 1..<2).rows.map(\.address.id) == ["urn:headline"])
    #expect(try catalogue.index(of: RecordAddress(.article, "urn:text"), in: request) == 2)
    #expect(try catalogue.index(of: RecordAddress(.article, "urn:headline"), in: request) == 1)
  }

  @Test("Of those that match equally well the newest comes first, whatever part of the list is looked at")
  func ofThoseThatMatchEquallyWellTheNewestComesFirstWhateverPartOfTheListIs() throws {
    let lines = (1...20).map { number in
      let text = number % 3 == 0 ? "robots robots teach" : "robots learn things"
      return """
        {"uri":"urn:\(number)","versionCreated":"2024-05-\(10 + number * 7 % 20)","headlines":[{"value":"News"}],\
        "bodies":[{"contentType":"text/plain","value":"\(text)"}]}
        """
    }
    let fixture = try Fixture(["articles/all.jsonl": lines.joined(separator: "\n")])
    let catalogue = try fixture.updated()
    let request = ListRequest(.articles, query: "robots", sort: .relevance)
    let newest = (1...20).sorted { $0 * 7 % 20 > $1 * 7 % 20 }
    let wanted = (newest.filter { $0 % 3 == 0 } + newest.filter { $0 % 3 != 0 }).map { "urn:\($0)" }
    for range in [0..<20, 0..<3, 4..<9, 7..<8, 18..<40] {
      #expect(
        try catalogue.page(request, range: range).rows.map(\.address.id) == Array(wanted[range.clamped(to: 0..<20)]))
    }
    for (index, uri) in wanted.enumerated() {
      #expect(try catalogue.index(of: RecordAddress(.article, uri), in: request) == index)
    }
  }
}
