import GRDB
import NewsroomModel

/// Reads the tables of ties: who belongs to what, who went where, who organised it.
///
/// Ids that lead nowhere are answered like any other; their name is the id itself, so that a dangling reference stays text.
///
/// SQLite has no statistics of these tables. Where a query could go by a kind or by one record, the kind is written `+kind`,
/// so that it goes by the record instead of reading all of that kind.
struct RelationStore {
  let database: Database

  /// Values of the first column.
  func strings(_ sql: String, _ arguments: StatementArguments) throws -> [String] {
    try String.fetchAll(try database.cachedStatement(sql: sql), arguments: arguments)
  }

  /// Rows.
  func rows(_ sql: String, _ arguments: StatementArguments) throws -> [Row] {
    try Row.fetchAll(try database.cachedStatement(sql: sql), arguments: arguments)
  }

  /// What `read` makes of the first row, which it reads where it lies: a row of its own takes longer than most questions.
  func first<Value>(_ sql: String, _ arguments: StatementArguments, _ read: (Row) throws -> Value?) throws -> Value? {
    let rows = try Row.fetchCursor(try database.cachedStatement(sql: sql), arguments: arguments)
    return try withExtendedLifetime(rows) { try rows.next().flatMap(read) }
  }

  /// Whether there is such a record.
  func exists(_ address: RecordAddress) throws -> Bool {
    try !strings("SELECT id FROM record WHERE kind = ? AND id = ?", [address.kind.number, address.id]).isEmpty
  }

  /// What the record is called, or its id where it is not there.
  func name(of address: RecordAddress) throws -> String {
    let titles = try strings(
      "SELECT name FROM name WHERE kind = ? AND id = ? LIMIT 1", [address.kind.number, address.id])
    return titles.first ?? address.id
  }

  /// Every name of the record, also those that are searched only.
  func names(of address: RecordAddress) throws -> [String] {
    try strings("SELECT name FROM name WHERE kind = ? AND id = ?", [address.kind.number, address.id])
  }

  /// What is told about a record that is not an article.
  func prose(of address: RecordAddress) throws -> [String] {
    try strings("SELECT text FROM prose WHERE kind = ? AND id = ?", [address.kind.number, address.id])
  }

  /// An organisation's name for narrow places.
  func shortName(of organisation: String) throws -> String {
    try strings("SELECT short FROM organisation WHERE id = ?", [organisation]).first ?? organisation
  }

  /// When a delegation or event took place.
  func date(of address: RecordAddress) throws -> DateRange? {
    try rows("SELECT start, finish FROM record WHERE kind = ? AND id = ?", [address.kind.number, address.id]).first
      .flatMap { DateRange(start: $0["start"], finish: $0["finish"]) }
  }

  /// The target for an id: a record where there is one, nothing where the reference dangles.
  func target(_ kind: RecordKind, _ id: String) throws -> LinkTarget? {
    let address = RecordAddress(kind, id)
    return try exists(address) ? .record(address) : nil
  }

  /// Where a delegation stopped.
  func events(ofDelegation id: String) throws -> [String] {
    try strings("SELECT event FROM delegation_event WHERE delegation = ? ORDER BY position", [id])
  }

  /// The delegations that stopped at an event.
  func delegations(ofEvent id: String) throws -> [String] {
    try strings("SELECT DISTINCT delegation FROM delegation_event WHERE event = ?", [id])
  }

  /// The delegations that name an address among their sources.
  func delegations(withSource url: String) throws -> [String] {
    try strings("SELECT id FROM source WHERE url = ? AND kind = ?", [url, RecordKind.delegation.number])
  }

  /// On whose behalf a delegation went.
  func senders(ofDelegation id: String) throws -> [String] {
    try strings("SELECT organisation FROM delegation_sender WHERE delegation = ? ORDER BY position", [id])
  }

  /// Who organised an event.
  func organisers(ofEvent id: String) throws -> [(organisation: String, role: String?)] {
    try rows("SELECT organisation, role FROM organiser WHERE event = ? ORDER BY position", [id])
      .map { ($0["organisation"], $0["role"]) }
  }

  /// In what roles an organisation organised an event, each with the addresses that word it so.
  func organiserRoles(of organisation: String, inEvent id: String) throws -> [(role: String, sources: [String])] {
    try rows(
      """
      SELECT role, sources FROM organiser WHERE event = ? AND organisation = ? AND role IS NOT NULL ORDER BY position
      """, [id, organisation]
    ).map { ($0[0], ($0[1] as String).split(separator: "\n").map(String.init)) }
  }

  /// Members of a delegation or attendees of an event.
  func participants(_ owner: RecordAddress) throws -> [ParticipationRow] {
    try rows(
      "SELECT \(ParticipationRow.columns) FROM participation WHERE kind = ? AND owner = ? ORDER BY position",
      [owner.kind.number, owner.id]
    ).compactMap(ParticipationRow.init)
  }

  /// How many members of a delegation are named.
  func memberCount(ofDelegation id: String) throws -> Int {
    try rows(
      "SELECT count(*) FROM participation WHERE kind = ? AND owner = ?", [RecordKind.delegation.number, id]
    ).first?[0] ?? 0
  }

  /// Members of the delegations that stopped at an event, apart from who is among its attendees.
  func visitors(ofEvent id: String) throws -> [ParticipationRow] {
    let attendees = Set(try participants(RecordAddress(.event, id)).map(\.person))
    return try delegations(ofEvent: id).flatMap { try participants(RecordAddress(.delegation, $0)) }
      .filter { !attendees.contains($0.person) }
  }

  /// Everything a person took part in.
  func participations(ofPerson id: String) throws -> [ParticipationRow] {
    try rows(
      "SELECT \(ParticipationRow.columns) FROM participation WHERE person = ? ORDER BY kind, owner, position", [id]
    ).compactMap(ParticipationRow.init)
  }
}

/// A row of the table `participation`: somebody's part in a delegation or an event.
struct ParticipationRow: Hashable {
  var owner: RecordAddress
  var person: String
  var role: String?
  var organisation: String?
  var behalf: String?
  var acting: String?
  var label: String?
  var isHead: Bool
  var part: String?
  var honorific: String?

  /// The columns in the order in which ``init(_:)`` takes them: looking them up by name would take longer than reading them.
  static let columns = "kind, owner, person, role, organisation, behalf, acting, label, is_head, part, honorific"

  init?(_ row: Row) {
    guard let kind = RecordKind(number: row[0]) else { return nil }
    (owner, person, role) = (RecordAddress(kind, row[1]), row[2], row[3])
    (organisation, behalf, acting) = (row[4], row[5], row[6])
    (label, isHead, part, honorific) = (row[7], row[8], row[9], row[10])
  }

  /// The organisations it involves.
  var organisations: [String] { [organisation, behalf].compactMap { $0 } }
}

extension RelationStore {
  /// A role as one line, with what a source prints in place of it: `Director, UNESCO-ICHEI · “主任”`. A label alone would leave
  /// readers of another language without the role, and "signed for Francesc Pedró" is none.
  /// - Parameter whole: an organisation that need not be named.
  func roleLine(
    _ role: String?, acting: String?, label: String?, organisation: String?, within whole: String? = nil
  ) throws -> String {
    let post = [role, acting].compactMap { $0 }.joined(separator: " ")
    let place = try organisation.flatMap { $0 == whole ? nil : try self.place(of: $0, within: whole) } ?? ""
    let line = [post, place].filter { !$0.isEmpty }.joined(separator: ", ")
    guard let label, label != post, label != line else { return line }
    return post.isEmpty ? label : "\(line) · “\(label)”"
  }

  /// The role in which somebody took part.
  func roleLine(_ row: ParticipationRow) throws -> String {
    try roleLine(row.role, acting: row.acting, label: row.label, organisation: row.organisation ?? row.behalf)
  }
}
