import Foundation

/// A block of postings: some tokens in the order of their bytes, each with its numbers. Blocks are what the table stores,
/// because a row for every token of every chunk would cost more than the numbers themselves.
///
/// Layout of an entry: length of the token (1 byte), token, length of the numbers (LEB128), numbers (see ``Posting``).
enum PostingBlock {
  /// Blocks end when they have so many bytes; SQLite keeps them within one page (see ``Schema``).
  static let size = 3_500

  /// Appends an entry.
  static func append(
    _ token: UnsafeBufferPointer<UInt8>, _ numbers: UnsafeBufferPointer<UInt8>, to block: inout [UInt8]
  ) {
    block.append(UInt8(token.count))
    block.append(contentsOf: token)
    var length = numbers.count
    while length >= 0x80 {
      block.append(UInt8(length & 0x7F) | 0x80)
      length >>= 7
    }
    block.append(UInt8(length))
    block.append(contentsOf: numbers)
  }

  /// Calls `body` with each entry in order until it answers false. A damaged block ends where it makes no sense any more.
  @inline(__always)
  static func forEach(
    in block: UnsafeRawBufferPointer,
    _ body: (_ token: Slice<UnsafeRawBufferPointer>, _ numbers: UnsafeRawBufferPointer) throws -> Bool
  ) rethrows {
    var index = 0
    while index < block.count {
      let tokenEnd = index + 1 + Int(block[index])
      guard tokenEnd < block.count else { return }
      let token = block[index + 1..<tokenEnd]
      var (length, shift) = (0, 0)
      index = tokenEnd
      while index < block.count, shift < 28 {
        let byte = block[index]
        index += 1
        length |= Int(byte & 0x7F) << shift
        shift += 7
        if byte & 0x80 == 0 { break }
      }
      guard index + length <= block.count else { return }
      let numbers = UnsafeRawBufferPointer(rebasing: block[index..<index + length])
      guard try body(token, numbers) else { return }
      index += length
    }
  }
}
