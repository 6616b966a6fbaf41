import GRDB
import NewsroomModel

/// Finds the occasions at which a party was: events without parent, stops of delegations, delegations without stops.
struct OccasionFinder {
  let store: RelationStore

  /// Those at which any of the organisations took part, or somebody stood for one.
  func occasions(ofOrganisations ids: Set<String>) throws -> Set<RecordAddress> {
    let list = RelationStore.list(ids)
    let events = try store.strings(
      """
      WITH own(id) AS MATERIALIZED (SELECT value FROM json_each(?))
      SELECT event FROM organiser WHERE organisation IN own
      UNION SELECT owner FROM participation WHERE +kind = 4 AND behalf IN own
      UNION SELECT owner FROM participation WHERE +kind = 4 AND organisation IN own AND behalf IS NULL
      """, [list])
    let delegations = try store.strings(
      """
      WITH own(id) AS MATERIALIZED (SELECT value FROM json_each(?))
      SELECT delegation FROM delegation_sender WHERE organisation IN own
      UNION SELECT owner FROM participation WHERE +kind = 1 AND behalf IN own
      UNION SELECT owner FROM participation WHERE +kind = 1 AND organisation IN own AND behalf IS NULL
      """, [list])
    return try occasions(events: events, delegations: delegations)
  }

  /// Those at which a person was.
  func occasions(ofPerson id: String) throws -> Set<RecordAddress> {
    let rows = try store.rows("SELECT DISTINCT kind, owner FROM participation WHERE person = ?", [id])
    func owners(_ kind: RecordKind) -> [String] { rows.filter { $0[0] == kind.number }.map { $0[1] } }
    return try occasions(events: owners(.event), delegations: owners(.delegation))
  }

  /// Those that a programme concerns.
  func occasions(ofProgramme id: String) throws -> Set<RecordAddress> {
    let events = try store.strings("SELECT event FROM event_programme WHERE programme = ?", [id])
    return try occasions(events: events, delegations: [])
  }

  /// The occasions to which events belong, and those of delegations: their stops, or they themselves where they have none.
  func occasions(events: [String], delegations: [String]) throws -> Set<RecordAddress> {
    var found: Set<RecordAddress> = []
    let list = RelationStore.list(events)
    let sessions = try store.strings(
      """
      SELECT id FROM event e WHERE id IN (SELECT value FROM json_each(?)) AND parent IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM delegation_event d WHERE d.event = e.id)
      """, [list])
    let apart = Set(sessions)
    for event in events where !apart.contains(event) { found.insert(RecordAddress(.event, event)) }
    for session in sessions { found.insert(RecordAddress(.event, try occasion(ofSession: session))) }
    let stops = try store.rows(
      """
      SELECT s.delegation, s.event FROM delegation_event s JOIN event e ON e.id = s.event
      WHERE s.delegation IN (SELECT value FROM json_each(?))
      """, [RelationStore.list(delegations)])
    var travelling: Set<String> = []
    for row in stops {
      travelling.insert(row[0])
      found.insert(RecordAddress(.event, row[1]))
    }
    for delegation in delegations where !travelling.contains(delegation) {
      found.insert(RecordAddress(.delegation, delegation))
    }
    return found
  }

  /// The event of which a session is a part, however deep: the first that is a stop, else the outermost that exists.
  private func occasion(ofSession id: String) throws -> String {
    var (current, seen): (String, Set<String>) = (id, [id])
    while let parent = try store.parent(of: RecordAddress(.event, current)), seen.insert(parent).inserted,
      try !store.strings("SELECT id FROM event WHERE id = ?", [parent]).isEmpty
    {
      current = parent
      if try !store.strings("SELECT event FROM delegation_event WHERE event = ? LIMIT 1", [current]).isEmpty { break }
    }
    return current
  }
}
