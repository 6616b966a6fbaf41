/// A dialect that a table of key paths describes. Each field takes the first path that has a value.
struct MappedDialect: Dialect {
  let name: String
  /// Alternatives: an item has a value at each path of one of these.
  var signs: [[FieldPath]] = []
  /// Asked where the paths alone do not tell.
  var recognizes: @Sendable (JSONValue) -> Bool = { _ in false }
  /// The address on the web, which is the article's key.
  var addresses: [FieldPath] = []
  /// The key of an item without an address, and another name of one with an address.
  var ids: [FieldPath] = []
  var titles: [FieldPath] = []
  /// The text as HTML.
  var html: [FieldPath] = []
  /// The text as plain text.
  var plain: [FieldPath] = []
  /// The text in either form, told by its looks.
  var text: [FieldPath] = []
  var summaries: [FieldPath] = []
  var published: [FieldPath] = []
  var modified: [FieldPath] = []
  var authors: [FieldPath] = []
  var publishers: [FieldPath] = []
  var publisherAddresses: [FieldPath] = []
  var languages: [FieldPath] = []
  var tags: [FieldPath] = []
  var statuses: [FieldPath] = []
  /// Descriptions of pictures.
  var captions: [FieldPath] = []
  /// Objects with the address of a recording, picture or document.
  var attachments: [FieldPath] = []

  func isItem(_ value: JSONValue) -> Bool {
    signs.contains { $0.allSatisfy { $0.isPresent(in: value) } } || recognizes(value)
  }

  func article(_ item: ObjectReader, fallbackID: String?) -> Article? {
    let reader = FieldReader(item: item)
    let addresses = reader.addresses(addresses).map { $0.trimmed }.filter { !$0.isEmpty }
    let ids = reader.texts(ids).map { $0.trimmed }.filter { !$0.isEmpty }
    guard let uri = addresses.first(where: { WebAddress($0) != nil }) ?? ids.first ?? addresses.first ?? fallbackID
    else {
      item.context.report(
        .missingKey, at: item.object, "the record has neither an address nor an id and is not read",
        hint: "give it a \"url\" or an \"id\"")
      return nil
    }
    var article = Article(uri: RecordID.of(uri))
    article.altIDs = (addresses + ids).withoutRepeats.filter { $0 != uri }
    article.headline = reader.line(titles)
    article.published = reader.date(published)
    article.modified = reader.date(modified)
    article.published = article.published ?? article.modified
    article.by = PlainText.byline(reader.names(authors))
    article.language = reader.line(languages)
    article.pubStatus = reader.texts(statuses).first.flatMap(Self.status)
    article.subjects = reader.names(tags).withoutRepeats.map { Article.Mention(name: $0) }
    article.media = reader.names(captions)
    article.attachments = reader.values(attachments).flatMap(FieldPath.elements).compactMap { item.attachment($0) }
    if let name = reader.names(publishers).first {
      let address = reader.addresses(publisherAddresses).first
      article.infoSources = [Article.Mention(name: name, role: "publisher", uri: address)]
    }
    readTexts(into: &article, reader)
    article.finish()
    return article
  }

  private func readTexts(into article: inout Article, _ reader: FieldReader) {
    var texts = reader.texts(html).map { ArticleText(role: nil, contentType: "text/html", value: $0) }
    texts += reader.texts(plain).map { ArticleText(role: nil, contentType: "text/plain", value: $0) }
    for path in text where !texts.contains(where: { !$0.value.isBlank }) {
      texts += reader.texts([path]).map { ArticleText(role: nil, contentType: nil, value: $0) }
    }
    article.body = ArticleText.body(of: texts)
    let summaries = summaries.lazy.flatMap { reader.texts([$0]) }
    article.summary =
      summaries.map { ArticleText.summary(of: [ArticleText(role: nil, contentType: nil, value: $0)]) }
      .first { $0?.isBlank == false } ?? nil
  }

  /// The status in the words of ninjs; nil for what is published, and for words of another matter.
  private static func status(_ text: String) -> String? {
    switch text.lowercased() {
    case "draft", "pending", "private", "future", "auto-draft", "withheld", "unpublished", "in_progress": "withheld"
    case "trash", "canceled", "cancelled", "deleted", "killed", "spiked", "recalled", "withdrawn": "canceled"
    default: nil
    }
  }
}

extension String {
  /// Without space at the ends.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[first...last])
  }
}

extension [String] {
  /// Each text once, in the order of the first of each.
  var withoutRepeats: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
