import Foundation
import GRDB

/// Reads postings: from tokens to sets of numbers.
struct Postings {
  let database: Database
  /// One more than the highest number there is.
  let limit: Int

  private var chunks: Range<Int> { 0..<((limit + Posting.chunkSize - 1) >> Posting.chunkBits) }

  /// The numbers that have the token.
  func set(of token: [UInt8]) throws -> NumberSet {
    var set = NumberSet(limit: limit)
    try add(token, to: &set)
    return set
  }

  /// Adds the numbers that have the token.
  func add(_ token: [UInt8], to set: inout NumberSet) throws {
    let key = Data(token)
    let statement = try database.cachedStatement(sql: "SELECT numbers FROM posting WHERE chunk = ? AND token = ?")
    for chunk in chunks {
      try scan(statement, [chunk, key]) { row in try Self.add(row, column: 0, chunk, to: &set) }
    }
  }

  /// Adds the numbers that have any token beginning with `key`.
  func addAll(from key: [UInt8], to set: inout NumberSet) throws {
    let (first, end) = (Data(key), Data(Token.end(key)))
    let statement = try database.cachedStatement(
      sql: "SELECT numbers FROM posting WHERE chunk = ? AND token >= ? AND token < ?")
    for chunk in chunks {
      try scan(statement, [chunk, first, end]) { row in try Self.add(row, column: 0, chunk, to: &set) }
    }
  }

  /// Adds the numbers that have any token from `first` up to, but not including, `end`.
  func addAll(from first: [UInt8], to end: [UInt8], to set: inout NumberSet) throws {
    let statement = try database.cachedStatement(
      sql: "SELECT numbers FROM posting WHERE chunk = ? AND token >= ? AND token < ?")
    for chunk in chunks {
      try scan(statement, [chunk, Data(first), Data(end)]) { row in try Self.add(row, column: 0, chunk, to: &set) }
    }
  }

  /// For every value of a category, how many numbers of `set` have it.
  func counts(of category: Token.Category, in set: NumberSet) throws -> [String: Int] {
    var counts: [String: Int] = [:]
    try forEach(of: category) { value, chunk, data in
      let count = set.words.withUnsafeBufferPointer { Posting.count(data, of: chunk, in: $0) }
      if count > 0 { counts[value, default: 0] += count }
    }
    return counts
  }

  /// Calls `body` with every value of a category, chunk by chunk.
  func forEach(of category: Token.Category, _ body: (String, Int, UnsafeRawBufferPointer) throws -> Void) throws {
    let key = Token.filters(category)
    let (first, end) = (Data(key), Data(Token.end(key)))
    let statement = try database.cachedStatement(
      sql: "SELECT token, numbers FROM posting WHERE chunk = ? AND token >= ? AND token < ?")
    for chunk in chunks {
      try scan(statement, [chunk, first, end]) { row in
        let value = try row.withUnsafeData(atIndex: 0) { String(decoding: ($0 ?? Data()).dropFirst(2), as: UTF8.self) }
        try row.withUnsafeData(atIndex: 1) { try ($0 ?? Data()).withUnsafeBytes { try body(value, chunk, $0) } }
      }
    }
  }

  private func scan(_ statement: Statement, _ arguments: StatementArguments, _ body: (Row) throws -> Void) throws {
    let rows = try Row.fetchCursor(statement, arguments: arguments)
    while let row = try rows.next() { try body(row) }
  }

  private static func add(_ row: Row, column: Int, _ chunk: Int, to set: inout NumberSet) throws {
    try row.withUnsafeData(atIndex: column) { data in
      guard let data else { return }
      data.withUnsafeBytes { bytes in
        set.withMutableWords { Posting.add(bytes, of: chunk, to: $0) }
      }
    }
  }
}
