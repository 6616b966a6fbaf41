import GRDB

/// The sort dates of records by their numbers, many to a row: matches are put in order by eight bytes a record, without
/// reading their rows or an index entry for each.
enum DateColumn {
  /// How many words of a ``RecordBitmap`` a row is for: as many as have their dates within a page of 16 kB.
  private static let rowWords = 31
  /// How many numbers a row has.
  static let rowSize = rowWords * 64
  private static let bytes = rowSize * MemoryLayout<Int64>.size

  /// Calls `body` with each number of a set and its sort date, lowest number first. A damaged row is passed over.
  static func forEach(
    in set: RecordBitmap, _ database: Database, _ body: (_ number: UInt32, _ key: Int64) -> Void
  ) throws {
    for row in 0..<(set.words.count + rowWords - 1) / rowWords {
      let words = set.words[row * rowWords..<min((row + 1) * rowWords, set.words.count)]
      guard words.contains(where: { $0 != 0 }) else { continue }
      var statement = try UnmanagedStatement(database, sql: "SELECT dates FROM sort_dates WHERE row = ?")
      statement.bind(row)
      try statement.forEachRow { result in
        let dates = result.bytes(0)
        guard dates.count == bytes else { return }
        for (index, word) in words.enumerated() {
          var rest = word
          while rest != 0 {
            let place = index << 6 + rest.trailingZeroBitCount
            rest &= rest - 1
            let key = dates.loadUnaligned(fromByteOffset: place << 3, as: Int64.self)
            body(UInt32(row * rowSize + place), Int64(littleEndian: key))
          }
        }
      }
    }
  }

  /// Writes them, a row once all its numbers came. Numbers may come again, or late, which takes longer.
  struct Writer {
    private var row: Int?
    private var dates: [Int64] = []
    private var isChanged = false

    /// Notes the date of a record.
    mutating func set(_ key: Int64, of number: Int, _ database: Database) throws {
      if number / rowSize != row {
        try finish(database)
        try open(number / rowSize, database)
      }
      dates[number % rowSize] = key.littleEndian
      isChanged = true
    }

    /// Writes what was noted since the last row was written. The last thing within a transaction.
    mutating func finish(_ database: Database) throws {
      guard isChanged, let row else { return }
      var statement = try UnmanagedStatement(database, sql: "INSERT OR REPLACE INTO sort_dates VALUES (?, ?)")
      statement.bind(row)
      try dates.withUnsafeBytes { bytes in
        statement.bind(lent: bytes)
        try statement.execute()
      }
      isChanged = false
    }

    private mutating func open(_ row: Int, _ database: Database) throws {
      dates = [Int64](repeating: DateSortKey.unknown.littleEndian, count: rowSize)
      self.row = row
      var statement = try UnmanagedStatement(database, sql: "SELECT dates FROM sort_dates WHERE row = ?")
      statement.bind(row)
      try statement.forEachRow { result in
        let bytes = result.bytes(0)
        if bytes.count == DateColumn.bytes { dates.withUnsafeMutableBytes { $0.copyMemory(from: bytes) } }
      }
    }
  }
}
