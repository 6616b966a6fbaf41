import Foundation

/// A block of postings: some tokens in the order of their bytes, each with its numbers. Blocks are what the table stores,
/// because a row for every token of every chunk would cost more than the numbers themselves.
///
/// Layout of an entry: how many bytes the token shares with the one before (none for the first) and how many follow, four bits
/// each, or 15 and the count in a byte of its own; what follows; length of the numbers (LEB128); numbers (see ``PostingListCodec``).
struct PostingBlock {
  /// Blocks end when they have so many bytes: three lie within a page of 4 kB, twelve within one of 16 kB.
  static let size = 1_320
  /// The count that does not stand in four bits.
  private static let longCount = 15

  /// The entries.
  private(set) var bytes: [UInt8] = []
  /// The first token, and the last one.
  private(set) var first: [UInt8] = []
  private var last: [UInt8] = []

  /// Whether nothing was appended.
  var isEmpty: Bool { bytes.isEmpty }

  /// Appends an entry; its token comes after those before.
  mutating func append(_ token: UnsafeBufferPointer<UInt8>, _ numbers: UnsafeBufferPointer<UInt8>) {
    if isEmpty { first = Array(token) }
    let shared = Self.shared(token, last[...])
    let rest = token.count - shared
    bytes.append(UInt8(min(shared, Self.longCount) << 4 | min(rest, Self.longCount)))
    for count in [shared, rest] where count >= Self.longCount { bytes.append(UInt8(count)) }
    bytes.append(contentsOf: token[shared...])
    var length = numbers.count
    while length >= 0x80 {
      bytes.append(UInt8(length & 0x7F) | 0x80)
      length >>= 7
    }
    bytes.append(UInt8(length))
    bytes.append(contentsOf: numbers)
    last.replaceSubrange(shared..., with: token[shared...])
  }

  /// How many bytes an entry takes behind one with another token.
  static func size(
    of token: UnsafeBufferPointer<UInt8>, after last: ArraySlice<UInt8>, _ numbers: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let shared = shared(token, last)
    let rest = token.count - shared
    let counts = 1 + (shared < longCount ? 0 : 1) + (rest < longCount ? 0 : 1)
    let lengthBytes = numbers.count < 1 << 7 ? 1 : numbers.count < 1 << 14 ? 2 : 3
    return counts + rest + lengthBytes + numbers.count
  }

  private static func shared(_ token: UnsafeBufferPointer<UInt8>, _ last: ArraySlice<UInt8>) -> Int {
    last.withUnsafeBufferPointer { last in
      let most = min(token.count, last.count)
      var shared = 0
      while shared < most, token[shared] == last[shared] { shared += 1 }
      return shared
    }
  }

  /// Forgets all entries.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    last.removeAll(keepingCapacity: true)
  }

  /// Calls `body` with each entry in order until it answers false. A damaged block ends where it makes no sense any more.
  @inline(__always)
  static func forEach(
    in block: UnsafeRawBufferPointer,
    _ body: (_ token: UnsafeRawBufferPointer, _ numbers: UnsafeRawBufferPointer) throws -> Bool
  ) rethrows {
    try withUnsafeTemporaryAllocation(byteCount: 256, alignment: 1) { token in
      var (index, known) = (0, 0)
      while index < block.count {
        let counts = Int(block[index])
        index += 1
        let shared = count(counts >> 4, in: block, &index)
        let rest = count(counts & 15, in: block, &index)
        guard shared <= known, shared + rest < token.count, index + rest < block.count else { return }
        UnsafeMutableRawBufferPointer(rebasing: token[shared...])
          .copyMemory(from: UnsafeRawBufferPointer(rebasing: block[index..<index + rest]))
        known = shared + rest
        index += rest
        let length = length(in: block, &index)
        guard index + length <= block.count else { return }
        let numbers = UnsafeRawBufferPointer(rebasing: block[index..<index + length])
        guard try body(UnsafeRawBufferPointer(rebasing: token[..<known]), numbers) else { return }
        index += length
      }
    }
  }

  @inline(__always)
  private static func count(_ short: Int, in block: UnsafeRawBufferPointer, _ index: inout Int) -> Int {
    guard short == longCount, index < block.count else { return short }
    defer { index += 1 }
    return Int(block[index])
  }

  @inline(__always)
  private static func length(in block: UnsafeRawBufferPointer, _ index: inout Int) -> Int {
    var (length, shift) = (0, 0)
    while index < block.count, shift < 28 {
      let byte = block[index]
      index += 1
      length |= Int(byte & 0x7F) << shift
      shift += 7
      if byte & 0x80 == 0 { break }
    }
    return length
  }
}
