import Foundation
import GRDB
import NewsroomModel

/// Gathers the tokens of records as they are numbered and writes them chunk by chunk.
struct PostingsWriter {
  private var table = TokenTable()
  private var chunk = 0

  /// Notes filter tokens and words of `number`. Numbers must come in ascending order.
  mutating func add(_ number: Int, tokens: Set<[UInt8]>, words: [TextFolder], to database: Database) throws {
    if number >> Posting.chunkBits != chunk {
      try flush(to: database)
      chunk = number >> Posting.chunkBits
    }
    let low = number & (Posting.chunkSize - 1)
    for token in tokens { table.add(token, number: low) }
    for folder in words { addWords(folder, low) }
  }

  private mutating func addWords(_ folder: TextFolder, _ number: Int) {
    folder.bytes.withUnsafeBufferPointer { bytes in
      var previous: Range<Int>?
      for word in folder.words {
        table.add(word: UnsafeBufferPointer(rebasing: bytes[word]), number: number)
        guard bytes[word.lowerBound] >= 0xC0 else {
          previous = nil
          continue
        }
        if let before = previous, before.upperBound + 1 == word.lowerBound,
          Self.isSingle(bytes, before), Self.isSingle(bytes, word)
        {
          table.add(Token.pair(bytes[before], bytes[word]), number: number)
        }
        previous = word
      }
    }
  }

  /// A word of one character outside ASCII, as Chinese text is cut into.
  private static func isSingle(_ bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Bool {
    let first = bytes[word.lowerBound]
    return word.count == (first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 0)
  }

  /// Writes what was gathered, together with what the chunk has already.
  mutating func flush(to database: Database) throws {
    guard !table.isEmpty else { return }
    var present = try BlockCursor(database, chunk: chunk)
    var writer = BlockWriter(database, chunk: chunk)
    try table.forEachSorted { token, gaps in
      try present.moveEntries(before: token, to: &writer)
      if let numbers = present.takeNumbers(of: token) {
        try writer.append(token, numbers.withUnsafeBytes { Posting.joined($0, gaps: gaps) })
      } else {
        try writer.append(token, Posting.packed(gaps: gaps))
      }
    }
    try present.moveRest(to: &writer)
    try writer.finish()
    table.removeAll()
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
