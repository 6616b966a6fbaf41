import NewsroomModel
import TerminalCells
import TerminalText

extension BrowserState {
  /// The help: keys and what they do, made from the table of commands; in a list what a query may hold, too, and the signs that
  /// stand beside dates and titles.
  func helpLines(_ help: HelpScreen) -> [StyledLine] {
    let query = help.list.map { [forms, fields(of: $0)] } ?? []
    let sections = [keys(of: help)] + query + [signs(in: help.topic)]
    let words = SearchNormalizer.fold(help.filter)
    let parts = sections.map { lines(of: $0.holding(words)) }.filter { !$0.isEmpty }
    return Array(parts.joined(separator: [PageLine.empty.text]))
  }

  /// The line on which the fields begin.
  func fieldsStart(_ help: HelpScreen) -> Int { lines(of: keys(of: help)).count + 1 + lines(of: forms).count + 1 }

  private func keys(of help: HelpScreen) -> HelpSection {
    let commands = Command.commands(in: help.topic)
    return HelpSection(
      "Keys \(help.topic.place)", commands.map { ($0.keys.map(\.label).joined(separator: " "), $0.message) })
  }

  private var forms: HelpSection {
    HelpSection("Query syntax", QueryField.syntaxExamples.map { ($0.form, $0.meaning) })
  }

  private func fields(of list: ListKind) -> HelpSection {
    let fields = QueryField.allCases.filter { $0.isSupported(in: list) }
    return HelpSection("Query fields", fields.map { ($0.rawValue + ":", $0.help) })
  }

  private func signs(in context: CommandContext) -> HelpSection {
    let date = ("*", "after a date: date of the event (the article itself is undated)")
    let star = ("★", "before a title: starred")
    return HelpSection("Symbols", context == .list ? [date, star] : context == .record ? [date] : [])
  }

  private func lines(of section: HelpSection) -> [StyledLine] {
    if section.entries.isEmpty { return [] }
    let keys = section.entries.map { SafeText($0.key) }
    let width = min(keys.map(\.width).max() ?? 0, max(12, size.columns / 3))
    let head = StyledText(SafeText(section.heading), style: theme.style(.heading)).firstLine(width: size.columns - 4)
    return [head, PageLine.empty.text]
      + zip(keys, section.entries).flatMap { entry($0, SafeText($1.message), keyWidth: width) }
  }

  private func entry(_ keys: SafeText, _ message: SafeText, keyWidth: Int) -> [StyledLine] {
    let room = max(10, size.columns - keyWidth - 6)
    let (left, right) = (keys.lines(width: keyWidth), message.lines(width: room))
    return (0..<max(left.count, right.count)).map { index in
      let key = index < left.count ? keys[left[index]] : .empty
      var line = StyledText(key, style: theme.style(.strong))
      line.append(SafeText(String(repeating: " ", count: keyWidth - key.width + 2)))
      if index < right.count { line.append(message[right[index]]) }
      return StyledLine(text: line.text, spans: line.spans)
    }
  }

  func draw(_ help: HelpScreen, on canvas: inout Canvas) {
    drawBreadcrumb(on: &canvas)
    let lines = helpLines(help)
    for row in 0..<textRows where help.scroll + row < lines.count {
      canvas.draw(lines[help.scroll + row], 2, row + 1, width: size.columns - 3)
    }
    if lines.isEmpty {
      canvas.writeSentence("No matching key or field.", 2, 1, width: size.columns - 3)
    }
    if canvas.cursor == nil { canvas.cursor = Point(column: 0, row: 1) }
  }
}

/// A part of the help: a heading, and keys, fields or signs with what they do.
private struct HelpSection {
  let heading: String
  var entries: [(key: String, message: String)]

  init(_ heading: String, _ entries: [(key: String, message: String)]) {
    (self.heading, self.entries) = (heading, entries)
  }

  /// The entries that hold folded words.
  func holding(_ words: String) -> HelpSection {
    let held = entries.filter { words.isEmpty || SearchNormalizer.fold($0.key + " " + $0.message).contains(words) }
    return HelpSection(heading, held)
  }
}
