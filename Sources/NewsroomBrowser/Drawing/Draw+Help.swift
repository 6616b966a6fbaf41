import NewsroomModel
import TerminalCells
import TerminalText

extension BrowserState {
  /// The help: keys and what they do, made from the table of commands; in a list what a query may hold, too, and the signs that
  /// stand beside dates and titles.
  func helpLines(_ help: HelpScreen) -> [StyledLine] {
    let query = help.list.map { [formLines, fieldLines($0)] } ?? []
    let parts = [keyLines(help)] + query + [signLines(help.context)]
    return Array(parts.filter { !$0.isEmpty }.joined(separator: [PageLine.empty.text]))
  }

  /// The line on which the fields begin.
  func fieldsStart(_ help: HelpScreen) -> Int { keyLines(help).count + 1 + formLines.count + 1 }

  private func keyLines(_ help: HelpScreen) -> [StyledLine] {
    let commands = Command.commands(in: help.context)
    return section(
      "Keys \(help.context.place)", commands.map { ($0.keys.map(\.label).joined(separator: " "), $0.sentence) })
  }

  private var formLines: [StyledLine] {
    section("What a query may hold", QueryField.otherForms.map { ($0.form, $0.meaning) })
  }

  private func fieldLines(_ list: ListKind) -> [StyledLine] {
    let fields = QueryField.allCases.filter { $0.makesSense(in: list) }
    return section("Fields of a query", fields.map { ($0.rawValue + ":", $0.help) })
  }

  private func signLines(_ context: CommandContext) -> [StyledLine] {
    guard context == .list || context == .record else { return [] }
    let date = ("*", "behind an article's date: its event's, for the article has none")
    return section("Signs", context == .list ? [date, ("★", "before a title: starred")] : [date])
  }

  private func section(_ heading: String, _ entries: [(key: String, sentence: String)]) -> [StyledLine] {
    let keys = entries.map { SafeText($0.key) }
    let width = min(keys.map(\.width).max() ?? 0, max(12, size.columns / 3))
    let head = StyledText(SafeText(heading), style: theme.style(.heading)).firstLine(width: size.columns - 4)
    return [head, PageLine.empty.text]
      + zip(keys, entries).flatMap { entry($0, SafeText($1.sentence), keyWidth: width) }
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
