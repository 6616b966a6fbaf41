import Foundation
import GRDB
import NewsroomModel

/// The two sides of delegations: on whose behalf they went, and who received them.
///
/// Read together for as many delegations as are asked for, because the page of a large organisation needs thousands of them.
struct DelegationParties {
  /// The sides of one delegation.
  struct Sides {
    /// On whose behalf it went.
    var senders: [String] = []
    /// Who received it.
    var hosts: [String] = []
    /// Hosts and counterparts, whoever is named first.
    var received: Set<String> = []
    /// Senders, and the organisations of the members.
    var travelled: Set<String> = []
    /// Hosts, and the organisations of the counterparts.
    var met: Set<String> = []
  }

  private var sides: [String: Sides] = [:]

  init(_ relationStore: RelationStore, of ids: some Collection<String>) throws {
    let list = RelationStore.list(ids)
    let senders = try Self.senders(relationStore, list)
    let members = try Self.members(relationStore, list)
    let stops = try Self.stops(relationStore, list)
    let organisers = try Self.organisers(relationStore, list)
    let met = try Self.counterparts(relationStore, list)
    for id in ids {
      var sides = Sides(senders: senders[id] ?? [])
      sides.travelled = Set(sides.senders + (members[id] ?? []))
      let stops = stops[id] ?? []
      let counterparts = stops.flatMap { met[$0] ?? [] }
      let hosting = stops.flatMap { organisers[$0] ?? [] }.filter(\.isHost).map(\.organisation)
      sides.received = Set(hosting + counterparts).subtracting(sides.senders)
      sides.hosts = Self.hosts(organisers: stops.flatMap { organisers[$0] ?? [] }, met: counterparts, sides)
      sides.met = Set(sides.hosts + counterparts).subtracting(sides.travelled)
      self.sides[id] = sides
    }
  }

  /// The sides of one of the delegations.
  subscript(id: String) -> Sides { sides[id] ?? Sides() }

  /// Who received a delegation: the hosts of its stops; where none is named, the organisations of the counterparts. Other
  /// organisers of a stop received nobody, as far as records say.
  private static func hosts(
    organisers: [(organisation: String, isHost: Bool)], met: [String], _ sides: Sides
  ) -> [String] {
    let foreign = organisers.filter { !sides.senders.contains($0.organisation) }
    let hosts = foreign.filter(\.isHost).map(\.organisation)
    if !hosts.isEmpty { return hosts.uniqued() }
    return met.filter { !sides.travelled.contains($0) }.uniqued()
  }

  private static func senders(_ relationStore: RelationStore, _ list: String) throws -> [String: [String]] {
    try relationStore.lists(
      """
      SELECT delegation, organisation FROM delegation_sender
      WHERE delegation IN (SELECT value FROM json_each(?)) ORDER BY delegation, position
      """, [list])
  }

  private static func members(_ relationStore: RelationStore, _ list: String) throws -> [String: [String]] {
    try relationStore.lists(
      """
      SELECT owner, organisation FROM participation
      WHERE kind = 1 AND owner IN (SELECT value FROM json_each(?1)) AND organisation IS NOT NULL
      UNION SELECT owner, behalf FROM participation
      WHERE kind = 1 AND owner IN (SELECT value FROM json_each(?1)) AND behalf IS NOT NULL
      """, [list])
  }

  private static func stops(_ relationStore: RelationStore, _ list: String) throws -> [String: [String]] {
    try relationStore.lists(
      """
      SELECT delegation, event FROM delegation_event
      WHERE delegation IN (SELECT value FROM json_each(?)) ORDER BY delegation, position
      """, [list])
  }

  private static let events = "SELECT event FROM delegation_event WHERE delegation IN (SELECT value FROM json_each(?))"

  private static func organisers(
    _ relationStore: RelationStore, _ list: String
  ) throws -> [String: [(organisation: String, isHost: Bool)]] {
    var organisers: [String: [(organisation: String, isHost: Bool)]] = [:]
    let rows = try relationStore.rows(
      "SELECT event, organisation, role FROM organiser WHERE event IN (\(events)) ORDER BY event, position", [list])
    for row in rows {
      let role: String? = row[2]
      organisers[row[0], default: []].append((row[1], OrganiserRole(role) == .host))
    }
    return organisers
  }

  private static func counterparts(_ relationStore: RelationStore, _ list: String) throws -> [String: [String]] {
    try relationStore.lists(
      """
      SELECT owner, coalesce(behalf, organisation) FROM participation
      WHERE kind = 4 AND owner IN (\(events)) AND part = 'counterpart' AND coalesce(behalf, organisation) IS NOT NULL
      ORDER BY owner, position
      """, [list])
  }
}

extension RelationStore {
  /// Ids as the text that `json_each` takes apart: one parameter, however many there are.
  static func list(_ ids: some Sequence<String>) -> String {
    let data = try? JSONEncoder().encode(Array(ids))
    return data.map { String(decoding: $0, as: UTF8.self) } ?? "[]"
  }

  /// The second column by the first.
  func lists(_ sql: String, _ arguments: StatementArguments) throws -> [String: [String]] {
    var lists: [String: [String]] = [:]
    let rows = try Row.fetchCursor(try database.cachedStatement(sql: sql), arguments: arguments)
    while let row = try rows.next() { lists[row[0], default: []].append(row[1]) }
    return lists
  }
}
