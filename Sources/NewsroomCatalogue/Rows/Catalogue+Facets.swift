import GRDB
package import NewsroomModel

extension Catalogue {
  /// One facet of a list with counts that follow its query.
  /// - Parameters:
  ///   - request: the list; what it asks of the field is left aside.
  ///   - limit: how many values to give, those with most rows first; chosen ones, and all years, are always given.
  package func facet(_ field: QueryField, _ request: ListRequest, limit: Int = 100) throws -> Facet? {
    guard let source = FacetSource(field) else { return nil }
    let resolvedValues = try resolvedValues(of: field, in: request.query)
    return try reading { database, state in
      let query = Query(request.query)
      let others = ListRequest(request.list, query: source.leftOpen(in: query).description)
      let (kind, showsHidden) = (request.list.recordKind, try answer(others, database, &state).includesHidden)
      let postings = Postings(database: database, limit: state.limit)
      let all = try state.facetTotals(source.category, of: kind, withHidden: showsHidden, database)
      guard !all.isEmpty else { return nil }
      // Where a record may have several values, they are counted together with those chosen: how many have both.
      let isJoint = field.hasSeveralValues && query.hasIncluded(field)
      let set = try answer(isJoint ? request : others, database, &state).set
      let counts = try set.map { try postings.counts(of: source.category, in: $0) } ?? all
      let labels = try source.labels(Array(all.keys), database)
      let chosen = field == .year ? query.chosenDates : query.values(of: field)
      let values = FacetChoice(chosen, resolvedValues).values(all, counts, labels)
      guard field == .year else {
        let shown = values.enumerated().filter { $0 < limit || $1.isIncluded || $1.isExcluded }.map(\.element)
        return Facet(field: field, title: source.title, values: shown, valueCount: values.count)
      }
      let months = FacetMonths(
        postings: postings, universe: try state.set(of: kind, withHidden: showsHidden, database), set: set,
        chosen: chosen, dates: dates)
      let years = try values.sorted { $0.value > $1.value }.flatMap { try [$0] + months.values(of: $0.value) }
      return Facet(field: field, title: source.title, values: years, valueCount: values.count)
    }
  }

  /// What the values that a query asks for in a field, or leaves out, stand for where they are not written as a facet writes them:
  /// `KE` for `kenya`.
  package func resolvedValues(of field: QueryField, in query: String) throws -> [String: [String]] {
    let (included, excluded) = Query(query).values(of: field)
    guard !field.takesDate, field != .flag, !(included + excluded).isEmpty else { return [:] }
    return try reading { database, state in
      let exact = Query(query).exactValues(of: field)
      var vocabulary = state.vocabulary
      defer { state.vocabulary = vocabulary }
      let values = FilterResolver(
        RelationStore(database: database), Postings(database: database, limit: state.limit), state.records
      ) { try vocabulary.entries(of: $0, database) }
      var resolvedValues: [String: [String]] = [:]
      for text in (included + excluded).uniqued() {
        let found = try values.resolve(field, text, isExact: exact.contains(text)).tokens.map(\.value)
        if found != [text] { resolvedValues[text] = found }
      }
      return resolvedValues
    }
  }
}

/// The months of the years that are chosen.
private struct FacetMonths {
  let postings: Postings
  let universe: RecordBitmap
  /// What the rest of the query finds; nil for everything.
  let set: RecordBitmap?
  let chosen: (included: [String], excluded: [String])
  let dates: DateStyle

  /// The months of a year, latest first; none unless the year or one of its months is chosen.
  func values(of year: String) throws -> [FacetValue] {
    guard (chosen.included + chosen.excluded).contains(where: { $0 == year || $0.hasPrefix(year + "-") }),
      !chosen.excluded.contains(year)
    else { return [] }
    return try (1...12).reversed().compactMap { number in
      let month = year + (number < 10 ? "-0" : "-") + String(number)
      // As the query itself finds them, with the records of which the year alone is known.
      guard var found = try FilterDates(postings).set(.on, month), let date = try? PartialDate(month) else {
        return nil
      }
      found.formIntersection(universe)
      guard !found.isEmpty else { return nil }
      return FacetValue(
        value: month, label: dates.string(date), count: set.map(found.countOfIntersection) ?? found.count,
        isIncluded: chosen.included.contains(month), isExcluded: chosen.excluded.contains(month), depth: 1)
    }
  }
}

/// Marks values that the query chose, under whatever name.
private struct FacetChoice {
  private let included: Set<String>
  private let excluded: Set<String>

  init(_ values: (included: [String], excluded: [String]), _ resolvedValues: [String: [String]]) {
    included = Set(values.included.flatMap { resolvedValues[$0] ?? [$0] })
    excluded = Set(values.excluded.flatMap { resolvedValues[$0] ?? [$0] })
  }

  /// Most rows first, then by label.
  func values(_ all: [String: Int], _ counts: [String: Int], _ labels: [String: String]) -> [FacetValue] {
    all.keys.map { key in
      FacetValue(
        value: key, label: labels[key] ?? key, count: counts[key] ?? 0, isIncluded: included.contains(key),
        isExcluded: excluded.contains(key))
    }.sorted { ($1.count, $0.label, $0.value) < ($0.count, $1.label, $1.value) }
  }
}

/// Where the values of a field stand in the catalogue, and what they are called.
private struct FacetSource {
  let category: Term.Category
  let title: String
  private let field: QueryField
  private let kind: RecordKind?

  init?(_ field: QueryField) {
    guard let (category, title) = Self.sources[field] else { return nil }
    (self.category, self.title, self.field, kind) = (category, title, field, field.recordKind)
  }

  private static let sources: [QueryField: (Term.Category, String)] = [
    .org: (.whole, "Organisation"), .person: (.person, "Person"), .delegation: (.delegation, "Delegation"),
    .event: (.event, "Event"), .programme: (.programme, "Programme"), .kind: (.kind, "Kind"),
    .lang: (.language, "Language"), .place: (.place, "Place"), .country: (.country, "Country"),
    .publisher: (.publisher, "Publisher"), .tag: (.tag, "Subject"), .role: (.role, "Role"), .year: (.year, "Year"),
    .status: (.status, "Status"), .from: (.sender, "From"), .to: (.host, "To"),
    .on: (.month, "Month"), .before: (.year, "Before"), .after: (.year, "After"),
    .since: (.year, "Since"), .until: (.year, "Until"),
  ]

  /// The query without what it asks of the facet; years and days of the year are one. To leave the status open is to ask for
  /// every one of them, because canceled articles are left out unless a status is asked for.
  func leftOpen(in query: Query) -> Query {
    switch field {
    case .year: query.droppingDates
    case .status: PublishingStatus.allCases.reduce(query.dropping(field)) { $0.including(field, $1.rawValue) }
    default: query.dropping(field)
    }
  }

  /// What the values are called; ids that lead nowhere and plain values are their own names.
  func labels(_ values: [String], _ database: Database) throws -> [String: String] {
    var labels: [String: String] = [:]
    if let kind, kind != .organisation {
      let rows = try Row.fetchAll(
        database, sql: "SELECT id, title FROM record WHERE kind = ?", arguments: [kind.number])
      for row in rows { labels[row[0]] = row[1] }
      return labels
    }
    let rows = try Row.fetchAll(
      database, sql: "SELECT value, label FROM vocabulary WHERE category = ?", arguments: [category.rawValue])
    for row in rows { labels[row[0]] = row[1] }
    if [.whole, .publisher, .sender, .host].contains(category) {
      for row in try Row.fetchAll(database, sql: "SELECT id, short FROM organisation") { labels[row[0]] = row[1] }
    }
    return labels
  }
}
