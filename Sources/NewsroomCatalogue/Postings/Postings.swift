import GRDB

/// Reads postings: from tokens to sets of numbers.
struct Postings {
  let database: Database
  /// One more than the highest number there is.
  let limit: Int

  private var chunks: Range<Int> { 0..<((limit + PostingListCodec.chunkSize - 1) >> PostingListCodec.chunkBits) }

  /// The numbers that have the token.
  func set(of token: [UInt8]) throws -> RecordBitmap {
    var set = RecordBitmap(limit: limit)
    try add(token, to: &set)
    return set
  }

  /// Adds the numbers that have the token.
  func add(_ token: [UInt8], to set: inout RecordBitmap) throws { try addAll(from: token, to: token + [0], to: &set) }

  /// Adds the numbers that have any of several values of a category.
  func add(values: Set<String>, of category: Term.Category, to set: inout RecordBitmap) throws {
    // One by one they are found by the blocks' first tokens; many are found faster by reading all blocks once.
    guard values.count > 20 else {
      for value in values { try add(Term.filter(category, value), to: &set) }
      return
    }
    let values = Set(values.map(Term.value))
    try set.withMutableWords { words in
      try forEach(of: category) { value, chunk, numbers in
        if values.contains(value) { PostingListCodec.add(numbers, of: chunk, to: words) }
      }
    }
  }

  /// Adds the numbers that have any token beginning with `key`.
  func addAll(from key: [UInt8], to set: inout RecordBitmap) throws {
    try addAll(from: key, to: Term.end(key), to: &set)
  }

  /// Adds the numbers that have any token from `first` up to, but not including, `end`.
  func addAll(from first: [UInt8], to end: [UInt8], to set: inout RecordBitmap) throws {
    try set.withMutableWords { words in
      try forEach(from: first, to: end) { _, chunk, numbers in PostingListCodec.add(numbers, of: chunk, to: words) }
    }
  }

  /// For every value of a category, how many numbers of `set` have it.
  func counts(of category: Term.Category, in set: RecordBitmap) throws -> [String: Int] {
    let key = Term.filters(category)
    var counts = TermCounts()
    try set.words.withUnsafeBufferPointer { words in
      let hasMatches = { (chunk: Int) in
        let start = chunk * PostingListCodec.chunkSize / 64
        return words[start..<min(start + PostingListCodec.chunkSize / 64, words.count)].contains { $0 != 0 }
      }
      try forEach(from: key, to: Term.end(key), in: chunks.filter(hasMatches)) { token, chunk, numbers in
        let count = PostingListCodec.count(numbers, of: chunk, in: words)
        if count > 0 { counts.add(token, count, chunk) }
      }
    }
    return counts.byToken { String(decoding: $0.dropFirst(key.count), as: UTF8.self) }
  }

  /// Calls `body` with every value of a category, chunk by chunk.
  func forEach(of category: Term.Category, _ body: (String, Int, UnsafeRawBufferPointer) throws -> Void) throws {
    let key = Term.filters(category)
    try forEach(from: key, to: Term.end(key)) { token, chunk, numbers in
      try body(String(decoding: token.dropFirst(key.count), as: UTF8.self), chunk, numbers)
    }
  }

  /// Calls `body` with every token from `first` up to `end` in every chunk, or in some of them.
  private func forEach(
    from first: [UInt8], to end: [UInt8], in some: [Int]? = nil,
    _ body: (_ token: UnsafeRawBufferPointer, _ chunk: Int, _ numbers: UnsafeRawBufferPointer) throws -> Void
  ) throws {
    // The block that may hold the first token begins at or before it; those after begin before the end.
    let sql = """
      SELECT block FROM posting WHERE chunk = ?1 AND first < ?3 AND first >= coalesce(
        (SELECT first FROM posting WHERE chunk = ?1 AND first <= ?2 ORDER BY first DESC LIMIT 1), x'')
      """
    try first.withUnsafeBytes { first in
      try end.withUnsafeBytes { end in
        for chunk in some ?? Array(chunks) {
          var statement = try UnmanagedStatement(database, sql: sql)
          statement.bind(chunk)
          statement.bind(lent: first)
          statement.bind(lent: end)
          try statement.forEachRow { try Self.scan($0.bytes(0), first, end) { try body($0, chunk, $1) } }
        }
      }
    }
  }

  private static func scan(
    _ block: UnsafeRawBufferPointer, _ first: UnsafeRawBufferPointer, _ end: UnsafeRawBufferPointer,
    _ body: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) throws -> Void
  ) throws {
    try PostingBlock.forEach(in: block) { token, numbers in
      guard Term.compare(token, first) >= 0 else { return true }
      guard Term.compare(token, end) < 0 else { return false }
      try body(token, numbers)
      return true
    }
  }
}
