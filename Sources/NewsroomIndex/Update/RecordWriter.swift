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
  private let generation: Int

  init(_ database: Database) throws {
    next = try Int.fetchOne(database, sql: "SELECT value FROM meta WHERE key = 'next_number'") ?? 1
    generation = 1 + (try Int.fetchOne(database, sql: "SELECT value FROM meta WHERE key = 'generation'") ?? 0)
  }

  /// Writes a draft under a number of its own.
  mutating func write(_ draft: RecordDraft, at place: RecordPlace, to database: Database) throws {
    let number = next
    next += 1
    try writeRow(draft, place, number, database)
    try writeWords(draft, number, database)
  }

  private func writeRow(_ draft: RecordDraft, _ place: RecordPlace, _ number: Int, _ database: Database) throws {
    let location = place.location
    let statement = try database.cachedStatement(
      sql: "INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    try statement.execute(arguments: [
      number, draft.address.kind.number, draft.address.id, place.file, location.offset, location.length, location.line,
      SortDate.key(draft.date?.sortDate, id: draft.address.id), draft.date?.start?.description,
      draft.date?.end?.description, draft.isEventDate, draft.title, draft.detail, draft.count, draft.mark,
      Self.sortName(draft.sortName ?? draft.title),
    ])
  }

  /// The first letters are enough to sort by; lists of a million headlines should not double the file.
  static func sortName(_ name: String) -> String { String(TextFolder.key(of: String(name.prefix(60))).prefix(40)) }

  private mutating func writeWords(_ draft: RecordDraft, _ number: Int, _ database: Database) throws {
    folder.removeAll()
    for text in draft.headlines { folder.append(text) }
    let headlineEnd = folder.bytes.count
    for text in draft.names.uniqued() { folder.append(text) }
    let namesEnd = folder.bytes.count
    for text in draft.texts { folder.append(text) }
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
  func remove(_ number: Int, from database: Database) throws {
    try database.cachedStatement(sql: "DELETE FROM record WHERE number = ?").execute(arguments: [number])
    try database.cachedStatement(sql: "INSERT OR REPLACE INTO removed VALUES (?, ?)")
      .execute(arguments: [number, generation])
  }

  /// Writes what is still gathered and lets readers see a new generation. The last thing within a transaction.
  mutating func finish(_ database: Database) throws {
    try postings.flush(to: database)
    try database.execute(sql: "UPDATE meta SET value = ? WHERE key = 'next_number'", arguments: [next])
    try database.execute(sql: "UPDATE meta SET value = ? WHERE key = 'generation'", arguments: [generation])
  }
}

/// Where a record stands, with the catalogue's number of the file.
struct RecordPlace {
  var file: Int
  var location: RecordLocation
}
