import Foundation

extension DataDirectory {
  /// Whether `file` was written a moment ago and is no whole text: somebody is likely still at it.
  ///
  /// A file that stays so is broken, and this says no. A time in the future, from a clock that went backwards, is not a
  /// moment ago.
  public func isUnfinished(_ file: DataFile) -> Bool {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    let age = Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec) &- file.modified
    guard (0..<Self.writingTime).contains(age) else { return false }
    if file.isJSONLines, file.size > Self.maxTried { return isLastLineUnfinished(file) }
    guard file.size <= Self.maxTried else { return false }
    return read(file) { _ in }.contains { $0.code == .notJSON || $0.code == .notUTF8 }
  }

  /// Whether a long file ends in the midst of a line: what stands before was whole already.
  private func isLastLineUnfinished(_ file: DataFile) -> Bool {
    guard let opened = try? OpenFile(root + "/" + file.path) else { return false }
    let start = max(0, opened.size - Self.maxTried)
    guard let end = try? opened.bytes(at: start, length: Self.maxTried), end.last != UInt8(ascii: "\n") else {
      return false
    }
    let line = end[(end.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0)...]
    return Array(line).withUnsafeBytes { bytes in
      var scanner = JSONScanner(bytes)
      return (try? scanner.scanText()) == nil
    }
  }

  /// For so many nanoseconds after its last change a broken file counts as unfinished.
  private static var writingTime: Int64 { 400_000_000 }

  /// Larger files are read once only, whatever is wrong with them.
  private static var maxTried: Int { 4 << 20 }
}
