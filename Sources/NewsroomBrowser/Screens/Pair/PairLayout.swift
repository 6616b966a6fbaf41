import NewsroomModel
import TerminalCells
import TerminalText

/// A history laid out in lines, with the rows that can be followed.
struct PairLayout: Equatable, Sendable {
  private(set) var lines: [PageLine] = []
  private(set) var targets: [FocusTarget] = []
  private(set) var width = 0
  private var section = 0

  init() {}

  init(_ history: History, columns: Int, theme: Theme) {
    width = LayoutWidths(pageIn: columns, measure: 100).main
    let writer = PairWriter(history: history, theme: theme)
    add(StyledText(SafeText(writer.title), style: theme.style(.title)))
    add(StyledText(SafeText(history.summary), style: theme.style(.dim)))
    for section in writer.sections {
      addSection(section, theme: theme)
    }
  }

  private mutating func addSection(_ section: PairSection, theme: Theme) {
    guard !section.rows.isEmpty else { return }
    lines.append(.empty)
    var heading = StyledText(SafeText(section.title), style: theme.style(.heading))
    if let count = section.count { heading.append(SafeText(" \(count)"), style: theme.style(.dim)) }
    add(heading)
    self.section += 1
    for row in section.rows {
      add(StyledText(SafeText(row.text), style: theme.style(row.tone)), indent: row.indent, target: row.target)
    }
  }

  /// Adds text in as many lines as it needs; with a target they are one row that can be followed.
  private mutating func add(_ text: StyledText, indent: Int = 0, target: LinkTarget? = nil) {
    let first = lines.count
    let stop = target == nil ? nil : targets.count
    for (index, line) in text.lines(width: max(10, width - indent - 2)).enumerated() {
      let prefix = StyledText(SafeText(String(repeating: " ", count: index == 0 ? indent : indent + 2)))
      lines.append(PageLine(prefix: prefix, text: line, stop: stop))
    }
    guard let target else { return }
    targets.append(
      FocusTarget(
        destination: .target(target), place: .section(section), isInSide: false, lines: first..<lines.count,
        label: text.text.string, number: nil))
  }
}

/// A part of the page: a heading, and rows.
private struct PairSection {
  let title: String
  var count: Int?
  var rows: [PairRow]
}

/// A line of the page as it is said.
private struct PairRow {
  let text: String
  var indent = 2
  var tone = StyleRole.plain
  var target: LinkTarget?
}

/// Writes a history in sections.
private struct PairWriter {
  let history: History
  let theme: Theme

  var title: String { "\(history.leftName) and \(history.rightName)" }

  var sections: [PairSection] {
    let close = history.contacts.filter { $0.strength != .present }
    let present = history.contacts.filter { $0.strength == .present }
    return [
      PairSection(title: "Contacts by year", rows: bars),
      PairSection(title: "Contacts", count: close.count, rows: close.flatMap { [row($0)] + details(of: $0) }),
      PairSection(title: "Both were present at", count: present.count, rows: present.map(row)),
      PairSection(title: "Through whom", count: history.people.count, rows: history.people.map(row)),
      PairSection(title: "Programmes together", count: history.programmes.count, rows: history.programmes.map(row)),
      PairSection(title: "Affiliations and posts", rows: history.affiliations.map(row)),
      PairSection(title: "Articles that name both", count: history.articleCount, rows: articles),
    ]
  }

  private var bars: [PairRow] {
    let most = history.years.map(\.count).max() ?? 1
    return history.years.map { year in
      let bar = String(repeating: "█", count: (year.count * 40 + most - 1) / max(1, most))
      return PairRow(text: "\(year.year) \(bar)\(bar.isEmpty ? "" : " ")\(year.count)", tone: .dim)
    }
  }

  private func row(_ contact: Contact) -> PairRow {
    let occasion = contact.occasion
    let parts = [
      occasion.dates?.description ?? "undated", occasion.name, occasion.classification, occasion.location,
      contact.strength.label,
    ]
    return PairRow(
      text: parts.compactMap(\.self).joined(separator: " · "), tone: .link, target: .record(occasion.address))
  }

  /// The people of both sides in their roles then, what was agreed, reports and sources.
  private func details(of contact: Contact) -> [PairRow] {
    side(history.leftName, contact.left) + side(history.rightName, contact.right)
      + contact.outcomes.map { PairRow(text: "Outcome: \($0.text)", indent: 4, tone: .strong) }
      + contact.reports.map { PairRow(text: "Report: \($0.name)", indent: 4, tone: .link, target: .record($0.address)) }
      + contact.sources.map { PairRow(text: "Source: \($0)", indent: 4, tone: .dim, target: .url($0)) }
  }

  private func side(_ name: String, _ participations: [OccasionParticipation]) -> [PairRow] {
    participations.isEmpty ? [] : [PairRow(text: name, indent: 4, tone: .dim)] + participations.map(row)
  }

  private func row(_ participation: OccasionParticipation) -> PairRow {
    let record = participation.person ?? participation.organisation
    return PairRow(
      text: participation.line, indent: 6, target: record.flatMap { $0.exists ? .record($0.address) : nil })
  }

  private func row(_ person: History.PersonCount) -> PairRow {
    let side = person.isLeft ? history.leftName : history.rightName
    return PairRow(
      text: "\(person.person.name) ×\(person.count) · \(side)", tone: .link, target: .record(person.person.address))
  }

  private func row(_ record: NamedRecord) -> PairRow {
    PairRow(text: record.name, tone: .link, target: record.exists ? .record(record.address) : nil)
  }

  private func row(_ link: History.AffiliationLink) -> PairRow {
    let dates = link.dates.map { " (\($0))" } ?? ""
    return PairRow(
      text: [link.from.name, link.role ?? "affiliated with", link.to.name].joined(separator: " · ") + dates)
  }

  private var articles: [PairRow] {
    let rest = history.articleCount - history.articles.count
    return history.articles.map(row) + (rest > 0 ? [PairRow(text: "… and \(rest) more", tone: .dim)] : [])
  }
}
