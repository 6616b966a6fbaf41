/// A set of record numbers, one bit each: a million records take 125 kB, and AND, OR and counting are a few microseconds.
struct RecordBitmap: Equatable, Sendable {
  /// The bits, lowest number first.
  private(set) var words: [UInt64]

  /// An empty set for numbers below `limit`.
  init(limit: Int) { words = Array(repeating: 0, count: (limit + 63) / 64) }

  /// Whether the set has `number`.
  func contains(_ number: Int) -> Bool {
    let word = number >> 6
    return word < words.count && words[word] & (1 << UInt64(number & 63)) != 0
  }

  /// Adds `number`, which must be below the limit.
  mutating func insert(_ number: Int) { words[number >> 6] |= 1 << UInt64(number & 63) }

  /// How many numbers the set has.
  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// Whether it has none.
  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// Adds numbers, all below the limit.
  mutating func insert(_ numbers: [Int]) {
    words.withUnsafeMutableBufferPointer { words in
      for number in numbers { words[number >> 6] |= 1 << UInt64(number & 63) }
    }
  }

  /// Keeps what both have.
  mutating func formIntersection(_ other: RecordBitmap) { combine(other) { $0 & $1 } }

  /// Adds what the other has.
  mutating func formUnion(_ other: RecordBitmap) { combine(other) { $0 | $1 } }

  /// Drops what the other has.
  mutating func subtract(_ other: RecordBitmap) { combine(other) { $0 & ~$1 } }

  /// How many numbers both have.
  func countOfIntersection(_ other: RecordBitmap) -> Int {
    zip(words, other.words).reduce(0) { $0 + ($1.0 & $1.1).nonzeroBitCount }
  }

  /// The numbers, lowest first.
  var numbers: [Int] {
    var numbers: [Int] = []
    numbers.reserveCapacity(count)
    for (index, word) in words.enumerated() where word != 0 {
      var rest = word
      while rest != 0 {
        numbers.append(index << 6 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return numbers
  }

  private mutating func combine(_ other: RecordBitmap, _ operation: (UInt64, UInt64) -> UInt64) {
    let shared = Swift.min(words.count, other.words.count)
    for index in 0..<shared { words[index] = operation(words[index], other.words[index]) }
    for index in shared..<words.count { words[index] = operation(words[index], 0) }
  }

  /// Calls `body` with the bits, for the postings that write many at once.
  mutating func withMutableWords<Value>(_ body: (UnsafeMutableBufferPointer<UInt64>) throws -> Value) rethrows -> Value
  {
    try words.withUnsafeMutableBufferPointer { try body($0) }
  }
}
