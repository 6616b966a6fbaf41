import Foundation

/// How the numbers of one chunk that have a token are written: the gaps between them as LEB128, or, where that would be
/// longer, one bit a number. The length tells which: a bitmap is exactly ``bitmapBytes`` long, gaps are always shorter.
enum Posting {
  /// A chunk is 2^14 consecutive numbers.
  static let chunkBits = 14
  /// Numbers in a chunk.
  static let chunkSize = 1 << chunkBits
  /// Length of a chunk written as bits.
  static let bitmapBytes = chunkSize / 8

  /// The numbers in their shorter form.
  static func packed(gaps: [UInt8]) -> [UInt8] {
    guard gaps.count >= bitmapBytes else { return gaps }
    var bits = [UInt8](repeating: 0, count: bitmapBytes)
    gaps.withUnsafeBytes { forEachGap(in: $0) { bits[$0 >> 3] |= 1 << UInt8($0 & 7) } }
    return bits
  }

  /// The numbers of a set, of those within a chunk, in their shorter form.
  static func packed(_ numbers: NumberSet) -> [UInt8] {
    guard numbers.count >= bitmapBytes else { return packed(gaps: encodedGaps(numbers.numbers)) }
    return numbers.words.map { $0.littleEndian }.withUnsafeBytes { Array($0) }
  }

  /// The numbers of two postings of one chunk, the second of which has higher numbers only.
  /// - Returns: nil where it has not, which a damaged file alone can bring about.
  static func joined(_ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer) -> [UInt8]? {
    var numbers: [Int] = []
    forEach(in: first) { numbers.append($0) }
    let count = numbers.count
    forEach(in: second) { numbers.append($0) }
    // Each by itself is in order, whatever its bytes.
    if count > 0, count < numbers.count, numbers[count - 1] >= numbers[count] { return nil }
    return packed(gaps: encodedGaps(numbers))
  }

  /// Numbers in ascending order as gaps.
  static func encodedGaps(_ numbers: [Int]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(numbers.count + 2)
    var next = 0
    for number in numbers {
      var gap = number - next
      while gap >= 0x80 {
        bytes.append(UInt8(gap & 0x7F) | 0x80)
        gap >>= 7
      }
      bytes.append(UInt8(gap))
      next = number + 1
    }
    return bytes
  }

  /// Calls `body` with each number within the chunk, in ascending order.
  @inline(__always)
  static func forEach(in data: UnsafeRawBufferPointer, _ body: (Int) -> Void) {
    if data.count == bitmapBytes {
      for (index, byte) in data.enumerated() where byte != 0 {
        for bit in 0..<8 where byte & (1 << UInt8(bit)) != 0 { body(index << 3 + bit) }
      }
      return
    }
    forEachGap(in: data, body)
  }

  /// The same for numbers that are known to be written as gaps, however many.
  @inline(__always)
  static func forEachGap(in data: UnsafeRawBufferPointer, _ body: (Int) -> Void) {
    guard let bytes = data.assumingMemoryBound(to: UInt8.self).baseAddress else { return }
    var (next, index) = (0, 0)
    while index < data.count {
      var gap = Int(bytes[index])
      index &+= 1
      if gap >= 0x80 {
        gap &= 0x7F
        var (shift, hasMore) = (7, true)
        while hasMore, index < data.count {
          hasMore = bytes[index] >= 0x80 && shift < 21
          gap |= Int(bytes[index] & 0x7F) << shift
          (index, shift) = (index &+ 1, shift &+ 7)
        }
        if hasMore { return }
      }
      next &+= gap
      guard next < chunkSize else { return }
      body(next)
      next &+= 1
    }
  }

  /// Adds the numbers of `chunk` to a set. A damaged posting adds nothing outside its chunk.
  static func add(_ data: UnsafeRawBufferPointer, of chunk: Int, to words: UnsafeMutableBufferPointer<UInt64>) {
    let base = chunk * chunkSize / 64
    let room = words.count - base
    guard room > 0 else { return }
    if data.count == bitmapBytes {
      for index in 0..<min(chunkSize / 64, room) {
        words[base + index] |= UInt64(littleEndian: data.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
      }
    } else {
      forEachGap(in: data) { number in
        if number >> 6 < room { words[base &+ number >> 6] |= 1 &<< UInt64(truncatingIfNeeded: number) }
      }
    }
  }

  /// How many of the numbers are in `words`.
  static func count(_ data: UnsafeRawBufferPointer, of chunk: Int, in words: UnsafeBufferPointer<UInt64>) -> Int {
    let base = chunk * chunkSize / 64
    let room = words.count - base
    guard room > 0 else { return 0 }
    var count = 0
    if data.count == bitmapBytes {
      for index in 0..<min(chunkSize / 64, room) {
        let bits = UInt64(littleEndian: data.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
        count += (bits & words[base + index]).nonzeroBitCount
      }
    } else {
      forEachGap(in: data) { number in
        guard number >> 6 < room else { return }
        count &+= Int(truncatingIfNeeded: words[base &+ number >> 6] &>> UInt64(truncatingIfNeeded: number) & 1)
      }
    }
    return count
  }
}
