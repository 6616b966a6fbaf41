extension RecordPage {
  /// The page as Markdown (CommonMark): heading, facts, text, then a heading and a list for every relation. What the data say
  /// is text there, whatever it looks like.
  package var markdown: String {
    var parts = ["# " + title.inMarkdown]
    let facts = facts.map { "- **\($0.label.inMarkdown):** \($0.value.inMarkdown)" }
    if !facts.isEmpty { parts.append(facts.joined(separator: "\n")) }
    if !text.isEmpty { parts.append(text.markdown) }
    parts += sections.map(\.markdown)
    return parts.joined(separator: "\n\n") + "\n"
  }
}

extension RelationSection {
  fileprivate var markdown: String {
    let heading = "## " + relation.rawValue + (count > 1 ? " (\(count))" : "")
    let rest = count > rows.count ? ["- … and \(count - rows.count) more"] : []
    return heading + "\n\n" + (rows.map { "- " + $0.markdown } + rest).joined(separator: "\n")
  }
}

extension RelationRow {
  fileprivate var markdown: String {
    let label = [TextRun(label, target: target)].markdown
    let parts = [role.inMarkdown, count.map { "×\($0)" } ?? "", date?.description ?? ""]
    return ([label] + parts.filter { !$0.isEmpty }).joined(separator: ", ")
  }
}

extension [TextBlock] {
  fileprivate var markdown: String { map(\.markdown).filter { !$0.isEmpty }.joined(separator: "\n\n") }
}

extension TextBlock {
  fileprivate var markdown: String {
    switch self {
    case .paragraph(let runs): runs.markdown
    case .heading(let level, let runs): String(repeating: "#", count: Swift.min(6, level + 1)) + " " + runs.markdown
    case .list(let ordered, let start, let items): Self.list(items, from: ordered ? start : nil)
    case .quote(let blocks, let attribution, _):
      (blocks + (attribution.map { [.paragraph([TextRun("— ")] + $0)] } ?? [])).markdown.indented("> ", rest: "> ")
    case .figure(let caption): caption.isEmpty ? "" : "*" + caption.markdown + "*"
    case .aside(let blocks): blocks.markdown.indented("> ", rest: "> ")
    case .table(let rows, _): Self.table(rows)
    case .rule: "---"
    case .preformatted(let text): text.indented("    ", rest: "    ")
    }
  }

  private static func list(_ items: [[TextBlock]], from start: Int?) -> String {
    items.enumerated().map { index, blocks in
      let mark = start.map { "\($0 + index). " } ?? "- "
      return blocks.markdown.indented(mark, rest: String(repeating: " ", count: mark.count))
    }.joined(separator: "\n")
  }

  /// CommonMark has no tables; those of GitHub are read by most, and their first row is a header.
  private static func table(_ rows: [[[TextRun]]]) -> String {
    let columns = rows.map(\.count).max() ?? 0
    let lines = rows.map { row in
      let cells = row.map { $0.markdown.replacing("\\\n", with: " ") }
      return "| " + (cells + Array(repeating: "", count: columns - row.count)).joined(separator: " | ") + " |"
    }
    let rule = "|" + String(repeating: " --- |", count: columns)
    return (lines.prefix(1) + [rule] + lines.dropFirst()).joined(separator: "\n")
  }
}

extension [TextRun] {
  fileprivate var markdown: String { map(\.markdown).joined() }
}

extension TextRun {
  fileprivate var markdown: String {
    // Marks of emphasis count only where they touch a word.
    let start = text.prefix { $0.isWhitespace }
    let word = text.dropFirst(start.count)
    let end = String(word.reversed().prefix { $0.isWhitespace }.reversed())
    guard !word.isEmpty else { return text.inMarkdown }
    var result = String(word.dropLast(end.count)).inMarkdown
    if emphasis.contains(.emphasised) { result = "*\(result)*" }
    if emphasis.contains(.strong) { result = "**\(result)**" }
    return String(start).inMarkdown + linked(result) + end.inMarkdown
  }

  private func linked(_ label: String) -> String {
    guard case .url(let url)? = target, ["http://", "https://", "mailto:"].contains(where: url.hasPrefix),
      !url.contains(where: { $0.isWhitespace || $0 == "<" || $0 == ">" || $0 == "\\" })
    else { return label }
    return "[\(label)](<\(url)>)"
  }
}

extension String {
  /// The text with a backslash before whatever Markdown would take for one of its own marks.
  fileprivate var inMarkdown: String {
    var result = ""
    var startsLine = true
    for character in self {
      let isMark = "\\`*_[]<>#|&~".contains(character) || startsLine && "-+=".contains(character)
      if character == "." || character == ")", !result.isEmpty, result.allSatisfy(\.isNumber) { result += "\\" }
      result += character == "\n" ? "\\\n" : isMark ? "\\\(character)" : String(character)
      startsLine = character == "\n"
    }
    return result
  }

  fileprivate func indented(_ first: String, rest: String) -> String {
    let lines = split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().map { ($0 == 0 ? first : $1.isEmpty && rest != "> " ? "" : rest) + $1 }.joined(
      separator: "\n")
  }
}
