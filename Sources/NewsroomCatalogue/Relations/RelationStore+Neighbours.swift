import GRDB
import NewsroomModel

extension RelationStore {
  /// Every record whose list row, filters or words depend on this one: what must be looked at again when it changes.
  ///
  /// Asked before the old ties are deleted and again after the new ones are written.
  func neighbours(of address: RecordAddress) throws -> Set<RecordAddress> {
    var found: Set<RecordAddress> = []
    for query in Self.neighbourQueries[address.kind] ?? [] {
      let places = query.sql.count { $0 == "?" }
      let arguments = Array(repeating: address.id, count: places)
      for id in try strings(query.sql, .init(arguments)) { found.insert(RecordAddress(query.kind, id)) }
    }
    return found
  }

  private struct NeighbourQuery {
    var kind: RecordKind
    var sql: String
    init(_ kind: RecordKind, _ sql: String) { (self.kind, self.sql) = (kind, sql) }
  }

  private static let parts = """
    WITH RECURSIVE part(id) AS (
      SELECT id FROM organisation WHERE parent = ? UNION SELECT o.id FROM organisation o JOIN part ON o.parent = part.id)
    """

  private static let neighbourQueries: [RecordKind: [NeighbourQuery]] = [
    .organisation: [
      NeighbourQuery(.organisation, parts + "SELECT id FROM part"),
      NeighbourQuery(
        .person,
        parts + """
           SELECT person FROM membership WHERE organisation IN part OR behalf IN part
          UNION SELECT person FROM participation WHERE organisation IN part OR behalf IN part
          """),
      NeighbourQuery(.person, "SELECT person FROM membership WHERE organisation = ? OR behalf = ?"),
      NeighbourQuery(.person, "SELECT person FROM participation WHERE organisation = ? OR behalf = ?"),
      NeighbourQuery(.delegation, "SELECT delegation FROM delegation_sender WHERE organisation = ?"),
      NeighbourQuery(
        .delegation, "SELECT owner FROM participation WHERE +kind = 1 AND (organisation = ? OR behalf = ?)"),
      NeighbourQuery(
        .delegation,
        """
        SELECT delegation FROM delegation_event WHERE event IN (
          SELECT event FROM organiser WHERE organisation = ?
          UNION SELECT owner FROM participation WHERE +kind = 4 AND (organisation = ? OR behalf = ?))
        """),
      NeighbourQuery(.event, "SELECT event FROM organiser WHERE organisation = ?"),
      NeighbourQuery(
        .event,
        """
        SELECT event FROM delegation_event WHERE delegation IN (
          SELECT delegation FROM delegation_sender WHERE organisation = ?
          UNION SELECT owner FROM participation WHERE +kind = 1 AND (organisation = ? OR behalf = ?))
        """),
      NeighbourQuery(.event, "SELECT owner FROM participation WHERE +kind = 4 AND (organisation = ? OR behalf = ?)"),
      NeighbourQuery(.programme, "SELECT programme FROM programme_organisation WHERE organisation = ?"),
    ],
    .person: [
      NeighbourQuery(.delegation, "SELECT owner FROM participation WHERE +kind = 1 AND person = ?"),
      NeighbourQuery(
        .delegation,
        """
        SELECT delegation FROM delegation_event WHERE event IN (
          SELECT owner FROM participation WHERE +kind = 4 AND person = ?)
        """),
      NeighbourQuery(.event, "SELECT owner FROM participation WHERE +kind = 4 AND person = ?"),
      NeighbourQuery(
        .event,
        """
        SELECT event FROM delegation_event WHERE delegation IN (
          SELECT owner FROM participation WHERE +kind = 1 AND person = ?)
        """),
      NeighbourQuery(
        .organisation, "SELECT organisation FROM membership WHERE person = ? AND organisation IS NOT NULL"),
      NeighbourQuery(.organisation, "SELECT behalf FROM membership WHERE person = ? AND behalf IS NOT NULL"),
      NeighbourQuery(
        .organisation, "SELECT organisation FROM participation WHERE person = ? AND organisation IS NOT NULL"),
      NeighbourQuery(.organisation, "SELECT behalf FROM participation WHERE person = ? AND behalf IS NOT NULL"),
    ],
    .delegation: [
      NeighbourQuery(.person, "SELECT person FROM participation WHERE kind = 1 AND owner = ?"),
      NeighbourQuery(.event, "SELECT event FROM delegation_event WHERE delegation = ?"),
      NeighbourQuery(.organisation, "SELECT organisation FROM delegation_sender WHERE delegation = ?"),
      NeighbourQuery(
        .organisation,
        "SELECT organisation FROM participation WHERE kind = 1 AND owner = ? AND organisation IS NOT NULL"),
      NeighbourQuery(
        .organisation, "SELECT behalf FROM participation WHERE kind = 1 AND owner = ? AND behalf IS NOT NULL"),
      NeighbourQuery(
        .organisation,
        """
        SELECT organisation FROM organiser WHERE event IN (SELECT event FROM delegation_event WHERE delegation = ?)
        """),
      NeighbourQuery(
        .organisation,
        """
        SELECT p.organisation FROM delegation_event d JOIN participation p ON p.kind = 4 AND p.owner = d.event
        WHERE d.delegation = ? AND p.organisation IS NOT NULL
        """),
      NeighbourQuery(
        .organisation,
        """
        SELECT p.behalf FROM delegation_event d JOIN participation p ON p.kind = 4 AND p.owner = d.event
        WHERE d.delegation = ? AND p.behalf IS NOT NULL
        """),
    ],
    .event: [
      NeighbourQuery(.event, "SELECT id FROM event WHERE parent = ?"),
      NeighbourQuery(.person, "SELECT person FROM participation WHERE kind = 4 AND owner = ?"),
      NeighbourQuery(
        .person,
        """
        SELECT person FROM participation WHERE kind = 1 AND owner IN (
          SELECT delegation FROM delegation_event WHERE event = ?)
        """),
      NeighbourQuery(.delegation, "SELECT delegation FROM delegation_event WHERE event = ?"),
      NeighbourQuery(.organisation, "SELECT organisation FROM organiser WHERE event = ?"),
      NeighbourQuery(
        .organisation,
        "SELECT organisation FROM participation WHERE kind = 4 AND owner = ? AND organisation IS NOT NULL"),
      NeighbourQuery(
        .organisation, "SELECT behalf FROM participation WHERE kind = 4 AND owner = ? AND behalf IS NOT NULL"),
      NeighbourQuery(.programme, "SELECT programme FROM event_programme WHERE event = ?"),
    ],
    .programme: [
      NeighbourQuery(.event, "SELECT event FROM event_programme WHERE programme = ?"),
      NeighbourQuery(.organisation, "SELECT organisation FROM programme_organisation WHERE programme = ?"),
    ],
  ]
}
