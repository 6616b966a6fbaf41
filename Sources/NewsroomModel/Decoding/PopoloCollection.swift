/// A Popolo collection: one object with `persons`, `organizations`, `memberships` and `events`, read as it is.
///
/// Its memberships stand apart from its persons and name them by `person_id`; they are given to the persons. Those of a person
/// who stands in another file are left out, and that is said of each.
struct PopoloCollection {
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

  /// Gives each record of the collection to `body`.
  func read(_ body: (LocatedRecord) throws -> Void) rethrows {
    let wasForeign = reading.context.isForeignDialect
    reading.context.isForeignDialect = true
    defer { (reading.context.isForeignDialect, reading.context.detachedMemberships) = (wasForeign, [:]) }
    let persons = records("persons")
    let memberships = membershipsByPerson(among: Set(persons.compactMap(id)))
    reading.context.detachedMemberships = memberships
    let frame = CollectionMetadata.popolo(memberships.mapValues { $0.map(apart) })
    reading.context.visit(value, frame)
    for person in persons {
      try reading.readRecord(.person, person, baseName: nil) { located in
        var located = located
        located.record = frame.complete(located.record)
        try body(located)
      }
    }
    for organisation in records("organizations") {
      try reading.readRecord(.organisation, organisation, baseName: nil, body)
    }
    for event in records("events") { try reading.readRecord(.event, event, baseName: nil, body) }
  }

  private func records(_ name: StaticString) -> [JSONValue] {
    let records = value.member(name).map(reading.context.records) ?? []
    for _ in records { reading.context.countConversion(.popolo) }
    return records
  }

  private func id(_ person: JSONValue) -> String? {
    ObjectReader(object: person, shape: .person, context: reading.context).key("id")
  }

  private func apart(_ membership: JSONValue) -> DetachedMembership {
    let start = reading.context.fileOffset(of: membership)
    return DetachedMembership(
      membership: reader(of: membership).membership(), range: start..<start + membership.bytes.count)
  }

  private func reader(of membership: JSONValue) -> ObjectReader {
    ObjectReader(object: membership, shape: .membership, context: reading.context)
  }

  private func membershipsByPerson(among ids: Set<String>) -> [String: [JSONValue]] {
    var found: [String: [JSONValue]] = [:]
    for element in records("memberships") {
      SchemaValidator(context: reading.context).check(element, .membership)
      let person = reader(of: element).key("person_id")
      if let person, ids.contains(person) {
        found[person, default: []].append(element)
      } else {
        reportLeftOut(element, of: person)
      }
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
