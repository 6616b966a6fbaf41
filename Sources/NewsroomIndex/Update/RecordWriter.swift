import GRDB
import NewsroomModel

/// Numbers records and writes what the catalogue keeps of them: the row, the postings, the words.
///
/// What is written under a number is never changed. A record that changes gets a new number, and the old one is void; so
/// postings only ever grow at their end, and a reader needs to look at new numbers alone.
struct RecordWriter {
  private(set) var next: Int
  private var postings = PostingsWriter()
  private var folder = TextFolder()
  private var generation: Int
  /// How many records of each kind came or went since the last commit.
  private var counts: [Int: Int] = [:]

  init(_ database: Database) throws {
    next = try Int.fetchOne(database, sql: "SELECT value FROM meta WHERE key = 'next_number'") ?? 1
    generation = 1 + (try Int.fetchOne(database, sql: "SELECT value FROM meta WHERE key = 'generation'") ?? 0)
  }

  /// Writes a draft under a number of its own.
  /// - Returns: false where there is such a record already, which is kept.
  mutating func write(_ draft: RecordDraft, at place: RecordPlace, to database: Database) throws -> Bool {
    guard try writeRow(draft, place, next, database) else { return false }
    try writeWords(draft, next, database)
    next += 1
    return true
  }

  /// Notes an entity without its words and filters, which ``rewrite(_:from:in:)`` adds once all ties are known.
  /// - Returns: false where there is such a record already, which is kept.
  mutating func register(_ draft: RecordDraft, at place: RecordPlace, to database: Database) throws -> Bool {
    guard try writeRow(draft, place, -next, database) else { return false }
    next += 1
    return true
  }

  /// Gives an entity a new number with a new draft; the old number is void.
  mutating func rewrite(_ draft: RecordDraft, from old: Int, in database: Database) throws {
    let statement = try database.cachedStatement(
      sql: "UPDATE record SET number = ?, title = ?, detail = ?, count = ? WHERE number = ?")
    try statement.execute(arguments: [next, draft.title, draft.detail, draft.count, old])
    if old > 0 { try markRemoved(old, in: database) }
    try writeWords(draft, next, database)
    next += 1
  }

  private mutating func writeRow(
    _ draft: RecordDraft, _ place: RecordPlace, _ number: Int, _ database: Database
  ) throws -> Bool {
    let location = place.location
    let statement = try database.cachedStatement(
      sql: "INSERT OR IGNORE INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    try statement.execute(arguments: [
      number, draft.address.kind.number, draft.address.id, place.file, location.offset, location.length, location.line,
      SortDate.key(draft.date?.sortDate, id: draft.address.id), draft.date?.start?.description,
      draft.date?.end?.description, draft.isEventDate, draft.title, draft.detail, draft.count, draft.mark,
      Self.sortName(draft.sortName ?? draft.title),
    ])
    guard database.changesCount > 0 else { return false }
    counts[draft.address.kind.number, default: 0] += 1
    return true
  }

  /// The first letters are enough to sort by; lists of a million headlines should not double the file.
  static func sortName(_ name: String) -> String { String(TextFolder.key(of: String(name.prefix(60))).prefix(40)) }

  private mutating func writeWords(_ draft: RecordDraft, _ number: Int, _ database: Database) throws {
    folder.removeAll()
    for text in draft.headlines { folder.append(text, apart: true) }
    let headlineEnd = folder.bytes.count
    for text in draft.names.uniqued() { folder.append(text, apart: true) }
    let namesEnd = folder.bytes.count
    for text in draft.texts { folder.append(text, apart: true) }
    if let body = draft.body { PlainBody.append(body, to: &folder) }
    try writePositions(number, headlineEnd, namesEnd, database)
    try postings.add(number, tokens: Array(draft.tokens), words: folder, to: database)
  }

  private func writePositions(_ number: Int, _ headlineEnd: Int, _ namesEnd: Int, _ database: Database) throws {
    func text(_ range: Range<Int>) -> String { String(decoding: folder.bytes[range], as: UTF8.self) }
    let statement = try database.cachedStatement(
      sql: "INSERT INTO words(rowid, headline, names, body) VALUES (?, ?, ?, ?)")
    try statement.execute(arguments: [
      number, text(0..<headlineEnd), text(headlineEnd..<namesEnd), text(namesEnd..<folder.bytes.count),
    ])
  }

  /// Makes the number of a record void.
  mutating func remove(_ number: Int, _ kind: RecordKind, from database: Database) throws {
    counts[kind.number, default: 0] -= 1
    try database.cachedStatement(sql: "DELETE FROM record WHERE number = ?").execute(arguments: [number])
    if number > 0 { try markRemoved(number, in: database) }
  }

  private func markRemoved(_ number: Int, in database: Database) throws {
    try database.cachedStatement(sql: "INSERT OR REPLACE INTO removed VALUES (?, ?)")
      .execute(arguments: [number, generation])
  }

  /// Writes what is still gathered and lets readers see a new generation. The last thing within a transaction.
  mutating func finish(_ database: Database) throws {
    try postings.flush(to: database)
    try database.execute(sql: "UPDATE meta SET value = ? WHERE key = 'next_number'", arguments: [next])
    try database.execute(sql: "UPDATE meta SET value = ? WHERE key = 'generation'", arguments: [generation])
    for (kind, change) in counts {
      try database.execute(sql: "UPDATE meta SET value = value + ? WHERE key = ?", arguments: [change, "count\(kind)"])
    }
    counts = [:]
    generation += 1
  }
}

/// Where a record stands, with the catalogue's number of the file.
struct RecordPlace {
  var file: Int
  var location: RecordLocation
}
