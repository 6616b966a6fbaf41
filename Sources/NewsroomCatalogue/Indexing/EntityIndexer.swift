import GRDB
import NewsroomModel

/// Makes drafts of people, organisations, delegations, events and programmes from the tables of ties.
struct EntityIndexer {
  let linker: EntityResolver
  /// Where values that are no records are written down.
  let vocabulary: FilterValueWriter
  private var relationStore: RelationStore { linker.relationStore }

  init(_ linker: EntityResolver, _ vocabulary: FilterValueWriter) {
    (self.linker, self.vocabulary) = (linker, vocabulary)
  }

  /// The draft of a record that was noted before, and the number it has; nil where there is none.
  func draft(of address: RecordAddress) throws -> (draft: IndexDocument, number: Int)? {
    let row = try relationStore.rows(
      "SELECT number, title, start, finish, sort_name FROM record WHERE kind = ? AND id = ?",
      [address.kind.number, address.id]
    ).first
    guard let row else { return nil }
    let date = DateRange(start: row[2], finish: row[3])
    return (try draft(address, title: row[1], date: date, sortName: row[4]), row[0])
  }

  /// The draft of a record that is not an article.
  private func draft(_ address: RecordAddress, title: String, date: DateRange?, sortName: String?) throws
    -> IndexDocument
  {
    var draft = IndexDocument(address, title: title)
    (draft.date, draft.sortName) = (date, sortName)
    draft.headlines = try relationStore.names(of: address)
    draft.texts = try relationStore.prose(of: address)
    draft.add(address.kind.category ?? .tag, address.id)
    draft.add(date)
    switch address.kind {
    case .article: break
    case .person: try fillPerson(&draft)
    case .organisation: try fillOrganisation(&draft)
    case .delegation: try fillDelegation(&draft)
    case .event: try fillEvent(&draft)
    case .programme: try fillProgramme(&draft)
    }
    return draft
  }

  private func fillPerson(_ draft: inout IndexDocument) throws {
    let id = draft.address.id
    for row in try relationStore.rows("SELECT organisation, behalf, role FROM membership WHERE person = ?", [id]) {
      try addPlace(row["organisation"], to: &draft)
      try addPlace(row["behalf"], to: &draft)
      addRole(row["role"], to: &draft)
    }
    for row in try relationStore.participations(ofPerson: id) {
      for organisation in row.organisations { try addPlace(organisation, to: &draft) }
      addRole(row.role, to: &draft)
      draft.add(row.owner.kind.category ?? .tag, row.owner.id)
      let date = try linker.entity(row.owner).facts.date
      draft.add(date)
      draft.noteContact(date?.sortDate)
      if row.owner.kind == .event { try addFacts(ofEvent: row.owner.id, to: &draft) }
      if row.owner.kind == .delegation { try addStops(ofDelegation: row.owner.id, to: &draft) }
    }
    if let latest = try relationStore.latestRole(ofPerson: id) {
      let former = latest.formerBy.map { "former by \($0)" } ?? ""
      draft.detail = [latest.line, former].filter { !$0.isEmpty }.joined(separator: " · ")
    }
  }

  /// Adds the events at which somebody was as a member of a delegation.
  private func addStops(ofDelegation id: String, to draft: inout IndexDocument) throws {
    for event in try relationStore.events(ofDelegation: id) {
      draft.add(.event, event)
      try addFacts(ofEvent: event, to: &draft)
    }
  }

  private func fillOrganisation(_ draft: inout IndexDocument) throws {
    let id = draft.address.id
    try draft.addOrganisation(id, linker)
    guard let row = try relationStore.rows("SELECT * FROM organisation WHERE id = ?", [id]).first else { return }
    let (classification, country): (String?, String?) = (row["classification"], row["country"])
    draft.add(.kind, classification, noting: vocabulary)
    let short: String = row["short"]
    let whole = try relationStore.institution(of: id).map { "part of \($0.name)" }
    draft.detail = [short == draft.title ? nil : short, classification, whole, country].compactMap { $0 }.joined(
      separator: " · ")
    for person in try relationStore.people(ofOrganisation: id) { draft.add(.person, person) }
    for event in try relationStore.events(ofOrganisation: id) { draft.add(.event, event) }
    for delegation in try relationStore.delegations(ofOrganisation: id) { draft.add(.delegation, delegation) }
    for programme in try relationStore.strings(
      "SELECT programme FROM programme_organisation WHERE organisation = ?", [id])
    {
      draft.add(.programme, programme)
    }
    draft.noteContact(try relationStore.lastContact(ofOrganisation: id))
  }

  private func fillDelegation(_ draft: inout IndexDocument) throws {
    let id = draft.address.id
    let (senders, hosts) = try relationStore.sides(ofDelegation: id)
    var places: [String] = []
    for event in try relationStore.events(ofDelegation: id) {
      draft.add(.event, event)
      draft.add(try linker.entity(RecordAddress(.event, event)).facts.date)
      if let place = try addFacts(ofEvent: event, to: &draft) {
        places.append(place)
        for country in PlaceCountries.codes(ofPlace: place) { draft.add(.hostCountry, country) }
      }
      for organiser in try relationStore.organisers(ofEvent: event) {
        try addOrganisation(organiser.organisation, to: &draft)
      }
      try addParticipants(of: RecordAddress(.event, event), to: &draft)
    }
    for organisation in senders { try addOrganisation(organisation, to: &draft) }
    for organisation in senders { try addSide(organisation, .sender, .senderCountry, to: &draft) }
    for organisation in hosts { try addSide(organisation, .host, .hostCountry, to: &draft) }
    for country in PlaceCountries.codes(ofJourney: draft.title) {
      draft.add(.hostCountry, country)
      draft.addCountry(country, vocabulary)
    }
    // Where nobody is named, nobody knows how many went.
    let named = try addParticipants(of: draft.address, to: &draft)
    draft.count = named > 0 ? named : nil
    let hostNames = try relationStore.names(hosts)
    // A host that is also the place is said once.
    draft.detail = [hostNames, places.first ?? ""].uniqued().filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private func addSide(
    _ organisation: String, _ side: Term.Category, _ country: Term.Category, to draft: inout IndexDocument
  ) throws {
    for whole in try linker.ancestors(ofOrganisation: organisation) { draft.add(side, whole) }
    draft.add(country, try relationStore.country(ofOrganisation: organisation))
  }

  private func fillEvent(_ draft: inout IndexDocument) throws {
    let id = draft.address.id
    let place = try addFacts(ofEvent: id, to: &draft)
    let classification = try relationStore.strings(
      "SELECT classification FROM event WHERE id = ? AND classification <> ''", [id])
    let whole = try relationStore.strings("SELECT parent FROM event WHERE id = ? AND parent <> ?1", [id]).first.map {
      try relationStore.name(of: RecordAddress(.event, $0))
    }
    draft.detail = [whole, classification.first, place].compactMap { $0 }.joined(separator: " · ")
    if let whole { draft.names.append(whole) }
    for organiser in try relationStore.organisers(ofEvent: id) {
      try addOrganisation(organiser.organisation, to: &draft)
    }
    try addParticipants(of: draft.address, to: &draft)
    for delegation in try relationStore.delegations(ofEvent: id) {
      draft.add(.delegation, delegation)
      for sender in try relationStore.senders(ofDelegation: delegation) { try addOrganisation(sender, to: &draft) }
      try addParticipants(of: RecordAddress(.delegation, delegation), to: &draft)
    }
    for programme in try linker.entity(draft.address).facts.programmes {
      draft.linked.append(try linker.entity(RecordAddress(.programme, programme)))
    }
  }

  private func fillProgramme(_ draft: inout IndexDocument) throws {
    for organisation in try relationStore.strings(
      "SELECT organisation FROM programme_organisation WHERE programme = ?", [draft.address.id])
    {
      try addOrganisation(organisation, to: &draft)
    }
  }

  @discardableResult
  private func addParticipants(of owner: RecordAddress, to draft: inout IndexDocument) throws -> Int {
    let people = try relationStore.participants(owner)
    for row in people {
      draft.add(.person, row.person)
      draft.linked.append(try linker.entity(RecordAddress(.person, row.person)))
      draft.add(.role, row.role, noting: vocabulary)
      for organisation in row.organisations { try addOrganisation(organisation, to: &draft) }
    }
    return people.count
  }

  private func addOrganisation(_ id: String?, to draft: inout IndexDocument) throws {
    guard let id else { return }
    draft.linked.append(try linker.entity(RecordAddress(.organisation, id)))
  }

  /// Adds an organisation in which somebody has a role, whose line names the institution, too.
  private func addPlace(_ id: String?, to draft: inout IndexDocument) throws {
    try addOrganisation(id, to: &draft)
    if let institution = try id.flatMap(relationStore.institution) { draft.names.append(institution.name) }
  }

  /// A role is found by its words as well: people's rows show it.
  private func addRole(_ role: String?, to draft: inout IndexDocument) {
    guard let role else { return }
    draft.add(.role, role, noting: vocabulary)
    if !draft.texts.contains(role) { draft.texts.append(role) }
  }

  /// What an event tells of those concerned in it.
  /// - Returns: where it took place.
  @discardableResult
  private func addFacts(ofEvent id: String, to draft: inout IndexDocument) throws -> String? {
    let event = try linker.entity(RecordAddress(.event, id)).facts
    draft.add(.kind, event.classification, noting: vocabulary)
    draft.add(.place, event.place, noting: vocabulary)
    for country in PlaceCountries.codes(ofPlace: event.place ?? "") { draft.addCountry(country, vocabulary) }
    for programme in event.programmes { draft.add(.programme, programme) }
    if let place = event.place { draft.texts.append(place) }
    return event.place
  }
}
