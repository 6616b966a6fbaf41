import GRDB
import NewsroomModel

/// Fetches the rows of a window.
struct ListRows {
  private let relationStore: RelationStore
  private let postings: Postings
  private let records: RecordSets?

  /// - Parameter records: the records there are, for counting articles; nil leaves counts out.
  init(_ database: Database, _ limit: Int, _ records: RecordSets?) {
    relationStore = RelationStore(database: database)
    postings = Postings(database: database, limit: limit)
    self.records = records
  }

  /// The rows of `numbers`, in their order.
  func rows(_ numbers: [UInt32]) throws -> [ListRow] {
    let sql =
      "SELECT kind, id, start, finish, is_event_date, title, detail, count, mark FROM record WHERE number = ?"
    return try numbers.compactMap { try relationStore.first(sql, [$0], listRow) }
  }

  /// By the columns' places, not their names: this is done for every row of every key.
  private func listRow(_ row: Row) throws -> ListRow? {
    guard let kind = RecordKind(number: row[0]) else { return nil }
    let address = RecordAddress(kind, row[1])
    return ListRow(
      address: address, date: DateRange(start: row[2], finish: row[3]),
      usesEventDate: row[4], title: row[5], detail: row[6], count: try row[7] ?? articleCount(address), mark: row[8])
  }

  /// How many articles name a person, or concern an organisation or a part of it.
  private func articleCount(_ address: RecordAddress) throws -> Int? {
    guard let category = address.kind.category, address.kind == .person || address.kind == .organisation,
      let articles = try records?.set(of: RecordScope(kind: .article), relationStore.database)
    else { return nil }
    let set = try postings.set(of: Term.filter(address.kind == .organisation ? .whole : category, address.id))
    return set.countOfIntersection(articles)
  }
}
