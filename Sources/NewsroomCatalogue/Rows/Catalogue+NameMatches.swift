import GRDB
package import NameMatching
package import NewsroomModel

/// A record whose name is like the one asked for.
package struct NameCandidate: Sendable, Hashable {
  package var address: RecordAddress
  /// The name of the record that is most alike, which may be one of its other names.
  package var name: String
  /// The preferred name.
  package var title: String
  package var match: NameMatch
}

extension Catalogue {
  /// People and organisations whose names match a name, the most alike first. The cost follows the records that share a word with
  /// it, not all records.
  package func records(matching text: String, kinds: [RecordKind] = [.person, .organisation], limit: Int = 10) throws
    -> [NameCandidate]
  {
    try asking { database in
      let found = try kinds.flatMap { try NameCandidates(database, kind: $0).matching(text) }
      return Array(found.sorted { ($1.match.score, $0.address.id) < ($0.match.score, $1.address.id) }.prefix(limit))
    }
  }
}

extension RecordKind {
  /// How names of this kind are compared.
  package var nameKind: NameKind { self == .person ? .person : .organisation }
}

/// Finds the records of one kind whose names match.
private struct NameCandidates {
  private let database: Database
  private let kind: RecordKind

  /// Records compared: those that share the most keys. Beyond them a match is out of reach.
  private static let compared = 300

  init(_ database: Database, kind: RecordKind) { (self.database, self.kind) = (database, kind) }

  func matching(_ text: String) throws -> [NameCandidate] {
    let name = PreparedName(String(text.prefix(300)), kind: kind.nameKind)
    let keys = NameKeys.keys(of: name)
    if keys.isEmpty { return [] }
    let marks = databaseQuestionMarks(count: keys.count)
    let ids = try String.fetchAll(
      database,
      sql: """
        SELECT id FROM name_part WHERE key IN (\(marks)) AND kind = ? GROUP BY id ORDER BY count(*) DESC, id LIMIT \(Self.compared)
        """, arguments: StatementArguments(keys.sorted()) + [kind.number])
    return try ids.compactMap { try candidate($0, name) }
  }

  private func candidate(_ id: String, _ name: PreparedName) throws -> NameCandidate? {
    let names = try String.fetchAll(
      database, sql: "SELECT name FROM name WHERE kind = ? AND id = ? ORDER BY rowid", arguments: [kind.number, id])
    let matches = names.map { ($0, NameMatcher.match(name, PreparedName($0, kind: kind.nameKind), isQuery: true)) }
    guard let best = matches.max(by: { $0.1.score < $1.1.score }), best.1.isMatch else { return nil }
    return NameCandidate(address: RecordAddress(kind, id), name: best.0, title: names[0], match: best.1)
  }
}

extension Catalogue {
  /// The rows of records as lists show them, in the order asked for; records that are gone are left out.
  package func rows(of addresses: [RecordAddress]) throws -> [ListRow] {
    try reading { database, state in
      let numbers = try addresses.compactMap { address in
        try UInt32.fetchOne(
          database, sql: "SELECT number FROM record WHERE kind = ? AND id = ? AND number > 0",
          arguments: [address.kind.number, address.id])
      }
      return try ListRows(database, state.limit, nil).rows(numbers)
    }
  }

  /// When somebody last took part in something that has a date.
  package func lastOccasion(of address: RecordAddress) throws -> String? {
    let column = address.kind == .person ? "person" : "organisation"
    return try asking { database in
      try String.fetchOne(
        database,
        sql: """
          SELECT max(coalesce(record.finish, record.start)) FROM participation
          JOIN record ON record.kind = participation.kind AND record.id = participation.owner WHERE participation.\(column) = ?
          """, arguments: [address.id])
    }
  }

  /// Whether a person belongs or belonged to an organisation, or took part in something for it or for a part of it.
  package func isPerson(_ person: RecordAddress, of organisations: [RecordAddress]) throws -> Bool {
    guard person.kind == .person, !organisations.isEmpty else { return false }
    let ids = organisations.map(\.id)
    let marks = databaseQuestionMarks(count: ids.count)
    return try asking { database in
      let arguments = StatementArguments(ids) + [person.id, person.id]
      return try Bool.fetchOne(
        database,
        sql: """
          WITH RECURSIVE part(id) AS (
            SELECT id FROM organisation WHERE id IN (\(marks))
            UNION SELECT organisation.id FROM organisation JOIN part ON organisation.parent = part.id)
          SELECT EXISTS (SELECT 1 FROM membership WHERE person = ? AND organisation IN part)
            OR EXISTS (SELECT 1 FROM participation WHERE person = ? AND organisation IN part)
          """, arguments: arguments) ?? false
    }
  }
}
