import GRDB
package import NewsroomModel

extension Catalogue {
  /// Records of every kind that are called what is typed, closest first; before them those whose address it is.
  ///
  /// Any of a record's names counts, and the closest of them decides; letters left out are forgiven.
  package func records(called text: String, limit: Int) throws -> [ListRow] {
    let typed = TextNormalizer.key(of: String(text.prefix(100)))
    guard !typed.isEmpty else { return [] }
    let addressed = try addresses(typed: text)
    // Names of another spelling or script come after those that are called so.
    let alike = text.count < 3 ? [] : try records(matching: text, limit: limit).map(\.address)
    let headlines = try page(
      ListRequest(.articles, query: Self.beginnings(typed), sort: .relevance), range: 0..<2 * limit)
    return try reading { database, state in
      var best = Closest(typed)
      for row in headlines.rows { best.take(row.address, row.title) }
      try best.takeNames(from: database)
      try best.takeNewestHeadlines(from: database)
      let addresses = (addressed + best.addresses(limit) + alike).uniqued().prefix(limit)
      let numbers = try addresses.compactMap { address in
        try UInt32.fetchOne(
          database, sql: "SELECT number FROM record WHERE kind = ? AND id = ? AND number > 0",
          arguments: [address.kind.number, address.id])
      }
      return try ListRows(database, state.limit, nil).rows(numbers)
    }
  }

  /// A query for texts with words that begin so, whatever a query would make of them.
  private static func beginnings(_ typed: String) -> String {
    let words = typed.split(separator: " ").map { QueryNode.word(QueryText(String($0)), isPrefix: true) }
    return Query(root: words.count > 1 ? .all(words) : words.first).description
  }
}

/// The records whose names come closest to what is typed.
private struct Closest {
  private let typed: String
  private var found: [RecordAddress: (closeness: NameCloseness, name: String)] = [:]

  /// Headlines looked through for letters in order; words are found in all of them.
  private static let headlines = 20_000

  init(_ typed: String) { self.typed = typed }

  mutating func take(_ address: RecordAddress, _ name: String) {
    guard let closeness = NameCloseness(of: TextNormalizer.key(of: name), to: typed) else { return }
    if let known = found[address], known.closeness <= closeness { return }
    found[address] = (closeness, name)
  }

  /// Takes the names of people, organisations, delegations, events and programmes.
  mutating func takeNames(from database: Database) throws {
    try take(
      Row.fetchCursor(
        database, sql: "SELECT kind, id, name FROM name WHERE folded LIKE ? ESCAPE '\\'", arguments: [lettersInOrder]))
  }

  mutating func takeNewestHeadlines(from database: Database) throws {
    try take(
      Row.fetchCursor(
        database,
        sql: """
          SELECT kind, id, title FROM
            (SELECT kind, id, title FROM record WHERE kind = ? AND is_hidden = 0 AND number > 0
             ORDER BY sort_date DESC LIMIT ?)
          WHERE title LIKE ? ESCAPE '\\'
          """, arguments: [RecordKind.article.number, Self.headlines, lettersInOrder]))
  }

  private mutating func take(_ rows: RowCursor) throws {
    while let row = try rows.next() {
      guard let kind = RecordKind(number: row[0]) else { continue }
      take(RecordAddress(kind, row[1]), row[2])
    }
  }

  /// Closest first; of names as close, the shorter one, then by alphabet.
  func addresses(_ limit: Int) -> [RecordAddress] {
    let sorted = found.sorted { left, right in
      let (a, b) = (left.value, right.value)
      if a.closeness != b.closeness { return a.closeness < b.closeness }
      return (a.name.count, a.name, left.key.description) < (b.name.count, b.name, right.key.description)
    }
    return sorted.prefix(limit).map(\.key)
  }

  /// A pattern for texts that hold the letters typed, in order.
  private var lettersInOrder: String {
    "%" + typed.filter { $0 != " " }.map { "%_\\".contains($0) ? "\\\($0)" : "\($0)" }.joined(separator: "%") + "%"
  }
}

/// How close a name is to what is typed; both folded. Less is closer.
struct NameCloseness: Comparable {
  private enum Class: Int { case same, beginsSo, wordBeginsSo, wordsBeginSo, holds, letters }

  private let rank: Class
  /// Letters passed over between those typed.
  private let gaps: Int

  /// Nil when the name does not even hold the letters in order.
  init?(of name: String, to typed: String) {
    rank = Self.rank(name, typed)
    guard rank == .letters else {
      gaps = 0
      return
    }
    // Letters strewn over a long name are chance.
    guard let gaps = Self.gaps(typed, name), gaps <= typed.count else { return nil }
    self.gaps = gaps
  }

  private static func rank(_ name: String, _ typed: String) -> Class {
    if name == typed { return .same }
    if name.hasPrefix(typed) { return .beginsSo }
    if (" " + name).contains(" " + typed) { return .wordBeginsSo }
    let words = name.split(separator: " ")
    if typed.split(separator: " ").allSatisfy({ part in words.contains { $0.hasPrefix(part) } }) {
      return .wordsBeginSo
    }
    return name.contains(typed) ? .holds : .letters
  }

  /// How many letters lie between those typed, the first of which must begin a word.
  private static func gaps(_ typed: String, _ name: String) -> Int? {
    let letters = typed.filter { $0 != " " }
    let words = name.split(separator: " ")
    return words.filter { $0.first == letters.first }.compactMap { gaps(letters, name[$0.startIndex...]) }.min()
  }

  private static func gaps(_ letters: String, _ name: Substring) -> Int? {
    var (rest, gaps) = (name, 0)
    for letter in letters {
      guard let found = rest.firstIndex(of: letter) else { return nil }
      gaps += rest[..<found].count { $0 != " " }
      rest = rest[rest.index(after: found)...]
    }
    return gaps
  }

  static func < (left: NameCloseness, right: NameCloseness) -> Bool {
    (left.rank.rawValue, left.gaps) < (right.rank.rawValue, right.gaps)
  }
}
