import TerminalCells
import TerminalText

extension BrowserState {
  /// The help, made from the table of commands: keys, then what they do.
  func helpLines(_ help: HelpScreen) -> [StyledLine] {
    let commands = Command.commands(in: help.context)
    let labels = commands.map { SafeText($0.keys.map(\.label).joined(separator: " ")) }
    let width = min(labels.map(\.width).max() ?? 0, max(12, size.columns / 3))
    var lines = [
      StyledText(SafeText("Keys \(help.context.place)"), style: theme.style(.heading)).firstLine(
        width: size.columns - 4),
      PageLine.empty.text,
    ]
    for (command, label) in zip(commands, labels) {
      lines += entry(label, SafeText(command.sentence), keyWidth: width)
    }
    return lines
  }

  private func entry(_ keys: SafeText, _ sentence: SafeText, keyWidth: Int) -> [StyledLine] {
    let room = max(10, size.columns - keyWidth - 6)
    let (left, right) = (keys.lines(width: keyWidth), sentence.lines(width: room))
    return (0..<max(left.count, right.count)).map { index in
      let key = index < left.count ? keys[left[index]] : .empty
      var line = StyledText(key, style: theme.style(.strong))
      line.append(SafeText(String(repeating: " ", count: keyWidth - key.width + 2)))
      if index < right.count { line.append(sentence[right[index]]) }
      return StyledLine(text: line.text, spans: line.spans)
    }
  }

  func draw(_ help: HelpScreen, on canvas: inout Canvas) {
    drawBreadcrumb(on: &canvas)
    let lines = helpLines(help)
    for row in 0..<textRows where help.scroll + row < lines.count {
      canvas.draw(lines[help.scroll + row], 2, row + 1, width: size.columns - 3)
    }
    canvas.cursor = Point(column: 0, row: 1)
  }
}

extension CommandContext {
  /// The context as the help's heading names it.
  fileprivate var place: String {
    switch self {
    case .list: "in a list"
    case .facets: "in the facet pane"
    case .article: "while reading an article"
    case .record: "on a page"
    case .problems: "among the problems"
    case .place: "at the place of a problem"
    case .help: "in the help"
    }
  }
}
