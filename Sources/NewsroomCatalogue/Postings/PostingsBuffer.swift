import Foundation
import NewsroomModel

/// Collects, for the records of one chunk, which of them have which token, until they are written.
///
/// Building spends most of its time here. Tokens are never strings: their bytes lie in one arena and are found through an
/// open-addressing hash table. Numbers are written as gaps right away, into slices of one growing pool that double in size
/// as a token turns out to be frequent (as Lucene does it), so that a rare token takes eight bytes and nothing is copied.
/// The beginnings of words are worked out from the words when the table is sorted: looking up three more tokens for every
/// word took longer than the word itself, most of it waiting for memory.
struct PostingsBuffer: Sendable {
  private struct Entry: Sendable {
    /// See ``head(_:)``.
    var head: UInt64
    var start: UInt32
    var length: UInt16
    /// Size of the present slice as a power of two.
    var level: UInt8 = 3
    var last: Int32 = -1
    var bytes: Int32 = 0
    var firstSlice: UInt32
    var position: UInt32
    var sliceEnd: UInt32
  }

  /// A token that will be looked up.
  private struct Sought: Sendable {
    var head: UInt64
    var hash: UInt32
    /// The first place to look, and one: see ``slots``.
    var index: UInt32 = 0
  }

  private var arena: [UInt8] = []
  private var pool: [UInt8] = []
  private var entries: [Entry] = []
  /// Where an entry is found: its hash in the upper half, its index and one in the lower, so that an entry is only looked at
  /// when it is most likely the right one. 0 where there is none.
  private var slots: [UInt64] = Array(repeating: 0, count: 1 << 14)
  /// The tokens of the text that is being added.
  private var ahead: [Sought] = []
  private var touched: UInt64 = 0
  /// A slice ends with the place of the next one.
  private static let linkBytes = 4
  private static let largestLevel: UInt8 = 12

  /// Whether nothing was collected.
  var isEmpty: Bool { entries.isEmpty }

  /// Notes that `number` has the token. Numbers must come in ascending order.
  mutating func add(_ token: [UInt8], number: Int) {
    token.withUnsafeBufferPointer { note(index(of: $0), Int32(number)) }
  }

  /// Notes that `number` has the words of a text and the pairs of words of a single character.
  mutating func add(words folder: TextNormalizer, number: Int) {
    folder.bytes.withUnsafeBufferPointer { add(folder.words, of: $0, Int32(number)) }
    let pairs = WordPairs(folder)
    pairs.bytes.withUnsafeBufferPointer { add(pairs.places, of: $0, Int32(number)) }
  }

  private mutating func add(_ places: [Range<Int>], of bytes: UnsafeBufferPointer<UInt8>, _ number: Int32) {
    lookAhead(places, bytes)
    for (place, sought) in zip(places, ahead) {
      note(index(of: UnsafeBufferPointer(rebasing: bytes[place]), sought.head, sought.hash), number)
    }
  }

  /// The indices of tokens and of words with their pairs, for ``add(indices:number:)``. They hold until the
  /// table is emptied.
  mutating func indices(of tokens: [[UInt8]], _ folder: TextNormalizer) -> [Int32] {
    var indices = tokens.map { $0.withUnsafeBufferPointer { Int32(index(of: $0)) } }
    folder.bytes.withUnsafeBufferPointer { bytes in
      for word in folder.words { indices.append(Int32(index(of: UnsafeBufferPointer(rebasing: bytes[word])))) }
    }
    let pairs = WordPairs(folder)
    pairs.bytes.withUnsafeBufferPointer { bytes in
      for pair in pairs.places { indices.append(Int32(index(of: UnsafeBufferPointer(rebasing: bytes[pair])))) }
    }
    return indices
  }

  /// Notes that `number` has the tokens.
  mutating func add(indices: [Int32], number: Int) {
    let number = Int32(number)
    for index in indices { note(Int(index), number) }
  }

  /// The tokens in the order of their bytes, with the beginnings of the words among them.
  func sorted() -> SortedTerms {
    arena.withUnsafeBufferPointer { arena in
      // Most are told apart by how they begin, as a number.
      var order = entries.map { (beginning: Self.beginning(Self.bytes($0, arena)), entry: $0) }
      order.sort { left, right in
        left.beginning == right.beginning
          ? Self.precedes(left.entry, right.entry, arena) : left.beginning < right.beginning
      }
      var sorted = SortedTerms()
      var gaps: [UInt8] = []
      for (_, entry) in order {
        takeGaps(of: entry, into: &gaps)
        sorted.append(Self.bytes(entry, arena), gaps: gaps, last: Int(entry.last))
      }
      sorted.finish()
      return sorted
    }
  }

  /// The first eight bytes of a token as a number that sorts as they do.
  private static func beginning(_ token: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let bytes = UnsafeRawBufferPointer(token)
    guard bytes.count < 8 else { return UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)) }
    return bytes.reduce(0) { $0 << 8 | UInt64($1) } << UInt64((8 - bytes.count) * 8)
  }

  @inline(__always)
  private mutating func note(_ index: Int, _ number: Int32) {
    if entries[index].last != number { Self.note(number, in: &entries[index], &pool) }
  }

  @inline(__always)
  private static func note(_ number: Int32, in entry: inout Entry, _ pool: inout [UInt8]) {
    var gap = UInt32(number - entry.last - 1)
    entry.last = number
    while gap >= 0x80 {
      write(UInt8(gap & 0x7F) | 0x80, in: &entry, &pool)
      gap >>= 7
    }
    write(UInt8(gap), in: &entry, &pool)
  }

  @inline(__always)
  private static func write(_ byte: UInt8, in entry: inout Entry, _ pool: inout [UInt8]) {
    if entry.position == entry.sliceEnd { addSlice(to: &entry, &pool) }
    pool[Int(entry.position)] = byte
    entry.position += 1
    entry.bytes += 1
  }

  private static func addSlice(to entry: inout Entry, _ pool: inout [UInt8]) {
    let level = min(entry.level + 1, largestLevel)
    let next = UInt32(pool.count)
    pool.append(contentsOf: repeatElement(0, count: 1 << Int(level)))
    let link = Int(entry.sliceEnd)
    for byte in 0..<linkBytes { pool[link + byte] = UInt8(truncatingIfNeeded: next >> UInt32(byte * 8)) }
    entry.level = level
    entry.position = next
    entry.sliceEnd = next + UInt32(1 << Int(level)) - UInt32(linkBytes)
  }

  private func takeGaps(of entry: Entry, into gaps: inout [UInt8]) {
    gaps.removeAll(keepingCapacity: true)
    var (start, level) = (Int(entry.firstSlice), UInt8(3))
    while gaps.count < Int(entry.bytes) {
      let room = 1 << Int(level) - Self.linkBytes
      let count = min(room, Int(entry.bytes) - gaps.count)
      gaps.append(contentsOf: pool[start..<start + count])
      guard gaps.count < Int(entry.bytes) else { break }
      var next = 0
      for byte in 0..<Self.linkBytes { next |= Int(pool[start + room + byte]) << (byte * 8) }
      (start, level) = (next, min(level + 1, Self.largestLevel))
    }
  }

  /// Works out heads and hashes of the tokens of a text, and touches the slots and entries where they will be looked up: so the
  /// processor waits for many of them at once instead of for one after the other.
  private mutating func lookAhead(_ places: [Range<Int>], _ bytes: UnsafeBufferPointer<UInt8>) {
    ahead.removeAll(keepingCapacity: true)
    for place in places {
      let token = UnsafeBufferPointer(rebasing: bytes[place])
      let head = Self.head(token)
      ahead.append(Sought(head: head, hash: Self.hash(token, head)))
    }
    var touched: UInt64 = 0
    slots.withUnsafeBufferPointer { slots in
      entries.withUnsafeBufferPointer { entries in
        ahead.withUnsafeMutableBufferPointer { ahead in
          for place in ahead.indices {
            ahead[place].index = UInt32(truncatingIfNeeded: slots[Int(ahead[place].hash) & (slots.count - 1)])
          }
          for place in ahead.indices where ahead[place].index != 0 {
            touched ^= entries[Int(ahead[place].index) - 1].head
          }
        }
      }
    }
    self.touched = touched
  }

  private mutating func index(of token: UnsafeBufferPointer<UInt8>) -> Int {
    let head = Self.head(token)
    return index(of: token, head, Self.hash(token, head))
  }

  @inline(__always)
  private mutating func index(of token: UnsafeBufferPointer<UInt8>, _ head: UInt64, _ hash: UInt32) -> Int {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let index = Int(slots[slot] & 0xFFFF_FFFF) - 1
      if slots[slot] >> 32 == UInt64(hash), matches(index, head, token) { return index }
      slot = (slot + 1) & mask
    }
    return insert(token, head, hash, slot)
  }

  private mutating func insert(
    _ token: UnsafeBufferPointer<UInt8>, _ head: UInt64, _ hash: UInt32, _ slot: Int
  ) -> Int {
    let index = entries.count
    let slice = UInt32(pool.count)
    pool.append(contentsOf: repeatElement(0, count: 8))
    entries.append(
      Entry(
        head: head, start: UInt32(arena.count), length: UInt16(token.count), firstSlice: slice, position: slice,
        sliceEnd: slice + 8 - UInt32(Self.linkBytes)))
    arena.append(contentsOf: token)
    slots[slot] = UInt64(hash) << 32 | UInt64(index + 1)
    if entries.count * 2 > slots.count { grow() }
    return index
  }

  private mutating func grow() {
    let former = slots
    slots = Array(repeating: 0, count: former.count * 2)
    for entry in former where entry != 0 {
      var slot = Int(entry >> 32) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = entry
    }
  }

  /// Most words are told by their heads; only the rest of longer ones is looked up in the arena.
  @inline(__always)
  private func matches(_ index: Int, _ head: UInt64, _ token: UnsafeBufferPointer<UInt8>) -> Bool {
    guard entries[index].head == head, Int(entries[index].length) == token.count else { return false }
    guard token.count > 8, let wanted = token.baseAddress else { return true }
    let start = Int(entries[index].start)
    return arena.withUnsafeBufferPointer { arena in
      arena.baseAddress.map { memcmp($0 + start + 8, wanted + 8, token.count - 8) == 0 } ?? false
    }
  }

  private static func bytes(_ entry: Entry, _ arena: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: arena[Int(entry.start)..<Int(entry.start) + Int(entry.length)])
  }

  private static func precedes(_ left: Entry, _ right: Entry, _ arena: UnsafeBufferPointer<UInt8>) -> Bool {
    Term.precedes(bytes(left, arena), bytes(right, arena))
  }

  /// The first eight bytes of a token, or all of a shorter one: with the length, which tells how they lie, it is that token
  /// and no other.
  @inline(__always)
  private static func head(_ token: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let bytes = UnsafeRawBufferPointer(token)
    switch bytes.count {
    case 8...: return bytes.loadUnaligned(as: UInt64.self)
    case 4...:
      let last = bytes.loadUnaligned(fromByteOffset: bytes.count - 4, as: UInt32.self)
      return UInt64(bytes.loadUnaligned(as: UInt32.self)) | UInt64(last) << 32
    case 1...:
      return UInt64(bytes[0]) | UInt64(bytes[bytes.count / 2]) << 8 | UInt64(bytes[bytes.count - 1]) << 16
    default: return 0
    }
  }

  /// Eight bytes at a time, the last eight of which may overlap those before; with the high bits folded in, because slots are
  /// taken from the low ones.
  @inline(__always)
  private static func hash(_ token: UnsafeBufferPointer<UInt8>, _ head: UInt64) -> UInt32 {
    let bytes = UnsafeRawBufferPointer(token)
    var hash = mixed(0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count) ^ head)
    var offset = 8
    while offset < bytes.count {
      hash = mixed(hash ^ bytes.loadUnaligned(fromByteOffset: min(offset, bytes.count - 8), as: UInt64.self))
      offset += 8
    }
    return UInt32(truncatingIfNeeded: hash)
  }

  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    let product = value &* 0xFF51_AFD7_ED55_8CCD
    return product ^ (product >> 32)
  }
}
