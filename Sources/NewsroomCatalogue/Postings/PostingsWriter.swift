import Foundation
import GRDB

/// Writes gathered postings into the table of blocks.
enum PostingsWriter {
  /// Writes what was gathered for a chunk, together with what the chunk has already.
  static func write(_ postings: AnalyzedPostings, to database: Database) throws {
    var editor = ChunkEditor(database, chunk: postings.chunk)
    try postings.tokens.forEach { try editor.add($0, $1) }
    try editor.finish()
  }
}

/// Adds tokens, given in ascending order, to the blocks of a chunk. Only blocks to which a token belongs are read and written:
/// an article that changes touches a few hundred of them, a full chunk has thousands.
private struct ChunkEditor {
  private let database: Database
  private let chunk: Int
  /// What is left of the block being edited, which was taken out of the table.
  private var rest: [(token: [UInt8], numbers: [UInt8])] = []
  private var index = 0
  /// Where the next block begins; nil after the last one.
  private var end: [UInt8]?
  private var isOpen = false
  /// What the block became so far.
  private var gathered = PostingBlockBuilder()

  init(_ database: Database, chunk: Int) { (self.database, self.chunk) = (database, chunk) }

  mutating func add(_ token: UnsafeBufferPointer<UInt8>, _ numbers: UnsafeBufferPointer<UInt8>) throws {
    if isOpen, let end, !end.withUnsafeBufferPointer({ Term.precedes(token, $0) }) { try finish() }
    if !isOpen { try open(for: token) }
    while index < rest.count, rest[index].token.withUnsafeBufferPointer({ Term.precedes($0, token) }) {
      try moveEntry()
    }
    guard index < rest.count, rest[index].token.elementsEqual(token) else { return try append(token, numbers) }
    let joined = rest[index].numbers.withUnsafeBytes { PostingListCodec.joined($0, UnsafeRawBufferPointer(numbers)) }
    guard let joined else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "postings out of order") }
    index += 1
    try joined.withUnsafeBufferPointer { try append(token, $0) }
  }

  /// Writes the block being edited.
  mutating func finish() throws {
    while index < rest.count { try moveEntry() }
    try writeBlocks()
    (rest, index, end, isOpen) = ([], 0, nil, false)
  }

  /// Takes the block to which a token belongs out of the table.
  private mutating func open(for token: UnsafeBufferPointer<UInt8>) throws {
    let row = try Row.fetchOne(
      try database.cachedStatement(
        sql: "SELECT first, block FROM posting WHERE chunk = ? AND first <= ? ORDER BY first DESC LIMIT 1"),
      arguments: [chunk, Data(token)])
    var first = Data()
    if let row {
      first = row[0]
      try row.withUnsafeData(atIndex: 1) { data in
        (data ?? Data()).withUnsafeBytes { block in
          PostingBlock.forEach(in: block) { token, numbers in
            rest.append((Array(token), Array(numbers)))
            return true
          }
        }
      }
      try database.cachedStatement(sql: "DELETE FROM posting WHERE chunk = ? AND first = ?")
        .execute(arguments: [chunk, first])
    }
    end = try Data.fetchOne(
      try database.cachedStatement(
        sql: "SELECT first FROM posting WHERE chunk = ? AND first > ? ORDER BY first LIMIT 1"),
      arguments: [chunk, first]
    ).map { Array($0) }
    isOpen = true
  }

  private mutating func moveEntry() throws {
    let entry = rest[index]
    index += 1
    try entry.token.withUnsafeBufferPointer { token in
      try entry.numbers.withUnsafeBufferPointer { try append(token, $0) }
    }
  }

  private mutating func append(
    _ token: UnsafeBufferPointer<UInt8>, _ numbers: UnsafeBufferPointer<UInt8>
  ) throws {
    // After the last entry that was there, blocks are filled one after the other; before, the block is split at the end.
    if index == rest.count, gathered.size(with: token, numbers) > PostingBlock.size { try writeBlocks() }
    gathered.append(token, numbers)
  }

  /// Writes what was gathered; where it is too long for one block, in parts of about the same length.
  private mutating func writeBlocks() throws {
    try gathered.forEachBlock { block in
      try database.cachedStatement(sql: "INSERT INTO posting(chunk, first, block) VALUES (?, ?, ?)")
        .execute(arguments: [chunk, Data(block.first), Data(block.bytes)])
    }
    gathered.removeAll()
  }
}
