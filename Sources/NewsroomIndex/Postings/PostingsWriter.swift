import Foundation
import GRDB

/// Writes gathered postings into the table of blocks.
enum PostingsWriter {
  /// Writes what was gathered for a chunk, together with what the chunk has already.
  static func write(_ postings: PreparedPostings, to database: Database) throws {
    var present = try BlockCursor(database, chunk: postings.chunk)
    var writer = BlockWriter(database, chunk: postings.chunk)
    try postings.tokens.forEach { token, gaps in
      try present.moveEntries(before: token, to: &writer)
      if let numbers = present.takeNumbers(of: token) {
        guard let joined = numbers.withUnsafeBytes({ Posting.joined($0, gaps: gaps) }) else {
          throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "postings out of order")
        }
        try writer.append(token, joined)
      } else {
        try writer.append(token, Posting.packed(gaps: gaps))
      }
    }
    try present.moveRest(to: &writer)
    try writer.finish()
  }
}

/// What a chunk has already, token by token; it is taken out of the table to be written anew.
private struct BlockCursor {
  private var entries: [(token: [UInt8], numbers: [UInt8])] = []
  private var index = 0

  init(_ database: Database, chunk: Int) throws {
    let rows = try Row.fetchCursor(
      database, sql: "SELECT block FROM posting WHERE chunk = ? ORDER BY first", arguments: [chunk])
    while let row = try rows.next() {
      try row.withUnsafeData(atIndex: 0) { data in
        (data ?? Data()).withUnsafeBytes { block in
          PostingBlock.forEach(in: block) { token, numbers in
            entries.append((Array(token), Array(numbers)))
            return true
          }
        }
      }
    }
    if !entries.isEmpty { try database.execute(sql: "DELETE FROM posting WHERE chunk = ?", arguments: [chunk]) }
  }

  mutating func moveEntries(before token: UnsafeBufferPointer<UInt8>, to writer: inout BlockWriter) throws {
    while index < entries.count, entries[index].token.withUnsafeBufferPointer({ Token.precedes($0, token) }) {
      try writer.append(entries[index].token, entries[index].numbers)
      index += 1
    }
  }

  mutating func takeNumbers(of token: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard index < entries.count, entries[index].token.elementsEqual(token) else { return nil }
    index += 1
    return entries[index - 1].numbers
  }

  mutating func moveRest(to writer: inout BlockWriter) throws {
    for entry in entries[index...] { try writer.append(entry.token, entry.numbers) }
  }
}

/// Fills blocks and stores them.
private struct BlockWriter {
  private let database: Database
  private let chunk: Int
  private var first: [UInt8] = []
  private var block: [UInt8] = []

  init(_ database: Database, chunk: Int) { (self.database, self.chunk) = (database, chunk) }

  mutating func append(_ token: some Collection<UInt8>, _ numbers: [UInt8]) throws {
    if block.count + token.count + numbers.count > PostingBlock.size { try finish() }
    if block.isEmpty { first = Array(token) }
    PostingBlock.append(token, numbers, to: &block)
  }

  mutating func finish() throws {
    guard !block.isEmpty else { return }
    try database.cachedStatement(sql: "INSERT INTO posting VALUES (?, ?, ?)")
      .execute(arguments: [chunk, Data(first), Data(block)])
    block.removeAll(keepingCapacity: true)
  }
}
