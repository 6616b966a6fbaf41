/// A form in which another system writes news items, read as it is.
///
/// A dialect is one file in this folder and one line in ``Dialects/all``. Most are a ``MappedDialect``: a table of key paths.
protocol Dialect: Sendable {
  /// The name, for the note that says how many records were read.
  var name: String { get }
  /// Whether an object by itself is an item. The keys decide, not what the file declares about its version.
  func isItem(_ value: JSONValue) -> Bool
  /// The article that an item is; nil, and a report, where it has no key.
  /// - Parameter fallbackID: the key of an item that has none.
  func article(_ item: ObjectReader, fallbackID: String?) -> Article?
}

/// The dialects of articles. ninjs is not among them: it is newsroom's own format (see ``LegacyNinjs`` for its versions).
enum Dialects {
  /// All dialects. The first that recognises an item reads it, so that the general table is the last.
  static let all: [any Dialect] = [
    JSONFeed(), MappedDialect.feedItem, MappedDialect.schemaOrg, MappedDialect.wordPress, MappedDialect.guardian,
    MappedDialect.reliefWeb,
    MappedDialect.jsonAPI, MappedDialect.newsPlease, MappedDialect.trafilatura, MappedDialect.newsAPI,
    MappedDialect.general,
  ]

  /// The dialect of an object; nil for ninjs, and for what is no item.
  /// - Parameter isExact: whether the general table is left out.
  static func dialect(of value: JSONValue, isExact: Bool = false) -> (any Dialect)? {
    guard value.kind == .object, !LegacyNinjs.isItem(value) else { return nil }
    let found = all.first { $0.isItem(value) }
    return isExact && found?.name == MappedDialect.general.name ? nil : found
  }

  /// The dialect of this name.
  static func named(_ name: String) -> (any Dialect)? { all.first { $0.name == name } }

  /// The names under which records are counted, in the order of the notes.
  static let names = [LegacyNinjs.name] + all.map(\.name) + [PopoloCollection.name]
}
