import GRDB
import NewsroomModel

/// What pages are made from: ties, postings and the live articles, all of one generation.
struct PageSource {
  let directory: DataDirectory
  let ties: Ties
  let postings: Postings
  /// The records there are.
  let records: LiveRecords
  /// The orders of lists.
  let orders: ListOrders
  /// The names that are links in texts.
  let names: PrintedNames
  /// How dates are written.
  let dates: DateForm

  /// Relations longer than this end early, and lead to the list of all where there is one.
  static let longestRelation = 200

  /// A section, unless there is nothing in it.
  func section(
    _ relation: Relation, count: Int? = nil, _ rows: [RelationRow], list: ListRequest? = nil
  ) -> RelationSection? {
    guard !rows.isEmpty else { return nil }
    let isLong = rows.count > Self.longestRelation || count.map { $0 > rows.count } ?? false
    return RelationSection(
      relation, count: count ?? rows.count, rows: Array(rows.prefix(Self.longestRelation)), list: isLong ? list : nil)
  }

  /// A section of which only the rows that are shown are put together, however many there are.
  func section<Item>(
    _ relation: Relation, _ items: [Item], list: ListRequest? = nil, row: (Item) throws -> RelationRow
  ) throws -> RelationSection? {
    try section(relation, count: items.count, items.prefix(Self.longestRelation).map(row), list: list)
  }

  /// A list narrowed by a value of a field.
  func list(_ list: ListKind, _ field: QueryField, _ id: String) -> ListRequest {
    ListRequest(list, query: Query().including(field, id).description)
  }

  /// The articles that have any of the tokens.
  func articleSet(_ tokens: [[UInt8]]) throws -> NumberSet {
    var set = NumberSet(limit: postings.limit)
    for token in tokens { try postings.add(token, to: &set) }
    set.formIntersection(try records.set(of: RecordView(kind: .article), ties.database))
    return set
  }

  /// The section of articles, newest first, with the list that shows all of them.
  func articleSection(_ set: NumberSet, _ field: QueryField, _ id: String) throws -> RelationSection? {
    let rows = try newest(Self.longestRelation, of: set).compactMap(articleRow)
    guard !rows.isEmpty else { return nil }
    return RelationSection(.articles, count: set.count, rows: rows, list: list(.articles, field, id))
  }

  /// The first of some articles, newest first.
  func newest(_ count: Int, of articles: NumberSet) throws -> [UInt32] {
    try orders.part(0..<count, of: articles, in: RecordView(kind: .article), .newest, ties.database)
  }

  /// A row that leads to a record where there is one, and stays text where there is none.
  func row(
    _ kind: RecordKind, _ id: String, label: String? = nil, role: String = "", date: DateSpan? = nil, count: Int? = nil
  )
    throws -> RelationRow
  {
    let address = RecordAddress(kind, id)
    return RelationRow(
      target: try ties.target(kind, id), label: try label ?? ties.name(of: address), role: role, date: date,
      count: count)
  }

  /// A row for an organisation by its short name.
  func organisationRow(_ id: String, role: String = "", date: DateSpan? = nil, count: Int? = nil) throws -> RelationRow
  {
    try row(.organisation, id, label: ties.shortName(of: id), role: role, date: date, count: count)
  }

  /// Rows for delegations: their two sides, how many went, when.
  func delegationRows(_ ids: [String]) throws -> [RelationRow] {
    let sides = try DelegationSides(ties, of: ids)
    return try ids.map { try delegationRow($0, sides[$0]) }
  }

  /// A row for a delegation: its two sides, how many went, when.
  func delegationRow(_ id: String) throws -> RelationRow {
    try delegationRow(id, DelegationSides(ties, of: [id])[id])
  }

  private func delegationRow(_ id: String, _ sides: DelegationSides.Sides) throws -> RelationRow {
    let address = RecordAddress(.delegation, id)
    let members = try ties.memberCount(ofDelegation: id)
    return try row(
      .delegation, id, label: ties.route(sides) ?? ties.name(of: address),
      role: members == 0 ? "" : members == 1 ? "1 member" : "\(members) members", date: ties.date(of: address))
  }

  /// A row for an event: what kind it is, where, when.
  func eventRow(_ id: String, role: String? = nil) throws -> RelationRow {
    let details = try ties.strings(
      "SELECT detail FROM record WHERE kind = ? AND id = ?", [RecordKind.event.number, id])
    return try row(
      .event, id, role: role ?? details.first ?? "", date: ties.date(of: RecordAddress(.event, id)))
  }

  /// A row for somebody's part in a delegation or an event, with the role held then.
  func participantRow(_ row: ParticipationRow) throws -> RelationRow {
    let line = try ties.roleLine(row)
    let notes = [row.isHead ? "head" : nil, row.part == "counterpart" ? nil : row.part].compactMap { $0 }
    let role = ([line].filter { !$0.isEmpty } + notes).joined(separator: " · ")
    return try self.row(.person, row.person, role: role)
  }

  /// Rows of plain text: themes, outcomes.
  func textRows(_ texts: [String]) -> [RelationRow] { texts.map { RelationRow(label: $0) } }

  /// Newest first, undated last.
  func newestFirst(_ rows: [RelationRow]) -> [RelationRow] {
    rows.enumerated().sorted { left, right in
      switch (left.element.date?.sortDate, right.element.date?.sortDate) {
      case (let first?, let second?): first == second ? left.offset < right.offset : first > second
      case (_?, nil): true
      case (nil, _?): false
      case (nil, nil): left.offset < right.offset
      }
    }.map(\.element)
  }
}

extension RelationRow {
  /// The row with something said before what it says already.
  func preceded(by role: String) -> RelationRow {
    var row = self
    row.role = [role, self.role].filter { !$0.isEmpty }.joined(separator: " · ")
    return row
  }
}
