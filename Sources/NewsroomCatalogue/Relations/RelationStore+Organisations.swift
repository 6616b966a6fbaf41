import GRDB
import NewsroomModel

extension RelationStore {
  /// The country of an organisation, as a capital code.
  func country(ofOrganisation id: String) throws -> String? {
    try strings("SELECT country FROM organisation WHERE id = ? AND country <> ''", [id]).first?.uppercased()
  }

  /// An organisation and everything it is a part of, at any height.
  func ancestors(ofOrganisation id: String) throws -> [String] {
    try strings(
      """
      WITH RECURSIVE whole(id) AS (
        VALUES (?) UNION SELECT o.parent FROM organisation o JOIN whole w ON o.id = w.id WHERE o.parent IS NOT NULL)
      SELECT id FROM whole
      """, [id])
  }

  /// People with a post in an organisation or taking part in something on its behalf.
  func people(ofOrganisation id: String) throws -> [String] {
    try strings(
      """
      SELECT person FROM membership WHERE organisation = ?1 OR behalf = ?1
      UNION SELECT person FROM participation WHERE organisation = ?1 OR behalf = ?1
      """, [id])
  }

  /// Events that an organisation organised or took part in.
  func events(ofOrganisation id: String) throws -> [String] { try strings(Self.eventsOfOrganisation, [id]) }

  private static let eventsOfOrganisation = """
    SELECT event FROM organiser WHERE organisation = ?1
    UNION SELECT owner FROM participation WHERE +kind = 4 AND (organisation = ?1 OR behalf = ?1)
    """

  /// Delegations that an organisation sent, was a part of, or received.
  func delegations(ofOrganisation id: String) throws -> [String] { try strings(Self.delegationsOfOrganisation, [id]) }

  private static let delegationsOfOrganisation = """
    SELECT delegation FROM delegation_sender WHERE organisation = ?1
    UNION SELECT owner FROM participation WHERE +kind = 1 AND (organisation = ?1 OR behalf = ?1)
    UNION SELECT delegation FROM delegation_event WHERE event IN (\(eventsOfOrganisation))
    """

  /// When the latest of an organisation's events and delegations began. Dates are compared as text, where the less exact of two
  /// that begin alike comes first.
  func lastContact(ofOrganisation id: String) throws -> PartialDate? {
    let dates = try strings(
      """
      SELECT coalesce(max(coalesce(start, finish)), '') FROM record
        WHERE kind = 4 AND id IN (\(Self.eventsOfOrganisation))
      UNION ALL SELECT coalesce(max(coalesce(start, finish)), '') FROM record
        WHERE kind = 1 AND id IN (\(Self.delegationsOfOrganisation))
      """, [id])
    return dates.compactMap { try? PartialDate($0) }.max()
  }

  /// The organisations whose names a person, a delegation or an event is found by.
  func organisations(tiedTo address: RecordAddress) throws -> [RecordAddress] {
    let sql: String? =
      switch address.kind {
      case .person:
        """
        SELECT organisation FROM membership WHERE person = ?1 AND organisation IS NOT NULL
        UNION SELECT behalf FROM membership WHERE person = ?1 AND behalf IS NOT NULL
        UNION SELECT organisation FROM participation WHERE person = ?1 AND organisation IS NOT NULL
        UNION SELECT behalf FROM participation WHERE person = ?1 AND behalf IS NOT NULL
        """
      case .delegation: "SELECT organisation FROM delegation_sender WHERE delegation = ?1"
      case .event: "SELECT organisation FROM organiser WHERE event = ?1"
      case .programme: "SELECT organisation FROM programme_organisation WHERE programme = ?1"
      case .article, .organisation: nil
      }
    let owned = """
      SELECT organisation FROM participation WHERE kind = ?1 AND owner = ?2 AND organisation IS NOT NULL
      UNION SELECT behalf FROM participation WHERE kind = ?1 AND owner = ?2 AND behalf IS NOT NULL
      """
    let ids = try (sql.map { try strings($0, [address.id]) } ?? []) + strings(owned, [address.kind.number, address.id])
    return ids.uniqued().map { RecordAddress(.organisation, $0) }
  }

  /// Every role that is known of a person; none of what is no person.
  func roles(ofPerson address: RecordAddress) throws -> [String] {
    guard address.kind == .person else { return [] }
    return try strings(
      """
      SELECT role FROM membership WHERE person = ?1 AND role IS NOT NULL
      UNION SELECT role FROM participation WHERE person = ?1 AND role IS NOT NULL
      """, [address.id])
  }

  /// A person's latest known role, from posts and from what was taken part in; and by when a source calls it a former one.
  func latestRole(ofPerson id: String) throws -> (line: String, date: String, formerBy: PartialDate?)? {
    let row = try rows(
      """
      SELECT role, acting, label, organisation, latest, former_by FROM (
        SELECT role, acting, label, coalesce(organisation, behalf) AS organisation, latest, former_by, position AS place
        FROM membership WHERE person = ?1
        UNION ALL
        SELECT p.role, p.acting, p.label, coalesce(p.organisation, p.behalf), coalesce(r.start, r.finish, ''), NULL, 1000
        FROM participation p JOIN record r ON r.kind = p.kind AND r.id = p.owner
        WHERE p.person = ?1 AND (p.role IS NOT NULL OR p.label IS NOT NULL)
      ) ORDER BY latest DESC, place LIMIT 1
      """, [id]
    ).first
    guard let row else { return nil }
    let line = try roleLine(row["role"], acting: row["acting"], label: row["label"], organisation: row["organisation"])
    let former: String? = row["former_by"]
    return (line, row["latest"], former.flatMap { try? PartialDate($0) })
  }

  /// By when a source calls a person a former holder of a post that is known from memberships.
  func formerDate(ofPerson person: String, role: String?, organisation: String?) throws -> PartialDate? {
    try strings(
      "SELECT former_by FROM membership WHERE person = ? AND role IS ? AND organisation IS ? AND former_by IS NOT NULL",
      [person, role, organisation]
    ).first.flatMap { try? PartialDate($0) }
  }
}
