import Foundation
import GRDB
import NewsroomModel

/// Gathers the tokens of records as they are numbered and writes them chunk by chunk.
struct PostingsWriter {
  private var table = TokenTable()
  private var chunk = 0

  /// Notes filter tokens and words of `number`. Numbers must come in ascending order.
  mutating func add(_ number: Int, tokens: [[UInt8]], words: TextFolder, to database: Database) throws {
    if number >> Posting.chunkBits != chunk {
      try flush(to: database)
      chunk = number >> Posting.chunkBits
    }
    let low = UInt16(number & (Posting.chunkSize - 1))
    for token in tokens { table.add(token, number: low) }
    addWords(words, low)
  }

  private mutating func addWords(_ folder: TextFolder, _ number: UInt16) {
    folder.bytes.withUnsafeBufferPointer { bytes in
      var previous: Range<Int>?
      for word in folder.words {
        table.add(word: UnsafeBufferPointer(rebasing: bytes[word]), number: number)
        if let before = previous, before.upperBound + 1 == word.lowerBound,
          Self.isSingle(bytes[before]), Self.isSingle(bytes[word])
        {
          table.add(Token.pair(bytes[before], bytes[word]), number: number)
        }
        previous = word
      }
    }
  }

  /// A word of one character outside ASCII, as Chinese text is cut into.
  private static func isSingle(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard word.count >= 2, let first = word.first else { return false }
    return word.count == (first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2) && first >= 0xC0
  }

  /// Writes what was gathered. What the chunk has already is kept.
  mutating func flush(to database: Database) throws {
    guard !table.isEmpty else { return }
    let isNew =
      try Int.fetchOne(database, sql: "SELECT 1 FROM posting WHERE chunk = ? LIMIT 1", arguments: [chunk]) == nil
    let select = try database.cachedStatement(sql: "SELECT numbers FROM posting WHERE chunk = ? AND token = ?")
    let insert = try database.cachedStatement(sql: "INSERT OR REPLACE INTO posting VALUES (?, ?, ?)")
    try table.forEachSorted { token, numbers in
      let key = Data(token)
      let present = isNew ? nil : try Data.fetchOne(select, arguments: [chunk, key])
      let before = present.map { $0.withUnsafeBytes(Posting.decode) } ?? []
      try insert.execute(arguments: [chunk, key, Data(Posting.encode(before + numbers))])
    }
    table.removeAll()
  }
}
