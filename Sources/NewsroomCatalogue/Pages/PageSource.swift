import GRDB
import NewsroomModel

/// What pages are made from: ties, postings and the live articles, all of one generation.
struct PageSource {
  let directory: DataDirectory
  let relationStore: RelationStore
  let postings: Postings
  /// The records there are.
  let records: RecordSets
  /// The orders of lists.
  let orders: SortIndex
  /// The names that are links in texts.
  let names: LinkNameCache
  /// How dates are written.
  let dates: DateStyle
  /// What contacts are computed from.
  let relations: RelationSource

  /// Relations longer than this end early, and lead to the list of all where there is one.
  static let longestRelation = 200

  /// A section, unless there is nothing in it.
  func section(
    _ relation: SectionKind, count: Int? = nil, _ rows: [PageRow], list: ListRequest? = nil
  ) -> PageSection? {
    guard !rows.isEmpty else { return nil }
    let isLong = rows.count > Self.longestRelation || count.map { $0 > rows.count } ?? false
    return PageSection(
      relation, count: count ?? rows.count, rows: Array(rows.prefix(Self.longestRelation)), list: isLong ? list : nil)
  }

  /// A section of which only the rows that are shown are put together, however many there are.
  func section<Item>(
    _ relation: SectionKind, _ items: [Item], list: ListRequest? = nil, row: (Item) throws -> PageRow
  ) throws -> PageSection? {
    try section(relation, count: items.count, items.prefix(Self.longestRelation).map(row), list: list)
  }

  /// A list narrowed by a value of a field.
  func list(_ list: ListKind, _ field: QueryField, _ id: String) -> ListRequest {
    ListRequest(list, query: Query().including(field, id).description)
  }

  /// The articles that have any of the tokens.
  func articleSet(_ tokens: [[UInt8]]) throws -> RecordBitmap {
    var set = RecordBitmap(limit: postings.limit)
    for token in tokens { try postings.add(token, to: &set) }
    set.formIntersection(try records.set(of: RecordScope(kind: .article), relationStore.database))
    return set
  }

  /// The section of articles, newest first, with the list that shows all of them.
  func articleSection(_ set: RecordBitmap, _ field: QueryField, _ id: String) throws -> PageSection? {
    let rows = try newest(Self.longestRelation, of: set).compactMap(articleRow)
    guard !rows.isEmpty else { return nil }
    return PageSection(.articles, count: set.count, rows: rows, list: list(.articles, field, id))
  }

  /// The first of some articles, newest first.
  func newest(_ count: Int, of articles: RecordBitmap) throws -> [UInt32] {
    try orders.part(0..<count, of: articles, in: RecordScope(kind: .article), .newest, relationStore.database)
  }

  /// A row that leads to a record where there is one, and stays text where there is none.
  func row(
    _ kind: RecordKind, _ id: String, label: String? = nil, role: String = "", date: DateRange? = nil, count: Int? = nil
  )
    throws -> PageRow
  {
    let address = RecordAddress(kind, id)
    return PageRow(
      target: try relationStore.target(kind, id), label: try label ?? relationStore.name(of: address), role: role,
      date: date,
      count: count)
  }

  /// A row for an organisation by its short name.
  func organisationRow(_ id: String, role: String = "", date: DateRange? = nil, count: Int? = nil) throws -> PageRow {
    try row(.organisation, id, label: relationStore.shortName(of: id), role: role, date: date, count: count)
  }

  /// Rows for delegations: their two sides, how many went, when.
  func delegationRows(_ ids: [String]) throws -> [PageRow] {
    let sides = try DelegationParties(relationStore, of: ids)
    return try ids.map { try delegationRow($0, sides[$0]) }
  }

  /// A row for a delegation: its two sides, how many went, when.
  func delegationRow(_ id: String) throws -> PageRow {
    try delegationRow(id, DelegationParties(relationStore, of: [id])[id])
  }

  private func delegationRow(_ id: String, _ sides: DelegationParties.Sides) throws -> PageRow {
    let address = RecordAddress(.delegation, id)
    let members = try relationStore.memberCount(ofDelegation: id)
    return try row(
      .delegation, id, label: relationStore.route(sides) ?? relationStore.name(of: address),
      role: members == 0 ? "" : members == 1 ? "1 member" : "\(members) members", date: relationStore.date(of: address))
  }

  /// A row for an event: what kind it is, where, when.
  func eventRow(_ id: String, role: String? = nil) throws -> PageRow {
    let details = try relationStore.strings(
      "SELECT detail FROM record WHERE kind = ? AND id = ?", [RecordKind.event.number, id])
    return try row(
      .event, id, role: role ?? details.first ?? "", date: relationStore.date(of: RecordAddress(.event, id)))
  }

  /// A row for somebody's part in a delegation or an event, with the role held then.
  func participantRow(_ row: ParticipationRow) throws -> PageRow {
    let line = try relationStore.roleLine(row)
    let notes = [row.isHead ? "head" : nil, row.part == "counterpart" ? nil : row.part].compactMap { $0 }
    let role = ([line].filter { !$0.isEmpty } + notes).joined(separator: " · ")
    var person = try self.row(.person, row.person, role: role)
    person.relation = relation(row)
    return person
  }

  /// A participation as values.
  func relation(_ row: ParticipationRow) -> PageRow.Relation {
    let organisation = row.organisation ?? row.behalf
    let institution = organisation.map(relations.institutions.institution(of:))
    return PageRow.Relation(
      role: row.role, acting: row.acting, label: row.label,
      organisation: organisation.map(relations.institutions.named),
      institution: institution == organisation ? nil : institution.map(relations.institutions.named),
      part: row.isHead ? "head" : row.part)
  }

  /// Rows of plain text: themes, outcomes.
  func textRows(_ texts: [String]) -> [PageRow] { texts.map { PageRow(label: $0) } }

  /// Newest first, undated last.
  func newestFirst(_ rows: [PageRow]) -> [PageRow] {
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

extension PageRow {
  /// The row with something said before what it says already.
  func preceded(by role: String) -> PageRow {
    var row = self
    row.role = [role, self.role].filter { !$0.isEmpty }.joined(separator: " · ")
    return row
  }
}
