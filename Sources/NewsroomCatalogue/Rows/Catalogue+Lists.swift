import GRDB
public import NewsroomModel

extension Catalogue {
  /// A window of a list.
  /// - Parameters:
  ///   - range: indices of the rows wanted; cut to those there are.
  ///   - highlight: whether to say, for rows whose match is not visible, where it is (reads the records of these rows).
  ///   - countsLater: whether rows may come without the total where counting takes long: fewer of them than there are, or, while
  ///     a quotation is being typed, some that turn out not to match.
  public func page(
    _ request: ListRequest, range: Range<Int>, highlight: Bool = false, allowsDeferredCount: Bool = false
  ) throws -> ListPage {
    return try reading { database, state in
      let early = allowsDeferredCount ? try earlyAnswer(request, range, database, &state) : nil
      let answer = try early?.answer ?? answer(request, database, &state)
      let numbers = try early?.numbers ?? window(range, of: answer, request, database, state)
      var rows = try ListRows(database, state.limit, state.records).rows(numbers)
      if highlight, !answer.highlights.isEmpty {
        let matches = Matches(directory, RelationStore(database: database), abandonment, state.matchTexts)
        rows = try matches.explain(rows, answer.highlights)
      }
      return ListPage(
        request: request, start: early == nil ? min(range.lowerBound, answer.count) : range.lowerBound, rows: rows,
        total: early == nil ? answer.count : nil, queryProblems: answer.problems, highlights: answer.highlights,
        isRankedByHeadline: answer.preferred != nil, isProvisional: answer.isProvisional)
    }
  }

  /// How many rows a list has.
  public func count(_ request: ListRequest) throws -> Int {
    try reading { database, state in try answer(request, database, &state).count }
  }

  /// At which row of the list a record stands; nil when it is not in it.
  public func index(of address: RecordAddress, in request: ListRequest) throws -> Int? {
    guard address.kind == request.list.recordKind else { return nil }
    return try reading { database, state in
      let number = try UInt32.fetchOne(
        database, sql: "SELECT number FROM record WHERE kind = ? AND id = ? AND number > 0",
        arguments: [address.kind.number, address.id])
      let answer = try answer(request, database, &state)
      guard let number, answer.set?.contains(Int(number)) ?? true else { return nil }
      return try position(of: number, answer, request, database, state)
    }
  }

  /// The row one step before or after a record, in a list that may have changed since the record stood at `index` of it. Where
  /// the record is not in it any more, it is the row beside the gap.
  /// - Parameter step: 1 for the row after, -1 for the one before.
  /// - Returns: where the row stands now, and the row; nil where the list ends.
  package func neighbour(
    of address: RecordAddress, at index: Int, step: Int, in request: ListRequest
  ) throws -> (index: Int, row: ListRow?) {
    // Mostly nothing has changed; then three rows hold both, and no order has to be read to find the record.
    let near = try page(request, range: max(0, index - 1)..<index + 2)
    func row(_ index: Int) -> ListRow? {
      near.rows.indices.contains(index - near.start) ? near.rows[index - near.start] : nil
    }
    if row(index)?.address == address { return (index + step, row(index + step)) }
    let present = try self.index(of: address, in: request)
    // What stood behind a record that left has come up into its place.
    let wanted = present.map { $0 + step } ?? (step > 0 ? index : index - 1)
    return (wanted, wanted < 0 ? nil : try page(request, range: wanted..<wanted + 1).rows.first)
  }

  /// Which records a request asks for.
  func answer(_ request: ListRequest, _ database: Database, _ state: inout SearchCache) throws -> QueryResult {
    if let known = state.answer(to: request) { return known }
    let answer = try freshAnswer(request, database, &state)
    state.keep(answer, to: request)
    return answer
  }

  private func freshAnswer(
    _ request: ListRequest, _ database: Database, _ state: inout SearchCache
  ) throws -> QueryResult {
    let kind = request.list.recordKind
    let query = Query(request.query)
    guard !query.isEmpty else {
      return QueryResult(
        count: try SearchCache.count(of: kind, database), problems: query.problems, highlights: [])
    }
    var answer = try evaluate(query, request.list, defersPhraseChecks: false, database, &state).answer
    if request.sort == .relevance {
      try Ranking(database, maxRanked: limits.maxRanked).apply(query, to: &answer)
    }
    return answer
  }

  /// The answer but for what was put off: checks of phrases, and whether rows of an open quotation are matches at all.
  private func evaluate(
    _ query: Query, _ list: ListKind, defersPhraseChecks: Bool, _ database: Database, _ state: inout SearchCache
  ) throws -> (answer: QueryResult, checks: [PhraseCheck]) {
    let kind = list.recordKind
    var vocabulary = state.vocabulary
    var evaluation = QueryEvaluation(database, limit: state.limit, list: list, records: state.records) { category in
      try vocabulary.entries(of: category, database)
    }
    (evaluation.limits, evaluation.defersPhraseChecks) = (limits, defersPhraseChecks)
    evaluation.stars = state.stars
    var set = try evaluation.matches(query)
    if !evaluation.asksForStatus, set?.isEmpty == false { set?.formIntersection(try state.set(of: kind, database)) }
    state.vocabulary = vocabulary
    let answer = QueryResult(
      set: set, count: try set?.count ?? SearchCache.count(of: kind, database),
      problems: query.problems + evaluation.problems, highlights: evaluation.highlights.uniqued(),
      includesHidden: evaluation.asksForStatus, isProvisional: evaluation.isProvisional)
    return (answer, evaluation.checks)
  }

  /// The first rows where finding all matches takes long and was not done yet.
  private func earlyAnswer(
    _ request: ListRequest, _ range: Range<Int>, _ database: Database, _ state: inout SearchCache
  ) throws -> (answer: QueryResult, numbers: [UInt32])? {
    guard request.sort != .relevance, range.upperBound <= 400, !request.query.isEmpty,
      state.answer(to: request) == nil
    else { return nil }
    var (answer, checks) = try evaluate(Query(request.query), request.list, defersPhraseChecks: true, database, &state)
    if answer.isProvisional { return (answer, try window(range, of: answer, request, database, state)) }
    if var set = answer.set, !checks.isEmpty {
      let first = IncrementalPhraseSearch(database: database, checks: checks, abandonment: abandonment)
      let candidates = try window(0..<IncrementalPhraseSearch.maxLookups, of: answer, request, database, state)
      if let numbers = try first.numbers(in: candidates, of: set.count, count: range.upperBound) {
        return (answer, Array(numbers.dropFirst(range.lowerBound)))
      }
      for check in checks { try check.apply(to: &set, limits, database) }
      (answer.set, answer.count) = (set, set.count)
    }
    state.keep(answer, to: request)
    return nil
  }

  private func window(
    _ range: Range<Int>, of answer: QueryResult, _ request: ListRequest, _ database: Database, _ state: SearchCache
  ) throws -> [UInt32] {
    func part(_ range: Range<Int>, _ set: RecordBitmap?) throws -> [UInt32] {
      try state.orders.part(range, of: set, in: answer.view(of: request), request.sort, database)
    }
    if let ranked = answer.ranked { return try ranked.part(range, limit: state.limit) { try part(0..<$0.count, $0) } }
    var (numbers, start) = ([UInt32](), 0)
    for group in try groups(of: answer, request, database, state) {
      numbers += try part(max(range.lowerBound - start, 0)..<max(range.upperBound - start, 0), group)
      start += group?.count ?? 0
    }
    return numbers
  }

  private func position(
    of number: UInt32, _ answer: QueryResult, _ request: ListRequest, _ database: Database, _ state: SearchCache
  ) throws -> Int? {
    let view = answer.view(of: request)
    if let ranked = answer.ranked {
      return try ranked.place(of: number, limit: state.limit) {
        try state.orders.part(0..<$0.count, of: $0, in: view, request.sort, database)
      }
    }
    var start = 0
    for group in try groups(of: answer, request, database, state) {
      let group = try group ?? state.records.set(of: view, database)
      if group.contains(Int(number)) {
        return try state.orders.place(of: number, in: group, view, request.sort, database).map { start + $0 }
      }
      start += group.count
    }
    return nil
  }

  /// The matches in groups that follow one another, each in the order of the list; nil stands for all that the list has, newest
  /// first.
  private func groups(
    of answer: QueryResult, _ request: ListRequest, _ database: Database, _ state: SearchCache
  ) throws -> [RecordBitmap?] {
    guard let set = answer.set else {
      let isNewestFirst = request.sort == .newest || request.sort == .relevance
      return isNewestFirst ? [nil] : [try state.records.set(of: answer.view(of: request), database)]
    }
    guard let preferred = answer.preferred else { return [set] }
    var others = set
    others.subtract(preferred)
    return [preferred, others]
  }
}

extension [Term.Category: [FilterValue]] {
  /// The values of a category, read once a generation.
  mutating func entries(of category: Term.Category, _ database: Database) throws -> [FilterValue] {
    if let known = self[category] { return known }
    let rows = try Row.fetchAll(
      database, sql: "SELECT value, label FROM vocabulary WHERE category = ? ORDER BY label",
      arguments: [category.rawValue])
    let entries = rows.map { FilterValue(value: $0[0], label: $0[1]) }
    self[category] = entries
    return entries
  }
}
