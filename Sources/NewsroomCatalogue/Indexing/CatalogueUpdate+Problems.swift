import GRDB
import NewsroomModel

extension CatalogueUpdate {
  /// Writes what is wrong in a file; file 0 stands for the directory as a whole, ``settingsFile`` for `newsroom.json`.
  /// - Parameter record: the number of the record between which and others it is wrong: what goes with that record.
  func writeProblems(_ problems: [Diagnostic], file: Int, record: Int? = nil) throws {
    let insert = try database.cachedStatement(sql: "INSERT INTO problem VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for problem in problems {
      try insert.execute(arguments: [
        file, problem.code.rawValue, problem.severity.rawValue, problem.path, problem.line, problem.column,
        problem.offset, problem.pointer, problem.message, problem.hint, record,
      ])
    }
  }

  /// Writes problems that were found in records by what others say.
  func write(_ placed: [LocatedIssue]) throws {
    for issue in placed {
      let row = try relationStore.rows(
        "SELECT number, file FROM record WHERE kind = ? AND id = ?", [issue.record.kind.number, issue.record.id]
      ).first
      if let row { try writeProblems([issue.problem], file: row["file"], record: row["number"]) }
    }
  }

  /// Checks the entities that were read, and those of which another one may say something else now.
  ///
  /// A hint as to what may have been meant is as of this moment, also when a nearer spelling appears later.
  func checkEntities(isFirst: Bool) throws {
    defer { (entities, toValidate) = (InMemoryRecords(), []) }
    var issues: [RecordIssue] = []
    if isFirst {
      var check = EntityCheck(known: entities)
      for located in entities.entities { issues += check.issues(in: located) }
    } else {
      var check = EntityCheck(known: drafts.linker)
      let read = Dictionary(uniqueKeysWithValues: entities.entities.map { ($0.record.address, $0) })
      for address in touched.union(changed).union(toValidate) {
        guard let located = try read[address] ?? readAgain(address) else { continue }
        issues += try check.issues(in: located)
      }
    }
    try write(directory.problems(issues))
  }

  /// An entity that was not read in this run. One that an article announces is checked as an article.
  private func readAgain(_ address: RecordAddress) throws -> LocatedRecord? {
    let row = try relationStore.rows(
      """
      SELECT r.number, r.position, r.length, r.line, f.path FROM record r JOIN file f ON f.id = r.file
      WHERE r.kind = ? AND r.id = ? AND \(RelationStore.isNotAnnounced)
      """, [address.kind.number, address.id]
    ).first
    guard let row else { return nil }
    try writer.removeProblems(of: row["number"], in: database)
    return directory.located(
      address.kind,
      at: RecordLocation(path: row["path"], offset: row["position"], length: row["length"], line: row["line"]))
  }

  /// Entities of which something else may be wrong when this one comes, goes or changes, though their rows and words stay:
  /// those that name it, share a name with it, or are above it. Asked before the old ties are deleted and after the new ones
  /// are written.
  func dependents(of address: RecordAddress) throws -> Set<RecordAddress> {
    var ids: [String]
    switch address.kind {
    case .organisation:
      ids = try relationStore.strings(
        """
        WITH RECURSIVE whole(id) AS (
          VALUES (?1) UNION SELECT o.named_parent FROM organisation o JOIN whole w ON o.id = w.id
          WHERE o.named_parent IS NOT NULL)
        SELECT id FROM whole UNION SELECT id FROM organisation WHERE named_parent = ?1
        UNION SELECT organisation FROM affiliation WHERE other = ?1
        UNION SELECT o.id FROM name n JOIN name o ON o.key = n.key AND o.kind = n.kind WHERE n.kind = 3 AND n.id = ?1
        """, [address.id])
    case .event:
      ids = try relationStore.strings(
        """
        WITH RECURSIVE whole(id) AS (
          VALUES (?1) UNION SELECT e.named_parent FROM event e JOIN whole w ON e.id = w.id
          WHERE e.named_parent IS NOT NULL)
        SELECT id FROM whole UNION SELECT id FROM event WHERE named_parent = ?1
        """, [address.id])
    case .article, .person, .delegation, .programme: ids = []
    }
    return Set(ids.map { RecordAddress(address.kind, $0) })
  }

  // MARK: newsroom.json

  /// Stands for `newsroom.json`, which is none of the files with records.
  private static let settingsFile = -1

  /// Writes what is wrong in `newsroom.json`, if that is not what was known.
  func renewSettingsProblems() throws {
    let problems = try settingsProblems()
    guard try hasOtherSettingsProblems(problems) else { return }
    try database.execute(sql: "DELETE FROM problem WHERE file = ?", arguments: [Self.settingsFile])
    try writeProblems(problems, file: Self.settingsFile)
    summary.hasOtherEntryProblems = true
  }

  /// Whether something else is wrong in `newsroom.json` than was known.
  func hasOtherSettingsProblems() throws -> Bool { try hasOtherSettingsProblems(settingsProblems()) }

  private func hasOtherSettingsProblems(_ problems: [Diagnostic]) throws -> Bool {
    let known = try Row.fetchAll(
      database, sql: "SELECT code, line, column_number, sentence FROM problem WHERE file = ?",
      arguments: [Self.settingsFile])
    let lines = known.map { "\($0[0] as String) \($0[1] as Int? ?? 0) \($0[2] as Int? ?? 0) \($0[3] as String)" }
    return lines.sorted()
      != problems.map { "\($0.code.rawValue) \($0.line ?? 0) \($0.column ?? 0) \($0.message)" }.sorted()
  }

  private func settingsProblems() throws -> [Diagnostic] {
    var fault: (any Error)?
    let problems = directory.settingsProblems { id in
      do {
        return try relationStore.exists(RecordAddress(.organisation, id))
      } catch {
        fault = error
        return true
      }
    }
    if let fault { throw fault }
    return problems
  }
}
