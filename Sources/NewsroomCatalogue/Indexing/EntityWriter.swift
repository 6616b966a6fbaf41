import GRDB
import NameMatching
import NewsroomModel

/// Writes what a record says into the tables of ties, under the ids it uses itself; nothing needs to be there already.
struct EntityWriter {
  let database: Database

  /// Writes the ties of an organisation, person, delegation, event or programme.
  func write(_ record: NewsRecord) throws {
    switch record {
    case .article: break
    case .organisation(let organisation): try write(organisation)
    case .person(let person): try write(person)
    case .delegation(let delegation): try write(delegation)
    case .event(let event): try write(event)
    case .programme(let programme): try write(programme)
    }
  }

  private func write(_ organisation: Organisation) throws {
    let id = organisation.id
    try run(
      "INSERT OR REPLACE INTO organisation VALUES (?1, ?2, ?3, ?4, ?5, ?5, ?6)",
      [
        id, organisation.shortName, organisation.classification, organisation.country, organisation.parentID,
        organisation.isUnit,
      ])
    for tie in organisation.affiliations {
      try run(
        "INSERT INTO affiliation VALUES (?, ?, ?, ?, ?)",
        [id, tie.organizationID, tie.role, tie.startDate?.description, tie.endDate?.description])
    }
    try writeNames(.organisation, id, organisation.name, organisation.otherNames)
    try writeAddresses(.organisation, id, organisation.identifiers, organisation.links, organisation.sources)
    try writeProse(.organisation, id, [organisation.description])
  }

  private func write(_ person: Person) throws {
    for (position, membership) in person.memberships.enumerated() { try write(membership, position, of: person.id) }
    try writeNames(.person, person.id, person.name, person.otherNames + Self.orders(of: person))
    try writeAddresses(.person, person.id, person.identifiers, person.links, person.sources)
  }

  private func write(_ membership: Membership, _ position: Int, of person: String) throws {
    try run(
      "INSERT INTO membership VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      [
        person, position, membership.organizationID, membership.onBehalfOfID, membership.role, membership.label,
        membership.acting,
        membership.startDate?.description, membership.endDate?.description, membership.formerBy?.description,
        membership.attested.map(\.description).joined(separator: ","), membership.latestDate?.description ?? "",
      ])
  }

  private func write(_ delegation: Delegation) throws {
    let id = delegation.id
    for (position, sender) in delegation.onBehalfOfIDs.enumerated() {
      try run("INSERT INTO delegation_sender VALUES (?, ?, ?)", [id, position, sender])
    }
    for (position, event) in delegation.eventIDs.enumerated() {
      try run("INSERT INTO delegation_event VALUES (?, ?, ?)", [id, position, event])
    }
    try writeOutcomes(.delegation, id, delegation.outcomes)
    try writeParticipations(.delegation, id, delegation.members)
    try writeNames(.delegation, id, delegation.name, [])
    try writeAddresses(.delegation, id, [], [], delegation.sources)
    try writeProse(.delegation, id, [delegation.others] + delegation.outcomes + delegation.plans)
  }

  private func write(_ event: Event) throws {
    let id = event.id
    try run(
      "INSERT OR REPLACE INTO event VALUES (?1, ?2, ?3, ?4, ?4, ?5)",
      [id, event.classification, event.location, event.parentID, event.status])
    for (position, organiser) in event.organizers.enumerated() {
      let sources = organiser.sources.compactMap(\.url).joined(separator: "\n")
      try run(
        "INSERT INTO organiser VALUES (?, ?, ?, ?, ?)",
        [id, position, organiser.organizationID, organiser.role, sources])
    }
    for (position, programme) in event.programmeIDs.enumerated() {
      try run("INSERT INTO event_programme VALUES (?, ?, ?)", [id, position, programme])
    }
    try writeOutcomes(.event, id, event.outcomes)
    try writeParticipations(.event, id, event.attendees)
    try writeNames(.event, id, event.name, [])
    try writeAddresses(.event, id, [], [], event.sources)
    try writeProse(.event, id, [event.description] + event.themes + event.outcomes + event.plans)
  }

  private func write(_ programme: Programme) throws {
    for (position, organisation) in programme.organizationIDs.enumerated() {
      try run("INSERT INTO programme_organisation VALUES (?, ?, ?)", [programme.id, position, organisation])
    }
    try writeNames(.programme, programme.id, programme.name, programme.otherNames)
    try writeAddresses(.programme, programme.id, [], programme.links, programme.sources)
    try writeProse(.programme, programme.id, [programme.description])
  }

  private func writeParticipations(_ kind: RecordKind, _ owner: String, _ people: [Participation]) throws {
    for (position, person) in people.enumerated() {
      try run(
        "INSERT INTO participation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
          kind.number, owner, position, person.personID, person.role, person.organizationID, person.onBehalfOfID,
          person.acting, person.label, person.isHead, person.part, person.honorificPrefix,
        ])
    }
  }

  private func writeOutcomes(_ kind: RecordKind, _ owner: String, _ outcomes: [String]) throws {
    for (position, text) in outcomes.enumerated() {
      try run("INSERT INTO outcome VALUES (?, ?, ?, ?)", [kind.number, owner, position, text])
    }
  }

  private func writeNames(_ kind: RecordKind, _ id: String, _ name: String, _ others: [OtherName]) throws {
    var seen: Set<String> = []
    for other in [OtherName(name: name)] + others where seen.insert(other.name).inserted {
      try run(
        "INSERT INTO name VALUES (?, ?, ?, ?, ?, ?)",
        [kind.number, id, other.name, LookupKey.of(other.name), TextNormalizer.key(of: other.name), other.note])
    }
    if kind == .person || kind == .organisation { try writeParts(of: seen, kind, id) }
  }

  private static func keys(of names: Set<String>, _ kind: RecordKind) -> Set<String> {
    names.reduce(into: []) { keys, name in
      keys.formUnion(NameKeys.keys(of: PreparedName(name, kind: kind.nameKind)))
    }
  }

  /// Writes the keys by which names like these are found.
  private func writeParts(of names: Set<String>, _ kind: RecordKind, _ id: String) throws {
    for key in Self.keys(of: names, kind) { try run("INSERT INTO name_part VALUES (?, ?, ?)", [key, kind.number, id]) }
  }

  private func writeAddresses(
    _ kind: RecordKind, _ id: String, _ identifiers: [Identifier], _ links: [Link], _ sources: [Source]
  ) throws {
    for uri in Set(identifiers.map(\.identifier) + links.map(\.url)) {
      try run("INSERT INTO alias VALUES (?, ?, ?)", [kind.number, id, uri])
    }
    for url in Set(sources.compactMap(\.url)) {
      try run("INSERT INTO source VALUES (?, ?, ?)", [kind.number, id, url])
    }
  }

  private func writeProse(_ kind: RecordKind, _ id: String, _ texts: [String?]) throws {
    let text = texts.compactMap { $0 }.joined(separator: "\n")
    guard !text.isEmpty else { return }
    try run("INSERT OR REPLACE INTO prose VALUES (?, ?, ?)", [kind.number, id, text])
  }

  private func run(_ sql: String, _ arguments: StatementArguments) throws {
    try database.cachedStatement(sql: sql).execute(arguments: arguments)
  }
}

extension EntityWriter {
  /// Both orders of a name whose parts are known; articles print "Tao Zhan" and "ZHAN Tao" for one person.
  private static func orders(of person: Person) -> [OtherName] {
    person.orders.map { OtherName(name: $0, note: Self.orderNote) }
  }

  /// Marks a name that is only another order of a printed one; it is searched and linked, not shown.
  static let orderNote = "\u{1}order"

  /// Deletes the keys of a record's names, which are made again from the names: an index by record would be as large as the table.
  private func removeParts(of address: RecordAddress) throws {
    guard address.kind == .person || address.kind == .organisation else { return }
    let names = try String.fetchSet(
      database, sql: "SELECT name FROM name WHERE kind = ? AND id = ?", arguments: [address.kind.number, address.id])
    for key in Self.keys(of: names, address.kind) {
      try run("DELETE FROM name_part WHERE key = ? AND kind = ? AND id = ?", [key, address.kind.number, address.id])
    }
  }

  /// Deletes the ties of a record.
  func remove(_ address: RecordAddress) throws {
    let (kind, id) = (address.kind.number, address.id)
    try removeParts(of: address)
    for table in ["name", "alias", "source", "prose"] {
      try run("DELETE FROM \(table) WHERE kind = ? AND id = ?", [kind, id])
    }
    try run("DELETE FROM participation WHERE kind = ? AND owner = ?", [kind, id])
    try run("DELETE FROM outcome WHERE kind = ? AND owner = ?", [kind, id])
    for (table, column) in Self.tables(of: address.kind) {
      try run("DELETE FROM \(table) WHERE \(column) = ?", [id])
    }
  }

  private static func tables(of kind: RecordKind) -> [(table: String, column: String)] {
    switch kind {
    case .article: []
    case .organisation: [("organisation", "id"), ("affiliation", "organisation")]
    case .person: [("membership", "person")]
    case .delegation: [("delegation_sender", "delegation"), ("delegation_event", "delegation")]
    case .event: [("event", "id"), ("organiser", "event"), ("event_programme", "event")]
    case .programme: [("programme_organisation", "programme")]
    }
  }
}
