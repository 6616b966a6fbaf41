/// Entries of a block that is being written.
struct PostingBlockBuilder {
  private struct Entry {
    /// Where the token and, behind it, the numbers begin, and where these end.
    var start: Int
    var numbers: Int
    var end: Int
    /// How long the block is before the entry.
    var offset: Int
  }

  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  /// How long a block of all of them is.
  private var size = 0

  /// How long a block would be with one entry more.
  func size(with token: UnsafeBufferPointer<UInt8>, _ numbers: UnsafeBufferPointer<UInt8>) -> Int {
    size + PostingBlock.size(of: token, after: lastToken, numbers)
  }

  mutating func append(_ token: UnsafeBufferPointer<UInt8>, _ numbers: UnsafeBufferPointer<UInt8>) {
    let length = PostingBlock.size(of: token, after: lastToken, numbers)
    let start = bytes.count
    bytes.append(contentsOf: token)
    bytes.append(contentsOf: numbers)
    entries.append(Entry(start: start, numbers: start + token.count, end: bytes.count, offset: size))
    size += length
  }

  /// Calls `body` with the blocks that the entries make: one, or several of about the same length.
  func forEachBlock(_ body: (PostingBlock) throws -> Void) rethrows {
    let length = size / max(1, (size + PostingBlock.size - 1) / PostingBlock.size)
    var (block, start) = (PostingBlock(), 0)
    try bytes.withUnsafeBufferPointer { bytes in
      for (place, entry) in entries.enumerated() {
        let end = place + 1 < entries.count ? entries[place + 1].offset : size
        if !block.isEmpty, end - start > PostingBlock.size || entry.offset - start >= length {
          try body(block)
          block.removeAll()
          start = entry.offset
        }
        block.append(
          UnsafeBufferPointer(rebasing: bytes[entry.start..<entry.numbers]),
          UnsafeBufferPointer(rebasing: bytes[entry.numbers..<entry.end]))
      }
    }
    if !block.isEmpty { try body(block) }
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    size = 0
  }

  private var lastToken: ArraySlice<UInt8> {
    entries.last.map { bytes[$0.start..<$0.numbers] } ?? []
  }
}
