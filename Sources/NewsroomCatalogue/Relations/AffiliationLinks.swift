import GRDB
import NewsroomModel

/// Relations of two parties that are no occasions: affiliations, and posts of a person in an organisation.
struct AffiliationLinks {
  private let source: RelationSource

  init(_ source: RelationSource) { self.source = source }

  /// The same whichever party is named first.
  func links(
    _ left: ContactFinder.Selector, _ right: ContactFinder.Selector
  ) throws -> [History.AffiliationLink] {
    switch (left, right) {
    case (.person(let person), _): try posts(of: person, in: right.organisations ?? [])
    case (_, .person(let person)): try posts(of: person, in: left.organisations ?? [])
    case (.programme, _), (_, .programme): []
    case (.organisations, _), (.territory, _):
      try affiliations(left.organisations ?? [], right.organisations ?? [])
    }
  }

  private func affiliations(_ left: Set<String>, _ right: Set<String>) throws -> [History.AffiliationLink] {
    let (first, second) = (RelationStore.list(left), RelationStore.list(right))
    return try source.store.rows(
      """
      WITH a(id) AS MATERIALIZED (SELECT value FROM json_each(?1)), b(id) AS MATERIALIZED (SELECT value FROM json_each(?2))
      SELECT organisation, other, role, start, finish FROM affiliation WHERE organisation IN a AND other IN b
      UNION SELECT organisation, other, role, start, finish FROM affiliation WHERE organisation IN b AND other IN a
      ORDER BY 1, 2, 4, 3
      """, [first, second]
    ).map { row in
      History.AffiliationLink(
        from: source.institutions.named(row[0]), to: source.institutions.named(row[1]), role: row[2],
        dates: DateRange(start: row[3], finish: row[4]))
    }
  }

  private func posts(of person: String, in organisations: Set<String>) throws -> [History.AffiliationLink] {
    let from = try source.named(RecordAddress(.person, person))
    return try source.store.rows(
      """
      SELECT organisation, role, start, finish, attested FROM membership
      WHERE person = ?1 AND organisation IN (SELECT value FROM json_each(?2)) ORDER BY latest, position
      """, [person, RelationStore.list(organisations)]
    ).map { row in
      let attested = (row[4] as String).split(separator: ",").compactMap { try? PartialDate($0) }.sorted()
      return History.AffiliationLink(
        from: from, to: source.institutions.named(row[0]), role: row[1],
        dates: DateRange(start: row[2], finish: row[3])
          ?? DateRange(start: attested.first, end: attested.last))
    }
  }
}
