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
