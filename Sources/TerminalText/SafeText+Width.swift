extension SafeText {
  /// Columns the text takes on a terminal.
  package var width: Int {
    if isPlainASCII { return count }
    return string.unicodeScalars.reduce(endsInSoftHyphen ? 1 : 0) { $0 + DisplayWidth.columns(of: $1) }
  }

  /// The text cut to at most `width` columns, ending in an ellipsis where something was cut. No character is cut in two.
  /// Costs no more than the part that is kept.
  package func truncated(toWidth width: Int) -> SafeText {
    guard width > 0 else { return isEmpty ? self : .empty }
    if isPlainASCII && count <= width { return self }
    let (kept, whole) = (end(ofColumns: width - 1), end(ofColumns: width))
    let fits = whole == string.endIndex && !(endsInSoftHyphen && self.width > width)
    return fits ? self : self[string.startIndex..<kept] + SafeText.ellipsis
  }

  /// The same with the ellipsis in the middle, for names that differ only at the end.
  package func truncatedInMiddle(toWidth width: Int) -> SafeText {
    let tail = (width - 1) / 3
    guard tail > 3, self.width > width else { return truncated(toWidth: width) }
    let end = self[start(ofLastColumns: tail)..<string.endIndex]
    return prefix(columns: width - 1 - end.width) + SafeText.ellipsis + end
  }

  private static let ellipsis: SafeText = "…"

  /// As many of the first characters as fit into `columns`.
  package func prefix(columns: Int) -> SafeText {
    let end = end(ofColumns: columns)
    return end == string.endIndex ? self : cut(at: end)
  }

  /// The place after the last character of the first `columns` columns.
  private func end(ofColumns columns: Int) -> String.Index {
    if isPlainASCII { return string.utf8.index(string.startIndex, offsetBy: max(0, min(columns, count))) }
    // Where the gate changes nothing, every character is one scalar: finding the borders of clusters costs ten times more.
    if traits.contains(.unchangedByGate) {
      return end(ofColumns: columns, in: string.unicodeScalars) { DisplayWidth.columns(of: $0) }
    }
    return end(ofColumns: columns, in: string) { DisplayWidth.columns(of: $0) }
  }

  /// The place of the first word within the last `columns` columns, or of the first character where no word begins there.
  private func start(ofLastColumns columns: Int) -> String.Index {
    var (used, start) = (0, string.endIndex)
    while start > string.startIndex {
      let index = string.index(before: start)
      used += DisplayWidth.columns(of: string[index])
      if used > columns { break }
      start = index
    }
    let space = string[start...].firstIndex(of: " ")
    return space.flatMap { string[$0...].firstIndex { $0 != " " } } ?? start
  }

  private func end<Characters: Collection>(
    ofColumns columns: Int, in characters: Characters, measure: (Characters.Element) -> Int
  ) -> String.Index where Characters.Index == String.Index {
    var (used, index) = (0, characters.startIndex)
    while index < characters.endIndex {
      used += measure(characters[index])
      if used > columns { return index }
      characters.formIndex(after: &index)
    }
    return index
  }

  /// The text before `index`, where it is not broken as a line is: without a soft hyphen there.
  private func cut(at index: String.Index) -> SafeText {
    let part = self[string.startIndex..<index]
    return part.endsInSoftHyphen ? part[0..<part.count - 2] : part
  }

  /// Whether a line was broken at a soft hyphen here, which is then drawn.
  var endsInSoftHyphen: Bool { string.utf8.last == 0xAD && string.unicodeScalars.last == "\u{AD}" }
}
