extension SafeText {
  /// The lines of the text when no line may be wider than `width` columns: ranges of UTF-8 offsets without the spaces at
  /// which lines were broken.
  package func lines(width: Int) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    for paragraph in string.split(separator: "\n", omittingEmptySubsequences: false) {
      let start = string.utf8.distance(from: string.startIndex, to: paragraph.startIndex)
      lines.append(start..<start + paragraph.utf8.count)
    }
    return lines
  }
}
