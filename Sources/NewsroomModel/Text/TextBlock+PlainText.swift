// Blocks as plain text: for full-text search and what is found in it. What people read is in TextBlock+Reading.swift.
extension TextBlock {
  /// All runs of the block in reading order, a line break between the parts of a block that holds others.
  var allRuns: [TextRun] {
    switch self {
    case .paragraph(let runs), .heading(_, let runs), .figure(let runs): runs
    case .list(_, _, let items): items.flatMap { $0 }.joinedRuns
    case .quote(let blocks, let attribution, _):
      (blocks + (attribution.map { [.paragraph($0)] } ?? [])).joinedRuns
    case .aside(let blocks): blocks.joinedRuns
    case .table(let rows, _): rows.flatMap { $0 }.map { TextBlock.paragraph($0) }.joinedRuns
    case .rule: []
    case .preformatted(let text): [TextRun(text)]
    }
  }
}

extension [TextBlock] {
  /// The text alone: paragraphs, items, cells and captions on lines of their own.
  public var plainText: String { text(separatedBy: "\n") }

  /// The same with a sign between them over which ``NormalizedText/place(of:from:)`` finds no phrase, as search does not.
  package var searchedText: String { text(separatedBy: "\u{2029}") }

  private func text(separatedBy separator: String) -> String {
    var text = ""
    append(to: &text, separator)
    return text
  }

  private func append(to text: inout String, _ separator: String) {
    for block in self {
      switch block {
      case .paragraph(let runs), .heading(_, let runs), .figure(let runs): runs.append(to: &text, separator)
      case .list(_, _, let items): for item in items { item.append(to: &text, separator) }
      case .quote(let blocks, let attribution, _):
        blocks.append(to: &text, separator)
        attribution?.append(to: &text, separator)
      case .aside(let blocks): blocks.append(to: &text, separator)
      case .table(let rows, _): for row in rows { for cell in row { cell.append(to: &text, separator) } }
      case .rule: break
      case .preformatted(let lines): [TextRun(lines)].append(to: &text, separator)
      }
    }
  }
}

extension [TextRun] {
  /// The text of the runs.
  public var plainText: String { count == 1 ? self[0].text : map(\.text).joined() }

  fileprivate func append(to text: inout String, _ separator: String) {
    guard !isEmpty else { return }
    if !text.isEmpty { text += separator }
    for run in self { text += run.text }
  }
}
