/// Reads a file line by line through a buffer that grows only as long as its longest line.
struct LineReader: ~Copyable {
  private static let chunk = 1 << 20

  private let file: OpenFile
  private let lineLimit: Int
  private var buffer: [UInt8] = []
  /// Offset in the file of the buffer's first byte.
  private var bufferOffset = 0
  private var line = 0..<0
  private var isAtEnd = false

  /// Number of the present line, from 1; lines of nothing but space count and are passed over.
  private(set) var lineNumber = 0
  /// True where the line is longer than the limit, so that `withLine` has nothing to give.
  private(set) var lineIsTooLong = false
  /// Why reading ended early.
  private(set) var fault: ReadError?

  init(_ file: consuming OpenFile, lineLimit: Int) {
    self.file = file
    self.lineLimit = lineLimit
  }

  /// Offset in the file of the line's first byte.
  var lineOffset: Int { bufferOffset + line.lowerBound }

  /// Gives the bytes of the line, without its line break.
  borrowing func withLine<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try buffer.withUnsafeBytes { try body(UnsafeRawBufferPointer(rebasing: $0[line])) }
  }

  /// Goes to the next line that holds more than space; false when there is none.
  mutating func advance() -> Bool {
    while goToNextLine() {
      let isBlank = buffer[line].allSatisfy { $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }
      if lineIsTooLong || !isBlank { return true }
    }
    return false
  }

  private mutating func goToNextLine() -> Bool {
    let start = min(line.upperBound + (lineNumber == 0 ? 0 : 1), buffer.count)
    lineIsTooLong = false
    var searched = start
    var first = start
    while true {
      if let lineBreak = Self.lineBreak(in: buffer, from: searched) {
        take(first..<lineBreak)
        return true
      }
      guard !isAtEnd else { return takeLastLine(from: first) }
      dropBytes(before: first)
      (first, searched) = (0, buffer.count)
      if buffer.count > lineLimit { (lineIsTooLong, searched) = (true, dropLongLine()) }
      fill()
    }
  }

  private mutating func takeLastLine(from start: Int) -> Bool {
    guard start < buffer.count || lineIsTooLong else { return false }
    take(start..<buffer.count)
    return true
  }

  private mutating func take(_ range: Range<Int>) {
    (line, lineNumber) = (range, lineNumber + 1)
    if range.count > lineLimit { lineIsTooLong = true }
  }

  private mutating func dropBytes(before start: Int) {
    buffer.removeFirst(start)
    bufferOffset += start
    line = 0..<0
  }

  /// Forgets what was read of a line that is too long, and keeps looking for its end.
  private mutating func dropLongLine() -> Int {
    bufferOffset += buffer.count
    buffer.removeAll(keepingCapacity: true)
    return 0
  }

  private mutating func fill() {
    do throws(ReadError) {
      let bytes = try file.bytes(at: bufferOffset + buffer.count, length: Self.chunk)
      isAtEnd = bytes.count < Self.chunk
      buffer += bytes
    } catch { (fault, isAtEnd) = (error, true) }
  }

  private static func lineBreak(in buffer: [UInt8], from start: Int) -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard start < bytes.count, let base = bytes.baseAddress else { return nil }
      return ByteSearch.first(0x0A, in: UnsafeRawBufferPointer(start: base + start, count: bytes.count - start))
        .map { $0 + start }
    }
  }
}
