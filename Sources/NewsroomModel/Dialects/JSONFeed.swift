/// JSON Feed 1.1 (jsonfeed.org/version/1.1), item by item folded to an article.
struct JSONFeed: Dialect {
  let name = "JSON Feed"

  /// Whether an object is a feed: its items show it, whatever it declares about its version.
  static func isFeed(_ value: JSONValue) -> Bool {
    guard let items = value.member("items"), items.kind == .array, value.member("persons") == nil else { return false }
    if let version = value.member("version"), version.kind == .string,
      JSONText.decode(version).contains("jsonfeed.org/version/")
    {
      return true
    }
    return items.elements.first { $0.kind == .object }.map { isItem($0) } ?? false
  }

  /// Whether an object without its feed is an item: it has content under a feed's names and no `uri`.
  static func isItem(_ value: JSONValue) -> Bool {
    guard value.member("uri") == nil else { return false }
    return value.member("content_html") != nil || value.member("content_text") != nil
      || value.member("date_published") != nil
  }

  func isItem(_ value: JSONValue) -> Bool { Self.isItem(value) }

  /// The article that an item is. Its key is the item's `id`; where that is not unique beyond its feed, the item's address.
  func article(_ item: ObjectReader, fallbackID: String?) -> Article? {
    let item = ObjectReader(object: item.object, shape: .feedItem, context: item.context)
    SchemaValidator(context: item.context).check(item.object, .feedItem)
    let addresses = [item.string("url"), item.string("external_url")].compactMap { $0 }
    let id = item.identifier("id", fallback: nil)
    if id == nil, addresses.isEmpty {
      item.context.report(
        .missingKey, at: item.object, "this item of a JSON Feed has neither \"id\" nor \"url\"",
        hint: "give it an id that stays the same")
    }
    let own = id.flatMap { Self.isLocal($0) ? nil : $0 } ?? item.string("url") ?? id ?? addresses.first
    guard let uri = own ?? fallbackID else { return nil }
    var article = Article(uri: RecordID.of(uri))
    article.headline = item.string("title").map(PlainText.title).flatMap { $0.isBlank ? nil : $0 }
    article.language = item.string("language")
    article.published = item.instant("date_published") ?? item.instant("date_modified")
    article.modified = item.instant("date_modified")
    article.summary = item.string("summary").map(PlainText.title)
    article.by = Self.authors(of: item)
    let html = item.string("content_html")
    article.body = ArticleText.body(
      of: [
        html.map { ArticleText(role: nil, contentType: "text/html", value: $0) },
        item.string("content_text").map { ArticleText(role: nil, contentType: "text/plain", value: $0) },
      ].compactMap { $0 })
    article.subjects = item.strings("tags").map { Article.Mention(name: PlainText.title($0)) }
    article.altIDs = (addresses + [id].compactMap { $0 }).filter { $0 != uri }
    article.media = item.objects("attachments", .feedAttachment) { $0.string("title") }
    article.attachments = item.objects("attachments", .feedAttachment) { item.attachment($0.object) }
    if article.body == nil, let html { article.addEmbedded(in: html) }
    article.finish()
    return article
  }

  /// Whether an id may be that of another item in another feed: a number or a short word.
  static func isLocal(_ id: String) -> Bool { !id.contains(":") && id.utf8.count < 16 }

  /// What a feed says for all of its items: language, authors, and its title as their publisher.
  struct Frame: Sendable {
    private let language: String?
    private let authors: String?
    private let publisher: Article.Mention?
    private let address: String?

    init(_ feed: ObjectReader) {
      language = feed.string("language")
      authors = JSONFeed.authors(of: feed)
      publisher = feed.string("title").map {
        Article.Mention(name: PlainText.title($0), role: "publisher", uri: feed.key("home_page_url"))
      }
      address = feed.string("feed_url") ?? feed.string("home_page_url")
    }

    /// A feed that says the same of one item alone.
    func feed(of item: [UInt8]) -> [UInt8] {
      let head = FeedHead(
        version: "https://jsonfeed.org/version/1.1", title: publisher?.name, homePage: publisher?.uri, feed: address,
        language: language, authors: authors.map { [["name": $0]] })
      return RawObject.encoded(head).adding("items", Array("[".utf8) + item + Array("]".utf8))
    }

    /// Gives it to an article.
    func complete(_ article: inout Article) {
      article.language = article.language ?? language
      article.by = article.by ?? authors
      if let publisher { article.infoSources = [publisher] }
      if JSONFeed.isLocal(article.uri), let address {
        article.altIDs.append(article.uri)
        article.uri = "\(address)#\(article.uri)"
      }
    }
  }

  private struct FeedHead: Encodable {
    let version: String
    let title: String?
    let homePage: String?
    let feed: String?
    let language: String?
    let authors: [[String: String]]?

    enum CodingKeys: String, CodingKey {
      case version, title, language, authors
      case homePage = "home_page_url"
      case feed = "feed_url"
    }
  }

  /// The names of the authors: objects or texts, several or one, under the name of version 1.1 or 1.0.
  private static func authors(of reader: ObjectReader) -> String? {
    PlainText.byline(FieldReader(item: reader).names(["authors", "author"]))
  }
}

extension ObjectSchema {
  static let feed = ObjectSchema(
    "a feed", isOpen: true,
    [
      SchemaProperty("version", .string), SchemaProperty("title", .string), SchemaProperty("home_page_url", .string),
      SchemaProperty("feed_url", .string),
      SchemaProperty("language", .string), SchemaProperty("authors", .anything),
      SchemaProperty("author", .anything),
    ])

  static let feedItem = ObjectSchema(
    "an item of a feed", isOpen: true,
    [
      SchemaProperty("id", .anything), SchemaProperty("url", .string), SchemaProperty("external_url", .string),
      SchemaProperty("title", .string), SchemaProperty("language", .string), SchemaProperty("summary", .string),
      SchemaProperty("content_html", .string), SchemaProperty("content_text", .string),
      SchemaProperty("date_published", .ninjsDate),
      SchemaProperty("date_modified", .ninjsDate), SchemaProperty("tags", .strings),
      SchemaProperty("authors", .anything), SchemaProperty("author", .anything),
      SchemaProperty("attachments", .objects(feedAttachment)),
    ])

  static let feedAttachment = ObjectSchema("an attachment", isOpen: true, [SchemaProperty("title", .string)])
}
