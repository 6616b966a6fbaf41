import Collation
import GRDB
import NewsroomModel

extension PageSource {
  func page(of organisation: Organisation) throws -> RecordPage {
    let id = organisation.id
    var page = RecordPage(address: RecordAddress(.organisation, id), title: organisation.name)
    page.facts = try facts(of: organisation)
    page.text = organisation.description.map { [.paragraph([TextRun($0)])] } ?? []
    let sources = sources(of: organisation)
    page.source = Self.webSource(sources)
    let articles = try articleSet([Term.filter(.whole, id)])
    let own = try Set(relationStore.parts(ofOrganisation: id))
    let delegations = try Set(relationStore.delegations(ofOrganisations: own))
    let (sent, received) = try sides(of: own, in: delegations)
    let events = try Set(relationStore.events(ofOrganisations: own))
    page.activity = try activity(articles)
    page.sections = try [
      section(.partOf, partOf(organisation)),
      section(.parts, parts(of: id)) { try organisationRow($0) },
      section(.affiliations, affiliations(of: id)), section(.affiliates, affiliates(of: id)),
      section(.people, people(of: id), list: list(.people, .org, id)) { try personRow($0, of: id) },
      delegationSection(.delegationsSent, sent, id),
      delegationSection(.delegationsReceived, received, id),
      delegationSection(.delegationsJoined, delegations.subtracting(sent).subtracting(received), id),
      eventSection(id, own, events), partnerSection(id), postSection(id),
      outcomeSection(.record(page.address)), section(.programmes, programmes(of: id)),
      articleSection(articles, .org, id), section(.sources, sourceRows(sources)),
    ].compactMap { $0 }
    return page
  }

  /// The delegations that went on behalf of any of the organisations, and those of which any was a host or counterpart.
  private func sides(of own: Set<String>, in delegations: Set<String>) throws -> (
    sent: Set<String>, received: Set<String>
  ) {
    let sides = try DelegationParties(relationStore, of: delegations)
    let sent = delegations.filter { !own.isDisjoint(with: sides[$0].senders) }
    let received = delegations.subtracting(sent).filter { !own.isDisjoint(with: sides[$0].received) }
    return (sent, received)
  }

  private func facts(of organisation: Organisation) throws -> [RecordPage.PageField] {
    var facts: [RecordPage.PageField] = []
    let names = organisation.otherNames.map { name in
      let notes = [
        name.note == "acronym" ? nil : name.note, DateRange(start: name.startDate, end: name.endDate)?.description,
      ]
      let note = notes.compactMap { $0 }.joined(separator: ", ")
      return note.isEmpty ? name.name : "\(name.name) (\(note))"
    }.uniqued()
    if !names.isEmpty { facts.append(RecordPage.PageField("Also known as", names.joined(separator: " · "))) }
    if let kind = organisation.classification { facts.append(RecordPage.PageField("Kind", kind)) }
    if let country = organisation.country {
      facts.append(RecordPage.PageField("Country", CodeDisplayNames.named(country, CodeDisplayNames.country)))
    }
    if let date = organisation.foundingDate { facts.append(RecordPage.PageField("Founded", dates.string(date))) }
    return facts
  }

  /// Its own pages, then where it says what is known of it.
  private func sources(of organisation: Organisation) -> [Source] {
    organisation.links.map { Source(url: $0.url, note: $0.note) } + organisation.sources
      + organisation.affiliations.flatMap(\.sources)
  }

  /// The chain of wholes, nearest first; one that is too long to be looked through for circles is walked once.
  private func partOf(_ organisation: Organisation) throws -> [PageRow] {
    var (rows, seen) = ([PageRow](), Set([organisation.id]))
    var parent = try relationStore.parent(of: RecordAddress(.organisation, organisation.id))
    while let id = parent, seen.insert(id).inserted {
      rows.append(try organisationRow(id))
      parent = try relationStore.parent(of: RecordAddress(.organisation, id))
    }
    return rows
  }

  private func parts(of id: String) throws -> [String] {
    try relationStore.strings(
      """
      SELECT o.id FROM organisation o JOIN record r ON r.kind = 3 AND r.id = o.id WHERE o.parent = ?
      ORDER BY r.sort_name, o.id
      """, [id])
  }

  private func affiliations(of id: String) throws -> [PageRow] {
    try relationStore.rows("SELECT other, role, start, finish FROM affiliation WHERE organisation = ?", [id]).map {
      row in
      try organisationRow(
        row["other"], role: row["role"] ?? "", date: DateRange(start: row["start"], finish: row["finish"]))
    }
  }

  private func affiliates(of id: String) throws -> [PageRow] {
    try relationStore.rows(
      """
      SELECT a.organisation, a.role, a.start, a.finish FROM affiliation a
      JOIN record r ON r.kind = 3 AND r.id = a.organisation WHERE a.other = ?
      ORDER BY r.sort_name, a.organisation, a.rowid
      """, [id]
    ).map { row in
      try organisationRow(
        row["organisation"], role: row["role"] ?? "", date: DateRange(start: row["start"], finish: row["finish"]))
    }
  }

  /// People of an organisation and its parts with their latest known role there, the latest first. Of two roles shown on the same
  /// day that in the organisation itself counts; a space sorts before whatever a longer date goes on with.
  private func people(of id: String) throws -> [Row] {
    try relationStore.rows(
      """
      WITH RECURSIVE part(id) AS (VALUES (?1) UNION SELECT o.id FROM organisation o JOIN part ON o.parent = part.id)
      SELECT person, role, acting, label, organisation, latest, max(latest || ' ' || (organisation IS ?1)) FROM (
        SELECT person, role, acting, label, organisation, latest FROM membership
        WHERE organisation IN part OR behalf IN part
        UNION ALL
        SELECT p.person, p.role, p.acting, p.label, p.organisation, coalesce(r.start, r.finish, '')
        FROM participation p JOIN record r ON r.kind = p.kind AND r.id = p.owner
        WHERE p.organisation IN part OR p.behalf IN part
      ) GROUP BY person ORDER BY latest DESC
      """, [id])
  }

  private func personRow(_ row: Row, of id: String) throws -> PageRow {
    let unit: String? = row["organisation"]
    let role = try relationStore.roleLine(
      row["role"], acting: row["acting"], label: row["label"], organisation: unit, within: id)
    let former = try relationStore.formerDate(ofPerson: row["person"], role: row["role"], organisation: unit)
    let notes = [role, former.map { "former by \(dates.string($0))" } ?? ""].filter { !$0.isEmpty }
    let latest: String = row["latest"]
    return try self.row(
      .person, row["person"], role: notes.joined(separator: " · "),
      date: (try? PartialDate(latest)).map(DateRange.init))
  }

  private func delegationSection(_ relation: SectionKind, _ ids: Set<String>, _ id: String) throws -> PageSection? {
    try section(
      relation, count: ids.count, delegationRows(newest(ids, .delegation)), list: list(.delegations, .org, id))
  }

  private func eventSection(_ id: String, _ own: Set<String>, _ events: Set<String>) throws -> PageSection? {
    let ids = try events.union(relationStore.stops(ofOrganisations: own))
    let rows = try newest(ids, .event).map { event in
      let row = try eventRow(event)
      return try organiserRole(in: event, of: id, own).map { row.preceded(by: $0) } ?? row
    }
    return section(.events, count: ids.count, rows, list: list(.events, .org, id))
  }

  /// In what role the organisation organised an event, or else a part of it, which is then named.
  private func organiserRole(in event: String, of id: String, _ own: Set<String>) throws -> String? {
    let organisers = try relationStore.organisers(ofEvent: event)
    if let itself = organisers.first(where: { $0.organisation == id }) { return itself.role }
    guard let part = organisers.first(where: { own.contains($0.organisation) }), let role = part.role else {
      return nil
    }
    return try "\(role), \(relationStore.shortName(of: part.organisation))"
  }

  /// Partners with the number of contacts, which the history of the two lists.
  private func partnerSection(_ id: String) throws -> PageSection? {
    let partners = try PartnerList(relations).partners(of: .record(RecordAddress(.organisation, id)))
    return try section(.partners, partners) { partner in
      var row = try row(
        .organisation, partner.institution.address.id, label: partner.institution.name, role: partner.strengths,
        date: partner.dates, count: partner.contacts)
      row.relation = PageRow.Relation(
        strengths: [.met: partner.met, .joint: partner.joint, .present: partner.present].filter { $0.value > 0 })
      return row
    }
  }

  /// The latest of some records, as many as a section shows.
  private func newest(_ ids: Set<String>, _ kind: RecordKind) throws -> [String] {
    try relationStore.strings(
      """
      SELECT id FROM record WHERE kind = ? AND id IN (SELECT value FROM json_each(?)) ORDER BY +sort_date DESC, id LIMIT ?
      """, [kind.number, RelationStore.list(ids), Self.longestRelation])
  }

  private func programmes(of id: String) throws -> [PageRow] {
    try relationStore.strings("SELECT programme FROM programme_organisation WHERE organisation = ?", [id])
      .map { try row(.programme, $0) }
  }

  /// Articles by the year of their publication or event, without gaps between the first and the last.
  private func activity(_ articles: RecordBitmap) throws -> [RecordPage.YearCount] {
    let counts = try postings.counts(of: .year, in: articles)
    let years = counts.compactMap { year, count in Int(year).map { ($0, count) } }
    guard let first = years.map(\.0).min(), let last = years.map(\.0).max() else { return [] }
    let byYear = Dictionary(uniqueKeysWithValues: years)
    return (max(first, last - 60)...last).map { RecordPage.YearCount(year: $0, count: byYear[$0] ?? 0) }
  }
}
