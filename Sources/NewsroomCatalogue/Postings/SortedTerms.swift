/// The tokens of one chunk in the order of their bytes, each with its numbers as ``PostingListCodec`` writes them.
///
/// The numbers of a word's beginnings are the union of those of all words that begin so. In this order such words follow one
/// another, so that one set for each length of a beginning is enough.
struct SortedTerms: Sendable {
  /// A token and its numbers, which follow it in the arena.
  private struct Entry: Sendable {
    var start: Int
    var numbers: Int
    var end: Int
  }
  /// A beginning whose words are still being added.
  private struct Beginning: Sendable {
    var token: [UInt8] = []
    var numbers = RecordBitmap(limit: PostingListCodec.chunkSize)
  }

  private var arena: [UInt8] = []
  /// What comes before beginnings, beginnings, and what comes after them.
  private var before: [Entry] = []
  private var beginnings: [Entry] = []
  private var after: [Entry] = []
  /// The beginnings of the last word, each of which begins with the one before.
  private var open: [Beginning] = []

  /// Adds the next token, with its numbers as gaps and the last of them.
  mutating func append(_ token: UnsafeBufferPointer<UInt8>, gaps: [UInt8], last: Int) {
    let entry = store(token, PostingListCodec.packed(gaps: gaps, last: last))
    guard Term.isWord(token) else {
      if Term.precedesBeginnings(token) { before.append(entry) } else { after.append(entry) }
      return
    }
    after.append(entry)
    openBeginnings(of: token)
    // Those of the longest are added to the shorter ones when it is closed.
    open[open.count - 1].numbers.withMutableWords { words in
      gaps.withUnsafeBytes { PostingListCodec.forEachGap(in: $0) { words[$0 >> 6] |= 1 << UInt64($0 & 63) } }
    }
  }

  /// Says that there are no more.
  mutating func finish() {
    while !open.isEmpty { closeLongest() }
    arena.withUnsafeBufferPointer { arena in
      beginnings.sort { Term.precedes(Self.token($0, arena), Self.token($1, arena)) }
    }
  }

  /// Calls `body` with every token and its numbers.
  func forEach(_ body: (UnsafeBufferPointer<UInt8>, _ numbers: UnsafeBufferPointer<UInt8>) throws -> Void) rethrows {
    try arena.withUnsafeBufferPointer { arena in
      for part in [before, beginnings, after] {
        for entry in part {
          try body(Self.token(entry, arena), UnsafeBufferPointer(rebasing: arena[entry.numbers..<entry.end]))
        }
      }
    }
  }

  private mutating func openBeginnings(of word: UnsafeBufferPointer<UInt8>) {
    if open.count == Term.longestBeginning, word.starts(with: open[open.count - 1].token) { return }
    let lengths = Term.beginningLengths(word)
    while let last = open.last, !word.starts(with: last.token) { closeLongest() }
    for length in lengths.dropFirst(open.count) { open.append(Beginning(token: Array(word.prefix(length)))) }
  }

  private mutating func closeLongest() {
    let closed = open.removeLast()
    if !open.isEmpty { open[open.count - 1].numbers.formUnion(closed.numbers) }
    let token = Term.beginning(closed.token)
    beginnings.append(token.withUnsafeBufferPointer { store($0, PostingListCodec.packed(closed.numbers)) })
  }

  private mutating func store(_ token: UnsafeBufferPointer<UInt8>, _ numbers: [UInt8]) -> Entry {
    let start = arena.count
    arena.append(contentsOf: token)
    arena.append(contentsOf: numbers)
    return Entry(start: start, numbers: start + token.count, end: arena.count)
  }

  private static func token(_ entry: Entry, _ arena: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: arena[entry.start..<entry.numbers])
  }
}
