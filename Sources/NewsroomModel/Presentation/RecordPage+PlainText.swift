extension RecordPage {
  /// The page as plain text: what `newsroom show`, the pager and the clipboard get.
  public var plainText: String {
    var parts = [title]
    let labels = facts.map(\.label.count).max() ?? 0
    let lines = facts.map { $0.label + String(repeating: " ", count: labels - $0.label.count + 2) + $0.value }
    if !lines.isEmpty { parts.append(lines.joined(separator: "\n")) }
    if !activity.isEmpty { parts.append("Articles by year\n" + activity.map { "  \($0)" }.joined(separator: "\n")) }
    if !text.isEmpty { parts.append(text.readingText) }
    parts += sections.map(\.plainText)
    return parts.joined(separator: "\n\n") + "\n"
  }
}

extension PageSection {
  /// The heading with its count, then a row a line.
  public var plainText: String {
    let heading = count > 1 ? "\(relation.rawValue) (\(count))" : relation.rawValue
    let rest = count > rows.count ? ["  … and \(count - rows.count) more"] : []
    return ([heading] + rows.map { "  " + $0.plainText } + rest).joined(separator: "\n")
  }
}

extension PageRow {
  /// Label, role, date and address on one line.
  public var plainText: String {
    // A statement may have paragraphs.
    var parts = [PlainText.oneLine(label)]
    if !role.isEmpty { parts.append(role) }
    if let count { parts.append("×\(count)") }
    if let displayDate { parts.append(displayDate) }
    switch target {
    case .record(let address): parts.append("[\(address)]")
    case .url(let url) where url != label: parts.append("<\(url)>")
    case .url, nil: break
    }
    return parts.joined(separator: "  ")
  }
}
