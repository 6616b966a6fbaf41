/// Reads the records of one object: usually one, several where it is a collection or a feed.
struct RecordDecoder {
  /// The file.
  let file: DataFile
  /// Where problems go.
  let context: DecodingContext

  /// Gives the records of `value` to `body`; `baseName` is the id of a record that has none.
  func read(_ value: JSONValue, baseName: String?, _ body: (LocatedRecord) throws -> Void) rethrows {
    if JSONFeed.isFeed(value) { return try readFeed(value, body) }
    if PopoloCollection.isCollection(value, in: file.kind) {
      return try PopoloCollection(reading: self, value).read(body)
    }
    if file.kind == nil || file.kind == .article, let envelope = Envelope(value, isExact: file.kind == nil) {
      for item in envelope.items(context) { try readRecord(.article, item, baseName: nil, body) }
      return
    }
    guard let kind = file.kind ?? RecordKind(guessing: value) else {
      context.homelessRecords += 1
      return
    }
    if kind == .article, let key = Envelope.unreadList(value) {
      return context.report(
        .notARecord, at: value, "the records in \(JSONExcerpt.quoted(key)) are in no form that newsroom reads",
        hint: "data/README.md lists the forms of articles")
    }
    try readRecord(kind, value, baseName: baseName, body)
  }

  /// Reads one record and, for a ninjs item that announces an event, the event too.
  /// - Parameter isInFeed: whether it is an item of a feed, whatever it looks like.
  func readRecord(
    _ kind: RecordKind, _ value: JSONValue, baseName: String?, isInFeed: Bool = false,
    _ body: (LocatedRecord) throws -> Void
  ) rethrows {
    (context.isPartial, context.removedControls, context.usesLegacyKeys) = (false, 0, false)
    (context.isArticle, context.unreadTexts) = (kind == .article, 0)
    context.isForeignRecord = kind != .article && PopoloCollection.isForeign(value, kind)
    let isFeedItem = isInFeed && value.member("uri") == nil && value.member("rss:item") == nil
    let dialect: (any Dialect)? = kind != .article ? nil : isFeedItem ? JSONFeed() : Dialects.dialect(of: value)
    if kind == .article, dialect == nil { context.usesLegacyKeys = LegacyNinjs.isOlder(value) }
    let records = record(kind, value, baseName: baseName, dialect)
    if context.removedControls > 0 {
      let count = context.removedControls
      context.report(.controlCharacters, .note, at: value, "removed \(count) control character\(count == 1 ? "" : "s")")
    }
    guard !records.isEmpty else { return }
    context.visit?(value)
    let location = context.location(of: value)
    let isConverted = context.isConverted || dialect != nil
    for record in records {
      try body(
        LocatedRecord(
          record: record, location: location, isPartial: context.isPartial, isConverted: isConverted))
    }
  }

  private func record(_ kind: RecordKind, _ value: JSONValue, baseName: String?, _ dialect: (any Dialect)?) -> [Record]
  {
    let shape = ObjectSchema.shape(of: kind)
    let reader = ObjectReader(object: value, shape: shape, context: context)
    if kind == .article { return articles(reader, baseName: baseName, dialect) }
    if context.reports { SchemaValidator(context: context).check(value, shape, hasFallbackID: baseName != nil) }
    let record: Record? =
      switch kind {
      case .article: nil
      case .delegation: reader.delegation(id: baseName).map(Record.delegation)
      case .person: reader.person(id: baseName).map(Record.person)
      case .organisation: reader.organisation(id: baseName).map(Record.organisation)
      case .event: reader.event(id: baseName).map(Record.event)
      case .programme: reader.programme(id: baseName).map(Record.programme)
      }
    return record.map { [$0] } ?? []
  }

  private func articles(_ reader: ObjectReader, baseName: String?, _ dialect: (any Dialect)?) -> [Record] {
    if let dialect {
      guard let article = dialect.article(reader, fallbackID: baseName) else { return [] }
      context.countConversion(dialect.name)
      BodyCheck(context: context).check(article, reader.object)
      return [.article(article)]
    }
    if context.reports {
      let hasOtherKey = reader.object.member("uri") == nil && reader.otherIdentifier != nil
      SchemaValidator(context: context).check(reader.object, .item, hasFallbackID: hasOtherKey)
    }
    guard var article = reader.article(id: baseName) else { return [] }
    if context.usesLegacyKeys { context.countConversion(LegacyNinjs.name) }
    if article.body == nil, context.unreadTexts > 0 { context.isPartial = true }
    BodyCheck(context: context).check(article, reader.object)
    guard let event = reader.announcedEvent(of: &article) else { return [.article(article)] }
    return [.article(article), .event(event)]
  }

  private func readFeed(_ feed: JSONValue, _ body: (LocatedRecord) throws -> Void) rethrows {
    guard let items = feed.member("items") else { return }
    let frame = CollectionMetadata.feed(JSONFeed.Frame(ObjectReader(object: feed, shape: .feed, context: context)))
    context.visit(feed, frame)
    for item in context.records(in: items) {
      try readRecord(.article, item, baseName: nil, isInFeed: true) { located in
        var located = located
        located.record = frame.complete(located.record)
        try body(located)
      }
    }
  }
}

extension RecordKind {
  /// The kind of a record that stands in no folder: an item of ninjs or JSON Feed shows itself by its keys.
  init?(guessing value: JSONValue) {
    guard value.member("uri")?.kind == .string || Dialects.dialect(of: value, isExact: true) != nil else { return nil }
    self = .article
  }
}
