import GRDB
import NewsroomModel

/// Who was at some occasions, read together for as many as are asked for.
struct Attendance {
  /// One who was there: an organisation, or a person who stood for one.
  struct Presence {
    var person: String?
    /// The organisation that took part: the person's, or the one on whose behalf the person came.
    var organisation: String?
    var capacity: Capacity
    var statedIn: RecordAddress
    /// As the record words the part: "host", "speaker".
    var part: String
    var row: ParticipationRow?
  }

  /// An occasion with those who were there.
  struct Entry {
    var occasion: RecordAddress
    var isMeeting = false
    var delegations: [String] = []
    var events: [String] = []
    var presences: [Presence] = []

    var hasDelegation: Bool { !delegations.isEmpty }
  }

  private(set) var entries: [RecordAddress: Entry] = [:]

  /// - Parameter occasions: as ``OccasionFinder`` finds them.
  init(_ store: RelationStore, of occasions: some Collection<RecordAddress>) throws {
    for occasion in occasions { entries[occasion] = Entry(occasion: occasion) }
    let owners = try addEvents(store)
    try addDelegations(store)
    let list = RelationStore.list(owners.keys)
    try addOrganisers(store, owners, list)
    try addAttendees(store, owners, list)
  }

  /// Notes the events of the occasions: the event itself and its sessions that are no stops.
  /// - Returns: the occasion of every event.
  private mutating func addEvents(_ store: RelationStore) throws -> [String: RecordAddress] {
    var owners: [String: RecordAddress] = [:]
    for address in entries.keys where address.kind == .event { owners[address.id] = address }
    var parents = Array(owners.keys)
    while !parents.isEmpty {
      let sessions = try store.rows(
        """
        SELECT e.id, e.parent FROM event e WHERE e.parent IN (SELECT value FROM json_each(?))
        AND NOT EXISTS (SELECT 1 FROM delegation_event d WHERE d.event = e.id) ORDER BY e.id
        """, [RelationStore.list(parents)])
      parents = []
      for row in sessions {
        let (id, parent): (String, String) = (row[0], row[1])
        guard owners[id] == nil, let owner = owners[parent] else { continue }
        owners[id] = owner
        parents.append(id)
      }
    }
    for (event, owner) in owners { entries[owner]?.events.append(event) }
    let roots = RelationStore.list(entries.keys.filter { $0.kind == .event }.map(\.id))
    for row in try store.rows(
      "SELECT id, classification, status FROM event WHERE id IN (SELECT value FROM json_each(?))", [roots])
    {
      let address = RecordAddress(.event, row[0])
      entries[address]?.isMeeting = MeetingTable.isMeeting(row[1])
      if EventStatus.isNotHeld(row[2]) { entries[address] = nil }
    }
    return owners
  }

  /// Notes the delegations that stopped at the events, and those without stops, with their senders and members.
  private mutating func addDelegations(_ store: RelationStore) throws {
    var stops: [String: [RecordAddress]] = [:]
    let events = RelationStore.list(entries.keys.filter { $0.kind == .event }.map(\.id))
    for row in try store.rows(
      """
      SELECT DISTINCT delegation, event FROM delegation_event WHERE event IN (SELECT value FROM json_each(?))
      ORDER BY delegation
      """, [events])
    {
      stops[row[0], default: []].append(RecordAddress(.event, row[1]))
    }
    for address in entries.keys where address.kind == .delegation { stops[address.id, default: []].append(address) }
    for (delegation, occasions) in stops.sorted(by: { $0.key < $1.key }) {
      for occasion in occasions { entries[occasion]?.delegations.append(delegation) }
    }
    let list = RelationStore.list(stops.keys)
    for row in try store.rows(
      """
      SELECT delegation, organisation FROM delegation_sender
      WHERE delegation IN (SELECT value FROM json_each(?)) ORDER BY delegation, position
      """, [list])
    {
      let presence = Presence(
        organisation: row[1], capacity: .sender, statedIn: RecordAddress(.delegation, row[0]), part: "sender")
      for occasion in stops[presence.statedIn.id] ?? [] { entries[occasion]?.presences.append(presence) }
    }
    for row in try Self.participations(store, .delegation, list) {
      let presence = Presence(
        person: row.person, organisation: row.behalf ?? row.organisation, capacity: .traveller, statedIn: row.owner,
        part: row.isHead ? "head" : "member", row: row)
      for occasion in stops[row.owner.id] ?? [] { entries[occasion]?.presences.append(presence) }
    }
  }

  private mutating func addOrganisers(
    _ store: RelationStore, _ owners: [String: RecordAddress], _ list: String
  ) throws {
    for row in try store.rows(
      """
      SELECT event, organisation, role FROM organiser
      WHERE event IN (SELECT value FROM json_each(?)) ORDER BY event, position
      """, [list])
    {
      let (event, role): (String, String?) = (row[0], row[2])
      guard let owner = owners[event] else { continue }
      entries[owner]?.presences.append(
        Presence(
          organisation: row[1], capacity: Capacity(OrganiserRole(role)), statedIn: RecordAddress(.event, event),
          part: role ?? "organiser"))
    }
  }

  private mutating func addAttendees(
    _ store: RelationStore, _ owners: [String: RecordAddress], _ list: String
  ) throws {
    for row in try Self.participations(store, .event, list) {
      guard let owner = owners[row.owner.id] else { continue }
      entries[owner]?.presences.append(
        Presence(
          person: row.person, organisation: row.behalf ?? row.organisation, capacity: Capacity(part: row.part),
          statedIn: row.owner, part: row.part ?? "participant", row: row))
    }
  }

  private static func participations(
    _ store: RelationStore, _ kind: RecordKind, _ list: String
  ) throws -> [ParticipationRow] {
    try store.rows(
      """
      SELECT \(ParticipationRow.columns) FROM participation
      WHERE kind = ? AND owner IN (SELECT value FROM json_each(?)) ORDER BY owner, position
      """, [kind.number, list]
    ).compactMap(ParticipationRow.init)
  }
}
