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
  public var plainText: String {
    var text = ""
    appendPlainText(to: &text)
    return text
  }

  private func appendPlainText(to text: inout String) {
    for block in self {
      switch block {
      case .paragraph(let runs), .heading(_, let runs), .figure(let runs): runs.appendLine(to: &text)
      case .list(_, _, let items): for item in items { item.appendPlainText(to: &text) }
      case .quote(let blocks, let attribution, _):
        blocks.appendPlainText(to: &text)
        attribution?.appendLine(to: &text)
      case .aside(let blocks): blocks.appendPlainText(to: &text)
      case .table(let rows, _): for row in rows { for cell in row { cell.appendLine(to: &text) } }
      case .rule: break
      case .preformatted(let lines): [TextRun(lines)].appendLine(to: &text)
      }
    }
  }
}

extension [TextRun] {
  /// The text of the runs.
  public var plainText: String { count == 1 ? self[0].text : map(\.text).joined() }

  fileprivate func appendLine(to text: inout String) {
    guard !isEmpty else { return }
    if !text.isEmpty { text += "\n" }
    for run in self { text += run.text }
  }
}
