// How a news item is read: ninjs 3.1, and 1.x and 2.x folded to it key by key. The orders of choice are those of
// data/README.md.
extension Article.Mention {
  /// Whether it says nothing.
  fileprivate var isEmpty: Bool { name == nil && rel == nil && role == nil && literal == nil && uri == nil }
}

extension ObjectReader {
  func article(id fallback: String?) -> Article? {
    guard let uri = identifier("uri", fallback: otherIdentifier ?? fallback) else { return nil }
    var article = Article(uri: uri)
    article.type = string("type")
    article.language = string("language")
    article.pubStatus = string("pubStatus")
    article.version = object.member("version").flatMap { $0.kind == .number ? JSONText.decode($0) : string($0) }
    article.published = instant("versionCreated") ?? instant("contentCreated") ?? instant("firstCreated")
    article.embargoed = instant("embargoedUntil")
    let fields = FieldReader(item: self)
    article.by =
      PlainText.byline([string("by")].compactMap { $0 })
      ?? PlainText.byline(fields.names(["bylines.by", "bylines", "authors", "author"]))
    readTexts(into: &article)
    article.people = mentions("people", .mention)
    article.organisations = mentions("organisations", .mention)
    article.events = mentions("events", .mention)
    article.places = mentions("places", .place)
    article.subjects = mentions("subjects", .subject)
    article.infoSources = mentions("infoSources", .mention)
    if article.infoSources.isEmpty, let name = fields.names(["source", "publisher", "provider"]).first {
      article.infoSources = [Article.Mention(name: name, role: "publisher")]
    }
    article.altIDs = alternativeIDs()
    article.media = associations().compactMap { $0.mediaDescription() }
    if article.type == "video" || article.type == "audio" { article.attachments = renditions() }
    article.finish()
    return article
  }

  /// The key of an item without `uri`: what systems write in its place.
  var otherIdentifier: String? {
    for name in ["guid", "_id", "id", "itemid", "url", "link"] as [StaticString] {
      guard let value = object.member(name) else { continue }
      if let id = value.kind == .number ? JSONText.decode(value) : string(value) { return RecordID.of(id) }
    }
    return nil
  }

  /// The recordings of an item of sound or pictures.
  private func renditions() -> [Link] {
    guard let value = member("renditions") else { return [] }
    let all = value.kind == .object ? value.members.map(\.value) : Array(value.elements)
    return all.filter { $0.kind == .object }.compactMap(attachment)
  }

  private func readTexts(into article: inout Article) {
    let headlines = texts("headlines", olderPrefix: "headline_", alone: "headline")
    let main = headlines.first { $0.role == "main" } ?? headlines.first
    article.headline = [main?.value, string("title"), string("name")].lazy.compactMap { $0.map(PlainText.title) }
      .first { !$0.isBlank }
    for headline in headlines {
      let line = PlainText.title(headline.value)
      if line != article.headline { article.otherHeadlines.append(line) }
    }
    let bodies = texts("bodies", olderPrefix: "body_")
    article.body = ArticleText.body(of: bodies)
    article.summary = ArticleText.summary(of: texts("descriptions", olderPrefix: "description_"))
    if article.headline == nil, article.summary == nil { article.headline = string("slugline").map(PlainText.title) }
    if article.body == nil { for body in bodies where body.isHTML { article.addEmbedded(in: body.value) } }
  }

  /// The texts of an array, or those that ninjs 1 wrote as keys of their own: `headline`, `body_html`, `description_text`.
  func texts(_ name: StaticString, olderPrefix prefix: StaticString, alone: StaticString? = nil) -> [ArticleText] {
    let texts = objects(name, .text) { reader in
      reader.string("value").map {
        ArticleText(role: reader.string("role"), contentType: reader.string("contentType"), value: $0)
      }
    }
    guard texts.isEmpty, context.usesLegacyKeys else { return texts }
    var older: [ArticleText] = []
    if let alone, let value = string(alone) { older.append(ArticleText(role: "main", contentType: nil, value: value)) }
    for member in object.members where SchemaProperty.begins(member.key.bytes, with: prefix) {
      let form = String(JSONText.decode(member.key).dropFirst(prefix.utf8CodeUnitCount))
      if let value = string(member.value) { older.append(ArticleText(olderForm: form, value: value)) }
    }
    return older
  }

  private func mentions(_ name: StaticString, _ shape: ObjectSchema) -> [Article.Mention] {
    objects(name, shape) { $0.mention() }
  }

  private func mention() -> Article.Mention? {
    var mention = Article.Mention()
    mention.name = string("name").map(PlainText.title)
    mention.rel = string("rel")
    mention.role = string("role")
    mention.literal = key("literal")
    mention.uri = key("uri")
    if mention.uri == nil, context.usesLegacyKeys, let scheme = string("scheme"), let code = mention.literal {
      mention.uri = scheme.hasSuffix("/") || scheme.hasSuffix("#") ? scheme + code : scheme + "/" + code
    }
    return mention.isEmpty ? nil : mention
  }

  private func alternativeIDs() -> [String] {
    guard let value = member("altIds") else { return [] }
    if value.kind == .object { return value.members.compactMap { string($0.value) } }
    return objects("altIds", .alternativeID) { $0.string("value") }
  }

  private func associations() -> [ObjectReader] {
    guard let value = member("associations") else { return [] }
    let items = value.kind == .object ? value.members.map(\.value) : Array(value.elements)
    return items.filter { $0.kind == .object }.map { ObjectReader(object: $0, shape: .item, context: context) }
  }

  /// What a picture, recording or other associated item is, in one line.
  private func mediaDescription() -> String? {
    let description = ArticleText.summary(of: texts("descriptions", olderPrefix: "description_"))
    let headline = texts("headlines", olderPrefix: "headline_", alone: "headline").first?.value
    return (description ?? headline ?? string("title") ?? string("name")).map(PlainText.title)
  }
}
