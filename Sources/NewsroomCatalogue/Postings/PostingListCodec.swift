import Foundation

/// How the numbers of one chunk that have a token are written: the gaps between them as LEB128, or, where that would be
/// longer, a mark and one bit a number, in words of 64 up to the last number. The mark is a gap of zero in two bytes, which no gap
/// is written as.
enum PostingListCodec {
  /// A chunk is 2^14 consecutive numbers.
  static let chunkBits = 14
  /// Numbers in a chunk.
  static let chunkSize = 1 << chunkBits
  /// What bits begin with: ``bitsMark`` and zero.
  private static let (bitsMark, markBytes): (UInt8, Int) = (0x80, 2)
  /// The shortest bits there are, in bytes: what is no longer is better written as gaps.
  private static let shortestBits = markBytes + 8

  /// The numbers in their shorter form.
  /// - Parameter last: the last of them.
  static func packed(gaps: [UInt8], last: Int) -> [UInt8] {
    guard gaps.count > shortestBits, markBytes + (last >> 6 + 1) * 8 < gaps.count else { return gaps }
    var words = [UInt64](repeating: 0, count: last >> 6 + 1)
    gaps.withUnsafeBytes { forEachGap(in: $0) { words[$0 >> 6] |= 1 << UInt64($0 & 63) } }
    return packed(words: words[...])
  }

  /// The numbers of a set, of those within a chunk, in their shorter form.
  static func packed(_ numbers: RecordBitmap) -> [UInt8] {
    let words = numbers.words[...((numbers.words.lastIndex { $0 != 0 }) ?? 0)]
    // No gap is shorter than a byte.
    if markBytes + words.count * 8 < numbers.count { return packed(words: words) }
    let numbers = numbers.numbers
    return packed(gaps: encodedGaps(numbers), last: numbers.last ?? 0)
  }

  private static func packed(words: ArraySlice<UInt64>) -> [UInt8] {
    [bitsMark, 0] + words.map(\.littleEndian).withUnsafeBytes { Array($0) }
  }

  /// The words of bits; nil where the numbers are written as gaps.
  @inline(__always)
  private static func bits(_ data: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
    guard data.count >= shortestBits, data[0] == bitsMark, data[1] == 0 else { return nil }
    return UnsafeRawBufferPointer(rebasing: data[markBytes...])
  }

  /// How many words there are, of those that are within a chunk.
  @inline(__always)
  private static func wordCount(_ bits: UnsafeRawBufferPointer) -> Int { min(bits.count / 8, chunkSize / 64) }

  @inline(__always)
  private static func word(_ index: Int, of bits: UnsafeRawBufferPointer) -> UInt64 {
    UInt64(littleEndian: bits.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
  }

  /// The numbers of two postings of one chunk, the second of which has higher numbers only.
  /// - Returns: nil where it has not, which a damaged file alone can bring about.
  static func joined(_ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer) -> [UInt8]? {
    guard bits(first) == nil, bits(second) == nil else { return joinedAsSet(first, second) }
    var last = -1
    forEachGap(in: first) { last = $0 }
    var ends: (first: Int, last: Int)?
    forEachGap(in: second) { ends = (ends?.first ?? $0, $0) }
    guard let ends else { return Array(first) }
    guard last < ends.first else { return nil }
    var gaps = Array(first)
    append(gap: ends.first - last - 1, to: &gaps)
    gaps.append(contentsOf: second.drop { $0 >= 0x80 }.dropFirst())
    return packed(gaps: gaps, last: ends.last)
  }

  private static func joinedAsSet(_ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer) -> [UInt8]? {
    var set = RecordBitmap(limit: chunkSize)
    var (last, isInOrder) = (-1, true)
    for numbers in [first, second] {
      forEach(in: numbers) { number in
        isInOrder = isInOrder && number > last
        last = number
        set.insert(number)
      }
    }
    return isInOrder ? packed(set) : nil
  }

  /// Numbers in ascending order as gaps.
  static func encodedGaps(_ numbers: [Int]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(numbers.count + 2)
    var next = 0
    for number in numbers {
      append(gap: number - next, to: &bytes)
      next = number + 1
    }
    return bytes
  }

  @inline(__always)
  private static func append(gap: Int, to bytes: inout [UInt8]) {
    var gap = gap
    while gap >= 0x80 {
      bytes.append(UInt8(gap & 0x7F) | 0x80)
      gap >>= 7
    }
    bytes.append(UInt8(gap))
  }

  /// Calls `body` with each number within the chunk, in ascending order.
  @inline(__always)
  static func forEach(in data: UnsafeRawBufferPointer, _ body: (Int) -> Void) {
    guard let bits = bits(data) else { return forEachGap(in: data, body) }
    for index in 0..<wordCount(bits) {
      var rest = word(index, of: bits)
      while rest != 0 {
        body(index << 6 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
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
    if let bits = bits(data) {
      for index in 0..<min(wordCount(bits), room) { words[base + index] |= word(index, of: bits) }
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
    if let bits = bits(data) {
      for index in 0..<min(wordCount(bits), room) {
        count += (word(index, of: bits) & words[base + index]).nonzeroBitCount
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
