import GRDB
import NewsroomModel

extension PageSource {
  func page(of person: Person) throws -> RecordPage {
    var page = RecordPage(address: RecordAddress(.person, person.id), title: person.name)
    page.facts = try facts(of: person)
    let sources = try sources(of: person)
    page.source = Self.webSource(sources)
    let parts = try relationStore.participations(ofPerson: person.id)
    let tenures = try TenureReader(relations, addresses: TenureReader.addresses(of: person)).tenures(
      ofPerson: person.id)
    let articles = try articleSet([Term.filter(.person, person.id)])
    page.sections = try [
      section(.roles, newestFirst(person.memberships.map(roleRow))),
      section(.delegations, newestFirst(delegations(parts)), list: list(.delegations, .person, person.id)),
      section(.events, newestFirst(events(parts)), list: list(.events, .person, person.id)),
      outcomeSection(.record(page.address)), section(.statements, Quotations(self).rows(of: person, in: articles)),
      articleSection(articles, .person, person.id),
      section(.attestedRoles, attestedRows(tenures)), section(.sources, sourceRows(sources)),
    ].compactMap { $0 }
    return page
  }

  private func facts(of person: Person) throws -> [RecordPage.PageField] {
    var facts: [RecordPage.PageField] = []
    let printed = person.otherNames.map { other in other.note.map { "\(other.name) (\($0))" } ?? other.name }.uniqued()
    if !printed.isEmpty { facts.append(RecordPage.PageField("Also printed", printed.joined(separator: " · "))) }
    if let prefix = person.honorificPrefix { facts.append(RecordPage.PageField("Addressed as", prefix)) }
    if let latest = try relationStore.latestRole(ofPerson: person.id), !latest.line.isEmpty {
      let date = (try? PartialDate(latest.date)).map { " (\(dates.string($0)))" } ?? ""
      let former = latest.formerBy.map { " · former by \(dates.string($0))" } ?? ""
      facts.append(RecordPage.PageField("Latest known role", latest.line + date + former))
    }
    return facts
  }

  /// Where it says what is known of somebody, with the post that it shows.
  private func sources(of person: Person) throws -> [Source] {
    let posts = try person.memberships.flatMap { post in
      let line = try roleLine(post)
      return post.sources.map { Source(url: $0.url, note: [line, $0.note].compactMap { $0 }.joined(separator: ": ")) }
    }
    return person.sources + person.links.map { Source(url: $0.url, note: $0.note) } + posts
  }

  private func roleLine(_ post: Membership) throws -> String {
    try relationStore.roleLine(post.role, acting: post.acting, label: post.label, organisation: post.organizationID)
  }

  /// A post in time: from when to when where a source says so, else the days on which it is shown.
  private func roleRow(_ membership: Membership) throws -> PageRow {
    let label = try roleLine(membership)
    let attested = membership.attested.sorted()
    let date =
      DateRange(start: membership.startDate, end: membership.endDate)
      ?? DateRange(start: attested.first, end: attested.last)
    let notes = [
      try membership.onBehalfOfID.map { "for \(try relationStore.shortName(of: $0))" },
      attested.count > 1 ? "shown on \(attested.count) dates" : nil,
      membership.formerBy.map { "former by \(dates.string($0))" },
    ]
    return PageRow(
      target: try membership.organizationID.flatMap { try relationStore.target(.organisation, $0) }, label: label,
      role: notes.compactMap { $0 }.joined(separator: " · "), date: date, relation: relation(membership))
  }

  private func relation(_ membership: Membership) -> PageRow.Relation {
    let institutions = relations.institutions
    let institution = membership.organizationID.map(institutions.institution(of:))
    return PageRow.Relation(
      role: membership.role, acting: membership.acting, label: membership.label,
      organisation: membership.organizationID.map(institutions.named),
      institution: institution == membership.organizationID ? nil : institution.map(institutions.named),
      attested: membership.attested.sorted(), formerBy: membership.formerBy,
      sources: membership.sources.compactMap(\.url))
  }

  /// Every date on which a post is attested, the latest first, with what attests it.
  private func attestedRows(_ tenures: [Tenure]) throws -> [PageRow] {
    let rows = try tenures.flatMap { tenure in
      let line = try relationStore.roleLine(
        tenure.role, acting: tenure.acting, label: nil, organisation: tenure.organisation?.address.id)
      return tenure.attestations.map { attestation in
        let isOwn = attestation.statedIn.address.kind == .person
        let target = isOwn ? attestation.sources.first.map(LinkTarget.url) : .record(attestation.statedIn.address)
        let source = isOwn ? attestation.sources.first ?? "" : attestation.statedIn.name
        return PageRow(
          target: target, label: line, role: source, date: DateRange(attestation.date),
          relation: PageRow.Relation(
            role: tenure.role, acting: tenure.acting, label: tenure.label, organisation: tenure.organisation,
            institution: tenure.institution, sources: attestation.sources))
      }
    }
    return newestFirst(rows)
  }

  /// The delegations that somebody was a member of, and those that met them at a stop: as the list of delegations finds them by
  /// that person.
  private func delegations(_ parts: [ParticipationRow]) throws -> [PageRow] {
    var seen: Set<String> = []
    let own = parts.filter { $0.owner.kind == .delegation }.map { ($0.owner.id, $0) }
    let met = try parts.filter { $0.owner.kind == .event }.flatMap { part in
      try relationStore.delegations(ofEvent: part.owner.id).map { ($0, part) }
    }
    return try (own + met).filter { seen.insert($0.0).inserted }.map { id, part in
      var row = try delegationRow(id)
      row.role = try role(part)
      return row
    }
  }

  /// The events that somebody attended, and those at which a delegation of theirs stopped.
  private func events(_ parts: [ParticipationRow]) throws -> [PageRow] {
    let attended = parts.filter { $0.owner.kind == .event }
    let known = Set(attended.map(\.owner.id))
    let stops = try parts.filter { $0.owner.kind == .delegation }.flatMap { part in
      try relationStore.events(ofDelegation: part.owner.id).filter { !known.contains($0) }.map { ($0, part) }
    }
    return try (attended.map { ($0.owner.id, $0) } + stops).map { try eventRow($0, role: role($1)) }.uniqued()
  }

  private func role(_ part: ParticipationRow) throws -> String {
    try [relationStore.roleLine(part), part.isHead ? "head" : "", part.part ?? ""].filter { !$0.isEmpty }
      .joined(separator: " · ")
  }
}
