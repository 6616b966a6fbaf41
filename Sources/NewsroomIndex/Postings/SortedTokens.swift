/// The tokens of one chunk in the order of their bytes, each with its numbers as gaps.
///
/// The numbers of a word's beginnings are the union of those of all words that begin so. In this order such words follow one
/// another, so that one set for each length of a beginning is enough.
struct SortedTokens: Sendable {
  private struct Entry: Sendable {
    var start: Int
    var length: Int
    var gaps: [UInt8]
  }
  /// A beginning whose words are still being added.
  private struct Beginning: Sendable {
    var token: [UInt8] = []
    var numbers = NumberSet(limit: Posting.chunkSize)
  }

  private var arena: [UInt8] = []
  /// What comes before beginnings, beginnings, and what comes after them.
  private var before: [Entry] = []
  private var beginnings: [Entry] = []
  private var after: [Entry] = []
  private var open = Array(repeating: Beginning(), count: Token.longestBeginning)

  /// Adds the next token.
  mutating func append(_ token: UnsafeBufferPointer<UInt8>, _ gaps: [UInt8]) {
    let entry = store(token, gaps)
    guard Token.isWord(token) else {
      if Token.precedesBeginnings(token) { before.append(entry) } else { after.append(entry) }
      return
    }
    after.append(entry)
    var numbers: [Int] = []
    gaps.withUnsafeBytes { Posting.forEachGap(in: $0) { numbers.append($0) } }
    for (level, length) in Token.beginningLengths(token).enumerated() {
      let beginning = token.prefix(length)
      if !open[level].token.elementsEqual(beginning) {
        close(level)
        open[level].token = Array(beginning)
      }
      open[level].numbers.insert(numbers)
    }
  }

  /// Says that there are no more.
  mutating func finish() {
    for level in open.indices { close(level) }
    arena.withUnsafeBufferPointer { arena in
      beginnings.sort { Token.precedes(Self.bytes($0, arena), Self.bytes($1, arena)) }
    }
  }

  /// Calls `body` with every token and its numbers.
  func forEach(_ body: (UnsafeBufferPointer<UInt8>, [UInt8]) throws -> Void) rethrows {
    try arena.withUnsafeBufferPointer { arena in
      for part in [before, beginnings, after] {
        for entry in part { try body(Self.bytes(entry, arena), entry.gaps) }
      }
    }
  }

  private mutating func close(_ level: Int) {
    guard !open[level].token.isEmpty else { return }
    let gaps = Posting.encodedGaps(open[level].numbers.numbers)
    Token.beginning(open[level].token).withUnsafeBufferPointer { beginnings.append(store($0, gaps)) }
    open[level] = Beginning()
  }

  private mutating func store(_ token: UnsafeBufferPointer<UInt8>, _ gaps: [UInt8]) -> Entry {
    let entry = Entry(start: arena.count, length: token.count, gaps: gaps)
    arena.append(contentsOf: token)
    return entry
  }

  private static func bytes(_ entry: Entry, _ arena: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: arena[entry.start..<entry.start + entry.length])
  }
}
