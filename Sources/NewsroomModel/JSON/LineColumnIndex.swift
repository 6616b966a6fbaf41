/// Finds line and column of bytes in a text, asked in any order.
///
/// What was counted is kept every few kilobytes, so that no question costs more than that: a file of any length may have something
/// wrong in every record, and each is asked for after its parts.
struct LineColumnIndex {
  private let bytes: UnsafeRawBufferPointer
  private let firstLine: Int
  /// The lines of the text's bytes at multiples of ``step``, as far as they were counted.
  private var lines: [LineMark] = []
  /// Columns counted in the line that begins at `columnLine`, in order.
  private var columns: [ColumnMark] = []
  private var columnLine = 0

  private static let step = 4096

  /// A byte, the line it stands on and where that begins.
  private struct LineMark {
    var offset: Int
    var line: Int
    var lineStart: Int
  }

  /// A byte and its column.
  private struct ColumnMark {
    var offset: Int
    var column: Int
  }

  /// A finder for a text whose first byte stands on `firstLine`.
  init(_ bytes: UnsafeRawBufferPointer, firstLine: Int = 1) { (self.bytes, self.firstLine) = (bytes, firstLine) }

  /// Line, and column in characters, both from 1, of the byte at `target`.
  mutating func place(of target: Int) -> (line: Int, column: Int) {
    let mark = mark(of: target)
    return (mark.line, column(of: mark.offset, inLineAt: mark.lineStart))
  }

  /// The line alone, for which no characters need counting.
  mutating func line(of target: Int) -> Int { mark(of: target).line }

  private mutating func mark(of target: Int) -> LineMark {
    let target = min(max(target, 0), bytes.count)
    var mark = LineMark(offset: 0, line: firstLine, lineStart: 0)
    if target >= Self.step {
      if lines.isEmpty { lines = [mark] }
      while lines.count <= target / Self.step {
        lines.append(advance(lines[lines.count - 1], to: lines.count * Self.step))
      }
      mark = lines[target / Self.step]
    }
    return advance(mark, to: target)
  }

  /// Counts the line breaks up to `target`.
  private func advance(_ mark: LineMark, to target: Int) -> LineMark {
    var mark = mark
    while let found = ByteSearch.first(
      UInt8(ascii: "\n"), in: UnsafeRawBufferPointer(rebasing: bytes[mark.offset..<target]))
    {
      mark.offset += found + 1
      (mark.line, mark.lineStart) = (mark.line + 1, mark.offset)
    }
    mark.offset = target
    return mark
  }

  private mutating func column(of target: Int, inLineAt lineStart: Int) -> Int {
    if columnLine != lineStart { (columnLine, columns) = (lineStart, []) }
    var mark = columnMark(before: target) ?? ColumnMark(offset: lineStart, column: 1)
    while target - mark.offset > Self.step, mark.offset >= columns.last?.offset ?? 0,
      let end = boundary(from: mark.offset + Self.step, to: target)
    {
      mark = ColumnMark(offset: end, column: mark.column + characters(in: mark.offset..<end))
      columns.append(mark)
    }
    return mark.column + characters(in: mark.offset..<target)
  }

  /// The last that was kept at or before `target`.
  private func columnMark(before target: Int) -> ColumnMark? {
    var (low, high) = (0, columns.count)
    while low < high {
      let middle = (low + high) / 2
      if columns[middle].offset <= target { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : columns[low - 1]
  }

  /// The first place between two ASCII bytes, where one character surely ends.
  private func boundary(from start: Int, to end: Int) -> Int? {
    (start..<end).first { bytes[$0] < 0x80 && bytes[$0 - 1] < 0x80 && bytes[$0 - 1] != UInt8(ascii: "\r") }
  }

  private func characters(in range: Range<Int>) -> Int {
    guard !range.isEmpty else { return 0 }
    let text = String(decoding: bytes[range], as: UTF8.self)
    // A byte order mark takes no column.
    return text.count - (range.lowerBound == 0 && text.unicodeScalars.first == "\u{FEFF}" ? 1 : 0)
  }
}
