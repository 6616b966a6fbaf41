extension History {
  /// The history as text for a terminal.
  package var plainText: String { lines(markdown: false).joined(separator: "\n") }

  /// The history as Markdown.
  package var markdown: String { lines(markdown: true).joined(separator: "\n") }

  private func lines(markdown: Bool) -> [String] {
    let writer = HistoryWriter(markdown: markdown)
    var lines = [writer.heading("\(leftName) and \(rightName)", level: 1)]
    lines += [summary]
    let close = contacts.filter { $0.strength != .present }
    let present = contacts.filter { $0.strength == .present }
    lines += writer.section("Contacts", close.flatMap(writer.contact))
    lines += writer.section("Both were present at", present.map { writer.item($0.line) })
    lines += writer.section("Contacts by year", years.map { writer.item($0.description) })
    lines += writer.section("Through whom", people.map { writer.item($0.line) })
    lines += writer.section("Programmes together", programmes.map { writer.item($0.name) })
    lines += writer.section("Affiliations and posts", affiliations.map { writer.item($0.line) })
    let shown = articles.map { writer.item("\($0.name) [\($0.address)]") }
    let rest = articleCount > articles.count ? [writer.item("… and \(articleCount - articles.count) more")] : []
    lines += writer.section("Articles that name both (\(articleCount))", shown + rest)
    return lines
  }

  /// How many contacts of which strength, and from when to when.
  package var summary: String {
    guard !contacts.isEmpty else { return "No contact is recorded." }
    let kinds = ContactStrength.allCases.compactMap { strength -> String? in
      let count = contacts.count { $0.strength == strength }
      return count == 0 ? nil : "\(strength.label) \(count)"
    }
    let dates = contacts.compactMap(\.occasion.dates)
    let first = dates.compactMap(\.sortDate).min()?.dateOnly
    let last = dates.compactMap { $0.end ?? $0.start }.max()?.dateOnly
    let span = [first, last].compactMap(\.self).uniquedInOrder.joined(separator: " – ")
    let count = contacts.count == 1 ? "1 contact" : "\(contacts.count) contacts"
    return ([count, span].filter { !$0.isEmpty } + kinds).joined(separator: " · ")
  }
}

extension ContactStrength {
  /// As screens write it.
  package var label: String {
    switch self {
    case .met: "met"
    case .joint: "joint"
    case .present: "both present"
    }
  }
}

extension Contact {
  /// Date, name, kind, place and strength on one line.
  package var line: String {
    let parts = [
      occasion.dates?.description ?? "undated", occasion.name, occasion.classification, occasion.location,
      strength.label,
    ]
    return parts.compactMap(\.self).joined(separator: " · ") + " [\(occasion.address)]"
  }
}

extension OccasionParticipation {
  /// Name, role, organisation and part on one line.
  package var line: String {
    let name = [honorific, person?.name].compactMap(\.self).joined(separator: " ")
    let post = [role, acting].compactMap(\.self).joined(separator: " ")
    let place = [organisation?.name, institution?.name].compactMap(\.self).joined(separator: ", ")
    let held = [post, place].filter { !$0.isEmpty }.joined(separator: ", ")
    let printed = label.flatMap { $0 == post || $0 == held ? nil : "“\($0)”" }
    return [name, held, printed ?? "", part].filter { !$0.isEmpty }.joined(separator: " · ")
  }
}

extension History.PersonCount {
  fileprivate var line: String { "\(person.name) ×\(count)" }
}

extension History.AffiliationLink {
  fileprivate var line: String {
    [from.name, role ?? "affiliated with", to.name].joined(separator: " · ") + (dates.map { " (\($0))" } ?? "")
  }
}

extension Sequence where Element: Hashable {
  /// Each element once, in the order of first occurrence.
  fileprivate var uniquedInOrder: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

/// Writes headings and lists as text or as Markdown.
private struct HistoryWriter {
  let markdown: Bool

  func heading(_ text: String, level: Int) -> String {
    markdown ? String(repeating: "#", count: level) + " " + text.onOneLine.inMarkdown : text.onOneLine
  }

  func item(_ text: String, depth: Int = 0) -> String {
    let indent = String(repeating: "  ", count: depth)
    return markdown ? "\(indent)- \(text.onOneLine.inMarkdown)" : "  \(indent)\(text.onOneLine)"
  }

  /// A heading and its lines; nothing where there are none.
  func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["", heading(title, level: 2)] + (markdown ? [""] : []) + lines
  }

  func contact(_ contact: Contact) -> [String] {
    [item(contact.line)] + (contact.left + contact.right).map { item($0.line, depth: 1) }
      + contact.outcomes.map { item("Outcome: \($0.text)", depth: 1) }
      + contact.reports.map { item("Report: \($0.name) [\($0.address)]", depth: 1) }
      + contact.sources.map { item("Source: \($0)", depth: 1) }
  }
}

extension Partner {
  /// How many contacts of which strength: `met 2 · both present 2`.
  package var strengths: String {
    [(met, ContactStrength.met), (joint, .joint), (present, .present)].filter { $0.0 > 0 }
      .map { "\($0.1.label) \($0.0)" }.joined(separator: " · ")
  }
}
