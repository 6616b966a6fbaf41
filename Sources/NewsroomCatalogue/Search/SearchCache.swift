import GRDB
import NewsroomModel

/// What is kept in memory between questions: what was learnt of the records and the last answers, as of one generation.
///
/// Nothing of it is read before a question needs it.
struct SearchCache: Sendable {
  /// The generation all of this belongs to; -1 before anything was asked.
  private(set) var generation = -1
  /// One more than the highest number.
  private(set) var limit = 0
  private(set) var records = RecordSets(limit: 0)
  private(set) var orders = SortIndex(SearchLimits())
  private var answers: [(request: ListRequest, answer: QueryResult)] = []
  /// Values of filters that are no records, by category.
  var vocabulary: [Term.Category: [FilterValue]] = [:]
  /// The organisations as a tree.
  var organisations: OrganisationTree?
  /// The organisations with the institutions for which they count.
  var institutions: InstitutionTable?
  /// Rows of the organisation tree for the list and query they were counted under.
  var trees: [ListRequest: [OrganisationTreeRow]] = [:]

  private(set) var stars = Stars()

  /// Texts read to say where rows matched.
  private(set) var matchTexts = MatchTexts()
  private(set) var printedNames = LinkNameCache()
  private var totals: [FacetKey: [String: Int]] = [:]

  private struct FacetKey: Hashable {
    var category: Term.Category
    var view: RecordScope
  }

  /// How many answers are kept: enough for going back and forth without asking again.
  private static let answersKept = 12

  /// The catalogue's present generation.
  static func generation(of database: Database) throws -> Int {
    try Int.fetchOne(try database.cachedStatement(sql: "SELECT value FROM meta WHERE key = 'generation'")) ?? 0
  }

  /// How many records of a kind lists show.
  static func count(of kind: RecordKind, _ database: Database) throws -> Int {
    let statement = try database.cachedStatement(sql: "SELECT value FROM meta WHERE key = ?")
    return try Int.fetchOne(statement, arguments: ["count\(kind.number)"]) ?? 0
  }

  /// Takes in what was committed since the last question.
  mutating func refresh(from database: Database, _ limits: SearchLimits) throws {
    let current = try Self.generation(of: database)
    guard current != generation else { return }
    let next = try Int.fetchOne(database, sql: "SELECT value FROM meta WHERE key = 'next_number'") ?? 1
    let isUpdate = !orders.isEmpty && next >= limit && next - limit <= limits.maxMerged
    if isUpdate { try updateOrders(from: database) } else { orders = SortIndex(limits) }
    (generation, limit, records) = (current, next, RecordSets(limit: next))
    (answers, vocabulary, organisations, trees, totals) = ([], [:], nil, [:], [:])
    institutions = nil
    (matchTexts, printedNames) = (MatchTexts(), LinkNameCache())
  }

  /// Takes in what is starred by now.
  mutating func take(_ stars: Stars) {
    guard stars.version != self.stars.version else { return }
    (self.stars, answers, trees) = (stars, [], [:])
  }

  private func updateOrders(from database: Database) throws {
    let removed = try Set(
      UInt32.fetchCursor(database, sql: "SELECT number FROM removed WHERE generation > ?", arguments: [generation]))
    var added: [RecordScope: [DateOrder.Entry]] = [:]
    let rows = try Row.fetchCursor(
      database, sql: "SELECT number, kind, sort_date, is_hidden FROM record WHERE number >= ?", arguments: [limit])
    while let row = try rows.next() {
      guard let kind = RecordKind(number: row[1]) else { continue }
      let entry: DateOrder.Entry = (row[0], row[2])
      if !row[3] { added[RecordScope(kind: kind), default: []].append(entry) }
      added[RecordScope(kind: kind, withHidden: true), default: []].append(entry)
    }
    orders.update(removed: removed, added: added)
  }

  /// The records of a kind as a set.
  func set(of kind: RecordKind, withHidden: Bool = false, _ database: Database) throws -> RecordBitmap {
    try records.set(of: RecordScope(kind: kind, withHidden: withHidden), database)
  }

  /// For every value of a category, how many records of a kind have it.
  mutating func facetTotals(
    _ category: Term.Category, of kind: RecordKind, withHidden: Bool, _ database: Database
  ) throws -> [String: Int] {
    let key = FacetKey(category: category, view: RecordScope(kind: kind, withHidden: withHidden))
    if let known = totals[key] { return known }
    let counts = try Postings(database: database, limit: limit).counts(
      of: category, in: records.set(of: key.view, database))
    totals[key] = counts
    return counts
  }

  /// An answer given before.
  mutating func answer(to request: ListRequest) -> QueryResult? {
    guard let index = answers.firstIndex(where: { $0.request == request }) else { return nil }
    let entry = answers.remove(at: index)
    answers.append(entry)
    return entry.answer
  }

  /// Keeps an answer.
  mutating func keep(_ answer: QueryResult, to request: ListRequest) {
    answers.append((request, answer))
    if answers.count > Self.answersKept { answers.removeFirst() }
  }
}

/// Which records a request asks for, before any row is read.
struct QueryResult: Sendable {
  /// The records that match; nil when all of the kind do.
  var set: RecordBitmap?
  /// The matches in their own order, where the order is the query's (relevance).
  var ranked: RankedMatches?
  /// Matches that come before the others, where there are too many for an order of their own.
  var preferred: RecordBitmap?
  /// How many match.
  var count: Int
  /// What was not understood.
  var problems: [QueryProblem]
  /// Words to light up, folded; the beginning of a word lights up that beginning.
  var highlights: [String]
  /// Whether records that lists leave out are among those asked for.
  var includesHidden = false
  /// Whether some of the records have the words of an open quotation, but perhaps not side by side. Such an answer is not kept.
  var isProvisional = false
}

extension QueryResult {
  /// The records among which the matches are.
  func view(of request: ListRequest) -> RecordScope {
    RecordScope(kind: request.list.recordKind, withHidden: includesHidden)
  }
}

/// A value of a filter that is no record.
struct FilterValue: Sendable {
  /// The value as postings have it.
  var value: String
  /// The value as it is shown.
  var label: String
}
