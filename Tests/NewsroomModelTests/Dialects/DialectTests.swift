import Testing

@testable import NewsroomModel

@Suite("One document in four dialects")
struct DialectTests {
  private func articles() throws -> [String: Article] {
    let newsroom = try DataDirectory(path: Places.fixtures + "/dialects").load()
    return Dictionary(uniqueKeysWithValues: newsroom.articles.map { ($0.uri.replacing("urn:visit:", with: ""), $0) })
  }

  @Test("The three versions of ninjs give the same article")
  func theThreeVersionsOfNinjsGiveTheSameArticle() throws {
    let articles = try articles()
    var today = try #require(articles["ninjs-3"])
    for name in ["ninjs-1", "ninjs-2"] {
      let older = try #require(articles[name])
      today.uri = older.uri
      #expect(older == today)
    }
    #expect(today.headline == "A delegation visits the bureau")
    #expect(today.body?.blocks.count == 2)
    #expect(today.people.map(\.literal) == ["bi-xiaohan"])
    #expect(today.embargoed?.description == "2024-06-07T06:00:00Z")
    #expect(today.media == ["Two people in a room"])
  }

  @Test("An item of a feed says the same, as far as a feed can")
  func anItemOfAFeedSaysTheSameAsFarAsAFeedCan() throws {
    let articles = try articles()
    let (item, today) = (try #require(articles["feed"]), try #require(articles["ninjs-3"]))
    #expect(item.headline == today.headline)
    #expect(item.body?.blocks == today.body?.blocks)
    #expect(item.published == today.published)
    #expect(item.summary == today.summary)
    #expect(item.by == today.by)
    #expect(item.language == "en")
    #expect(item.publisher?.name == "Bureau news")
    #expect(item.altIDs == ["https://example.org/visit"])
  }

  @Test("What was converted is said, and nothing else")
  func whatWasConvertedIsSaidAndNothingElse() throws {
    #expect(
      try DataDirectory(path: Places.fixtures + "/dialects").check().map(\.description) == [
        "articles/feed.json: note NR601: read 1 record written as JSON Feed",
        "articles/ninjs-1.json: note NR601: read 1 record written as ninjs 1.x or 2.x",
        "articles/ninjs-2.json: note NR601: read 1 record written as ninjs 1.x or 2.x",
      ])
  }

  @Test("Without a headline an article is called by the beginning of its description, without either by its address")
  func withoutAHeadlineAnArticleIsCalledByTheBeginningOfItsDescriptionWithout() {
    var article = Article(uri: "urn:x")
    #expect(article.title == "urn:x")
    article.summary = "First line.\n\n" + String(repeating: "More ", count: 100)
    #expect(article.title.hasPrefix("First line. More More") && article.title.hasSuffix("…"))
    #expect(article.title.count == 120)
    article.headline = "Headline"
    #expect(article.title == "Headline")
  }

  static let choices: [(String, String?, String?)] = [
    (#""headlines": [{"role": "sub", "value": "S"}, {"role": "main", "value": "M"}], "title": "T""#, "M", nil),
    (#""headlines": [{"value": " A\n  B "}], "title": "T""#, "A B", nil),
    (#""title": "T""#, "T", nil),
    (#""headline_short": "short", "headline": "H""#, "H", nil),
    (#""body_text": "plain", "body_xhtml": "<p>html</p>""#, nil, "html"),
    (#""bodies": [{"role": "caption", "value": "c"}, {"role": "main", "value": "m"}]"#, nil, "m"),
    (
      #""bodies": [{"contentType": "text/vnd.IPTC.NITF", "value": "<p>n</p>"}, {"contentType": "text/plain", "value": "p"}]"#,
      nil, "p"
    ),
    (#""bodies": [{"value": " "}, {"value": "b <b>c</b>"}]"#, nil, "b c"),
    (#""bodies": [{"contentType": "text/plain", "value": "a </b> c"}]"#, nil, "a </b> c"),
    (#""bodies": {"value": "one, not in brackets"}"#, nil, "one, not in brackets"),
  ]

  @Test("Headline and body are chosen in the order that the data README states", arguments: choices)
  func headlineAndBodyAreChosenInTheOrderThatTheDataREADMEStates(_ keys: String, _ headline: String?, _ text: String?)
    throws
  {
    let article = try #require(TextOfFile("{\"uri\": \"u\", \(keys)}", kind: .article).articles.first)
    #expect(article.headline == headline)
    #expect(article.body?.blocks.plainText == text)
  }

  static let dates: [(String, String?)] = [
    (#""firstCreated": "2023", "contentCreated": "2022", "versionCreated": "2024""#, "2024"),
    (#""firstCreated": "2023", "contentCreated": "2022""#, "2022"), (#""firstCreated": "2023""#, "2023"),
    (#""versionCreated": "last week", "firstCreated": "2023""#, "2023"), (#""type": "text""#, nil),
  ]

  @Test("The date is the version's, else the content's, else the first version's", arguments: dates)
  func theDateIsTheVersionsElseTheContentsElseTheFirstVersions(_ keys: String, _ date: String?) throws {
    let article = try #require(TextOfFile("{\"uri\": \"u\", \(keys)}", kind: .article).articles.first)
    #expect(article.published?.description == date)
  }
}
