import GRDB
import NewsroomModel

extension PageSource {
  func page(of person: Person) throws -> RecordPage {
    var page = RecordPage(address: RecordAddress(.person, person.id), title: person.name)
    page.facts = try facts(of: person)
    page.source = Self.webSource(person.sources + person.links.map { Source(url: $0.url) })
    let parts = try ties.participations(ofPerson: person.id)
    let articles = try articleSet([Token.filter(.person, person.id)])
    page.sections = try [
      section(.roles, newestFirst(person.memberships.map(roleRow))),
      section(.delegations, newestFirst(delegations(parts))),
      section(.events, newestFirst(parts.filter { $0.owner.kind == .event }.map(eventPart))),
      section(.statements, Statements(self).rows(of: person, in: articles)),
      articleSection(articles, .person, person.id),
      section(.sources, sourceRows(person.sources + person.links.map { Source(url: $0.url, note: $0.note) })),
    ].compactMap { $0 }
    return page
  }

  private func facts(of person: Person) throws -> [RecordPage.Fact] {
    var facts: [RecordPage.Fact] = []
    let printed = person.otherNames.map { other in other.note.map { "\(other.name) (\($0))" } ?? other.name }.uniqued()
    if !printed.isEmpty { facts.append(RecordPage.Fact("Also printed", printed.joined(separator: " · "))) }
    if let prefix = person.honorificPrefix { facts.append(RecordPage.Fact("Addressed as", prefix)) }
    if let latest = try ties.latestRole(ofPerson: person.id), !latest.line.isEmpty {
      let date = (try? PartialDate(latest.date)).map { " (\(dates.string($0)))" } ?? ""
      let former = latest.formerBy.map { " · former by \(dates.string($0))" } ?? ""
      facts.append(RecordPage.Fact("Latest known role", latest.line + date + former))
    }
    return facts
  }

  /// A post in time: from when to when where a source says so, else the days on which it is shown.
  private func roleRow(_ membership: Membership) throws -> RelationRow {
    let label = try ties.roleLine(
      membership.role, acting: membership.acting, label: membership.label, organisation: membership.organizationID)
    let attested = membership.attested.sorted()
    let date =
      DateSpan(start: membership.startDate, end: membership.endDate)
      ?? DateSpan(start: attested.first, end: attested.last)
    let notes = [
      attested.count > 1 ? "shown on \(attested.count) dates" : nil,
      membership.formerBy.map { "former by \(dates.string($0))" },
    ]
    return RelationRow(
      target: try membership.organizationID.flatMap { try ties.target(.organisation, $0) }, label: label,
      role: notes.compactMap { $0 }.joined(separator: " · "), date: date ?? membership.formerBy.map(DateSpan.init))
  }

  /// The delegations that somebody was a member of, and those that met them at a stop: as the list of delegations finds them by
  /// that person.
  private func delegations(_ parts: [ParticipationRow]) throws -> [RelationRow] {
    var seen: Set<String> = []
    let own = parts.filter { $0.owner.kind == .delegation }.map { ($0.owner.id, $0) }
    let met = try parts.filter { $0.owner.kind == .event }.flatMap { part in
      try ties.delegations(ofEvent: part.owner.id).map { ($0, part) }
    }
    return try (own + met).filter { seen.insert($0.0).inserted }.map { id, part in
      var row = try delegationRow(id)
      row.role = try role(part)
      return row
    }
  }

  private func eventPart(_ part: ParticipationRow) throws -> RelationRow {
    try eventRow(part.owner.id, role: role(part))
  }

  private func role(_ part: ParticipationRow) throws -> String {
    try [ties.roleLine(part), part.isHead ? "head" : "", part.part ?? ""].filter { !$0.isEmpty }
      .joined(separator: " · ")
  }
}
