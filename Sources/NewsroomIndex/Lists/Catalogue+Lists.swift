import GRDB
public import NewsroomModel

extension Catalogue {
  /// A window of a list.
  /// - Parameters:
  ///   - range: indices of the rows wanted; cut to those there are.
  ///   - highlight: whether to say, for rows whose match is not visible, where it is (reads the records of these rows).
  ///   - countsLater: whether rows may come without the total, and fewer of them than there are, where counting takes long.
  public func page(
    _ request: ListRequest, range: Range<Int>, highlight: Bool = false, countsLater: Bool = false
  ) throws -> ListPage {
    if let first = try firstPage(request, range) { return first }
    return try reading { database, state in
      let early = countsLater ? try earlyAnswer(request, range, database, &state) : nil
      let answer = try early?.answer ?? answer(request, database, &state)
      let numbers = try early?.numbers ?? window(range, of: answer, request, database, &state)
      var rows = try ListRows(database, state.limit, articles: state.set(of: .article)).rows(numbers)
      if highlight, !answer.highlights.isEmpty {
        let matches = Matches(directory, Ties(database: database), abandonment, state.matchTexts)
        rows = try matches.explain(rows, answer.highlights)
      }
      return ListPage(
        request: request, start: early == nil ? min(range.lowerBound, answer.count) : range.lowerBound, rows: rows,
        total: early == nil ? answer.count : nil, queryProblems: answer.problems, highlights: answer.highlights,
        isRankedByHeadline: answer.preferred != nil)
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
      return try position(of: number, answer, request, database, &state)
    }
  }

  /// The first rows of an unfiltered list straight from an index, before anything was loaded: takes the same time at any size.
  private func firstPage(_ request: ListRequest, _ range: Range<Int>) throws -> ListPage? {
    let isPlain =
      request.query.allSatisfy(\.isWhitespace) && [.newest, .relevance].contains(request.sort)
      && [.articles, .delegations, .events].contains(request.list)
    guard isPlain, range.upperBound <= 400 else { return nil }
    return try readingAtOnce { database, state in
      guard try state.generation != SearchState.generation(of: database) else { return nil }
      let kind = request.list.recordKind.number
      let numbers = try UInt32.fetchAll(
        database,
        sql: """
          SELECT number FROM record WHERE kind = ? AND is_hidden = 0 AND number > 0
          ORDER BY sort_date DESC, number LIMIT ? OFFSET ?
          """, arguments: [kind, range.count, range.lowerBound])
      let total = try Int.fetchOne(database, sql: "SELECT value FROM meta WHERE key = ?", arguments: ["count\(kind)"])
      let limit = try Int.fetchOne(database, sql: "SELECT value FROM meta WHERE key = 'next_number'") ?? 0
      let rows = try ListRows(database, limit, articles: nil).rows(numbers)
      return ListPage(request: request, start: range.lowerBound, rows: rows, total: total)
    }
  }

  /// Which records a request asks for.
  func answer(_ request: ListRequest, _ database: Database, _ state: inout SearchState) throws -> Answer {
    if let known = state.answer(to: request) { return known }
    let answer = try freshAnswer(request, database, &state)
    state.keep(answer, to: request)
    return answer
  }

  private func freshAnswer(
    _ request: ListRequest, _ database: Database, _ state: inout SearchState
  ) throws -> Answer {
    let kind = request.list.recordKind
    let query = Query(request.query)
    guard !query.isEmpty else {
      return Answer(count: state.newest(of: kind).count, problems: query.problems, highlights: [])
    }
    var answer = try evaluate(query, request.list, longestWalk: nil, database, &state).answer
    if request.sort == .relevance {
      try Ranking(database, mostRanked: limits.mostRanked).apply(
        query, to: &answer, state.newest(of: kind, withHidden: answer.includesHidden))
    }
    return answer
  }

  /// The answer but for the checks of phrases that were put off.
  private func evaluate(
    _ query: Query, _ list: ListKind, longestWalk: Int?, _ database: Database, _ state: inout SearchState
  ) throws -> (answer: Answer, checks: [PhraseCheck]) {
    let kind = list.recordKind
    let universe = state.everything(of: kind)
    var vocabulary = state.vocabulary
    var evaluation = QueryEvaluation(
      database, limit: state.limit, list: list, universe: universe, entities: state.entities()
    ) { category in
      try vocabulary.entries(of: category, database)
    }
    evaluation.longestWalk = longestWalk
    evaluation.stars = state.stars
    var set = try evaluation.matches(query)
    if !evaluation.asksForStatus { set?.formIntersection(state.set(of: kind)) }
    state.vocabulary = vocabulary
    let answer = Answer(
      set: set, count: set?.count ?? state.newest(of: kind).count, problems: query.problems + evaluation.problems,
      highlights: evaluation.highlights.uniqued(), includesHidden: evaluation.asksForStatus)
    return (answer, evaluation.checks)
  }

  /// The first rows where finding all matches takes long and was not done yet.
  private func earlyAnswer(
    _ request: ListRequest, _ range: Range<Int>, _ database: Database, _ state: inout SearchState
  ) throws -> (answer: Answer, numbers: [UInt32])? {
    guard request.sort != .relevance, range.upperBound <= 400, !request.query.isEmpty,
      state.answer(to: request) == nil
    else { return nil }
    var (answer, checks) = try evaluate(
      Query(request.query), request.list, longestWalk: limits.longestWalk, database, &state)
    if var set = answer.set, !checks.isEmpty {
      let order = try order(answer, request, database, &state)
      let first = FirstRows(database: database, candidates: set, checks: checks, abandonment: abandonment)
      if let numbers = try first.numbers(in: order, count: range.upperBound) {
        return (answer, Array(numbers.dropFirst(range.lowerBound)))
      }
      for check in checks { try check.apply(to: &set, database) }
      (answer.set, answer.count) = (set, set.count)
    }
    state.keep(answer, to: request)
    return nil
  }

  private func window(
    _ range: Range<Int>, of answer: Answer, _ request: ListRequest, _ database: Database, _ state: inout SearchState
  ) throws -> [UInt32] {
    let order = try order(answer, request, database, &state)
    guard answer.ranked == nil, !answer.groups.isEmpty else {
      return Array(order[range.clamped(to: 0..<order.count)])
    }
    var (numbers, index) = ([UInt32](), 0)
    for group in answer.groups {
      for number in order where index < range.upperBound && group.contains(Int(number)) {
        if index >= range.lowerBound { numbers.append(number) }
        index += 1
      }
    }
    return numbers
  }

  private func position(
    of number: UInt32, _ answer: Answer, _ request: ListRequest, _ database: Database, _ state: inout SearchState
  ) throws -> Int? {
    let order = try order(answer, request, database, &state)
    guard answer.ranked == nil, !answer.groups.isEmpty else { return order.firstIndex(of: number) }
    var index = 0
    for group in answer.groups {
      for other in order where group.contains(Int(other)) {
        if other == number { return index }
        index += 1
      }
    }
    return nil
  }

  private func order(
    _ answer: Answer, _ request: ListRequest, _ database: Database, _ state: inout SearchState
  ) throws -> [UInt32] {
    if let ranked = answer.ranked { return ranked }
    let kind = request.list.recordKind
    switch request.sort {
    case .newest, .relevance: return state.newest(of: kind, withHidden: answer.includesHidden).numbers
    case .oldest: return state.oldest(of: kind, withHidden: answer.includesHidden)
    case .name: return try state.byName(kind, withHidden: answer.includesHidden, database)
    }
  }
}

extension [Token.Category: [VocabularyEntry]] {
  /// The values of a category, read once a generation.
  mutating func entries(of category: Token.Category, _ database: Database) throws -> [VocabularyEntry] {
    if let known = self[category] { return known }
    let rows = try Row.fetchAll(
      database, sql: "SELECT value, label FROM vocabulary WHERE category = ? ORDER BY label",
      arguments: [category.rawValue])
    let entries = rows.map { VocabularyEntry(value: $0[0], label: $0[1]) }
    self[category] = entries
    return entries
  }
}
