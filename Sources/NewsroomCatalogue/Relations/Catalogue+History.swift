import Collation
import Foundation
import GRDB
public import NewsroomModel

extension Catalogue {
  /// Everything that happened between two parties.
  /// - Parameters:
  ///   - since: contacts that ended before are left out; undated ones, too.
  ///   - until: contacts that began after are left out; undated ones, too.
  public func history(
    _ left: Party, _ right: Party, since: PartialDate? = nil, until: PartialDate? = nil
  ) throws -> History {
    try relations { source in
      try HistoryBuilder(source).history(left, right, Period(since: since, until: until))
    }
  }

  /// The institutions with which a party has contacts, those with most contacts first.
  /// - Parameters:
  ///   - since: contacts that ended before do not count; undated ones neither.
  ///   - until: contacts that began after do not count; undated ones neither.
  ///   - region: only institutions in this country or region.
  ///   - programme: only contacts that concern this programme, by id.
  ///   - includesPresent: whether also those with which it only attended the same events.
  public func partners(
    of party: Party, since: PartialDate? = nil, until: PartialDate? = nil, region: Party? = nil,
    programme: String? = nil, includesPresent: Bool = false
  ) throws -> [Partner] {
    try relations { source in
      let list = PartnerList(source)
      let period = Period(since: since, until: until)
      return try list.partners(
        of: party, period, in: region, programme: programme, includesPresent: includesPresent)
    }
  }

  /// The parties that a text may mean: `unesco-ichei`, `person:li-ming`, `country:KE`, `region:002`, a name. One is what it is
  /// hoped for; none and several are for the caller to report.
  public func parties(typed text: String) throws -> [Party] {
    if let territory = Self.territory(typed: text) { return [territory] }
    let addresses = try addresses(typed: text).filter { Self.partyKinds.contains($0.kind) }
    if !addresses.isEmpty { return addresses.map(Party.record) }
    return try asking { database in
      try Row.fetchAll(
        database, sql: "SELECT DISTINCT kind, id FROM name WHERE key = ? AND kind IN (2, 3, 5) ORDER BY kind, id",
        arguments: [LookupKey.of(text)]
      ).compactMap { row in RecordKind(number: row[0]).map { .record(RecordAddress($0, row[1])) } }
    }
  }

  private static let partyKinds: Set<RecordKind> = [.organisation, .person, .programme]

  private static func territory(typed text: String) -> Party? {
    let parts = text.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
    guard parts.count == 2 else { return nil }
    return switch parts[0].lowercased() {
    case "country" where CountryCode.isKnown(parts[1]): .country(parts[1].uppercased())
    case "region": RegionCodes.code(named: parts[1]).map(Party.region)
    case _: nil
    }
  }

  /// Answers a question about relations.
  func relations<Value>(_ body: (RelationSource) throws -> Value) throws -> Value {
    try reading { database, state in
      let institutions = try state.institutions ?? InstitutionTable(database)
      state.institutions = institutions
      let store = RelationStore(database: database)
      return try body(
        RelationSource(
          store: store, institutions: institutions, postings: Postings(database: database, limit: state.limit),
          records: state.records, orders: state.orders))
    }
  }
}

/// What relations are computed from: tables, institutions and articles of one generation.
struct RelationSource {
  let store: RelationStore
  let institutions: InstitutionTable
  let postings: Postings
  let records: RecordSets
  let orders: SortIndex

  var finder: ContactFinder { ContactFinder(store: store, institutions: institutions) }

  /// A record by the name that screens show.
  func named(_ address: RecordAddress) throws -> NamedRecord {
    if address.kind == .organisation { return institutions.named(address.id) }
    return NamedRecord(address, name: try store.name(of: address), exists: try store.exists(address))
  }

  /// What a party is called.
  func name(of party: Party) throws -> String {
    switch party {
    case .record(let address): try named(address).name
    case .country(let code): CodeDisplayNames.named(code, CodeDisplayNames.country)
    case .region(let code): RegionCodes.name(code) ?? code
    }
  }

  func selector(_ party: Party) -> ContactFinder.Selector {
    finder.selector(party, countries: countries(inRegion:))
  }

  /// The codes of the countries in a region.
  func countries(inRegion code: String) -> Set<String> { RegionCodes.countries(in: code) ?? [] }

  /// When occasions were; a stop without dates has those of its delegation.
  func dates(of entries: some Sequence<Attendance.Entry>) throws -> [RecordAddress: DateRange] {
    var dates = try dates(of: entries.map(\.occasion))
    let undated = entries.filter { dates[$0.occasion] == nil && !$0.delegations.isEmpty && $0.occasion.kind == .event }
    let journeys = try self.dates(of: undated.flatMap(\.delegations).map { RecordAddress(.delegation, $0) })
    for entry in undated {
      dates[entry.occasion] = entry.delegations.lazy.compactMap { journeys[RecordAddress(.delegation, $0)] }.first
    }
    return dates
  }

  /// The dates that records have themselves.
  func dates(of addresses: [RecordAddress]) throws -> [RecordAddress: DateRange] {
    var dates: [RecordAddress: DateRange] = [:]
    for (kind, group) in Dictionary(grouping: addresses, by: \.kind) {
      let rows = try store.rows(
        "SELECT id, start, finish FROM record WHERE kind = ? AND id IN (SELECT value FROM json_each(?))",
        [kind.number, RelationStore.list(group.map(\.id))])
      for row in rows { dates[RecordAddress(kind, row[0])] = DateRange(start: row[1], finish: row[2]) }
    }
    return dates
  }
}

/// Since when, until when.
struct Period {
  var since: PartialDate?
  var until: PartialDate?

  /// Whether a span overlaps it. What has no date lies in no period.
  func overlaps(_ dates: DateRange?) -> Bool {
    if since == nil, until == nil { return true }
    guard let first = (dates?.start ?? dates?.end), let last = (dates?.end ?? dates?.start) else { return false }
    if let since, last.lastDay < since.firstDay { return false }
    if let until, first.firstDay > until.lastDay { return false }
    return true
  }
}
