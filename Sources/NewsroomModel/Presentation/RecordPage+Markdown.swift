extension RecordPage {
  /// The page as Markdown (CommonMark): heading, facts, text, then a heading and a list for every relation. What the data say
  /// is text there, whatever it looks like.
  package var markdown: String {
    var parts = ["# " + title.onOneLine.inMarkdown]
    let facts = facts.map { "- **\($0.label.inMarkdown):** \($0.value.onOneLine.inMarkdown)" }
    if !facts.isEmpty { parts.append(facts.joined(separator: "\n")) }
    let years = activity.map { "- \($0)" }
    if !years.isEmpty { parts.append("## Articles by year\n\n" + years.joined(separator: "\n")) }
    if !text.isEmpty { parts.append(text.markdown) }
    parts += sections.map(\.markdown)
    return parts.joined(separator: "\n\n") + "\n"
  }
}

extension PageSection {
  fileprivate var markdown: String {
    let heading = "## " + relation.rawValue + (count > 1 ? " (\(count))" : "")
    let rest = count > rows.count ? ["- … and \(count - rows.count) more"] : []
    let entries = rows.map { "- " + $0.markdown(isStatement: relation == .statements) }
    return heading + "\n\n" + (entries + rest).joined(separator: "\n")
  }
}

extension PageRow {
  /// The row as an entry; an article can be gone after: by its address on the web, or else in newsroom.
  /// - Parameter isStatement: whether the label is what somebody said, and the role the headline of where it says so.
  fileprivate func markdown(isStatement: Bool) -> String {
    let link = articleURL.map(LinkTarget.url) ?? target
    let label = [TextRun(label.onOneLine, target: isStatement ? nil : link)].markdown
    let role = [TextRun(role.onOneLine, target: isStatement ? link : nil)].markdown
    let parts = [role, count.map { "×\($0)" } ?? "", displayDate?.inMarkdown ?? "", articleAddress?.inMarkdown ?? ""]
    let rest = parts.filter { !$0.isEmpty }.joined(separator: ", ")
    // What was said ends with a stop of its own.
    return rest.isEmpty ? label : label + (isStatement ? " — " : ", ") + rest
  }

  /// Where on the web the article is that it leads to.
  private var articleURL: String? {
    guard case .record(let address)? = target, address.kind == .article, address.id.isOnWeb else { return nil }
    return address.id
  }

  /// The address of the article that it leads to, where that is not on the web.
  private var articleAddress: String? {
    guard case .record(let address)? = target, address.kind == .article, !address.id.isOnWeb else { return nil }
    return "[\(address.description.onOneLine)]"
  }
}

extension [TextBlock] {
  fileprivate var markdown: String { map(\.markdown).filter { !$0.isEmpty }.joined(separator: "\n\n") }
}

extension TextBlock {
  fileprivate var markdown: String {
    switch self {
    case .paragraph(let runs): runs.markdown
    case .heading(let level, let runs):
      String(repeating: "#", count: Swift.min(6, level + 1)) + " " + runs.markdownOnOneLine
    case .list(let ordered, let start, let items): Self.list(items, from: ordered ? start : nil)
    case .quote(let blocks, _, _):
      (blocks + (signature.map { [.paragraph([TextRun("— ")] + $0)] } ?? [])).markdown.indented("> ", rest: "> ")
    case .figure(let caption):
      caption.map { TextRun($0.text, emphasis: .emphasised, target: $0.target) }.markdown
    case .aside(let blocks): blocks.markdown.indented("> ", rest: "> ")
    case .table(let rows, _): Self.table(rows)
    case .rule: "---"
    case .preformatted(let text): Self.fenced(text)
    }
  }

  private static func list(_ items: [[TextBlock]], from start: Int?) -> String {
    items.enumerated().map { index, blocks in
      // Negative numbers begin no list.
      let mark = start.map { "\(Swift.max(0, $0) + index). " } ?? "- "
      return blocks.markdown.indented(mark, rest: String(repeating: " ", count: mark.count))
    }.joined(separator: "\n")
  }

  /// Between two rows of backticks, longer than any in the text.
  private static func fenced(_ text: String) -> String {
    let longest = text.split { $0 != "`" }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: Swift.max(3, longest + 1))
    return [fence, text, fence].joined(separator: "\n")
  }

  /// CommonMark has no tables; those of GitHub are read by most, and their first row is a header.
  private static func table(_ rows: [[[TextRun]]]) -> String {
    let columns = rows.map(\.count).max() ?? 0
    let lines = rows.map { row in
      let cells = row.map(\.markdownOnOneLine)
      return "| " + (cells + Array(repeating: "", count: columns - row.count)).joined(separator: " | ") + " |"
    }
    let rule = "|" + String(repeating: " --- |", count: columns)
    return (lines.prefix(1) + [rule] + lines.dropFirst()).joined(separator: "\n")
  }
}

extension [TextRun] {
  fileprivate var markdown: String {
    joined.map(\.markdown).reduce("") { text, run in
      // Before a link it would make a picture of it.
      text.hasSuffix("!") && run.hasPrefix("[") ? text.dropLast() + "\\!" + run : text + run
    }
  }

  fileprivate var markdownOnOneLine: String { markdown.replacing("\\\n", with: " ") }

  /// The runs with those made one that would stand in the same marks: two marks that touch are read as another one.
  private var joined: [TextRun] {
    reduce(into: []) { runs, run in
      var run = run
      if case .record? = run.target { run.target = nil }
      if let last = runs.last, last.emphasis == run.emphasis, last.target == run.target {
        runs[runs.count - 1].text += run.text
      } else {
        runs.append(run)
      }
    }
  }
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
    guard case .url(let url)? = target, ["http://", "https://", "mailto:"].contains(where: url.lowercased().hasPrefix)
    else { return label }
    return "[\(label)](<\(url.asDestination)>)"
  }
}

extension String {
  fileprivate var isOnWeb: Bool { ["http://", "https://"].contains(where: lowercased().hasPrefix) }

  /// What stands in a heading or an entry, which end with their line.
  var onOneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }

  /// An address between `<` and `>`: what would end it there, or a cell of a table, is written as a number, and what looks like
  /// a character's name in HTML is none.
  fileprivate var asDestination: String {
    let escaped = unicodeScalars.map { scalar in
      guard scalar.properties.isWhitespace || scalar.value < 0x20 || "<>\\|`".unicodeScalars.contains(scalar) else {
        return String(scalar)
      }
      return String(scalar).utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
    }.joined()
    return escaped.replacing(#/&(?=#?[A-Za-z0-9]+;)/#, with: "\\&")
  }

  /// The text with a backslash before whatever Markdown would take for one of its own marks.
  var inMarkdown: String {
    split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated().map { $1.escaped(isFirst: $0 == 0) }.joined(separator: "\\\n")
  }

  fileprivate func indented(_ first: String, rest: String) -> String {
    let lines = split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().map { ($0 == 0 ? first : $1.isEmpty && rest != "> " ? "" : rest) + $1 }.joined(
      separator: "\n")
  }
}

extension Substring {
  /// A line, or the part of one.
  /// - Parameter isFirst: whether something may stand before it; else spaces before it would mean something.
  fileprivate func escaped(isFirst: Bool) -> String {
    let spaces = prefix { $0.isWhitespace }
    let text = dropFirst(spaces.count)
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    var result = isFirst && !spaces.isEmpty ? " " : ""
    for index in text.indices {
      let character = text[index]
      let isMark =
        "\\`*_[]<>#|&~".contains(character)
        || index == text.startIndex && "-+=".contains(character)
        || !digits.isEmpty && index == digits.endIndex && ".)".contains(character)
          && text[index...].dropFirst().first?.isWhitespace ?? true
      result += isMark ? "\\\(character)" : String(character)
    }
    return result
  }
}
