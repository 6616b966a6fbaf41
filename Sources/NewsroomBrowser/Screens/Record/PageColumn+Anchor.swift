import TerminalCells
import TerminalText

extension PageColumn {
  /// A place in a text that does not depend on the lines it is set in: how many letters stand before it.
  struct Anchor: Equatable, Sendable {
    var letters: Int
    /// Lines without letters between the place and the first letter behind it.
    var emptyLines: Int
  }

  func anchor(atLine line: Int) -> Anchor {
    let first = lines.indices.first { $0 >= line && lines[$0].letters > 0 } ?? max(line, lines.count)
    return Anchor(letters: lines.prefix(first).reduce(0) { $0 + $1.letters }, emptyLines: first - line)
  }

  func line(of anchor: Anchor) -> Int {
    var letters = 0
    let line = lines.firstIndex { line in
      letters += line.letters
      return letters > anchor.letters
    }
    return max(0, (line ?? lines.count) - anchor.emptyLines)
  }
}

extension PageLine {
  /// Bytes of the text that are no spaces, which go where a line is broken.
  fileprivate var letters: Int { text.text.string.utf8.count { $0 != 0x20 } }
}
