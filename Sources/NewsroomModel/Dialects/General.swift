extension MappedDialect {
  /// Items that no other dialect knows, by the names that most systems give to the same things. What is read like this is guessed,
  /// and the note says so.
  static let general = MappedDialect(
    name: "items with common key names", recognizes: isLikelyItem,
    addresses: addressNames, ids: idNames, titles: titleNames, text: textNames, summaries: summaryNames,
    published: dateNames,
    modified: ["updated", "updatedAt", "modified", "dateModified", "lastModified", "modifiedDate"],
    authors: ["author", "authors", "byline", "by", "creator", "dc:creator", "writer", "reporter", "credit"],
    publishers: [
      "source", "publisher", "siteName", "site", "sourceName", "outlet", "provider", "agency", "newspaper",
      "publication",
      "hostname", "domain",
    ],
    publisherAddresses: ["source.url", "publisher.url"],
    languages: ["language", "lang", "languageCode", "inLanguage", "locale"],
    tags: ["tags", "keywords", "categories", "category", "section", "topics", "subjects"],
    statuses: ["pubStatus", "status"],
    attachments: ["attachments", "enclosures", "enclosure"])

  private static let addressNames: [FieldPath] = [
    "url", "link", "permalink", "canonicalUrl", "canonical", "webUrl", "href", "articleUrl", "storyUrl", "shareUrl",
    "externalUrl", "links.self", "links.web",
  ]
  private static let idNames: [FieldPath] = [
    "guid", "uri", "id", "_id", "uuid", "articleId", "itemId", "identifier", "nid",
  ]
  private static let titleNames: [FieldPath] = ["title", "headline", "heading", "webTitle", "name"]
  static let textNames: [FieldPath] = [
    "contentHtml", "bodyHtml", "content:encoded", "content", "body", "articleBody", "fullText", "mainText", "text",
    "articleText", "story", "contentText", "bodyText", "html",
  ]
  private static let summaryNames: [FieldPath] = [
    "summary", "description", "excerpt", "abstract", "lead", "teaser", "standfirst", "shortDescription", "snippet",
    "dek",
    "subtitle", "trailText", "intro",
  ]
  private static let dateNames: [FieldPath] = [
    "published", "publishedAt", "datePublished", "pubDate", "publicationDate", "publishDate", "publishedDate",
    "publishTime", "publishedTime", "date", "created", "createdAt", "dateCreated", "timestamp", "time", "issued",
    "posted",
    "postedAt", "releaseDate", "versionCreated", "updated", "updatedAt",
  ]

  /// A title or text, and beside it an address, a date or a text: less than that may be anything.
  @Sendable
  private static func isLikelyItem(_ value: JSONValue) -> Bool {
    func has(_ paths: [FieldPath]) -> Bool {
      paths.contains {
        $0.values(in: value).contains { $0.kind == .string || $0.kind == .number || $0.kind == .object }
      }
    }
    let (hasTitle, hasText) = (has(titleNames), has(textNames) || has(summaryNames))
    guard hasTitle || hasText else { return false }
    return hasTitle && hasText || has(addressNames) || has(dateNames)
  }
}
