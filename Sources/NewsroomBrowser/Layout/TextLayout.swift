import NewsroomModel
import TerminalCells
import TerminalText

/// Sets blocks of text into lines: paragraphs apart, lists marked, quotations barred, asides boxed, captions dim.
struct TextLayout {
  let theme: Theme
  /// Words to light up, folded.
  let highlights: [String]
  /// Gives a link its stop, and the number printed before it.
  var linkStop: (_ target: LinkTarget, _ label: String) -> (stop: Int, number: Int?)?

  private(set) var lines: [PageLine] = []
  private var width: Int
  private var prefix = StyledText()
  /// Stands in place of `prefix` on the next line alone: a bullet.
  private var firstPrefix: StyledText?
  private var tone: StyleRole = .plain

  init(
    width: Int, theme: Theme, highlights: [String],
    linkStop: @escaping (LinkTarget, String) -> (stop: Int, number: Int?)?
  ) {
    (self.width, self.theme, self.highlights, self.linkStop) = (width, theme, highlights, linkStop)
  }

  /// Sets `blocks`, an empty line between each two.
  mutating func set(_ blocks: [TextBlock], spaced: Bool = true) {
    for (index, block) in blocks.enumerated() {
      if index > 0, spaced, !blocks[index - 1].isHeading { addBlankLine() }
      set(block)
    }
  }

  mutating func set(_ block: TextBlock) {
    switch block {
    case .paragraph(let runs): addText(styled(runs, tone: tone))
    case .heading(_, let runs): addText(styled(runs, tone: .heading))
    case .list(let ordered, let start, let items): addList(ordered: ordered, start: start, items)
    case .quote(let blocks, _, _): addQuote(blocks, block.signature)
    case .figure(let caption): addFigure(caption)
    case .aside(let blocks): addAside(blocks)
    case .table(let rows, let hasHeader): addTable(rows, hasHeader: hasHeader)
    case .rule: addText(StyledText(SafeText(String(repeating: "─", count: max(1, width))), style: theme.style(.frame)))
    case .preformatted(let text): addPreformatted(text)
    }
  }

  mutating func addBlankLine() {
    lines.append(PageLine(prefix: prefix, text: PageLine.empty.text))
  }

  /// Columns a line may take.
  var availableWidth: Int { width }

  mutating func addLine(_ line: PageLine) { lines.append(line) }

  /// Adds a line that is known to fit and whose spaces stay.
  mutating func addUnbroken(_ text: StyledText) {
    lines.append(PageLine(prefix: firstPrefix ?? prefix, text: StyledLine(text: text.text, spans: text.spans)))
    firstPrefix = nil
  }

  mutating func addText(_ text: StyledText) {
    for line in text.lines(width: max(1, width)) {
      lines.append(PageLine(prefix: firstPrefix ?? prefix, text: line))
      firstPrefix = nil
    }
  }

  private mutating func addFigure(_ caption: [TextRun]) {
    var text = StyledText("▣ ", style: theme.style(.frame))
    append(caption, tone: .dim, to: &text)
    addText(text)
  }

  private mutating func addPreformatted(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      addText(highlighted(StyledText(SafeText(line), style: theme.style(tone))))
    }
  }

  private mutating func addList(ordered: Bool, start: Int, _ items: [[TextBlock]]) {
    let digits = String(start + items.count - 1).count
    for (index, item) in items.enumerated() {
      let number = String(start + index)
      let padding = String(repeating: " ", count: max(0, digits - number.count))
      let marker = ordered ? "\(padding)\(number). " : "• "
      indent(SafeText(marker), continuation: SafeText(String(repeating: " ", count: marker.count))) {
        $0.set(item, spaced: false)
      }
    }
  }

  private mutating func addQuote(_ blocks: [TextBlock], _ attribution: [TextRun]?) {
    indent("▌ ", continuation: "▌ ") { setter in
      setter.set(blocks)
      guard let attribution else { return }
      var line = StyledText("— ", style: setter.theme.style(.dim))
      setter.append(attribution, tone: .dim, to: &line)
      setter.addText(line)
    }
  }

  private mutating func addAside(_ blocks: [TextBlock]) {
    let across = String(repeating: "─", count: max(1, width - 1))
    addText(StyledText(SafeText("┌" + across), style: theme.style(.frame)))
    indent("│ ", continuation: "│ ") { $0.set(blocks) }
    addText(StyledText(SafeText("└" + across), style: theme.style(.frame)))
  }

  private mutating func indent(_ first: SafeText, continuation: SafeText, _ body: (inout TextLayout) -> Void) {
    let (oldWidth, oldPrefix) = (width, prefix)
    var marked = firstPrefix ?? prefix
    marked.append(first, style: theme.style(.frame))
    prefix.append(continuation, style: theme.style(.frame))
    width -= first.width
    firstPrefix = marked
    body(&self)
    (width, prefix, firstPrefix) = (oldWidth, oldPrefix, nil)
  }
}

extension TextLayout {
  /// The runs as one styled text, links numbered and matches lit.
  func styled(_ runs: [TextRun], tone: StyleRole) -> StyledText {
    var text = StyledText()
    append(runs, tone: tone, to: &text)
    return text
  }

  /// Appends the runs, lit as one: a match may begin in one run and end in another.
  func append(_ runs: [TextRun], tone: StyleRole, to text: inout StyledText) {
    var said = StyledText()
    for run in runs {
      let content = SafeText(multiline: run.text)
      guard let target = run.target, let link = linkStop(target, run.text) else {
        said.append(content, style: style(of: run, tone))
        continue
      }
      if let number = link.number {
        said.append("[\(number)]", style: theme.style(.dim), link: link.stop, isAdded: true)
      }
      said.append(content, style: theme.style(.link), link: link.stop)
    }
    text.append(highlighted(said))
  }

  private func highlighted(_ text: StyledText) -> StyledText {
    text.highlighting(highlights, with: theme.style(.match))
  }

  private func style(of run: TextRun, _ tone: StyleRole) -> Style {
    var style = theme.style(tone)
    if run.emphasis.contains(.strong) { style.attributes.formUnion(theme.style(.strong).attributes) }
    if run.emphasis.contains(.emphasised) { style.attributes.formUnion(theme.style(.emphasised).attributes) }
    return style
  }
}

extension TextBlock {
  /// A heading stands right above what it is about.
  fileprivate var isHeading: Bool {
    if case .heading = self { true } else { false }
  }
}
