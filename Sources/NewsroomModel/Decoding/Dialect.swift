/// How a file was written, where it is not as newsroom writes it.
enum Dialect: String, CaseIterable, Sendable {
  /// ninjs 1.0 to 1.6, or 2.0 to 2.2: lower-case keys, and in version 1 singular ones.
  case olderNinjs = "ninjs 1.x or 2.x"
  /// JSON Feed 1.0 or 1.1.
  case jsonFeed = "JSON Feed"
  /// A Popolo collection.
  case popolo = "a Popolo collection"
}
