/// A Popolo collection: one object with `persons`, `organizations`, `memberships` and `events`, read as it is.
///
/// Its memberships stand apart from its persons and name them by `person_id`; they are given to the persons. Those of a person
/// who stands in another file are left out, and that is said of each.
struct PopoloCollection {
  /// What it is called in notes.
  static let name = "a Popolo collection"

  private let reading: RecordDecoder
  private let value: JSONValue

  init(reading: RecordDecoder, _ value: JSONValue) { (self.reading, self.value) = (reading, value) }

  /// Whether an object is a collection and no record of its own. `kind` is that of its folder: a person has `memberships`
  /// and an article `events`, so that those keys alone show a collection only where no such record is expected.
  static func isCollection(_ value: JSONValue, in kind: RecordKind?) -> Bool {
    if value.member("persons")?.kind == .array || value.member("organizations")?.kind == .array { return true }
    guard value.member("id") == nil, value.member("uri") == nil, value.member("name") == nil else { return false }
    switch kind {
    case nil: return value.member("events")?.kind == .array || value.member("memberships")?.kind == .array
    case .event: return value.member("events")?.kind == .array
    default: return false
    }
  }

  /// Whether a record in a folder was written by another system: it has keys of Popolo, or of those that publish it, that newsroom
  /// has no use for.
  static func isForeign(_ value: JSONValue, _ kind: RecordKind) -> Bool {
    value.members.contains { member in
      foreignKeys.contains { member.key.isNamed($0) } || kind == .organisation && member.key.isNamed("memberships")
    }
  }

  private static let foreignKeys: [StaticString] = [
    "posts", "contact_details", "created_at", "updated_at", "images", "area", "area_id", "html_url", "@context",
    "@type",
    "@id", "slug", "motions", "national_identity", "wikidata_id", "seats",
  ]

  /// Gives each record of the collection to `body`.
  func read(_ body: (LocatedRecord) throws -> Void) rethrows {
    let context = reading.context
    let wasForeign = context.isForeignDialect
    context.isForeignDialect = true
    defer { (context.isForeignDialect, context.detachedMemberships, context.popolo) = (wasForeign, [:], nil) }
    let tables = PopoloTables(value, context)
    context.popolo = tables
    let (persons, organisations) = (records("persons"), records("organizations"))
    let inOrganisations = organisations.flatMap(membershipsInside)
    let everyPerson =
      persons + embedded("person", in: inOrganisations.map(\.membership) + list("memberships"), beside: persons)
    let memberships = membershipsByPerson(inOrganisations, among: Set(everyPerson.compactMap(id)))
    context.detachedMemberships = memberships.mapValues { $0.map(\.membership) }
    let frame = CollectionMetadata.popolo(
      PopoloFrame(memberships: memberships.mapValues { $0.map(apart) }, tables: tables))
    context.visit(value, frame)
    for person in everyPerson {
      try reading.readRecord(.person, person, baseName: nil) { located in
        var located = located
        located.record = frame.complete(located.record)
        try body(located)
      }
    }
    let inPersons = persons.flatMap { $0.member("memberships").map { Array($0.elements) } ?? [] }
    let others = embedded("organization", in: inPersons + list("memberships"), beside: organisations)
    for organisation in organisations + others {
      try reading.readRecord(.organisation, organisation, baseName: nil, body)
    }
    for event in records("events") { try reading.readRecord(.event, event, baseName: nil, body) }
  }

  /// A membership, and the organisation in which it stands.
  private struct FoundMembership {
    let membership: JSONValue
    let organizationID: String?
  }

  private func list(_ name: StaticString) -> [JSONValue] {
    (value.member(name).map { Array($0.elements) } ?? []).filter { $0.kind == .object }
  }

  private func membershipsInside(_ organisation: JSONValue) -> [FoundMembership] {
    let inside = organisation.member("memberships").map { Array($0.elements) } ?? []
    return inside.filter { $0.kind == .object }.map {
      FoundMembership(membership: $0, organizationID: id(organisation))
    }
  }

  /// The persons or organisations that stand within memberships as objects, each once and without those that are there anyway.
  private func embedded(_ name: StaticString, in memberships: [JSONValue], beside known: [JSONValue]) -> [JSONValue] {
    var seen = Set(known.compactMap(id))
    return memberships.compactMap { $0.member(name) }.filter { inner in
      inner.kind == .object && inner.member("name") != nil && id(inner).map { seen.insert($0).inserted } ?? false
    }
  }

  private func records(_ name: StaticString) -> [JSONValue] {
    let records = value.member(name).map(reading.context.records) ?? []
    for _ in records { reading.context.countConversion(Self.name) }
    return records
  }

  private func id(_ person: JSONValue) -> String? {
    ObjectReader(object: person, shape: .person, context: reading.context).key("id")
  }

  private func apart(_ found: FoundMembership) -> DetachedMembership {
    let start = reading.context.fileOffset(of: found.membership)
    var membership = reader(of: found.membership).membership()
    membership.organizationID = membership.organizationID ?? found.organizationID
    return DetachedMembership(membership: membership, range: start..<start + found.membership.bytes.count)
  }

  private func reader(of membership: JSONValue) -> ObjectReader {
    ObjectReader(object: membership, shape: .membership, context: reading.context)
  }

  private func membershipsByPerson(
    _ inOrganisations: [FoundMembership], among ids: Set<String>
  ) -> [String: [FoundMembership]] {
    var (found, unattached): ([String: [FoundMembership]], Int) = ([:], 0)
    let atTop = records("memberships").map { FoundMembership(membership: $0, organizationID: nil) }
    for element in atTop + inOrganisations {
      SchemaValidator(context: reading.context).check(element.membership, .membership)
      let reader = reader(of: element.membership)
      let person = reader.key("person_id") ?? reader.embeddedID("person")
      if let person, ids.contains(person) {
        found[person, default: []].append(element)
      } else if ids.isEmpty, person != nil {
        unattached += 1
      } else {
        reportLeftOut(element.membership, of: person)
      }
    }
    if unattached > 0 {
      reading.context.report(
        .danglingReference, .warning, at: value,
        "\(unattached) \(unattached == 1 ? "membership is" : "memberships are") left out: this file has no persons",
        hint: "put them into the file that has their persons")
    }
    return found
  }

  private func reportLeftOut(_ membership: JSONValue, of person: String?) {
    let whose = person.map { "no person \(JSONExcerpt.quoted($0)) in this collection" } ?? "a membership of nobody"
    reading.context.report(
      .danglingReference, .warning, at: membership.member("person_id") ?? membership,
      "\(whose); the membership is left out",
      hint: person.map { _ in "memberships are read from the file that has the person" })
  }
}
