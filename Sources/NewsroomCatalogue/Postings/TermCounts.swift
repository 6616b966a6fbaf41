/// Adds up numbers by token.
///
/// In every chunk tokens come in the order of their bytes, and they mostly are those of the chunks before; so they are found by
/// going along instead of by looking up hundreds of thousands of them.
struct TermCounts {
  private typealias Entry = (token: [UInt8], count: Int)
  private var entries: [Entry] = []
  /// Tokens of the present chunk that none before it had.
  private var new: [Entry] = []
  private var chunk = 0
  private var place = 0

  /// Adds to a token's number. Chunks come one after the other.
  mutating func add(_ token: UnsafeRawBufferPointer, _ count: Int, _ chunk: Int) {
    if chunk != self.chunk {
      merge()
      self.chunk = chunk
    }
    while place < entries.count, Self.compare(entries[place].token, token) < 0 { place += 1 }
    if place < entries.count, Self.compare(entries[place].token, token) == 0 {
      entries[place].count += count
    } else {
      new.append((Array(token), count))
    }
  }

  /// The numbers by what tokens are called.
  mutating func byToken(_ name: ([UInt8]) -> String) -> [String: Int] {
    merge()
    return Dictionary(entries.map { (name($0.token), $0.count) }, uniquingKeysWith: +)
  }

  private mutating func merge() {
    place = 0
    guard !new.isEmpty else { return }
    entries += new
    new = []
    entries.sort { left, right in right.token.withUnsafeBytes { Self.compare(left.token, $0) } < 0 }
  }

  private static func compare(_ left: [UInt8], _ right: UnsafeRawBufferPointer) -> Int {
    left.withUnsafeBytes { Term.compare($0, right) }
  }
}
