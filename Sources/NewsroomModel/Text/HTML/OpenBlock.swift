/// An open element that holds blocks, while they are collected.
struct OpenBlock {
  /// What the element is.
  enum Kind {
    case document
    case list(ordered: Bool, start: Int)
    case item
    case quote(isParaphrase: Bool)
    case attribution
    case figure
    case caption
    case aside
    case table
    case row
    case cell(isHeader: Bool)
    case preformatted
  }

  /// What the element is.
  let kind: Kind
  /// The blocks that ended.
  private(set) var blocks: [TextBlock] = []
  /// The level of the heading that is being collected; nil in a paragraph.
  var headingLevel: Int?
  private var runs = InlineBuilder()
  private var preformatted: [UInt8] = []
  /// A list's items, a row's cells as items of one block each.
  private var items: [[TextBlock]] = []
  private var rows: [[[TextRun]]] = []
  private var cells: [[TextRun]] = []
  private var headerCells = 0
  private var hasHeader = false
  /// A quote's attribution, a figure's caption.
  private var label: [TextRun]?
  private var alternative: String?

  init(_ kind: Kind) { self.kind = kind }

  /// Adds text.
  mutating func add(
    _ bytes: UnsafeBufferPointer<UInt8>, _ emphasis: TextRun.Emphasis, _ target: LinkTarget?, isCited: Bool
  ) {
    if case .preformatted = kind { return preformatted.append(contentsOf: bytes) }
    runs.add(bytes, emphasis, target, isCited: isCited)
  }

  mutating func addLineBreak() {
    if case .preformatted = kind { preformatted.append(0x0A) } else { runs.addLineBreak() }
  }

  /// Adds a block that holds nothing.
  mutating func add(_ block: TextBlock) {
    endParagraph()
    keep(block)
  }

  /// Keeps a block that ended. In a list, what stands between two items belongs to the one before.
  private mutating func keep(_ block: TextBlock) {
    if items.isEmpty { blocks.append(block) } else { items[items.count - 1].append(block) }
  }

  /// A picture: its text stands for it where it has no caption and does not stand among words.
  mutating func addImage(_ text: String?) {
    guard let text = text.map(PlainText.oneLine), !text.isEmpty else { return }
    if case .figure = kind {
      alternative = alternative ?? text
    } else if runs.isEmpty, preformatted.isEmpty {
      add(.figure(caption: [TextRun(text)]))
    }
  }

  /// Ends the paragraph, heading or preformatted text that is being collected. What has nothing to be seen, such as the `&nbsp;`
  /// that keeps lines apart, is none.
  mutating func endParagraph() {
    if case .preformatted = kind { return endPreformatted() }
    let isCited = runs.isAllCited
    let taken = runs.take()
    defer { headingLevel = nil }
    guard !taken.isBlank else { return }
    if let headingLevel { return keep(.heading(level: headingLevel, taken)) }
    if case .quote = kind, isCited, label == nil { label = taken } else { keep(.paragraph(taken)) }
  }

  private mutating func endPreformatted() {
    let text = String(decoding: preformatted, as: UTF8.self)
    preformatted = []
    if !text.isBlank { keep(.preformatted(text)) }
  }

  /// Takes in a frame that ended within this one.
  mutating func take(_ frame: OpenBlock) {
    switch (frame.kind, kind) {
    case (.item, .list): if !frame.blocks.isEmpty { items.append(frame.blocks) }
    case (.attribution, .quote), (.caption, .figure): takeLabel(frame.blocks.joinedRuns)
    case (.row, .table): takeRow(frame)
    case (.cell(let isHeader), .row):
      cells.append(frame.blocks.joinedRuns)
      headerCells += isHeader ? 1 : 0
    default: for block in frame.asBlocks { keep(block) }
    }
  }

  private mutating func takeLabel(_ runs: [TextRun]) {
    guard !runs.isEmpty else { return }
    label = label.map { $0 + [TextRun("\n")] + runs } ?? runs
  }

  /// Takes in a row. What stands in it outside its cells comes before the table, as in browsers.
  private mutating func takeRow(_ row: OpenBlock) {
    blocks += row.blocks
    guard !row.cells.isEmpty else { return }
    if rows.isEmpty { hasHeader = row.headerCells == row.cells.count }
    rows.append(row.cells)
  }

  /// What the element is as blocks.
  private var asBlocks: [TextBlock] {
    switch kind {
    case .list(let ordered, let start):
      return blocks + (items.isEmpty ? [] : [.list(ordered: ordered, start: start, items: items)])
    case .quote(let isParaphrase): return quote(isParaphrase)
    case .figure: return figure
    case .caption: return blocks.isEmpty ? [] : [.figure(caption: blocks.joinedRuns)]
    case .aside: return blocks.isEmpty ? [] : [.aside(blocks)]
    case .table:
      let isEmpty = rows.allSatisfy { $0.allSatisfy(\.isEmpty) }
      return blocks + (isEmpty ? [] : [.table(rows: rows, hasHeader: hasHeader)])
    case .row: return cells.filter { !$0.isEmpty }.map { .paragraph($0) } + blocks
    case .document, .item, .attribution, .cell, .preformatted: return blocks
    }
  }

  /// A quote; its last paragraph is its attribution where none is marked and it begins with a dash.
  private func quote(_ isParaphrase: Bool) -> [TextBlock] {
    var (blocks, label) = (blocks, label)
    if label == nil, blocks.count > 1, case .paragraph(let runs)? = blocks.last, runs.beginWithDash {
      label = runs
      blocks.removeLast()
    }
    guard !blocks.isEmpty else { return label.map { [.paragraph($0)] } ?? [] }
    return [.quote(blocks, attribution: label?.withoutLeadingDash, isParaphrase: isParaphrase)]
  }

  /// A figure: its caption, else the text of its picture. A quote or table set as a figure stays what it is.
  private var figure: [TextBlock] {
    if blocks.count == 1, case .quote(let quoted, nil, let isParaphrase)? = blocks.first, let label {
      return [.quote(quoted, attribution: label.withoutLeadingDash, isParaphrase: isParaphrase)]
    }
    let caption = label ?? alternative.map { [TextRun($0)] }
    return blocks + (caption.map { [.figure(caption: $0)] } ?? [])
  }
}

extension [TextRun] {
  /// Whether there is nothing to be seen.
  var isBlank: Bool { allSatisfy(\.text.isBlank) }

  /// Whether the text begins with a dash, as attributions do.
  var beginWithDash: Bool { first?.text.first.map { "\u{2014}\u{2013}\u{2015}".contains($0) } ?? false }

  /// The runs without a dash at the beginning.
  var withoutLeadingDash: [TextRun] {
    guard var first, let character = first.text.first, "\u{2014}\u{2013}\u{2015}-".contains(character) else {
      return self
    }
    first.text = String(first.text.drop { $0.isWhitespace || "\u{2014}\u{2013}\u{2015}-".contains($0) })
    return (first.text.isEmpty ? [] : [first]) + dropFirst()
  }
}

extension [TextBlock] {
  /// All runs of the blocks, a line break between two blocks: the text of a table's cell or of a caption.
  var joinedRuns: [TextRun] {
    var runs: [TextRun] = []
    for block in self {
      if !runs.isEmpty { runs.append(TextRun("\n")) }
      runs += block.allRuns
    }
    return runs
  }
}
