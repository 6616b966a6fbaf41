import GRDB
import NewsroomModel

/// What an organisation is asked about together with its parts.
extension RelationStore {
  /// Delegations that any of the organisations sent, was a part of, or received.
  func delegations(ofOrganisations ids: Set<String>) throws -> [String] {
    try strings(
      """
      WITH own(id) AS MATERIALIZED (SELECT value FROM json_each(?))
      SELECT delegation FROM delegation_sender WHERE organisation IN own
      UNION SELECT owner FROM participation WHERE +kind = 1 AND (organisation IN own OR behalf IN own)
      UNION SELECT delegation FROM delegation_event WHERE event IN (
        SELECT event FROM organiser WHERE organisation IN own
        UNION SELECT owner FROM participation WHERE +kind = 4 AND (organisation IN own OR behalf IN own))
      """, [Self.list(ids)])
  }

  /// Events that any of the organisations organised or took part in.
  func events(ofOrganisations ids: Set<String>) throws -> [String] {
    try strings(
      """
      WITH own(id) AS MATERIALIZED (SELECT value FROM json_each(?))
      SELECT event FROM organiser WHERE organisation IN own
      UNION SELECT owner FROM participation WHERE +kind = 4 AND (organisation IN own OR behalf IN own)
      """, [Self.list(ids)])
  }

  /// Delegations that any of the organisations sent or was a part of.
  func delegations(sentByOrganisations ids: Set<String>) throws -> [String] {
    try strings(
      """
      WITH own(id) AS MATERIALIZED (SELECT value FROM json_each(?))
      SELECT delegation FROM delegation_sender WHERE organisation IN own
      UNION SELECT owner FROM participation WHERE +kind = 1 AND (organisation IN own OR behalf IN own)
      """, [Self.list(ids)])
  }

  /// The events, as far as there are such, at which delegations stopped that any of the organisations sent or was a part of.
  func stops(ofOrganisations ids: Set<String>) throws -> [String] {
    try strings(
      """
      WITH own(id) AS MATERIALIZED (SELECT value FROM json_each(?))
      SELECT DISTINCT s.event FROM delegation_event s JOIN event e ON e.id = s.event WHERE s.delegation IN (
        SELECT delegation FROM delegation_sender WHERE organisation IN own
        UNION SELECT owner FROM participation WHERE +kind = 1 AND (organisation IN own OR behalf IN own))
      """, [Self.list(ids)])
  }
}
