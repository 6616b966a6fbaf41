import GRDB
public import NewsroomModel

extension Catalogue {
  /// The rows of a list that belong to the articles of a result: people, organisations, delegations or events of these articles,
  /// those of most articles first. The figure of a row is the number of articles of the result.
  /// - Parameters:
  ///   - request: the list with its own query, which narrows it further; its order is not used.
  ///   - query: the query for articles that makes the result.
  public func rows(_ request: ListRequest, ofArticles query: String) throws -> (
    rows: [ListRow], problems: [QueryProblem]
  ) {
    guard let category = request.list.recordKind.category else { return ([], []) }
    return try reading { database, state in
      let result = try answer(ListRequest(.articles, query: query), database, &state)
      let own = try answer(request, database, &state)
      let articles = try result.set ?? state.set(of: .article, database)
      let counts = try Postings(database: database, limit: state.limit).counts(of: category, in: articles)
      let kept = try own.set ?? state.set(of: request.list.recordKind, database)
      let rows = try Self.rows(counts, request.list.recordKind, kept, database, state.limit)
      return (rows, result.problems + own.problems)
    }
  }

  private static func rows(
    _ counts: [String: Int], _ kind: RecordKind, _ kept: RecordBitmap, _ database: Database, _ limit: Int
  ) throws -> [ListRow] {
    let statement = try database.cachedStatement(
      sql: "SELECT number FROM record WHERE kind = ? AND id = ? AND number > 0")
    let numbers = try counts.keys.compactMap { id in
      try UInt32.fetchOne(statement, arguments: [kind.number, id])
    }.filter { kept.contains(Int($0)) }
    return try ListRows(database, limit, nil).rows(numbers).map { row in
      var row = row
      row.count = counts[row.address.id]
      return row
    }.sorted { (-($0.count ?? 0), $0.title, $0.address.id) < (-($1.count ?? 0), $1.title, $1.address.id) }
  }
}
