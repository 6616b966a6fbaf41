import GRDB
import NewsroomModel

/// Institutions that an organisation and its parts have dealt with: the other side of delegations, co-organisers,
/// co-signatories, affiliations; each contact counted once, with the dates of the first and the last.
///
/// Whatever the organisation's size the tables are asked a dozen times, not once for every contact.
struct Partners {
  private let relationStore: RelationStore
  /// The organisation itself and its parts, with the delegations and events that concern any of them.
  private let own: Set<String>
  private let delegations: Set<String>
  private let events: Set<String>

  init(_ relationStore: RelationStore, own: Set<String>, delegations: Set<String>, events: Set<String>) {
    (self.relationStore, self.own, self.delegations, self.events) = (relationStore, own, delegations, events)
  }

  /// What is known of one partner.
  private struct Tally {
    var count = 0
    var kinds: Set<Kind> = []
    var first: PartialDate?
    var last: PartialDate?
    /// The occasion counted last; a partner that has two parts in it is counted once.
    private var occasion = 0

    mutating func add(_ occasion: Int, _ kind: Kind, _ dates: [PartialDate]) {
      if self.occasion != occasion { count += 1 }
      self.occasion = occasion
      kinds.insert(kind)
      first = (dates + [first].compactMap { $0 }).min()
      last = (dates + [last].compactMap { $0 }).max()
    }
  }

  private enum Kind: String, CaseIterable { case delegation, event, affiliation }

  /// The contacts counted so far.
  private struct Tallies {
    private(set) var partners: [String: Tally] = [:]
    private var occasion = 0
    private let own: Set<String>

    /// - Parameter own: those that are no partners: the organisation itself, its parts and what it is a part of.
    init(apartFrom own: Set<String>) { self.own = own }

    /// Counts an occasion for those who took part in it.
    mutating func add(_ partners: some Sequence<String>, _ kind: Kind, _ date: PartialDate?) {
      occasion += 1
      for partner in partners where !own.contains(partner) {
        self.partners[partner, default: Tally()].add(occasion, kind, [date].compactMap { $0 })
      }
    }

    /// Counts a tie of whatever length as one occasion.
    mutating func add(_ partner: String, _ kind: Kind, _ dates: [PartialDate]) {
      occasion += 1
      if !own.contains(partner) { partners[partner, default: Tally()].add(occasion, kind, dates) }
    }
  }

  /// How many partners there are, and the rows of those with most contacts.
  func section(of id: String, _ source: PageSource) throws -> (count: Int, rows: [PageRow]) {
    var tallies = try Tallies(apartFrom: own.union(relationStore.ancestors(ofOrganisation: id)))
    let sides = try DelegationParties(relationStore, of: delegations)
    try addDelegations(sides, to: &tallies)
    try addEvents(besides: partiesAtStops(sides), to: &tallies)
    try addAffiliations(to: &tallies)
    let names = try relationStore.lists("SELECT id, short FROM organisation", []).compactMapValues(\.first)
    let sorted = tallies.partners.sorted { left, right in
      // The ids decide between partners that are equal in all that is shown.
      (-left.value.count, right.value.last?.firstDay ?? .min, names[left.key] ?? left.key, left.key)
        < (-right.value.count, left.value.last?.firstDay ?? .min, names[right.key] ?? right.key, right.key)
    }
    let rows = try sorted.prefix(PageSource.longestRelation).map { partner, tally in
      try source.organisationRow(
        partner, role: Kind.allCases.filter(tally.kinds.contains).map(\.rawValue).joined(separator: " · "),
        date: DateRange(start: tally.first, end: tally.last), count: tally.count)
    }
    return (sorted.count, rows)
  }

  private func addDelegations(_ sides: DelegationParties, to tallies: inout Tallies) throws {
    let dates = try dates(.delegation, delegations)
    let parents = try relationStore.lists("SELECT id, parent FROM organisation WHERE parent IS NOT NULL", [])
      .compactMapValues(\.first)
    for delegation in delegations {
      let sides = sides[delegation]
      if !own.isDisjoint(with: sides.travelled) {
        tallies.add(withoutParts(sides.met, parents), .delegation, dates[delegation])
      } else if !own.isDisjoint(with: sides.met) {
        tallies.add(withoutParts(sides.travelled, parents), .delegation, dates[delegation])
      }
    }
  }

  /// A side without the organisations that are parts of others in it: a host and the unit of it that received the guests are
  /// one partner.
  private func withoutParts(_ side: Set<String>, _ parents: [String: String]) -> Set<String> {
    guard side.count > 1 else { return side }
    return side.filter { id in
      var (whole, seen) = (parents[id], Set([id]))
      while let next = whole, seen.insert(next).inserted {
        if side.contains(next) { return false }
        whole = parents[next]
      }
      return true
    }
  }

  /// Who was at a stop of a delegation, by event: one visit is one contact, though it is a delegation and an event.
  private func partiesAtStops(_ sides: DelegationParties) throws -> [String: Set<String>] {
    let stops = try relationStore.rows(
      "SELECT event, delegation FROM delegation_event WHERE delegation IN (SELECT value FROM json_each(?))",
      [RelationStore.list(delegations)])
    return stops.reduce(into: [:]) { parties, row in
      let sides = sides[row[1]]
      parties[row[0], default: []].formUnion(sides.travelled.union(sides.met))
    }
  }

  /// Co-organisers and co-signatories.
  private func addEvents(besides parties: [String: Set<String>], to tallies: inout Tallies) throws {
    let list = RelationStore.list(events)
    let organisers = try relationStore.lists(
      "SELECT event, organisation FROM organiser WHERE event IN (SELECT value FROM json_each(?))", [list])
    let signatories = try relationStore.lists(
      """
      SELECT owner, coalesce(behalf, organisation) FROM participation
      WHERE kind = 4 AND owner IN (SELECT value FROM json_each(?)) AND part = 'signatory'
        AND coalesce(behalf, organisation) IS NOT NULL
      """, [list])
    let dates = try dates(.event, events)
    for event in events {
      let groups = [organisers[event] ?? [], signatories[event] ?? []].filter { !own.isDisjoint(with: $0) }
      tallies.add(Set(groups.joined()).subtracting(parties[event] ?? []), .event, dates[event])
    }
  }

  /// However many affiliations two institutions have with one another, they are one contact.
  private func addAffiliations(to tallies: inout Tallies) throws {
    let rows = try relationStore.rows(
      """
      SELECT other, start FROM affiliation WHERE organisation IN (SELECT value FROM json_each(?1))
      UNION ALL SELECT organisation, start FROM affiliation WHERE other IN (SELECT value FROM json_each(?1))
      """, [RelationStore.list(own)])
    for (partner, rows) in Dictionary(grouping: rows, by: { $0[0] as String }) {
      let dates = rows.compactMap { row in (row[1] as String?).flatMap { try? PartialDate($0) } }
      tallies.add(partner, .affiliation, dates)
    }
  }

  private func dates(_ kind: RecordKind, _ ids: Set<String>) throws -> [String: PartialDate] {
    let rows = try relationStore.rows(
      "SELECT id, start, finish FROM record WHERE kind = ? AND id IN (SELECT value FROM json_each(?))",
      [kind.number, RelationStore.list(ids)])
    return rows.reduce(into: [:]) { dates, row in
      dates[row[0]] = DateRange(start: row[1], finish: row[2])?.sortDate
    }
  }
}
