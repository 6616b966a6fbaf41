import GRDB
import NewsroomModel

extension PageSource {
  func page(of event: Event) throws -> RecordPage {
    let id = event.id
    var page = RecordPage(address: RecordAddress(.event, id), title: event.name)
    page.facts = try facts(of: event)
    page.text = event.description.map { [.paragraph([TextRun($0)])] } ?? []
    let sources = event.sources + event.organizers.flatMap(\.sources)
    page.source = Self.webSource(sources)
    let articles = try articleSet([Term.filter(.event, id)])
    page.sections = try [
      section(.within, relationStore.parent(of: page.address).map { [try eventRow($0)] } ?? []),
      section(.organisers, event.organizers.map(organiserRow)),
      section(.themes, textRows(event.themes)), section(.sessions, sessions(of: id)),
      section(.attendees, attendees(of: page.address), list: list(.people, .event, id)),
      section(.delegations, newestFirst(delegationRows(relationStore.delegations(ofEvent: id)))),
      section(.outcomes, textRows(event.outcomes)), section(.plans, textRows(event.plans)),
      section(.programmes, event.programmeIDs.map { try row(.programme, $0) }), articleSection(articles, .event, id),
      section(.sources, sourceRows(sources)),
    ].compactMap { $0 }
    return page
  }

  private func facts(of event: Event) throws -> [RecordPage.PageField] {
    var facts: [RecordPage.PageField] = []
    if let kind = event.classification { facts.append(RecordPage.PageField("Kind", kind)) }
    if let date = DateRange(start: event.startDate, end: event.endDate) {
      facts.append(RecordPage.PageField("Dates", dates.string(date)))
    }
    if let place = event.location { facts.append(RecordPage.PageField("Place", place)) }
    if let status = event.status { facts.append(RecordPage.PageField("Status", status)) }
    return facts
  }

  /// An organiser in the words of a source, which is named beside them.
  private func organiserRow(_ organiser: Event.Organizer) throws -> PageRow {
    let names = organiser.sources.compactMap { $0.url.flatMap(WebAddress.init)?.host ?? $0.note }.uniqued()
    let role = [organiser.role ?? "", names.joined(separator: ", ")].filter { !$0.isEmpty }.joined(separator: " · ")
    var row = try organisationRow(organiser.organizationID, role: role)
    row.relation = PageRow.Relation(role: organiser.role, sources: organiser.sources.compactMap(\.url))
    return row
  }

  /// Sessions in order of time, each with its speakers.
  private func sessions(of id: String) throws -> [PageRow] {
    let ids = try relationStore.strings(
      """
      SELECT e.id FROM event e JOIN record r ON r.kind = 4 AND r.id = e.id WHERE e.parent = ?
      ORDER BY r.start IS NULL, r.start, e.id
      """, [id])
    return try ids.map { session in
      let speakers = try relationStore.participants(RecordAddress(.event, session)).map {
        try relationStore.name(of: RecordAddress(.person, $0.person))
      }
      return try eventRow(session, role: speakers.isEmpty ? nil : speakers.joined(separator: " · "))
    }
  }

  /// Who is named, and who came with a delegation.
  private func attendees(of event: RecordAddress) throws -> [PageRow] {
    let visitors = try relationStore.visitors(ofEvent: event.id).map { try attendeeRow($0, part: "with a delegation") }
    return try relationStore.participants(event).map { try attendeeRow($0, part: $0.part ?? "") } + visitors.uniqued()
  }

  private func attendeeRow(_ row: ParticipationRow, part: String) throws -> PageRow {
    let role = try [relationStore.roleLine(row), part].filter { !$0.isEmpty }.joined(separator: " · ")
    var person = try self.row(.person, row.person, role: role)
    person.relation = relation(row)
    return person
  }

  func page(of programme: Programme) throws -> RecordPage {
    let id = programme.id
    var page = RecordPage(address: RecordAddress(.programme, id), title: programme.name)
    let names = programme.otherNames.map(\.name).uniqued()
    if !names.isEmpty { page.facts.append(RecordPage.PageField("Also known as", names.joined(separator: " · "))) }
    if let date = DateRange(start: programme.startDate, end: programme.endDate) {
      page.facts.append(RecordPage.PageField("Dates", dates.string(date)))
    }
    page.text = programme.description.map { [.paragraph([TextRun($0)])] } ?? []
    page.source = Self.webSource(programme.links.map { Source(url: $0.url) } + programme.sources)
    let events = try relationStore.strings("SELECT event FROM event_programme WHERE programme = ?", [id])
    let articles = try articleSet([Term.filter(.programme, id)])
    page.sections = try [
      section(.runBy, programme.organizationIDs.map { try organisationRow($0) }),
      section(.events, newestFirst(events.map { try eventRow($0) })), outcomeSection(.record(page.address)),
      articleSection(articles, .programme, id),
      section(
        .sources, sourceRows(programme.links.map { Source(url: $0.url, note: $0.note) } + programme.sources)),
    ].compactMap { $0 }
    return page
  }
}
