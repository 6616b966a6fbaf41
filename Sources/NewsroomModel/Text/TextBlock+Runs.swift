extension TextBlock {
  /// The block with every line of runs in it changed, at whatever depth. Preformatted text has none.
  func mappingRuns(_ change: ([TextRun]) throws -> [TextRun]) rethrows -> TextBlock {
    switch self {
    case .paragraph(let runs): .paragraph(try change(runs))
    case .heading(let level, let runs): .heading(level: level, try change(runs))
    case .list(let ordered, let start, let items):
      .list(ordered: ordered, start: start, items: try items.map { try $0.mappingRuns(change) })
    case .quote(let blocks, let attribution, let isParaphrase):
      .quote(
        try blocks.mappingRuns(change), attribution: try attribution.map(change), isParaphrase: isParaphrase)
    case .figure(let caption): .figure(caption: try change(caption))
    case .aside(let blocks): .aside(try blocks.mappingRuns(change))
    case .table(let rows, let hasHeader):
      .table(rows: try rows.map { try $0.map(change) }, hasHeader: hasHeader)
    case .rule, .preformatted: self
    }
  }
}

extension [TextBlock] {
  /// The blocks with every line of runs in them changed.
  package func mappingRuns(_ change: ([TextRun]) throws -> [TextRun]) rethrows -> [TextBlock] {
    try map { try $0.mappingRuns(change) }
  }
}
