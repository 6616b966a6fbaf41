// How each kind of record is read: a table of its keys. Articles are read in ArticleReading.swift.
extension ObjectReader {
  /// The key: the record's own, else `fallback`, the stem of its file.
  func identifier(_ name: StaticString, fallback baseName: String?) -> String? {
    if let value = member(name) {
      if value.kind == .number { return JSONText.decode(value) }
      if let id = string(value), !id.utf8.contains(where: { $0 < 0x20 }) { return RecordID.of(id) }
    }
    return baseName.flatMap(identifier(ofStem:))
  }

  /// The key that the name of a file makes: such a name may hold what no key should.
  private func identifier(ofStem baseName: String) -> String? {
    var id = baseName
    id.unicodeScalars.removeAll { $0.properties.generalCategory == .control }
    if id.utf8.count < baseName.utf8.count {
      context.report(
        .wrongType, .warning, at: object,
        "the file name, \(JSONExcerpt.quoted(baseName)), contains control characters, which are removed from its id",
        hint: "give the record an id")
    }
    return id.isEmpty ? nil : RecordID.of(id)
  }

  func person(id fallback: String?) -> Person? {
    guard let id = identifier("id", fallback: fallback) else { return nil }
    var person = Person(id: id, name: line("name") ?? nameInParts ?? nameAmongOthers ?? id)
    person.familyName = line("family_name")
    person.givenName = line("given_name")
    person.sortName = line("sort_name")
    person.honorificPrefix = line("honorific_prefix")
    person.otherNames = otherNames(beside: person.name)
    person.identifiers = identifiers()
    person.memberships = objects("memberships", .membership) { $0.membership() }
    person.links = links()
    person.sources = sources()
    return person
  }

  /// The name put together from its parts, where it is not written in one piece.
  private var nameInParts: String? {
    let parts = [line("given_name"), line("additional_name"), line("family_name")].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// The name that is written among the other names only: the main one, else the first.
  private var nameAmongOthers: String? {
    let names = objects("other_names", .otherName) { reader in
      (reader.line("name") ?? reader.nameInParts).map {
        (name: $0, isMain: reader.line("note")?.lowercased() == "main")
      }
    }
    return (names.first { $0.isMain } ?? names.first)?.name
  }

  func membership() -> Membership {
    completed(writtenMembership())
  }

  private func writtenMembership() -> Membership {
    Membership(
      organizationID: key("organization_id"), role: line("role"), startDate: date("start_date"),
      endDate: date("end_date"), label: line("label"), attested: dates("attested"), acting: line("acting"),
      formerBy: date("former_by"), sources: sources(), onBehalfOfID: key("on_behalf_of_id"), personID: key("person_id"))
  }

  func organisation(id fallback: String?) -> Organisation? {
    guard let id = identifier("id", fallback: fallback) else { return nil }
    var organisation = Organisation(id: id, name: line("name") ?? id)
    organisation.otherNames = otherNames(beside: organisation.name)
    organisation.identifiers = identifiers()
    organisation.classification = line("classification")
    organisation.parentID = key("parent_id")
    organisation.statedUnit = boolean("is_unit")
    organisation.foundingDate = date("founding_date")
    organisation.country = line("country")
    organisation.description = string("description")
    organisation.affiliations = objects("affiliations", .affiliation) { $0.affiliation() }
    organisation.links = links()
    organisation.sources = sources()
    return organisation
  }

  private func affiliation() -> Organisation.Affiliation? {
    key("organization_id").map {
      Organisation.Affiliation(
        organizationID: $0, role: line("role"), startDate: date("start_date"), endDate: date("end_date"),
        sources: sources())
    }
  }

  func delegation(id fallback: String?) -> Delegation? {
    guard let id = identifier("id", fallback: fallback) else { return nil }
    var delegation = Delegation(id: id, name: line("name") ?? id)
    delegation.onBehalfOfIDs = keys("on_behalf_of_ids")
    delegation.startDate = date("start_date")
    delegation.endDate = date("end_date")
    delegation.members = objects("members", .participation) { $0.participation() }
    delegation.membersComplete = boolean("members_complete")
    delegation.others = line("others")
    delegation.eventIDs = keys("event_ids")
    delegation.outcomes = lines("outcomes")
    delegation.plans = lines("plans")
    delegation.sources = sources()
    return delegation
  }

  private func participation() -> Participation? {
    guard let person = key("person_id") ?? key("id") ?? embeddedID("person") else { return nil }
    return Participation(
      personID: person, role: line("role"), organizationID: key("organization_id"),
      onBehalfOfID: key("on_behalf_of_id"), honorificPrefix: line("honorific_prefix"),
      acting: line("acting"), label: line("label"), isHead: boolean("head") ?? false, part: line("part"))
  }

  func event(id fallback: String?) -> Event? {
    guard let id = identifier("id", fallback: fallback) else { return nil }
    var event = Event(id: id, name: line("name") ?? id)
    event.description = string("description")
    event.classification = line("classification")
    event.startDate = date("start_date")
    event.endDate = date("end_date")
    event.location = line("location")
    event.status = line("status")
    event.parentID = key("parent_id")
    event.organizers = organizers()
    event.attendees = objects("attendees", .participation) { $0.participation() }
    event.themes = lines("themes")
    event.programmeIDs = keys("programme_ids")
    event.outcomes = lines("outcomes")
    event.plans = lines("plans")
    event.sources = sources()
    return event
  }

  /// The organisers, the one that Popolo names for the whole event among them.
  private func organizers() -> [Event.Organizer] {
    let listed = objects("organizers", .organizer) { $0.organizer() }
    guard let id = key("organization_id"), !listed.contains(where: { $0.organizationID == id }) else { return listed }
    return listed + [Event.Organizer(organizationID: id)]
  }

  private func organizer() -> Event.Organizer? {
    key("organization_id").map {
      Event.Organizer(organizationID: $0, role: line("role"), sources: sources())
    }
  }

  func programme(id fallback: String?) -> Programme? {
    guard let id = identifier("id", fallback: fallback) else { return nil }
    var programme = Programme(id: id, name: line("name") ?? id)
    programme.otherNames = otherNames(beside: programme.name)
    programme.description = string("description")
    programme.organizationIDs = keys("organization_ids")
    programme.startDate = date("start_date")
    programme.endDate = date("end_date")
    programme.links = links()
    programme.sources = sources()
    return programme
  }

  /// The other names, each once and without the name itself.
  private func otherNames(beside name: String) -> [OtherName] {
    var seen: Set<String> = [name]
    return objects("other_names", .otherName) { reader in
      guard let other = reader.line("name") ?? reader.nameInParts else { return nil }
      let dates = (reader.date("start_date"), reader.date("end_date"))
      let isDated = dates.0 != nil || dates.1 != nil
      guard seen.insert(other).inserted || isDated else { return nil }
      return OtherName(
        name: other, note: reader.line("note") ?? reader.line("lang"), startDate: dates.0, endDate: dates.1)
    }
  }

  private func identifiers() -> [Identifier] {
    objects("identifiers", .identifier) { reader in
      reader.key("identifier").map { Identifier(scheme: reader.string("scheme"), identifier: $0) }
    }
  }

  private func links() -> [Link] {
    objects("links", .link) { reader in reader.key("url").map { Link(url: $0, note: reader.string("note")) } }
  }

  private func sources() -> [Source] {
    objects("sources", .source) { Source(url: $0.key("url"), note: $0.string("note")) }
  }
}
