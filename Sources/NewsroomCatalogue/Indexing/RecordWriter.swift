import Collation
import GRDB
import NewsroomModel

/// Numbers records and writes what the catalogue keeps of them: the row, the postings, the words.
///
/// What is written under a number is never changed. A record that changes gets a new number, and the old one is void; so
/// postings only ever grow at their end, and a reader needs to look at new numbers alone.
struct RecordWriter {
  private let names: NameCollation
  private var preparation: DocumentAnalyzer
  private var generation: Int
  /// Entities wait under numbers below zero until they are settled.
  private var provisional: Int
  /// How many records of each kind that are not hidden came or went since the last commit.
  private var counts: [Int: Int] = [:]
  private var sortDates = DateColumn.Writer()

  init(_ database: Database, names: NameCollation) throws {
    self.names = names
    let next = try Int.fetchOne(database, sql: "SELECT value FROM meta WHERE key = 'next_number'") ?? 1
    preparation = DocumentAnalyzer(next: next, names: names)
    generation = 1 + (try Int.fetchOne(database, sql: "SELECT value FROM meta WHERE key = 'generation'") ?? 0)
    provisional = try min(0, Int.fetchOne(database, sql: "SELECT min(number) FROM record") ?? 0) - 1
  }

  /// The number the next record gets. Set by who prepared records elsewhere.
  var next: Int {
    get { preparation.next }
    set { preparation.next = newValue }
  }

  /// Writes a draft under a number of its own.
  /// - Returns: false where there is such a record already, which is kept.
  mutating func write(_ draft: IndexDocument, at place: RecordPlace, to database: Database) throws -> Bool {
    try write(prepare(draft, place.location, database), file: place.file, to: database)
  }

  /// Writes a record that was prepared. Its tokens come separately.
  /// - Returns: false where there is such a record already, which is kept; the number is void then.
  mutating func write(_ record: AnalyzedDocument, file: Int, to database: Database) throws -> Bool {
    guard try writeRow(record, number: record.number, file: file, database) else {
      try markRemoved(record.number, in: database)
      return false
    }
    try writePositions(record, database)
    return true
  }

  /// Writes a record whose number was made void because there was another copy of it, which is gone now.
  mutating func writeAgain(_ record: AnalyzedDocument, file: Int, to database: Database) throws {
    try database.cachedStatement(sql: "DELETE FROM removed WHERE number = ?").execute(arguments: [record.number])
    _ = try write(record, file: file, to: database)
  }

  /// Notes an entity without its words and filters, which ``rewrite(_:from:in:)`` adds once all ties are known.
  /// - Returns: false where there is such a record already, which is kept.
  mutating func register(_ draft: IndexDocument, at place: RecordPlace, to database: Database) throws -> Bool {
    var unnumbered = DocumentAnalyzer(next: 0, names: names)
    let record = unnumbered.prepare(draft, at: place.location)
    provisional -= 1
    return try writeRow(record, number: provisional, file: place.file, database)
  }

  /// Gives an entity a new number with a new draft; the old number is void.
  mutating func rewrite(_ draft: IndexDocument, from old: Int, in database: Database) throws {
    try rewrite(prepare(draft, .none, database), from: old, in: database)
  }

  /// The same for a record that was prepared. Its tokens come separately.
  mutating func rewrite(_ record: AnalyzedDocument, from old: Int, in database: Database) throws {
    let statement = try database.cachedStatement(
      sql: "UPDATE record SET number = ?, sort_date = ?, title = ?, detail = ?, count = ? WHERE number = ?")
    try statement.execute(
      arguments: [record.number, record.sortDate, record.title, record.detail, record.count, old])
    try sortDates.set(record.sortDate, of: record.number, database)
    try removeProblems(of: old, in: database)
    if old > 0 { try markRemoved(old, in: database) }
    try writePositions(record, database)
  }

  private mutating func prepare(
    _ draft: IndexDocument, _ location: RecordLocation, _ database: Database
  ) throws -> AnalyzedDocument {
    if preparation.isAtChunkEnd { try flush(database) }
    return preparation.prepare(draft, at: location)
  }

  private mutating func flush(_ database: Database) throws {
    if let postings = preparation.takePostings() { try PostingsWriter.write(postings, to: database) }
  }

  private mutating func writeRow(
    _ record: AnalyzedDocument, number: Int, file: Int, _ database: Database
  ) throws -> Bool {
    let location = record.location
    var statement = try UnmanagedStatement(
      database, sql: "INSERT OR IGNORE INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    statement.bind(number)
    statement.bind(record.address.kind.number)
    statement.bind(record.address.id)
    for value in [file, location.offset, location.length, location.line] { statement.bind(value) }
    statement.bind(Int(record.sortDate))
    statement.bind(record.date?.start?.description)
    statement.bind(record.date?.end?.description)
    statement.bind(record.usesEventDate ? 1 : 0)
    statement.bind(record.title)
    statement.bind(record.detail)
    statement.bind(record.count)
    statement.bind(record.mark)
    statement.bind(record.sortName)
    statement.bind(record.isHidden ? 1 : 0)
    try statement.execute()
    guard database.changesCount > 0 else { return false }
    if number > 0 { try sortDates.set(record.sortDate, of: number, database) }
    if !record.isHidden { counts[record.address.kind.number, default: 0] += 1 }
    return true
  }

  private func writePositions(_ record: AnalyzedDocument, _ database: Database) throws {
    var statement = try UnmanagedStatement(
      database, sql: "INSERT INTO words(rowid, headline, names, body) VALUES (?, ?, ?, ?)")
    statement.bind(record.number)
    let words = record.words
    try words.bytes.withUnsafeBufferPointer { bytes in
      statement.bind(lent: bytes[..<words.headlineEnd])
      statement.bind(lent: bytes[words.headlineEnd..<words.namesEnd])
      statement.bind(lent: bytes[words.namesEnd...])
      try statement.execute()
    }
  }

  /// Makes the number of a record void.
  mutating func remove(_ number: Int, _ kind: RecordKind, from database: Database) throws {
    try database.cachedStatement(sql: "DELETE FROM record WHERE number = ? AND NOT is_hidden")
      .execute(arguments: [number])
    if database.changesCount > 0 {
      counts[kind.number, default: 0] -= 1
    } else {
      try database.cachedStatement(sql: "DELETE FROM record WHERE number = ?").execute(arguments: [number])
    }
    try removeProblems(of: number, in: database)
    if number > 0 { try markRemoved(number, in: database) }
  }

  /// Forgets what is wrong between a record and others.
  func removeProblems(of number: Int, in database: Database) throws {
    try database.cachedStatement(sql: "DELETE FROM problem WHERE record = ?").execute(arguments: [number])
  }

  private func markRemoved(_ number: Int, in database: Database) throws {
    try database.cachedStatement(sql: "INSERT OR REPLACE INTO removed VALUES (?, ?)")
      .execute(arguments: [number, generation])
  }

  /// Writes what is still gathered and lets readers see a new generation. The last thing within a transaction.
  mutating func finish(_ database: Database) throws {
    try flush(database)
    try sortDates.finish(database)
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
struct RecordPlace: Sendable {
  var file: Int
  var location: RecordLocation
}

extension RecordLocation {
  /// For what is read from the catalogue alone.
  static let none = RecordLocation(path: "", offset: 0, length: 0, line: 0)
}
