/// Builds blocks from the events of an HTML reader.
///
/// Open elements that hold blocks of their own (lists, items, quotes, figures, tables) are frames of a stack; all others only
/// end the paragraph before them. Frames are at most ``frameLimit`` deep: what is nested more deeply keeps its text.
struct BlockBuilder {
  /// How deeply blocks are nested; a screen has no room for more.
  static let frameLimit = 24
  /// How far from zero a list may begin. Numbers of ten digits begin no list in Markdown.
  private static let farthestListStart = 900_000_000

  private var frames: [OpenBlock] = [OpenBlock(.document)]
  /// Elements begun and not ended that changed something, innermost last.
  private var open: [OpenElement] = []
  private var emphasis: TextRun.Emphasis = []
  private var citedDepth = 0
  private var target: LinkTarget?
  /// Whether digits are raised (true) or lowered (false) where text stands now.
  private var isRaised: Bool?

  private struct OpenElement {
    var element: HTMLElement
    var emphasis: TextRun.Emphasis
    var target: LinkTarget?
    var isRaised: Bool?
    /// Whether a frame was opened for it.
    var hasFrame = false
  }

  /// The blocks, once all events have come.
  mutating func finish() -> [TextBlock] {
    while frames.count > 1 { closeFrame() }
    frames[0].endParagraph()
    return frames[0].blocks
  }

  /// An element begins.
  mutating func begin(_ element: HTMLElement, _ attributes: HTMLAttributes) {
    switch element {
    case .unknown, .script, .dropped, .inlineQuote: break
    case .lineBreak: frames[frames.count - 1].addLineBreak()
    case .rule: frames[frames.count - 1].add(.rule)
    case .image: frames[frames.count - 1].addImage(attributes["alt"])
    default: push(element, attributes)
    }
  }

  /// An element ends.
  mutating func end(_ element: HTMLElement) {
    switch element {
    case .unknown, .script, .dropped, .inlineQuote, .lineBreak, .rule, .image: break
    default: pop(element)
    }
  }

  /// Text.
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    if let isRaised, let digits = SuperscriptDigits.digits(bytes, isRaised: isRaised) {
      digits.withUnsafeBufferPointer { frames[frames.count - 1].add($0, emphasis, target, isCited: citedDepth > 0) }
    } else {
      frames[frames.count - 1].add(bytes, emphasis, target, isCited: citedDepth > 0)
    }
  }

  private mutating func push(_ element: HTMLElement, _ attributes: HTMLAttributes) {
    var opened = OpenElement(element: element, emphasis: emphasis, target: target, isRaised: isRaised)
    switch element {
    case .strong: emphasis.insert(.strong)
    case .emphasised: emphasis.insert(.emphasised)
    case .code: emphasis.insert(.code)
    case .link: target = attributes["href"].flatMap { $0.isEmpty ? nil : .url($0) } ?? target
    case .cite:
      emphasis.insert(.emphasised)
      citedDepth += 1
    case .shifted(let isRaised): self.isRaised = isRaised
    default: opened.hasFrame = beginBlock(element, attributes)
    }
    open.append(opened)
  }

  private mutating func pop(_ element: HTMLElement) {
    guard let index = open.lastIndex(where: { $0.element ~= element }) else { return }
    while open.count > index, let closed = open.popLast() {
      if case .cite = closed.element { citedDepth -= 1 }
      (emphasis, target, isRaised) = (closed.emphasis, closed.target, closed.isRaised)
      if closed.hasFrame { closeFrame() } else if closed.element.isBlock { endParagraph() }
    }
  }

  /// Begins what is not inline; true when a frame was opened for it.
  private mutating func beginBlock(_ element: HTMLElement, _ attributes: HTMLAttributes) -> Bool {
    endParagraph()
    if case .heading(let level) = element { frames[frames.count - 1].headingLevel = level }
    guard frames.count < Self.frameLimit, let kind = frameKind(element, attributes) else { return false }
    frames.append(OpenBlock(kind))
    return true
  }

  private func frameKind(_ element: HTMLElement, _ attributes: HTMLAttributes) -> OpenBlock.Kind? {
    switch element {
    case .list(let ordered): .list(ordered: ordered, start: listStart(attributes["start"]))
    case .item: .item
    case .quote: .quote(isParaphrase: attributes["class"]?.split(separator: " ").contains("paraphrase") ?? false)
    case .footer where isInQuote: .attribution
    case .figure: .figure
    case .caption: .caption
    case .aside: .aside
    case .table: .table
    case .row: .row
    case .cell(let isHeader): .cell(isHeader: isHeader)
    case .preformatted: .preformatted
    default: nil
    }
  }

  /// Where a list begins to count; kept to numbers from which its items can be counted on.
  private func listStart(_ written: String?) -> Int {
    let start = written.flatMap { Int($0) } ?? 1
    return max(-Self.farthestListStart, min(start, Self.farthestListStart))
  }

  private var isInQuote: Bool {
    if case .quote = frames[frames.count - 1].kind { return true }
    return false
  }

  /// The paragraph ends.
  mutating func endParagraph() { frames[frames.count - 1].endParagraph() }

  private mutating func closeFrame() {
    guard frames.count > 1, var closed = frames.popLast() else { return }
    closed.endParagraph()
    frames[frames.count - 1].take(closed)
  }
}

extension HTMLElement {
  /// Whether two elements are of one kind.
  static func ~= (left: HTMLElement, right: HTMLElement) -> Bool {
    switch (left, right) {
    case (.heading(let left), .heading(let right)): left == right
    case (.list(let left), .list(let right)): left == right
    case (.cell(let left), .cell(let right)): left == right
    case (.shifted(let left), .shifted(let right)): left == right
    case (.block, .block), (.item, .item), (.quote, .quote), (.footer, .footer), (.cite, .cite), (.figure, .figure),
      (.caption, .caption), (.aside, .aside), (.table, .table), (.row, .row), (.preformatted, .preformatted),
      (.link, .link), (.strong, .strong), (.emphasised, .emphasised), (.code, .code):
      true
    default: false
    }
  }
}
