/// Collects, for the records of one chunk, which of them have which token, until they are written.
///
/// Building spends most of its time here, so tokens are never strings: their bytes lie in one arena and are found through an
/// open-addressing hash table; a word knows its beginnings by index after they were looked up once.
struct TokenTable {
  private struct Entry {
    var hash: UInt64
    var start: Int32
    var length: Int32
    var last: Int32 = -1
    var beginnings: (Int32, Int32, Int32) = (-2, -2, -2)
  }

  private var arena: [UInt8] = []
  private var entries: [Entry] = []
  private var numbers: [[UInt16]] = []
  private var slots: [Int32] = Array(repeating: -1, count: 1 << 12)

  /// Whether nothing was collected.
  var isEmpty: Bool { entries.isEmpty }

  /// Forgets everything, keeps the room.
  mutating func removeAll() {
    arena.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    numbers.removeAll()
    for index in slots.indices { slots[index] = -1 }
  }

  /// Notes that `number` has the token. Numbers must come in ascending order.
  mutating func add(_ token: [UInt8], number: UInt16) {
    token.withUnsafeBufferPointer { note(index(of: $0), number) }
  }

  /// Notes that `number` has the word and its beginnings.
  mutating func add(word: UnsafeBufferPointer<UInt8>, number: UInt16) {
    let index = index(of: word)
    guard entries[index].last != Int32(number) else { return }
    note(index, number)
    if entries[index].beginnings.0 == -2 { entries[index].beginnings = beginnings(of: word) }
    let (first, second, third) = entries[index].beginnings
    note(Int(first), number)
    if second >= 0 { note(Int(second), number) }
    if third >= 0 { note(Int(third), number) }
  }

  /// Every token with its numbers, in the order of their bytes.
  func forEachSorted(_ body: (UnsafeBufferPointer<UInt8>, [UInt16]) throws -> Void) rethrows {
    try arena.withUnsafeBufferPointer { arena in
      let order = entries.indices.sorted { Self.precedes(entries[$0], entries[$1], arena) }
      for index in order { try body(Self.bytes(entries[index], arena), numbers[index]) }
    }
  }

  @inline(__always)
  private mutating func note(_ index: Int, _ number: UInt16) {
    guard entries[index].last != Int32(number) else { return }
    entries[index].last = Int32(number)
    numbers[index].append(number)
  }

  private mutating func beginnings(of word: UnsafeBufferPointer<UInt8>) -> (Int32, Int32, Int32) {
    var found: [Int32] = []
    for length in Token.beginningLengths(word) {
      found.append(Int32(Token.beginning(word.prefix(length)).withUnsafeBufferPointer { index(of: $0) }))
    }
    return (found[0], found.count > 1 ? found[1] : -1, found.count > 2 ? found[2] : -1)
  }

  private mutating func index(of token: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = Self.hash(token)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if entries[index].hash == hash, matches(entries[index], token) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    return insert(token, hash, slot)
  }

  private mutating func insert(_ token: UnsafeBufferPointer<UInt8>, _ hash: UInt64, _ slot: Int) -> Int {
    let index = entries.count
    entries.append(Entry(hash: hash, start: Int32(arena.count), length: Int32(token.count)))
    arena.append(contentsOf: token)
    numbers.append([])
    slots[slot] = Int32(index)
    if entries.count * 2 > slots.count { grow() }
    return index
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (index, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: entry.hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(index)
    }
  }

  private func matches(_ entry: Entry, _ token: UnsafeBufferPointer<UInt8>) -> Bool {
    guard Int(entry.length) == token.count else { return false }
    let start = Int(entry.start)
    for offset in 0..<token.count where arena[start + offset] != token[offset] { return false }
    return true
  }

  private static func bytes(_ entry: Entry, _ arena: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: arena[Int(entry.start)..<Int(entry.start) + Int(entry.length)])
  }

  private static func precedes(_ left: Entry, _ right: Entry, _ arena: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes(left, arena).lexicographicallyPrecedes(bytes(right, arena))
  }

  /// FNV-1a, with the high bits folded in because slots are taken from the low ones.
  private static func hash(_ token: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in token { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash ^ (hash >> 32)
  }
}
