import GRDB
import NewsroomModel

/// Computes the contacts of parties. This is the one place that decides what a contact is.
struct ContactFinder {
  let store: RelationStore
  let institutions: InstitutionTable

  /// A party as the tables are asked for it.
  enum Selector: Equatable {
    /// An organisation with its units.
    case organisations(Set<String>)
    /// The organisations in a country or region.
    case territory(Set<String>)
    case person(String)
    case programme(String)

    var organisations: Set<String>? {
      switch self {
      case .organisations(let ids), .territory(let ids): ids
      case .person, .programme: nil
      }
    }

    var isTerritory: Bool {
      if case .territory = self { true } else { false }
    }
  }

  /// A contact before its people are named.
  struct Found {
    var entry: Attendance.Entry
    var strength: ContactStrength
    var left: Capacity
    var right: Capacity
  }

  /// How one party is asked for.
  func selector(_ party: Party, countries: (String) -> Set<String>) -> Selector {
    switch party {
    case .record(let address):
      switch address.kind {
      case .person: .person(address.id)
      case .programme: .programme(address.id)
      case .organisation, .article, .delegation, .event: .organisations(institutions.withUnits(address.id))
      }
    case .country(let code): .territory(institutions.organisations(in: [code]))
    case .region(let code): .territory(institutions.organisations(in: countries(code)))
    }
  }

  /// The occasions at which a party was.
  func occasions(of selector: Selector) throws -> Set<RecordAddress> {
    let finder = OccasionFinder(store: store)
    return switch selector {
    case .organisations(let ids), .territory(let ids): try finder.occasions(ofOrganisations: ids)
    case .person(let id): try finder.occasions(ofPerson: id)
    case .programme(let id): try finder.occasions(ofProgramme: id)
    }
  }

  /// The contacts of two parties, in no order.
  func contacts(_ left: Selector, _ right: Selector) throws -> [Found] {
    guard let (left, right) = Self.apart(left, right) else { return [] }
    let common = try occasions(of: left).intersection(occasions(of: right))
    guard !common.isEmpty else { return [] }
    let attendance = try Attendance(store, of: common)
    return attendance.entries.values.compactMap { contact(in: $0, left, right) }
  }

  /// The parties without what both have in common. An institution has no contact with its own units; a country has contact with
  /// an institution through the other institutions in it. Nil where nothing is left of one.
  static func apart(_ left: Selector, _ right: Selector) -> (Selector, Selector)? {
    guard left != right else { return nil }
    guard let first = left.organisations, let second = right.organisations else { return (left, right) }
    let common = first.intersection(second)
    guard !common.isEmpty else { return (left, right) }
    let (rest, others) = (first.subtracting(common), second.subtracting(common))
    switch (left.isTerritory, right.isTerritory) {
    case (false, false): return nil
    case (true, false): return rest.isEmpty ? nil : (.territory(rest), right)
    case (false, true): return others.isEmpty ? nil : (left, .territory(others))
    case (true, true):
      let isLarger = first.count > second.count
      if isLarger ? rest.isEmpty : others.isEmpty { return nil }
      return isLarger ? (.territory(rest), right) : (left, .territory(others))
    }
  }

  /// The contact of two parties at an occasion; nil where one was not there apart from the other.
  func contact(in entry: Attendance.Entry, _ left: Selector, _ right: Selector) -> Found? {
    if case .programme = left { return programmeContact(in: entry, of: right, isLeft: false) }
    if case .programme = right { return programmeContact(in: entry, of: left, isLeft: true) }
    let first = capacity(of: left, in: entry, besides: right)
    let second = capacity(of: right, in: entry, besides: left)
    guard let first, let second else { return nil }
    let strength = Capacity.strength(
      first, second, isMeeting: entry.isMeeting, hasDelegation: entry.hasDelegation)
    return Found(entry: entry, strength: strength, left: first, right: second)
  }

  /// The part of a party in an event that concerns a programme: joint where the party organised it.
  private func programmeContact(in entry: Attendance.Entry, of party: Selector, isLeft: Bool) -> Found? {
    if case .programme = party {
      return Found(entry: entry, strength: .joint, left: .attendee, right: .attendee)
    }
    guard let capacity = capacity(of: party, in: entry, besides: nil) else { return nil }
    let strength: ContactStrength = capacity.isDisjoint(with: [.host, .organiser, .signatory]) ? .present : .joint
    return Found(
      entry: entry, strength: strength, left: isLeft ? capacity : .attendee, right: isLeft ? .attendee : capacity)
  }

  /// In what capacities a party was at an occasion. A person who stood for the other party there is not on both sides.
  private func capacity(of party: Selector, in entry: Attendance.Entry, besides other: Selector?) -> Capacity? {
    var capacity: Capacity = []
    for presence in entry.presences where Self.isOf(presence, party) {
      if case .person = party, let others = other?.organisations, let own = presence.organisation, others.contains(own)
      {
        return nil
      }
      if case .person(let id)? = other, presence.person == id { continue }
      capacity.formUnion(presence.capacity)
    }
    return capacity.isEmpty ? nil : capacity
  }

  /// Whether somebody or something that was there belongs to a party.
  static func isOf(_ presence: Attendance.Presence, _ party: Selector) -> Bool {
    switch party {
    case .organisations(let ids), .territory(let ids): presence.organisation.map(ids.contains) ?? false
    case .person(let id): presence.person == id
    case .programme: false
    }
  }
}

extension ContactFinder {
  /// What was counted for one partner.
  struct Count {
    var contacts = 0
    var met = 0
    var joint = 0
    var occasions: [RecordAddress] = []

    mutating func add(_ strength: ContactStrength, _ occasion: RecordAddress) {
      contacts += 1
      if strength == .met { met += 1 }
      if strength == .joint { joint += 1 }
      occasions.append(occasion)
    }
  }

  /// The contacts of a party with every institution that is not its own.
  /// - Parameter keeps: which occasions count.
  func counts(
    in attendance: Attendance, of party: Selector, keeps: (Attendance.Entry) -> Bool = { _ in true }
  ) -> [String: Count] {
    var counts: [String: Count] = [:]
    for entry in attendance.entries.values where keeps(entry) {
      for (institution, strength) in strengths(in: entry, of: party) {
        counts[institution, default: Count()].add(strength, entry.occasion)
      }
    }
    return counts
  }

  /// How close a party came at an occasion to each institution that was there: what ``contact(in:_:_:)`` finds, for all at once.
  private func strengths(in entry: Attendance.Entry, of party: Selector) -> [String: ContactStrength] {
    var (own, others): ([String: Capacity], [String: Capacity]) = ([:], [:])
    var apart: Set<String> = []
    for presence in entry.presences {
      let institution = presence.organisation.map(institutions.institution(of:))
      let isOwn = Self.isOf(presence, party)
      if isOwn { own[institution ?? "", default: []].formUnion(presence.capacity) }
      guard let institution else { continue }
      switch party {
      case .organisations(let ids): if isOwn || ids.contains(institution) { apart.insert(institution) }
      case .person: if isOwn { apart.insert(institution) }
      case .territory(let ids): if ids.contains(institution) { apart.insert(institution) }
      case .programme: break
      }
      if case .person = party, isOwn { continue }
      others[institution, default: []].formUnion(presence.capacity)
    }
    var strengths: [String: ContactStrength] = [:]
    for (institution, capacity) in others where !apart.contains(institution) {
      strengths[institution] = strength(entry, party, own, institution, capacity)
    }
    return strengths
  }

  private func strength(
    _ entry: Attendance.Entry, _ party: Selector, _ own: [String: Capacity], _ institution: String, _ other: Capacity
  ) -> ContactStrength? {
    if case .programme = party { return other.isDisjoint(with: [.host, .organiser, .signatory]) ? .present : .joint }
    var capacity: Capacity = []
    for (id, part) in own where id != institution { capacity.formUnion(part) }
    guard !capacity.isEmpty else { return nil }
    return Capacity.strength(capacity, other, isMeeting: entry.isMeeting, hasDelegation: entry.hasDelegation)
  }
}
