import GRDB
import NewsroomModel

extension CatalogueUpdate {
  /// Articles linked anew within one transaction.
  private static let relinkedAtOnce = 2_000

  /// How many articles wait to be linked anew.
  func staleCount() throws -> Int { try Int.fetchOne(database, sql: "SELECT count(*) FROM stale") ?? 0 }

  /// Notes the articles that are linked with a changed entity, or might be now.
  func noteStaleArticles(concerning changed: Set<RecordAddress>) throws {
    let postings = Postings(database: database, limit: writer.next)
    var numbers = RecordBitmap(limit: writer.next)
    for address in changed {
      for token in try tokens(concerning: address) { try postings.add(token, to: &numbers) }
      if address.kind == .delegation { try addSources(of: address, to: &numbers) }
    }
    try noteStale(numbers)
  }

  private func noteStale(_ numbers: RecordBitmap) throws {
    let insert = try database.cachedStatement(
      sql: "INSERT OR IGNORE INTO stale SELECT number FROM record WHERE number = ? AND kind = 0")
    for number in numbers.numbers { try insert.execute(arguments: [number]) }
  }

  /// Notes the articles with a name that leads nowhere where records of that kind are new, or gone altogether: only where there
  /// are some is such a name worth a word.
  func noteArticlesOfNewKinds() throws {
    var numbers = RecordBitmap(limit: writer.next)
    for (kind, kindsWithNames) in kindsWithNames where try relationStore.hasNames(kind) != kindsWithNames {
      try Postings(database: database, limit: writer.next).addAll(
        from: Term.filter(.unresolved, "\(kind.number)"), to: &numbers)
    }
    try noteStale(numbers)
  }

  /// The postings in which an article stands that this entity could concern: by its id, by an address or a name that led
  /// nowhere, or by a name that it now shares with another.
  private func tokens(concerning address: RecordAddress) throws -> [[UInt8]] {
    let kind = address.kind
    guard let category = kind.category else { return [] }
    var ids: Set<String> = [address.id]
    var texts: Set<String> = [address.id]
    texts.formUnion(
      try relationStore.strings("SELECT uri FROM alias WHERE kind = ? AND id = ?", [kind.number, address.id]))
    for key in try relationStore.strings("SELECT key FROM name WHERE kind = ? AND id = ?", [kind.number, address.id]) {
      texts.insert(key)
      ids.formUnion(try relationStore.strings("SELECT id FROM name WHERE key = ? AND kind = ?", [key, kind.number]))
    }
    var tokens = texts.map { Term.filter(.unresolved, "\(kind.number)\($0)") }
    tokens += ids.map { Term.filter(category, $0) }
    if kind == .organisation {
      tokens += ids.map { Term.filter(.publisher, $0) }
      let isMoved = try previousParents[address.id] != .some(relationStore.parent(of: address))
      if isMoved {
        tokens += try relationStore.parts(ofOrganisation: address.id).map { Term.filter(.organisation, $0) }
      }
    }
    if kind == .delegation {
      tokens += try relationStore.events(ofDelegation: address.id).map { Term.filter(.event, $0) }
    }
    return tokens
  }

  private func addSources(of delegation: RecordAddress, to numbers: inout RecordBitmap) throws {
    let articles = try Int.fetchAll(
      database,
      sql: """
        SELECT r.number FROM source s JOIN record r ON r.kind = 0 AND r.id = s.url WHERE s.kind = ? AND s.id = ?
        """, arguments: [delegation.kind.number, delegation.id])
    for number in articles where number > 0 { numbers.insert(number) }
  }

  /// Reads the stale articles again and links them anew. What was done is committed now and then, so that a run that is cut
  /// short leaves less for the next.
  func renewStale() throws {
    var waiting = 0
    // Their places are looked for together: a file of many articles is read once for all of them.
    var issues: [RecordIssue] = []
    while true {
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT s.number, r.id, r.file, r.position, r.length, r.line, r.mark, f.path
          FROM stale s JOIN record r ON r.number = s.number JOIN file f ON f.id = r.file ORDER BY s.number LIMIT 200
          """)
      guard !rows.isEmpty else { break }
      for row in rows { issues += try renew(row) }
      waiting += rows.count
      if waiting >= Self.relinkedAtOnce {
        try write(directory.problems(issues))
        (waiting, issues) = (0, [])
        try commit()
      }
      try checkCancellation()
    }
    try write(directory.problems(issues))
    try database.execute(sql: "DELETE FROM stale")
  }

  /// - Returns: what is wrong between the article and others now.
  private func renew(_ row: Row) throws -> [RecordIssue] {
    let number: Int = row["number"]
    try database.cachedStatement(sql: "DELETE FROM stale WHERE number = ?").execute(arguments: [number])
    let location = RecordLocation(
      path: row["path"], offset: row["position"], length: row["length"], line: row["line"])
    // A file that changed since it was compared is read as a whole by the next update.
    guard let located = directory.located(.article, at: location), case .article(let article) = located.record,
      article.uri == row["id"]
    else {
      try noteUnread(file: row["file"])
      return []
    }
    try writer.remove(number, .article, from: database)
    let mark: String? = row["mark"]
    _ = try write(article, at: RecordPlace(file: row["file"], location: location), isPartial: mark == "read in part")
    didWrite()
    return try articleCheck.issues(in: article, located)
  }
}
