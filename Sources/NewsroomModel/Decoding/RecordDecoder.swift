/// Reads the records of one object: usually one, several where it is a collection or a feed.
struct RecordDecoder {
  /// The file.
  let file: DataFile
  /// Where problems go.
  let context: DecodingContext

  /// Gives the records of `value` to `body`; `baseName` is the id of a record that has none.
  func read(_ value: JSONValue, baseName: String?, _ body: (LocatedRecord) throws -> Void) rethrows {
    if let version = value.member("version"), JSONFeed.isVersion(version), value.member("items")?.kind == .array {
      return try readFeed(value, body)
    }
    if PopoloCollection.isCollection(value, in: file.kind) {
      return try PopoloCollection(reading: self, value).read(body)
    }
    guard let kind = file.kind ?? RecordKind(guessing: value) else {
      return context.report(
        .notARecord, .note, at: value, "this file is neither in a folder of records nor a Popolo collection",
        hint: "move it to the folder of its kind, such as articles")
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
    let isFeedItem = kind == .article && (isInFeed ? value.member("uri") == nil : JSONFeed.isItem(value))
    if kind == .article, !isFeedItem { context.usesLegacyKeys = LegacyNinjs.isOlder(value) }
    let records = record(kind, value, baseName: baseName, isFeedItem: isFeedItem)
    if context.removedControls > 0 {
      let count = context.removedControls
      context.report(.controlCharacters, .note, at: value, "removed \(count) control character\(count == 1 ? "" : "s")")
    }
    guard !records.isEmpty else { return }
    context.visit?(value)
    let location = context.location(of: value)
    let isConverted = context.isConverted || isFeedItem
    for record in records {
      try body(
        LocatedRecord(
          record: record, location: location, isPartial: context.isPartial, isConverted: isConverted))
    }
  }

  private func record(_ kind: RecordKind, _ value: JSONValue, baseName: String?, isFeedItem: Bool) -> [Record] {
    let shape = ObjectSchema.shape(of: kind)
    let reader = ObjectReader(object: value, shape: shape, context: context)
    if kind == .article { return articles(reader, baseName: baseName, isFeedItem: isFeedItem) }
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

  private func articles(_ reader: ObjectReader, baseName: String?, isFeedItem: Bool) -> [Record] {
    if isFeedItem {
      context.countConversion(.jsonFeed)
      guard let article = JSONFeed.article(reader) else { return [] }
      BodyCheck(context: context).check(article, reader.object)
      return [.article(article)]
    }
    if context.usesLegacyKeys { context.countConversion(.olderNinjs) }
    if context.reports { SchemaValidator(context: context).check(reader.object, .item) }
    guard var article = reader.article(id: baseName) else { return [] }
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
    guard value.member("uri")?.kind == .string || JSONFeed.isItem(value) else { return nil }
    self = .article
  }
}
