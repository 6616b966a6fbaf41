/// What a directory holds, as far as other records refer to it: ids, names, addresses, dates, posts. In memory.
package struct InMemoryRecords: RecordLookup {
  /// Where the first record of each kind and id stands.
  private var places: [RecordAddress: RecordLocation] = [:]
  /// The records other than articles, each with its place, without those whose id stood before.
  package private(set) var entities: [LocatedRecord] = []
  /// The records that bear a name, by kind and the name's comparison form.
  private var named: [RecordKind: [String: [String]]] = [:]
  /// The records that an address or code stands for.
  private var identified: [RecordKind: [String: [String]]] = [:]
  private var people: [String: Person] = [:]
  private var organisations: [String: Organisation] = [:]
  private var events: [String: Event] = [:]

  /// Nothing is known yet.
  package init() {}

  /// Takes in a record; says so when its id stood before.
  @discardableResult
  package mutating func add(_ located: LocatedRecord) -> RecordIssue? {
    let address = located.record.address
    if let first = places[address] { return .duplicate(address, first: first, located.location) }
    places[address] = located.location
    switch located.record {
    case .article: return nil
    case .person(let person): add(person)
    case .organisation(let organisation): add(organisation)
    case .event(let event):
      events[event.id] = event
      add(names: [event.name], of: address)
    case .programme(let programme): add(programme)
    case .delegation: break
    }
    entities.append(located)
    return nil
  }

  private mutating func add(_ person: Person) {
    people[person.id] = person
    add(names: [person.name] + person.otherNames.map(\.name) + person.orders, of: RecordAddress(.person, person.id))
    add(codes: person.identifiers.map(\.identifier) + person.links.map(\.url), of: RecordAddress(.person, person.id))
  }

  private mutating func add(_ organisation: Organisation) {
    organisations[organisation.id] = organisation
    let address = RecordAddress(.organisation, organisation.id)
    add(names: [organisation.name] + organisation.otherNames.map(\.name), of: address)
    add(codes: organisation.identifiers.map(\.identifier) + organisation.links.map(\.url), of: address)
  }

  private mutating func add(_ programme: Programme) {
    let address = RecordAddress(.programme, programme.id)
    add(names: [programme.name] + programme.otherNames.map(\.name), of: address)
    add(codes: programme.links.map(\.url), of: address)
  }

  private mutating func add(names: [String], of address: RecordAddress) {
    for form in Set(names.map(NameForms.comparisonForm)) {
      named[address.kind, default: [:]][form, default: []].append(address.id)
    }
  }

  private mutating func add(codes: [String], of address: RecordAddress) {
    for code in Set(codes) { identified[address.kind, default: [:]][code, default: []].append(address.id) }
  }

  package func exists(_ kind: RecordKind, _ id: String) -> Bool { places[RecordAddress(kind, id)] != nil }

  package func ids(_ kind: RecordKind) -> [String] { places.keys.filter { $0.kind == kind }.map(\.id) }

  package func ids(_ kind: RecordKind, named name: String) -> [String] {
    named[kind]?[NameForms.comparisonForm(name)] ?? []
  }

  package func hasNames(_ kind: RecordKind) -> Bool { named[kind] != nil }

  package func resolution(of mention: Article.Mention, as kind: RecordKind) -> MentionResolution {
    for id in [mention.literal, mention.uri].compactMap({ $0 }) where exists(kind, id) { return .found(id) }
    for code in [mention.uri, mention.literal].compactMap({ $0 }) {
      if let ids = identified[kind]?[code], ids.count == 1 { return .found(ids[0]) }
    }
    let ids = mention.name.map { self.ids(kind, named: $0) } ?? []
    return ids.isEmpty ? .unknown : ids.count == 1 ? .found(ids[0]) : .ambiguous(ids.sorted())
  }

  package func parent(of address: RecordAddress) -> String? {
    address.kind == .event ? events[address.id]?.parentID : organisations[address.id]?.parentID
  }

  package func location(of address: RecordAddress) -> RecordLocation? { places[address] }

  package func posts(ofPerson id: String) -> [Membership] { people[id]?.memberships ?? [] }

  package func dates(ofEvent id: String) -> (start: PartialDate?, end: PartialDate?)? {
    events[id].map { ($0.startDate, $0.endDate) }
  }

  package func counterparts(ofEvent id: String) -> Set<String> {
    Set((events[id]?.attendees ?? []).filter { $0.part == "counterpart" }.map(\.personID))
  }
}

extension Person {
  /// Both orders of a name whose parts are known; articles print "Tao Zhan" and "ZHAN Tao" for one person.
  package var orders: [String] {
    guard let familyName, let givenName else { return [] }
    return ["\(familyName) \(givenName)", "\(givenName) \(familyName)"]
  }
}
