import GRDB
public import NewsroomModel

extension Catalogue {
  /// Where a record stands; nil when there is no such record.
  public func location(of address: RecordAddress) throws -> RecordLocation? {
    try asking { try RelationStore(database: $0).location(of: address) }
  }

  /// The row of a record, as its list has it; nil when there is no such record.
  package func row(of address: RecordAddress) throws -> ListRow? {
    try reading { database, state in
      let number = try UInt32.fetchOne(
        database, sql: "SELECT number FROM record WHERE kind = ? AND id = ? AND number > 0",
        arguments: [address.kind.number, address.id])
      return try ListRows(database, state.limit, state.records).rows(number.map { [$0] } ?? []).first
    }
  }

  /// How many problems the data have.
  /// - Parameter text: counts only those that have it in path, code or sentence; empty for all.
  public func problemCount(matching text: String = "") throws -> Int {
    try asking { database in
      try Int.fetchOne(
        database, sql: "SELECT count(*) FROM problem WHERE \(Self.problemCondition)", arguments: [text]) ?? 0
    }
  }

  /// Which problems have a text, the first argument, in what is told of them.
  private static let problemCondition =
    "?1 = '' OR instr(lower(path || ' ' || code || ' ' || severity || ' ' || sentence), lower(?1)) > 0"

  /// Problems sorted by file and place.
  /// - Parameter text: only those that have it in path, code or sentence; empty for all.
  public func problems(matching text: String, range: Range<Int>) throws -> [Diagnostic] {
    try asking { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT code, severity, path, line, column_number, position, pointer, sentence, hint FROM problem
          WHERE \(Self.problemCondition)
          ORDER BY path, line, column_number, code LIMIT ?2 OFFSET ?3
          """, arguments: [text, range.count, range.lowerBound])
      return rows.compactMap(Diagnostic.init)
    }
  }
}

extension Catalogue {
  /// Whether a file of the data directory is there, but something in it cannot be read as a record (``DiagnosticCode/preventsReading``).
  package func cannotBeRead(_ path: String) throws -> Bool {
    let codes = DiagnosticCode.allCases.filter(\.preventsReading).map(\.rawValue)
    return try asking { database in
      try Row.fetchOne(
        database,
        sql: "SELECT 1 FROM problem WHERE path = ? AND code IN (\(databaseQuestionMarks(count: codes.count)))",
        arguments: StatementArguments([path] + codes)) != nil
    }
  }

  /// Whether a problem is still there, and the record it is in, where that can be shown.
  package func standing(of problem: Diagnostic) throws -> (isThere: Bool, record: RecordAddress?) {
    try asking { database in
      let isThere = try Row.fetchOne(
        database,
        sql: "SELECT 1 FROM problem WHERE path = ? AND code = ? AND sentence = ? AND line IS ? AND column_number IS ?",
        arguments: [problem.path, problem.code.rawValue, problem.message, problem.line, problem.column])
      let row = try Row.fetchOne(
        database,
        sql: """
          SELECT r.kind, r.id FROM record r JOIN file f ON f.id = r.file
          WHERE f.path = ?1 AND r.position <= ?2 AND r.number > 0 ORDER BY r.position DESC LIMIT 1
          """, arguments: [problem.path, problem.offset ?? 0])
      let record = row.flatMap { row in RecordKind(number: row[0]).map { RecordAddress($0, row[1]) } }
      return (isThere != nil, record)
    }
  }

  /// The lines around the place of a problem; nil where its file cannot be read.
  package func excerpt(around problem: Diagnostic) -> FileExcerpt? { directory.excerpt(around: problem) }
}

extension Diagnostic {
  fileprivate init?(_ row: Row) {
    guard let code = DiagnosticCode(rawValue: row["code"]) else { return nil }
    self.init(
      code: code, severity: Severity(rawValue: row["severity"]), path: row["path"], line: row["line"],
      column: row["column_number"], offset: row["position"], pointer: row["pointer"], message: row["sentence"],
      hint: row["hint"])
  }
}

extension RelationStore {
  /// Where a record stands.
  func location(of address: RecordAddress) throws -> RecordLocation? {
    try first(
      """
      SELECT f.path, r.position, r.length, r.line FROM record r JOIN file f ON f.id = r.file
      WHERE r.kind = ? AND r.id = ?
      """, [address.kind.number, address.id]
    ) { RecordLocation(path: $0[0], offset: $0[1], length: $0[2], line: $0[3]) }
  }
}
