import Foundation

/// The lines of a file around a place in it. The text is as it stands there: nothing of it may reach a terminal ungated.
package struct FileExcerpt: Equatable, Sendable {
  /// A line, or a part of one that is very long.
  package struct Line: Equatable, Sendable {
    /// Its number, from 1.
    package var number: Int
    /// Its text, without the line break; what is not UTF-8 is repaired.
    package var text: String
    /// Whether the line begins before the text.
    package var isCutAtStart = false
    /// Whether the line goes on after the text.
    package var isCutAtEnd = false

    /// A line put together from its parts.
    package init(number: Int, text: String, isCutAtStart: Bool = false, isCutAtEnd: Bool = false) {
      (self.number, self.text, self.isCutAtStart, self.isCutAtEnd) = (number, text, isCutAtStart, isCutAtEnd)
    }
  }

  /// The lines, in order.
  package var lines: [Line]
  /// The line with the place, as an index into the lines; nil where the file as a whole is meant.
  package var markedLine: Int?
  /// How many UTF-8 bytes of that line's text stand before the place.
  package var markOffset = 0

  /// An excerpt put together from its parts.
  package init(lines: [Line], markedLine: Int? = nil, markOffset: Int = 0) {
    (self.lines, self.markedLine, self.markOffset) = (lines, markedLine, markOffset)
  }
}

extension DataDirectory {
  /// The lines around the place of a problem, whatever the size of the file: a few kilobytes of it are read.
  /// - Returns: nil where the file cannot be read, or is none of the directory's.
  package func excerpt(around problem: Diagnostic) -> FileExcerpt? {
    FileExcerptReader(root: root, problem: problem).excerpt()
  }
}

/// Reads the lines around a place.
private struct FileExcerptReader {
  let root: String
  let problem: Diagnostic

  /// So many bytes before and after the place are read.
  private static let window = 64 << 10
  /// Of a longer line only so many bytes around the place, or at its beginning, are given.
  private static let longestLine = 4 << 10
  /// So many lines before and after that of the place are given.
  private static let maxLines = 100

  func excerpt() -> FileExcerpt? {
    guard problem.code != .unreadable, let path = pathWithin(), let file = try? OpenFile(path) else { return nil }
    let place = min(problem.offset ?? 0, file.size)
    let start = max(0, place - Self.window)
    guard let bytes = try? file.bytes(at: start, length: place - start + Self.window) else { return nil }
    let isWholeEnd = start + bytes.count >= file.size
    return cut(bytes, place: place - start, beginsFile: start == 0, endsFile: isWholeEnd)
  }

  /// The file's path, if links do not lead it out of the directory by now.
  private func pathWithin() -> String? {
    guard let resolved = realpath(root + "/" + problem.path, nil) else { return nil }
    defer { free(resolved) }
    let path = String(cString: resolved)
    return path.hasPrefix(root + "/") ? path : nil
  }

  private func cut(_ bytes: [UInt8], place: Int, beginsFile: Bool, endsFile: Bool) -> FileExcerpt {
    let lineBreak = UInt8(ascii: "\n")
    let before = bytes[..<place].lastIndex(of: lineBreak).map { $0 + 1 }
    let lineStart = before ?? 0
    let lineEnd = bytes[place...].firstIndex(of: lineBreak) ?? bytes.count
    let number = problem.line ?? 1
    // The first byte of what was read begins a line only at the beginning of the file.
    var upper = bytes[..<max(0, lineStart - 1)].split(separator: lineBreak, omittingEmptySubsequences: false)
    if lineStart == 0 { upper = [] } else if !beginsFile { upper.removeFirst() }
    var lower =
      lineEnd < bytes.count
      ? bytes[(lineEnd + 1)...].split(separator: lineBreak, omittingEmptySubsequences: false) : []
    if !endsFile || lower.last?.isEmpty == true { _ = lower.popLast() }
    upper = upper.suffix(min(Self.maxLines, number - 1))
    lower = Array(lower.prefix(Self.maxLines))
    var lines = zip((number - upper.count)..., upper).map { Self.line($0, $1) }
    let from = max(lineStart, min(place, Self.letterStart(bytes, place - Self.longestLine / 2)))
    let to = min(lineEnd, from + Self.longestLine)
    let marked = Self.line(number, bytes[from..<to])
    lines.append(
      FileExcerpt.Line(
        number: number, text: marked.text, isCutAtStart: from > lineStart || (lineStart == 0 && !beginsFile),
        isCutAtEnd: to < lineEnd || (lineEnd == bytes.count && !endsFile)))
    lines += zip((number + 1)..., lower).map { Self.line($0, $1) }
    let isPlaced = problem.offset != nil
    return FileExcerpt(
      lines: lines, markedLine: isPlaced ? upper.count : nil,
      markOffset: String(decoding: bytes[from..<place], as: UTF8.self).utf8.count)
  }

  /// The first byte of a character at or after `index`.
  private static func letterStart(_ bytes: [UInt8], _ index: Int) -> Int {
    guard index > 0 else { return 0 }
    return bytes[index...].prefix(4).firstIndex { $0 & 0xC0 != 0x80 } ?? index
  }

  private static func line(_ number: Int, _ bytes: ArraySlice<UInt8>) -> FileExcerpt.Line {
    var text = String(decoding: bytes.prefix(longestLine), as: UTF8.self)
    if text.unicodeScalars.last == "\r" { text.unicodeScalars.removeLast() }
    return FileExcerpt.Line(number: number, text: text, isCutAtEnd: bytes.count > longestLine)
  }
}
