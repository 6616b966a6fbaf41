/// An object around items: the answer of an interface, a page of an export. It is no article itself.
struct Envelope {
  private let values: [JSONValue]

  /// The items within an object; nil where it is an item itself, or has none that a dialect knows.
  /// - Parameter isExact: whether the table of common names is left out.
  init?(_ value: JSONValue, isExact: Bool = false) {
    guard value.kind == .object, !LegacyNinjs.isItem(value), Dialects.dialect(of: value, isExact: true) == nil,
      let values = Self.items(in: value, isExact, depth: 0)
    else { return nil }
    self.values = values
  }

  /// The items, those that are wrapped in an object of their own without it.
  func items(_ context: DecodingContext) -> [JSONValue] {
    values.compactMap { value in
      guard value.kind == .object else {
        context.report(.notARecord, at: value, "expected a record (an object), found \(value.summary)")
        return nil
      }
      return Self.unwrapped(value)
    }
  }

  /// The key of a list of objects in an object that has no other sign of being an article.
  static func unreadList(_ value: JSONValue) -> String? {
    guard !LegacyNinjs.isItem(value), Dialects.dialect(of: value) == nil else { return nil }
    return value.members.first { member in
      lists.contains { member.key.isNamed($0) } && !FieldPath.elements(member.value).isEmpty
        && FieldPath.elements(member.value).allSatisfy { $0.kind == .object }
    }.map { JSONText.decode($0.key) }
  }

  /// Under these keys systems put lists of items, or what holds such a list.
  private static let lists: [StaticString] = [
    "items", "articles", "posts", "results", "_items", "entries", "stories", "news", "data", "docs", "documents",
    "records",
    "hits", "response", "rows", "nodes", "value", "list", "@graph", "itemListElement", "feed", "entry", "channel",
    "rss",
    "payload", "result", "articles_results", "item", "article", "post", "_embedded", "search",
  ]
  /// In these objects systems wrap one item.
  private static let wrappers: [StaticString] = [
    "item", "_source", "node", "article", "post", "doc", "document", "story",
  ]
  private static let deepest = 4

  private static func items(in value: JSONValue, _ isExact: Bool, depth: Int) -> [JSONValue]? {
    guard depth < deepest else { return nil }
    for name in lists {
      guard let inner = value.member(name) else { continue }
      switch inner.kind {
      case .array:
        if name.description == "@graph" {
          // A graph has the page, the site and the people beside the article.
          let found = inner.elements.filter { $0.kind == .object && isItem($0, true) }
          if !found.isEmpty { return found }
          continue
        }
        let first = inner.elements.first { $0.kind == .object }
        if let first, isItem(unwrapped(first), isExact) { return Array(inner.elements) }
      case .object:
        if let items = items(in: inner, isExact, depth: depth + 1) { return items }
        if isItem(inner, isExact || name.description == "channel" || name.description == "feed") { return [inner] }
      default: continue
      }
    }
    return nil
  }

  private static func isItem(_ value: JSONValue, _ isExact: Bool) -> Bool {
    LegacyNinjs.isItem(value) || Dialects.dialect(of: value, isExact: isExact) != nil
  }

  private static func unwrapped(_ value: JSONValue) -> JSONValue {
    guard !isItem(value, true) else { return value }
    for name in wrappers {
      if let inner = value.member(name), inner.kind == .object, isItem(inner, false) { return inner }
    }
    return value
  }
}
