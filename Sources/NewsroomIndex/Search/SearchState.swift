import GRDB
import NewsroomModel

/// What is kept in memory between questions: the order of every list and the last answers, as of one generation.
///
/// At a million articles this is some 20 MB; nothing of it is needed for the first window of a list.
struct SearchState: Sendable {
  /// The generation all of this belongs to; -1 before anything was loaded.
  private(set) var generation = -1
  /// One more than the highest number.
  private(set) var limit = 0
  /// What lists show unless they are asked for more.
  private var orders: [RecordKind: RecordOrder] = [:]
  /// What they leave out.
  private var hidden: [RecordKind: RecordOrder] = [:]
  private var whole: [RecordKind: RecordOrder] = [:]
  private var byName: [View: [UInt32]] = [:]
  private var oldest: [View: [UInt32]] = [:]
  private var sets: [View: NumberSet] = [:]
  private var answers: [(request: ListRequest, answer: Answer)] = []
  /// Values of filters that are no records, by category.
  var vocabulary: [Token.Category: [VocabularyEntry]] = [:]
  /// Rows of the organisation tree for the list and query they were counted under.
  var trees: [ListRequest: [OrganisationTreeRow]] = [:]

  private(set) var stars = Stars()

  /// Texts read to say where rows matched.
  private(set) var matchTexts = MatchTexts()
  private(set) var printedNames = PrintedNames()
  private var totals: [FacetKey: [String: Int]] = [:]

  private struct FacetKey: Hashable {
    var category: Token.Category
    var view: View
  }

  /// The records of a kind, with or without hidden ones.
  private struct View: Hashable {
    var kind: RecordKind
    var withHidden: Bool
  }

  /// How many answers are kept: enough for going back and forth without asking again.
  private static let answersKept = 12

  /// The catalogue's present generation.
  static func generation(of database: Database) throws -> Int {
    try Int.fetchOne(try database.cachedStatement(sql: "SELECT value FROM meta WHERE key = 'generation'")) ?? 0
  }

  /// Takes in what was committed since the last question.
  mutating func refresh(from database: Database) throws {
    let current = try Self.generation(of: database)
    guard current != generation else { return }
    let next = try Int.fetchOne(database, sql: "SELECT value FROM meta WHERE key = 'next_number'") ?? 1
    if generation < 0 || next < limit { try load(database) } else { try loadChanges(database) }
    (generation, limit) = (current, next)
    (whole, byName, oldest, sets) = ([:], [:], [:], [:])
    (answers, vocabulary, trees, totals) = ([], [:], [:], [:])
    (matchTexts, printedNames) = (MatchTexts(), PrintedNames())
  }

  /// Takes in what is starred by now.
  mutating func take(_ stars: Stars) {
    guard stars.version != self.stars.version else { return }
    (self.stars, answers, trees) = (stars, [], [:])
  }

  private mutating func load(_ database: Database) throws {
    for kind in RecordKind.allCases {
      orders[kind] = try Self.order(of: kind, isHidden: false, database)
      hidden[kind] = try Self.order(of: kind, isHidden: true, database)
    }
  }

  private static func order(of kind: RecordKind, isHidden: Bool, _ database: Database) throws -> RecordOrder {
    var order = RecordOrder()
    var statement = try BareStatement(
      database,
      sql: """
        SELECT number, sort_date FROM record WHERE kind = ? AND is_hidden = ? AND number > 0
        ORDER BY sort_date DESC, number
        """)
    statement.bind(kind.number)
    statement.bind(isHidden ? 1 : 0)
    try statement.forEachRow { order.append(Int($0.integer(0)), $0.integer(1)) }
    return order
  }

  private mutating func loadChanges(_ database: Database) throws {
    let removed = try Set(
      UInt32.fetchCursor(database, sql: "SELECT number FROM removed WHERE generation > ?", arguments: [generation]))
    var added: [RecordKind: [RecordOrder.Entry]] = [:]
    var addedHidden: [RecordKind: [RecordOrder.Entry]] = [:]
    let rows = try Row.fetchCursor(
      database, sql: "SELECT number, kind, sort_date, is_hidden FROM record WHERE number >= ?", arguments: [limit])
    while let row = try rows.next() {
      guard let kind = RecordKind(number: row[1]) else { continue }
      let entry: RecordOrder.Entry = (row[0], row[2])
      if row[3] { addedHidden[kind, default: []].append(entry) } else { added[kind, default: []].append(entry) }
    }
    for kind in RecordKind.allCases {
      orders[kind, default: RecordOrder()].update(removed: removed, added: added[kind] ?? [])
      hidden[kind, default: RecordOrder()].update(removed: removed, added: addedHidden[kind] ?? [])
    }
  }

  /// The records of a kind that lists show, newest first.
  func newest(of kind: RecordKind) -> RecordOrder { orders[kind] ?? RecordOrder() }

  /// The same, or every record of the kind.
  mutating func newest(of kind: RecordKind, withHidden: Bool) -> RecordOrder {
    guard withHidden, let hidden = hidden[kind], hidden.count > 0 else { return newest(of: kind) }
    if let order = whole[kind] { return order }
    var order = newest(of: kind)
    order.update(removed: [], added: hidden.entries)
    whole[kind] = order
    return order
  }

  /// The records of a kind that lists show, as a set.
  mutating func set(of kind: RecordKind) -> NumberSet { set(of: View(kind: kind, withHidden: false)) }

  /// Every record of a kind as a set.
  mutating func everything(of kind: RecordKind) -> NumberSet { set(of: View(kind: kind, withHidden: true)) }

  private mutating func set(of view: View) -> NumberSet {
    if let set = sets[view] { return set }
    let set = newest(of: view.kind, withHidden: view.withHidden).set(limit: limit)
    sets[view] = set
    return set
  }

  /// For every value of a category, how many records of a kind have it.
  mutating func facetTotals(
    _ category: Token.Category, of kind: RecordKind, withHidden: Bool, _ postings: Postings
  ) throws -> [String: Int] {
    let key = FacetKey(category: category, view: View(kind: kind, withHidden: withHidden))
    if let known = totals[key] { return known }
    let counts = try postings.counts(of: category, in: set(of: key.view))
    totals[key] = counts
    return counts
  }

  /// The records that are no articles, by kind.
  mutating func entities() -> [RecordKind: NumberSet] {
    let kinds = RecordKind.allCases.filter { $0 != .article }
    return Dictionary(uniqueKeysWithValues: kinds.map { ($0, set(of: $0)) })
  }

  /// The records of a kind, oldest first.
  mutating func oldest(of kind: RecordKind, withHidden: Bool) -> [UInt32] {
    let view = View(kind: kind, withHidden: withHidden)
    if let order = oldest[view] { return order }
    let order = newest(of: kind, withHidden: withHidden).oldestFirst
    oldest[view] = order
    return order
  }

  /// The records of a kind by name: by letters whatever their case and accents, in the reader's order (`NameOrder`), and these
  /// decide between names of the same letters. Of articles there may be a million, whose headlines are not read for that.
  mutating func byName(_ kind: RecordKind, withHidden: Bool, _ database: Database) throws -> [UInt32] {
    let view = View(kind: kind, withHidden: withHidden)
    if let order = byName[view] { return order }
    let ties = kind == .article ? "id" : "title, id"
    var order: [UInt32] = []
    var statement = try BareStatement(
      database, sql: "SELECT number FROM record WHERE kind = ? AND number > 0 ORDER BY sort_name, \(ties)")
    statement.bind(kind.number)
    try statement.forEachRow { order.append(UInt32(truncatingIfNeeded: $0.integer(0))) }
    if !withHidden, hidden[kind]?.count ?? 0 > 0 {
      let shown = set(of: view)
      order.removeAll { !shown.contains(Int($0)) }
    }
    byName[view] = order
    return order
  }

  /// An answer given before.
  mutating func answer(to request: ListRequest) -> Answer? {
    guard let index = answers.firstIndex(where: { $0.request == request }) else { return nil }
    let entry = answers.remove(at: index)
    answers.append(entry)
    return entry.answer
  }

  /// Keeps an answer.
  mutating func keep(_ answer: Answer, to request: ListRequest) {
    answers.append((request, answer))
    if answers.count > Self.answersKept { answers.removeFirst() }
  }
}

/// Which records a request asks for, before any row is read.
struct Answer: Sendable {
  /// The records that match; nil when all of the kind do.
  var set: NumberSet?
  /// The matches in their own order, where the order is the query's (relevance).
  var ranked: [UInt32]?
  /// Matches that come before the others, where there are too many for an order of their own.
  var preferred: NumberSet?
  /// How many match.
  var count: Int
  /// What was not understood.
  var problems: [QueryProblem]
  /// Words to light up, folded; the beginning of a word lights up that beginning.
  var highlights: [String]
  /// Whether records that lists leave out are among those asked for.
  var includesHidden = false
}

extension Answer {
  /// The matches in groups that follow one another, each in the order of the list; empty where all of the kind match.
  var groups: [NumberSet] {
    guard let set else { return [] }
    guard let preferred else { return [set] }
    var others = set
    others.subtract(preferred)
    return [preferred, others]
  }
}

/// A value of a filter that is no record.
struct VocabularyEntry: Sendable {
  /// The value as postings have it.
  var value: String
  /// The value as it is shown.
  var label: String
}
