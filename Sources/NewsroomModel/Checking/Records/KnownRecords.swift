/// What a directory holds, as far as other records refer to it: ids, names, addresses, dates, posts.
struct KnownRecords {
  /// Where the first record of each kind and id stands.
  private(set) var places: [RecordAddress: RecordLocation] = [:]
  /// The records other than articles, each with its place, without those whose id stood before.
  private(set) var entities: [LocatedRecord] = []
  /// The records that bear a name, by kind and the name's comparison form.
  private(set) var named: [RecordKind: [String: [String]]] = [:]
  /// The records that an address or code stands for.
  private(set) var identified: [RecordKind: [String: String]] = [:]
  private(set) var people: [String: Person] = [:]
  private(set) var organisations: [String: Organisation] = [:]
  private(set) var events: [String: Event] = [:]

  /// Takes in a record; says so when its id stood before.
  mutating func add(_ located: LocatedRecord) -> Finding? {
    let address = located.record.address
    if let first = places[address] { return Self.duplicate(address, first: first, located.location) }
    places[address] = located.location
    switch located.record {
    case .article: return nil
    case .person(let person): add(person)
    case .organisation(let organisation): add(organisation)
    case .event(let event):
      events[event.id] = event
      add(names: [event.name], of: address)
    case .delegation, .programme: break
    }
    entities.append(located)
    return nil
  }

  private mutating func add(_ person: Person) {
    people[person.id] = person
    add(names: [person.name] + person.otherNames.map(\.name), of: RecordAddress(.person, person.id))
    add(codes: person.identifiers.map(\.identifier) + person.links.map(\.url), of: RecordAddress(.person, person.id))
  }

  private mutating func add(_ organisation: Organisation) {
    organisations[organisation.id] = organisation
    let address = RecordAddress(.organisation, organisation.id)
    add(names: [organisation.name] + organisation.otherNames.map(\.name), of: address)
    add(codes: organisation.identifiers.map(\.identifier) + organisation.links.map(\.url), of: address)
  }

  private mutating func add(names: [String], of address: RecordAddress) {
    for form in Set(names.map(NameForms.comparisonForm)) {
      named[address.kind, default: [:]][form, default: []].append(address.id)
    }
  }

  private mutating func add(codes: [String], of address: RecordAddress) {
    for code in codes { identified[address.kind, default: [:]][code] = address.id }
  }

  /// Whether there is such a record.
  func exists(_ kind: RecordKind, _ id: String) -> Bool { places[RecordAddress(kind, id)] != nil }

  /// The ids of a kind.
  func ids(_ kind: RecordKind) -> some Sequence<String> {
    places.keys.lazy.filter { $0.kind == kind }.map(\.id)
  }

  /// What is said where an id stands a second time.
  static func duplicate(_ address: RecordAddress, first: RecordLocation, _ second: RecordLocation) -> Finding {
    let isArticle = address.kind == .article
    return Finding(
      .duplicateID, in: second, at: .value(within: nil, key: isArticle ? "uri" : "id", text: address.id),
      "the \(address.kind.rawValue) \(JSONExcerpt.quoted(address.id)) stands first in \(first.path):\(first.line)",
      hint: "this one is left out; give it a key of its own")
  }
}
