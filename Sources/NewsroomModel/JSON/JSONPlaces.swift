/// Finds line and column of bytes in a text. Asked in the order of the text, it never looks at a byte twice.
struct JSONPlaces {
  private let bytes: UnsafeRawBufferPointer
  private let firstLine: Int
  private var offset = 0
  private var line: Int
  private var column = 1

  /// A finder for a text whose first byte stands on `firstLine`.
  init(_ bytes: UnsafeRawBufferPointer, firstLine: Int = 1) {
    (self.bytes, self.firstLine, line) = (bytes, firstLine, firstLine)
  }

  /// Line, and column in characters, both from 1, of the byte at `target`.
  mutating func place(of target: Int) -> (line: Int, column: Int) {
    let target = min(max(target, 0), bytes.count)
    if target < offset { (offset, line, column) = (0, firstLine, 1) }
    let lineStart = advanceLines(to: target)
    if target > lineStart {
      // A byte order mark takes no column.
      let text = String(decoding: bytes[lineStart..<target], as: UTF8.self)
      column += text.count - (text.unicodeScalars.first == "\u{FEFF}" ? 1 : 0)
    }
    offset = target
    return (line, column)
  }

  /// The line alone, for which no characters need counting.
  mutating func line(of target: Int) -> Int {
    let target = min(max(target, 0), bytes.count)
    if target < offset { (offset, line, column) = (0, firstLine, 1) }
    guard let lastBreak = bytes[offset..<target].lastIndex(of: UInt8(ascii: "\n")) else {
      return line
    }
    _ = advanceLines(to: lastBreak + 1)
    (offset, column) = (lastBreak + 1, 1)
    return line
  }

  /// Counts the line breaks up to `target`; the last line's first byte, or where counting began.
  private mutating func advanceLines(to target: Int) -> Int {
    var start = offset
    for index in offset..<target where bytes[index] == UInt8(ascii: "\n") {
      line += 1
      column = 1
      start = index + 1
    }
    return start
  }
}
