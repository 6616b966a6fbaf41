import Testing

@testable import NewsroomModel

@Suite("Feeds and exports in XML")
struct XMLFeedTests {
  private func read(_ text: String, as path: String = "articles/feed.xml") throws -> (
    located: [LocatedRecord], articles: [Article], problems: [String]
  ) {
    let directory = try TemporaryDirectory()
    try directory.write(text, to: path)
    let data = try DataDirectory(path: directory.path)
    var located: [LocatedRecord] = []
    for file in data.files() { _ = data.read(file) { located.append($0) } }
    for record in located {
      #expect(data.record(.article, at: record.location) == record.record, "read again alone it is the same")
    }
    let articles = located.compactMap { if case .article(let article) = $0.record { article } else { nil } }
    return (located, articles, data.check().map(\.description))
  }

  static let rss = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- <item> --><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
    <title>Quay &amp; Courier</title><link>https://q.example/</link><language>en</language>
    <item><title>Lock &amp;amp; gate</title><link>https://q.example/1</link><guid isPermaLink="false">77</guid>
      <dc:creator><![CDATA[Ines Holt]]></dc:creator><pubDate>Mon, 06 May 2024 08:00:00 GMT</pubDate>
      <category>Port</category><category>Locks</category><description>Short.</description>
      <content:encoded><![CDATA[<p>From <b>Monday</b> on.</p> </item> ]]></content:encoded>
      <enclosure url="https://q.example/1.mp3" type="audio/mpeg"/></item>
    <item><title>Second</title><link>https://q.example/2</link><description>&lt;p&gt;Text.&lt;/p&gt;</description></item>
    </channel></rss>
    """

  @Test("Items of RSS are articles, each at its place in the file")
  func itemsOfRSSAreArticlesEachAtItsPlaceInTheFile() throws {
    let (located, articles, problems) = try read(Self.rss)
    #expect(articles.map(\.uri) == ["https://q.example/1", "https://q.example/2"])
    #expect(articles.map(\.title) == ["Lock & gate", "Second"])
    #expect(articles[0].by == "Ines Holt" && articles[0].published?.dateOnly == "2024-05-06")
    #expect(articles[0].body?.blocks.plainText.hasPrefix("From Monday on.") == true)
    #expect(articles[0].summary == "Short." && articles[0].altIDs == ["77"])
    #expect(articles[0].subjects.map(\.name) == ["Port", "Locks"])
    #expect(articles[0].attachments.map(\.url) == ["https://q.example/1.mp3"])
    #expect(articles[1].body?.blocks.plainText == "Text.")
    #expect(articles.map(\.publisher?.name) == ["Quay & Courier", "Quay & Courier"])
    #expect(located.map(\.location.line) == [4, 9])
    #expect(
      problems == ["articles/feed.xml: note NR601: read 2 records written as RSS, Atom or a WordPress export (XML)"])
  }

  @Test("Entries of Atom are articles")
  func entriesOfAtomAreArticles() throws {
    let text = """
      <feed xmlns="http://www.w3.org/2005/Atom"><title>Quay</title><id>urn:feed</id>
      <entry><id>urn:e:1</id><title type="html">A &amp;lt; B</title><updated>2024-05-07T08:00:00Z</updated>
        <published>2024-05-06T08:00:00Z</published><author><name>Ines Holt</name></author>
        <link rel="self" href="https://q.example/api/1"/><link href="https://q.example/1"/>
        <content type="xhtml"><div><p>One.</p><p>Two.</p></div></content></entry></feed>
      """
    let articles = try read(text, as: "articles/feed.atom").articles
    #expect(articles.map(\.uri) == ["https://q.example/1"] && articles[0].altIDs == ["urn:e:1"])
    #expect(articles[0].title == "A < B" && articles[0].by == "Ines Holt")
    #expect(articles[0].published?.dateOnly == "2024-05-06" && articles[0].modified?.dateOnly == "2024-05-07")
    #expect(articles[0].body?.blocks.plainText == "One.\nTwo.")
  }

  @Test("Of a WordPress export posts are read, drafts as withheld; pictures are counted")
  func ofAWordPressExportPostsAreReadDraftsAsWithheldPicturesAreCounted() throws {
    let text = """
      <rss><channel><title>Site</title>
      <item><title>Post</title><link>https://q.example/p</link><wp:post_type>post</wp:post_type><wp:status>draft</wp:status>
        <content:encoded>Text</content:encoded></item>
      <item><title>pic</title><link>https://q.example/pic</link><wp:post_type>attachment</wp:post_type></item></channel></rss>
      """
    let (_, articles, problems) = try read(text)
    #expect(articles.map(\.title) == ["Post"] && articles.map(\.status) == [.withheld])
    #expect(problems.contains { $0.contains("NR107: 1 item of the export") })
  }

  @Test(
    "XML that is no feed is said to be none, in whatever folder", arguments: ["articles/map.xml", "people/feed.xml"])
  func xmlThatIsNoFeedIsSaidToBeNoneInWhateverFolder(path: String) throws {
    let text = path.hasPrefix("people") ? Self.rss : "<urlset><url><loc>https://q.example/</loc></url></urlset>"
    let (_, articles, problems) = try read(text, as: path)
    #expect(articles == [])
    #expect(problems.count == 1 && problems[0].hasPrefix("\(path): warning NR107: this XML file is neither RSS"))
  }

  @Test("A feed in another encoding is read, and a feed cut short gives what is whole")
  func aFeedInAnotherEncodingIsReadAndAFeedCutShortGivesWhatIsWhole() throws {
    let directory = try TemporaryDirectory()
    let latin =
      "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><rss><channel><item><title>Caf#</title><link>https://q.example/1</link></item><item><title>cut"
    try directory.write(latin.utf8.map { $0 == UInt8(ascii: "#") ? 0xE9 : $0 }, to: "articles/feed.rss")
    #expect(try DataDirectory(path: directory.path).load().articles.map(\.title) == ["Café"])
  }
}
