import GRDB
import NewsroomModel

/// Fetches the rows of a window.
struct ListRows {
  private let ties: Ties
  private let postings: Postings
  private let records: LiveRecords?

  /// - Parameter records: the records there are, for counting articles; nil leaves counts out.
  init(_ database: Database, _ limit: Int, _ records: LiveRecords?) {
    ties = Ties(database: database)
    postings = Postings(database: database, limit: limit)
    self.records = records
  }

  /// The rows of `numbers`, in their order.
  func rows(_ numbers: [UInt32]) throws -> [ListRow] {
    let statement = try ties.database.cachedStatement(
      sql: """
        SELECT kind, id, start, finish, is_event_date, title, detail, count, mark FROM record WHERE number = ?
        """)
    return try numbers.compactMap { number in
      try Row.fetchOne(statement, arguments: [number]).flatMap(listRow)
    }
  }

  private func listRow(_ row: Row) throws -> ListRow? {
    guard let kind = RecordKind(number: row["kind"]) else { return nil }
    let address = RecordAddress(kind, row["id"])
    return ListRow(
      address: address, date: DateSpan(start: row["start"], finish: row["finish"]),
      isEventDate: row["is_event_date"], title: row["title"], detail: row["detail"],
      count: try row["count"] ?? articleCount(address), mark: row["mark"])
  }

  /// How many articles name a person, or concern an organisation or a part of it.
  private func articleCount(_ address: RecordAddress) throws -> Int? {
    guard let category = address.kind.category, address.kind == .person || address.kind == .organisation,
      let articles = try records?.set(of: RecordView(kind: .article), ties.database)
    else { return nil }
    let set = try postings.set(of: Token.filter(address.kind == .organisation ? .whole : category, address.id))
    return set.countOfIntersection(articles)
  }
}
