// Blocks as text one reads: for `show`, pager, clipboard, plain sessions and .txt files. What is searched is another form
// (TextBlock+PlainText.swift), which has the words alone.
extension [TextBlock] {
  /// The text as one reads it without a screen: an empty line between blocks, items marked, quotations behind `>` with whom they
  /// are attributed to, a table's row on a line.
  package var readingText: String { readingLines(isSpaced: true).joined(separator: "\n") }

  fileprivate func readingLines(isSpaced: Bool) -> [String] {
    var lines: [String] = []
    var isUnderHeading = false
    for block in self {
      let own = block.readingLines
      guard !own.isEmpty else { continue }
      if isSpaced, !lines.isEmpty, !isUnderHeading { lines.append("") }
      lines += own
      isUnderHeading = block.isHeading
    }
    return lines
  }
}

extension TextBlock {
  fileprivate var readingLines: [String] {
    switch self {
    case .paragraph(let runs), .heading(_, let runs): runs.readingLines
    case .list(let ordered, let start, let items): Self.lines(of: items, from: ordered ? start : nil)
    case .quote(let blocks, _, _):
      (blocks.readingLines(isSpaced: true) + (signature?.readingLines.prefixed("— ", rest: "  ") ?? []))
        .prefixed("> ", rest: "> ")
    case .figure(let caption): caption.readingLines.prefixed("[Picture] ", rest: "")
    case .aside(let blocks): blocks.readingLines(isSpaced: true).prefixed("│ ", rest: "│ ")
    case .table(let rows, _): rows.map { $0.map(\.readingLine).joined(separator: " | ") }
    case .rule: ["* * *"]
    case .preformatted(let text):
      text.isEmpty ? [] : text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// Items stand close, as on the screen, and what belongs to one stands under its first word.
  private static func lines(of items: [[TextBlock]], from start: Int?) -> [String] {
    items.enumerated().flatMap { index, blocks in
      let mark = start.map { "\($0 &+ index). " } ?? "• "
      return blocks.readingLines(isSpaced: false).prefixed(mark, rest: String(repeating: " ", count: mark.count))
    }
  }

  /// Whether it stands right above what it is about.
  fileprivate var isHeading: Bool {
    if case .heading = self { true } else { false }
  }
}

extension [TextRun] {
  fileprivate var readingLines: [String] {
    let text = plainText
    guard text.contains(where: { !$0.isWhitespace }) else { return [] }
    return text.split(whereSeparator: \.isNewline).map(String.init)
  }

  fileprivate var readingLine: String { readingLines.joined(separator: " ") }
}

extension [String] {
  /// The lines behind a mark: the first behind one, the rest behind another. No line ends in a space for it.
  fileprivate func prefixed(_ first: String, rest: String) -> [String] {
    enumerated().map { index, line in
      let mark = index == 0 ? first : rest
      guard line.isEmpty else { return mark + line }
      return String(mark.reversed().drop { $0 == " " }.reversed())
    }
  }
}
