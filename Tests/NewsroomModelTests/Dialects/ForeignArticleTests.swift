import Testing

@testable import NewsroomModel

/// Items as other systems write them, in our own words.
@Suite("Articles of other systems")
struct ForeignArticleTests {
  private func file(_ text: String, path: String = "articles/x.json") -> TextOfFile {
    TextOfFile(text, path: path, kind: .article)
  }

  static let dialects: [(String, String, String)] = [
    (
      "WordPress posts", "https://quay.example/lock/",
      """
      [{"id": 41, "date": "2024-05-06T08:00:00", "modified": "2024-05-07T08:00:00", "link": "https://quay.example/lock/",
        "title": {"rendered": "Lock &#038; gate closed"}, "content": {"rendered": "<p>From Monday on.</p>"},
        "excerpt": {"rendered": "<p>Short.</p>"}, "author": 6, "status": "publish", "_embedded": {"author": [{"name": "Ines Holt"}],
        "wp:term": [[{"name": "Port"}]]}}]
      """
    ),
    (
      "NewsAPI articles", "https://quay.example/lock/",
      """
      {"status": "ok", "articles": [{"source": {"id": null, "name": "Quay Courier"}, "author": "Ines Holt",
        "title": "Lock & gate closed", "description": "Short.", "url": "https://quay.example/lock/",
        "publishedAt": "2024-05-06T08:00:00Z", "content": "From Monday on."}]}
      """
    ),
    (
      "Guardian items", "https://quay.example/lock/",
      """
      {"response": {"status": "ok", "results": [{"id": "port/lock", "webTitle": "Lock & gate closed",
        "webUrl": "https://quay.example/lock/", "webPublicationDate": "2024-05-06T08:00:00Z",
        "fields": {"body": "<p>From Monday on.</p>", "trailText": "Short.", "byline": "Ines Holt"}}]}}
      """
    ),
    (
      "ReliefWeb reports", "https://quay.example/lock/",
      """
      {"data": [{"id": "7", "href": "https://api.example/7", "fields": {"title": "Lock & gate closed", "body-html":
        "<p>From Monday on.</p>", "url": "https://quay.example/lock/", "date": {"original": "2024-05-06T08:00:00+00:00"},
        "source": [{"name": "Quay Courier"}], "author": "Ines Holt"}}]}
      """
    ),
    (
      "JSON:API resources", "https://quay.example/lock/",
      """
      {"jsonapi": {"version": "1.0"}, "data": [{"type": "node--article", "id": "5e9", "attributes": {"title":
        "Lock & gate closed", "created": "2024-05-06T08:00:00+00:00", "body": {"value": "<p>From Monday on.</p>"},
        "author": "Ines Holt"}, "links": {"self": {"href": "https://quay.example/lock/"}}}]}
      """
    ),
    (
      "schema.org articles (JSON-LD)", "https://quay.example/lock/",
      """
      {"@context": "https://schema.org", "@graph": [{"@type": "WebPage", "name": "Page"}, {"@type": ["ReportageNewsArticle"],
        "headline": "Lock & gate closed", "mainEntityOfPage": {"@id": "https://quay.example/lock/"}, "datePublished":
        "2024-05-06T08:00:00Z", "author": [{"@type": "Person", "name": "Ines Holt"}], "articleBody": "From Monday on."}]}
      """
    ),
    (
      "news-please articles", "https://quay.example/lock/",
      """
      {"authors": ["Ines Holt"], "date_publish": "2024-05-06 08:00:00", "maintext": "From Monday on.", "title":
        "Lock & gate closed", "url": "https://quay.example/lock/", "source_domain": "quay.example", "description": null}
      """
    ),
    (
      "trafilatura pages", "https://quay.example/lock/",
      """
      {"title": "Lock & gate closed", "author": "Ines Holt", "source-hostname": "quay.example", "date": "2024-05-06",
        "fingerprint": "a1", "text": "From Monday on.", "source": "https://quay.example/lock/"}
      """
    ),
    (
      "items with common key names", "https://quay.example/lock/",
      """
      {"feed": {"title": "F"}, "items": [{"title": "Lock & gate closed", "pubDate": "Mon, 06 May 2024 08:00:00 GMT",
        "link": "https://quay.example/lock/", "creator": "By Ines Holt", "content": "<p>From Monday on.</p>"}]}
      """
    ),
  ]

  @Test("A dialect is told by its keys, and its fields are where newsroom looks for them", arguments: dialects)
  func aDialectIsToldByItsKeysAndItsFieldsAreWhereNewsroomLooksForThem(name: String, uri: String, text: String) throws {
    let file = file(text)
    let article = try #require(file.articles.first)
    #expect(file.articles.count == 1)
    #expect(article.uri == uri)
    #expect(article.headline == "Lock & gate closed")
    #expect(article.body?.blocks.plainText == "From Monday on.")
    #expect(article.by == "Ines Holt")
    #expect(article.published?.dateOnly == "2024-05-06")
    #expect(file.problems.map(\.code) == [.dialect])
    #expect(file.problems.first?.message == "read 1 record written as \(name)")
    #expect(file.records.map(\.isConverted) == [true])
  }

  @Test("A dialect is registered once, and its name is a line of the notes")
  func aDialectIsRegisteredOnceAndItsNameIsALineOfTheNotes() {
    #expect(Set(Dialects.names).count == Dialects.names.count)
    #expect(Dialects.all.last?.name == MappedDialect.general.name)
  }

  static let envelopes: [(String, [String])] = [
    (#"{"total": 2, "items": [{"uri": "u:1", "title": "A"}, {"uri": "u:2", "title": "B"}]}"#, ["u:1", "u:2"]),
    (#"{"data": {"item": {"uri": "u:1", "headline": "A", "pubstatus": "usable"}}}"#, ["u:1"]),
    (#"{"data": {"items": [{"item": {"uri": "u:1", "headline": "A"}, "meta": {}}]}}"#, ["u:1"]),
    (#"{"hits": {"hits": [{"_source": {"guid": "u:1", "headline": "A", "body_html": "<p>x</p>"}}]}}"#, ["u:1"]),
    (#"{"posts": [{"title": "A", "url": "https://q.example/1"}]}"#, ["https://q.example/1"]),
  ]

  @Test("Items in an envelope are read, and the envelope is no article", arguments: envelopes)
  func itemsInAnEnvelopeAreReadAndTheEnvelopeIsNoArticle(text: String, uris: [String]) {
    #expect(file(text, path: "articles/page1.json").articles.map(\.uri) == uris)
  }

  @Test("An envelope with records in no form that newsroom reads is said, and is no article")
  func anEnvelopeWithRecordsInNoFormThatNewsroomReadsIsSaidAndIsNoArticle() {
    let file = file(#"{"total": 1, "records": [{"a": 1}]}"#)
    #expect(file.articles == [])
    #expect(file.problems.map(\.message) == [#"the records in "records" are in no form that newsroom reads"#])
  }

  @Test("The id of an item stands in its place: guid in ninjs, an address where a feed's id is a number")
  func theIdOfAnItemStandsInItsPlaceGuidInNinjsAnAddressWhereAFeedsIdIsANumber() {
    #expect(file(#"{"guid": "urn:g", "headline": "H", "body_html": "x"}"#).articles.map(\.uri) == ["urn:g"])
    #expect(file(#"{"guid": "urn:g", "headline": "H", "body_html": "x"}"#).problems.map(\.code) == [.dialect])
    let feed = #"{"items": [{"id": "7", "content_text": "x"}], "home_page_url": "https://q.example/"}"#
    #expect(file(feed).articles.map(\.uri) == ["https://q.example/#7"])
    #expect(file(feed).articles.first?.altIDs == ["7"])
    let item = #"{"id": 7, "url": "https://q.example/7", "content_text": "x"}"#
    #expect(file(item).articles.map(\.uri) == ["https://q.example/7"])
    #expect(
      file(#"{"title": "L", "content_html": "<p>t</p>"}"#, path: "articles/lock.json").articles.map(\.uri) == ["lock"])
  }

  static let titles: [(String, String)] = [
    (#""title": "Rope &amp; sail: the maker&#8217;s day&nbsp;off""#, "Rope & sail: the maker’s day off"),
    (#""title": "A <b>bold</b> move, AT&T &lt; 3""#, "A bold move, AT&T < 3"), (#""title": "1 < 2""#, "1 < 2"),
    (#""title": "Tom &amp;amp; Ann&amp;#8217;s""#, "Tom & Ann’s"),
    (#""slugline": "HARBOUR", "body_html": "<p>Text.</p>""#, "HARBOUR"),
    (#""body_text": "First line.\nSecond line.""#, "First line."),
  ]

  @Test(
    "A title is plain text; without one the item is called by its slugline or the beginning of its text",
    arguments: titles)
  func aTitleIsPlainTextWithoutOneTheItemIsCalledByItsSluglineOrTheBeginningOf(keys: String, title: String) {
    #expect(file("{\"uri\": \"u\", \(keys)}").articles.map { PlainText.oneLine($0.title) } == [title])
  }

  @Test("Authors are named once and without By, as texts or objects, and a feed's only where the item has none")
  func authorsAreNamedOnceAndWithoutByAsTextsOrObjectsAndAFeedsOnlyWhereTheItem() {
    func by(_ keys: String) -> String? {
      file(#"{"authors": [{"name": "Editor"}], "items": [{"id": "u:1", "content_text": "x"\#(keys)}]}"#).articles.first?
        .by
    }
    #expect(by("") == "Editor")
    #expect(by(#", "author": "Ines Holt""#) == "Ines Holt")
    #expect(by(#", "authors": ["Ines Holt", "Tom Ruhl", "Ines Holt"]"#) == "Ines Holt, Tom Ruhl")
    #expect(by(#", "authors": {"name": "By Ines Holt"}"#) == "Ines Holt")
    #expect(file(#"{"uri": "u", "byline": "BY MARA VOSS"}"#).articles.first?.by == "MARA VOSS")
    #expect(file(#"{"uri": "u", "bylines": [{"by": "Mara Voss"}]}"#).articles.first?.by == "Mara Voss")
    #expect(file(#"{"uri": "u", "source": {"name": "HPA"}}"#).articles.first?.publisher?.name == "HPA")
  }

  static let dates: [(String, String?)] = [
    ("\"2024-05-06 14:30\"", "2024-05-06T14:30"), ("\"2024-05-06t14:30:00z\"", "2024-05-06T14:30:00Z"),
    ("\"Mon, 6 May 2024 14:30 GMT\"", "2024-05-06T14:30Z"), ("\"06 May 24 14:30:05 EST\"", "2024-05-06T14:30:05-05:00"),
    ("\"Monday, 06-May-24 14:30:00 GMT\"", "2024-05-06T14:30:00Z"),
    ("\"Mon May  6 14:30:00 2024\"", "2024-05-06T14:30:00"), ("\"May 6, 2024 2:30 pm\"", "2024-05-06T14:30"),
    ("\"20240506T143000Z\"", "2024-05-06T14:30:00Z"), ("\"20240506\"", "2024-05-06"),
    ("1715005800", "2024-05-06T14:30:00Z"),
    ("1715005800000", "2024-05-06T14:30:00Z"), ("\"1715005800\"", "2024-05-06T14:30:00Z"),
    ("\"2024/5/6\"", "2024-05-06"),
    ("\"6.5.2024\"", "2024-05-06"), ("\"13/05/2024\"", "2024-05-13"), ("\"05/13/2024\"", "2024-05-13"),
    ("\"05/06/2024\"", nil), ("\"31 February 2024\"", nil), ("\"soon\"", nil), ("\"2024-05-06 25:00\"", nil),
    ("12", nil),
  ]

  @Test("A date is read where it is unambiguous", arguments: dates)
  func aDateIsReadWhereItIsUnambiguous(written: String, read: String?) {
    let file = file(#"{"id": "u:1", "content_text": "x", "date_published": \#(written)}"#)
    #expect(file.articles.first?.published?.description == read)
    #expect(file.problems.contains { $0.code == .impossibleDate } == (read == nil))
  }

  @Test("A date that may be two is named with both")
  func aDateThatMayBeTwoIsNamedWithBoth() {
    let file = file(#"{"id": "u:1", "content_text": "x", "date_published": "05/06/2024"}"#)
    #expect(
      file.problems.first { $0.code == .impossibleDate }?.message
        == #"the date "05/06/2024" is either 2024-05-06 or 2024-06-05 and is not read"#)
  }

  @Test("A body without text gives way to another one, and to the address of what it embeds")
  func aBodyWithoutTextGivesWayToAnotherOneAndToTheAddressOfWhatItEmbeds() {
    let html = #"{"uri": "u", "body_html": "<p>&nbsp;</p>", "body_text": "Printed here."}"#
    #expect(file(html).articles.first?.body?.value == "Printed here.")
    let video = file(#"{"id": "u:1", "content_html": "<iframe src='https://v.example/9'></iframe>", "summary": "S"}"#)
    #expect(video.articles.first?.body == nil)
    #expect(video.articles.first?.attachments.map(\.url) == ["https://v.example/9"])
    #expect(video.problems.map(\.code) == [.dialect])
  }

  @Test("A body that was escaped twice is decoded, and a heading that repeats the headline is left out")
  func aBodyThatWasEscapedTwiceIsDecodedAndAHeadingThatRepeatsTheHeadlineIsLeft() {
    let twice = file(#"{"id": "u:1", "content_html": "&lt;p&gt;Shut.&lt;/p&gt;&lt;p&gt;Tom &amp;amp; Ann&lt;/p&gt;"}"#)
    #expect(twice.articles.first?.body?.blocks.map { [$0].plainText } == ["Shut.", "Tom & Ann"])
    let again = file(
      #"{"uri": "u", "headline": "Lock closed", "body_html": "<article><h1>Lock <b>closed</b></h1><p>T</p></article>"}"#
    )
    #expect(again.articles.first?.body?.blocks.plainText == "T")
    let other = file(#"{"uri": "u", "headline": "Lock closed", "body_html": "<p>T</p><h2>Lock closed</h2>"}"#)
    #expect(other.articles.first?.body?.blocks.count == 2)
  }

  @Test("Addresses in a text and of attachments are relative to the article's own")
  func addressesInATextAndOfAttachmentsAreRelativeToTheArticlesOwn() {
    let article = file(
      #"{"id": "1", "url": "https://q.example/a/b/", "content_html": "<a href='p.pdf'>p</a> <a href='//f.example/m'>m</a> <a href='../c'>c</a> <a href='mailto:x@y'>x</a>", "attachments": [{"url": "/e.mp3"}]}"#
    ).articles.first
    let targets = article?.body?.blocks.flatMap(\.allRuns).compactMap { run -> String? in
      if case .url(let address)? = run.target { address } else { nil }
    }
    #expect(targets == ["https://q.example/a/b/p.pdf", "https://f.example/m", "https://q.example/a/c", "mailto:x@y"])
    #expect(article?.attachments.map(\.url) == ["https://q.example/e.mp3"])
  }

  @Test("Short lines of a plain text stay lines, and lines that were wrapped go on")
  func shortLinesOfAPlainTextStayLinesAndLinesThatWereWrappedGoOn() {
    let wrapped =
      "The harbour board met on Monday to speak about the lock and its\ngates, which have been shut for three weeks now.\n\nOffice\n12 Quay Street"
    #expect(
      Article.Body(format: .plain, value: wrapped).blocks.plainText
        == "The harbour board met on Monday to speak about the lock and its gates, which have been shut for three weeks now.\nOffice\n12 Quay Street"
    )
  }

  @Test("One cause in a file is one line with a count, and null is no value")
  func oneCauseInAFileIsOneLineWithACountAndNullIsNoValue() {
    let items = (1...40).map {
      #"{"uri": "u:\#($0)", "headline": "H", "body_html": "<p>x</p>", "readtime": 1, "expires": null}"#
    }
    let file = file("[" + items.joined(separator: ",") + "]")
    #expect(
      file.problems.map(\.message) == [
        #"unknown key "readtime" in an article (40 times)"#, "read 40 records written as ninjs 1.x or 2.x",
      ])
    #expect(file.records.allSatisfy { !$0.isPartial })
  }

  @Test("An article of which the text is under an unknown key is read in part")
  func anArticleOfWhichTheTextIsUnderAnUnknownKeyIsReadInPart() {
    let file = file(#"{"uri": "u", "title": "T", "story": "The text is under a key nobody knows."}"#)
    #expect(file.records.map(\.isPartial) == [true])
  }
}
