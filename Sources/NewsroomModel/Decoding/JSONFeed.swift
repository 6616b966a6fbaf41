/// JSON Feed 1.1 (jsonfeed.org/version/1.1), item by item folded to an article.
enum JSONFeed {
  /// Whether a `version` says that the object is a feed.
  static func isVersion(_ value: JSONValue) -> Bool {
    guard value.kind == .string else { return false }
    let text = JSONText.decode(value)
    return text.hasPrefix("https://jsonfeed.org/version/") || text.hasPrefix("http://jsonfeed.org/version/")
  }

  /// Whether an object without its feed is an item: it has content under a feed's names and no `uri`.
  static func isItem(_ value: JSONValue) -> Bool {
    guard value.member("uri") == nil, value.member("id") != nil || value.member("url") != nil else { return false }
    return value.member("content_html") != nil || value.member("content_text") != nil
      || value.member("date_published") != nil
  }

  /// The article that an item is. Its key is the item's `id`, which a feed must give; else its address.
  static func article(_ item: ObjectReader) -> Article? {
    let item = ObjectReader(object: item.object, shape: .feedItem, context: item.context)
    SchemaValidator(context: item.context).check(item.object, .feedItem)
    guard let uri = item.identifier("id", fallback: item.string("url")) else {
      item.context.report(
        .missingKey, at: item.object, "this item of a JSON Feed has neither \"id\" nor \"url\"",
        hint: "give it an id that stays the same")
      return nil
    }
    var article = Article(uri: uri)
    article.headline = item.string("title").map(PlainText.oneLine)
    article.language = item.string("language")
    article.published = item.date("date_published") ?? item.date("date_modified")
    article.summary = item.string("summary").map(PlainText.oneLine)
    article.by = authors(of: item)
    article.body =
      item.string("content_html").map { Article.Body(format: .html, value: $0) }
      ?? item.string("content_text").map { Article.Body(format: .plain, value: $0) }
    article.subjects = item.strings("tags").map { Article.Mention(name: PlainText.oneLine($0)) }
    article.altIDs = [item.string("url"), item.string("external_url")].compactMap { $0 }.filter { $0 != uri }
    article.media = item.objects("attachments", .feedAttachment) { $0.string("title") }
    return article
  }

  /// What a feed says for all of its items: language, authors, and its title as their publisher.
  struct Frame: Sendable {
    private let language: String?
    private let authors: String?
    private let publisher: Article.Mention?

    init(_ feed: ObjectReader) {
      language = feed.string("language")
      authors = JSONFeed.authors(of: feed)
      publisher = feed.string("title").map {
        Article.Mention(name: PlainText.oneLine($0), role: "publisher", uri: feed.key("home_page_url"))
      }
    }

    /// A feed that says the same of one item alone.
    func feed(of item: [UInt8]) -> [UInt8] {
      let head = FeedHead(
        version: "https://jsonfeed.org/version/1.1", title: publisher?.name, homePage: publisher?.uri,
        language: language, authors: authors.map { [["name": $0]] })
      return RawObject.encoded(head).adding("items", Array("[".utf8) + item + Array("]".utf8))
    }

    /// Gives it to an article.
    func complete(_ article: inout Article) {
      article.language = article.language ?? language
      article.by = article.by ?? authors
      if let publisher { article.infoSources = [publisher] }
    }
  }

  private struct FeedHead: Encodable {
    let version: String
    let title: String?
    let homePage: String?
    let language: String?
    let authors: [[String: String]]?

    enum CodingKeys: String, CodingKey {
      case version, title, language, authors
      case homePage = "home_page_url"
    }
  }

  /// The names of the authors; `author` is the single one of version 1.0.
  private static func authors(of reader: ObjectReader) -> String? {
    var names = reader.objects("authors", .feedAuthor) { $0.string("name") }
    if names.isEmpty, let name = reader.object("author", .feedAuthor)?.string("name") { names = [name] }
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }
}

extension ObjectSchema {
  static let feed = ObjectSchema(
    "a feed", isOpen: true,
    [
      SchemaProperty("version", .string), SchemaProperty("title", .string), SchemaProperty("home_page_url", .string),
      SchemaProperty("language", .string), SchemaProperty("authors", .objects(feedAuthor)),
      SchemaProperty("author", .object(feedAuthor)),
    ])

  static let feedItem = ObjectSchema(
    "an item of a feed", isOpen: true,
    [
      SchemaProperty("id", .anything), SchemaProperty("url", .string), SchemaProperty("external_url", .string),
      SchemaProperty("title", .string), SchemaProperty("language", .string), SchemaProperty("summary", .string),
      SchemaProperty("content_html", .string), SchemaProperty("content_text", .string),
      SchemaProperty("date_published", .ninjsDate),
      SchemaProperty("date_modified", .ninjsDate), SchemaProperty("tags", .strings),
      SchemaProperty("authors", .objects(feedAuthor)),
      SchemaProperty("author", .object(feedAuthor)), SchemaProperty("attachments", .objects(feedAttachment)),
    ])

  static let feedAuthor = ObjectSchema("an author", isOpen: true, [SchemaProperty("name", .string)])
  static let feedAttachment = ObjectSchema("an attachment", isOpen: true, [SchemaProperty("title", .string)])
}
