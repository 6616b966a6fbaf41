/// Reads the items of an XML feed: each as an object of JSON that stands for its element.
struct XMLFeedReader {
  /// The file.
  let file: DataFile
  /// Where problems go.
  let context: DecodingContext

  /// Gives the articles of a file to `body`.
  func read(_ bytes: UnsafeRawBufferPointer, _ body: (LocatedRecord) throws -> Void) rethrows {
    context.begin(bytes)
    guard file.kind == nil || file.kind == .article, let feed = XMLFeed(bytes) else {
      return context.report(
        .unread, .warning, at: nil, "this XML file is neither RSS, Atom nor a WordPress export and is not read",
        hint: "newsroom reads articles in XML, and other records in JSON")
    }
    guard feed.encoding != nil || UTF8Check(bytes).faultOffset == nil else {
      return context.report(.notUTF8, at: nil, "the file is not UTF-8 and declares no other encoding")
    }
    let frame = frame(UnsafeRawBufferPointer(rebasing: bytes[feed.head]), feed.encoding)
    if let frame { context.visitCollection?(DescribedCollection(range: 0..<bytes.count, frame: frame)) }
    var (line, counted) = (1, 0)
    for range in feed.items {
      line += bytes[counted..<range.lowerBound].count { $0 == UInt8(ascii: "\n") }
      counted = range.lowerBound
      let place = RecordLocation(path: file.path, offset: range.lowerBound, length: range.count, line: line)
      let item = UnsafeRawBufferPointer(rebasing: bytes[range])
      guard let json = XMLItem.json(item, encoding: feed.encoding) else { continue }
      try read(json, at: place) { located in
        var located = located
        if let frame { located.record = frame.complete(located.record) }
        try body(located)
      }
    }
    context.sourceLocation = nil
  }

  private func read(
    _ json: [UInt8], at place: RecordLocation, _ body: (LocatedRecord) throws -> Void
  ) rethrows {
    try json.withUnsafeBytes { bytes in
      var scanner = JSONScanner(bytes)
      guard (try? scanner.scanText()) != nil else { return }
      try scanner.nodes.withUnsafeBufferPointer { nodes in
        let tape = JSONTape(bytes: bytes, nodes: nodes, hasControls: UTF8Check(bytes).hasControls)
        context.begin(bytes)
        context.begin(tape)
        context.sourceLocation = place
        guard Self.isArticle(tape.root) else { return context.unreadItems += 1 }
        try RecordDecoder(file: file, context: context).readRecord(.article, tape.root, baseName: nil, body)
      }
    }
  }

  /// Whether an item is a post: an export has pictures, menus and old versions as well.
  private static func isArticle(_ item: JSONValue) -> Bool {
    guard let type = item.member("wp:post_type"), type.kind == .string else { return true }
    return !["attachment", "nav_menu_item", "revision", "custom_css", "wp_template", "wp_navigation", "wp_block"]
      .contains(JSONText.decode(type))
  }

  private func frame(_ head: UnsafeRawBufferPointer, _ encoding: String?) -> CollectionMetadata? {
    guard let json = XMLItem.feedHead(head, encoding: encoding) else { return nil }
    return json.withUnsafeBytes { bytes in
      var scanner = JSONScanner(bytes)
      guard (try? scanner.scanText()) != nil else { return nil }
      return scanner.nodes.withUnsafeBufferPointer { nodes in
        let root = JSONTape(bytes: bytes, nodes: nodes, hasControls: false).root
        return .feed(JSONFeed.Frame(ObjectReader(object: root, shape: .feed, context: context)))
      }
    }
  }
}
