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
    if isPlainASCII { return count <= width ? self : self[0..<width - 1] + "…" }
    var (columns, end) = (0, string.startIndex)
    var index = string.startIndex
    while index < string.endIndex {
      let next = string.index(after: index)
      columns += DisplayWidth.columns(of: string[index])
      if columns < width { end = next }
      if columns > width { return self[string.startIndex..<end] + "…" }
      index = next
    }
    return self
  }

  /// Whether a line was broken at a soft hyphen here, which is then drawn.
  var endsInSoftHyphen: Bool { string.utf8.last == 0xAD && string.unicodeScalars.last == "\u{AD}" }
}
