import GRDB
import NewsroomModel

extension CatalogueUpdate {
  /// Writes what is wrong in a file; file 0 stands for the directory as a whole.
  func writeProblems(_ problems: [DataProblem], file: Int, isLinking: Bool = false) throws {
    let insert = try database.cachedStatement(sql: "INSERT INTO problem VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for problem in problems {
      try insert.execute(arguments: [
        file, problem.code.rawValue, problem.severity.rawValue, problem.path, problem.line, problem.column,
        problem.pointer, problem.sentence, problem.hint, isLinking,
      ])
    }
  }

  /// Finds references between entities that lead nowhere. They depend on every file, so they are found anew each time.
  func writeLinkProblems() throws {
    try database.execute(sql: "DELETE FROM problem WHERE is_linking")
    for reference in Self.references {
      let rows = try Row.fetchAll(database, sql: Self.sql(reference))
      for row in rows { try writeDangling(row, reference) }
    }
  }

  private func writeDangling(_ row: Row, _ reference: Reference) throws {
    let (id, path, line): (String, String, Int) = (row["target"], row["path"], row["line"])
    let near = NearestSpelling.nearest(
      to: id, in: try ties.strings("SELECT id FROM record WHERE kind = ? LIMIT 5000", [reference.target.number]))
    let problem = DataProblem(
      code: .danglingReference, path: path, line: line, column: 1,
      sentence:
        "unknown \(reference.target.rawValue) \"\(id)\" in \(reference.owner.rawValue) \"\(row["owner"] as String)\"",
      hint: near.map { "Did you mean \"\($0)\"?" })
    try writeProblems([problem], file: row["file"], isLinking: true)
  }

  /// A column that refers to records of one kind.
  private struct Reference {
    var owner: RecordKind
    var target: RecordKind
    var table: String
    var ownerColumn: String
    var column: String
    var condition = ""
  }

  private static let references: [Reference] =
    [
      Reference(
        owner: .organisation, target: .organisation, table: "organisation", ownerColumn: "id", column: "parent"),
      Reference(
        owner: .organisation, target: .organisation, table: "affiliation", ownerColumn: "organisation", column: "other"),
      Reference(
        owner: .person, target: .organisation, table: "membership", ownerColumn: "person", column: "organisation"),
      Reference(
        owner: .delegation, target: .organisation, table: "delegation_sender", ownerColumn: "delegation",
        column: "organisation"),
      Reference(
        owner: .delegation, target: .event, table: "delegation_event", ownerColumn: "delegation", column: "event"),
      Reference(owner: .event, target: .event, table: "event", ownerColumn: "id", column: "parent"),
      Reference(owner: .event, target: .organisation, table: "organiser", ownerColumn: "event", column: "organisation"),
      Reference(owner: .event, target: .programme, table: "event_programme", ownerColumn: "event", column: "programme"),
      Reference(
        owner: .programme, target: .organisation, table: "programme_organisation", ownerColumn: "programme",
        column: "organisation"),
    ]
    + [RecordKind.delegation, .event].flatMap { kind in
      [("person", RecordKind.person), ("organisation", .organisation), ("behalf", .organisation)].map {
        column, target in
        Reference(
          owner: kind, target: target, table: "participation", ownerColumn: "owner", column: column,
          condition: "AND t.kind = \(kind.number)")
      }
    }

  /// Every part of this text is written above; nothing of it comes from data.
  private static func sql(_ reference: Reference) -> String {
    """
    SELECT DISTINCT t.\(reference.column) AS target, t.\(reference.ownerColumn) AS owner, r.line, r.file, f.path
    FROM \(reference.table) t
    JOIN record r ON r.kind = \(reference.owner.number) AND r.id = t.\(reference.ownerColumn)
    JOIN file f ON f.id = r.file
    WHERE t.\(reference.column) IS NOT NULL \(reference.condition)
      AND NOT EXISTS (SELECT 1 FROM record x WHERE x.kind = \(reference.target.number) AND x.id = t.\(reference.column))
    """
  }
}
