import GRDB
package import NewsroomModel

extension Catalogue {
  /// The facets of a list with counts that follow its query.
  /// - Parameters:
  ///   - request: the list; what it asks of a field is left aside when that field is counted.
  ///   - limit: how many values of each facet to give, those with most rows first; chosen ones, and all years, are always given.
  package func facets(_ request: ListRequest, limit: Int = 100) throws -> [Facet] {
    try Facet.fields(of: request.list).compactMap { try facet($0, request, limit: limit) }
  }

  /// One facet.
  /// - Parameter text: only values with a word that begins so; empty for all.
  package func facet(
    _ field: QueryField, _ request: ListRequest, matching text: String = "", limit: Int = 100
  ) throws -> Facet? {
    guard let source = FacetSource(field) else { return nil }
    return try reading { database, state in
      let query = Query(request.query)
      let others = ListRequest(request.list, query: source.leftOpen(in: query).description)
      let (kind, showsHidden) = (request.list.recordKind, try answer(others, database, &state).includesHidden)
      let postings = Postings(database: database, limit: state.limit)
      let all = try state.facetTotals(source.category, of: kind, withHidden: showsHidden, database)
      guard !all.isEmpty else { return nil }
      let set = try answer(others, database, &state).set
      let counts = try set.map { try postings.counts(of: source.category, in: $0) } ?? all
      let labels = try source.labels(Array(all.keys), database)
      let chosen = field == .year ? query.chosenDates : query.values(of: field)
      let values = FacetChoice(chosen).values(all, counts, labels, matching: text)
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

  /// Values with which a field's value can be completed: those whose value or label begins with what was typed, then those of which
  /// some words do; of each most rows first, those without rows under the rest of the query last.
  /// - Parameter request: the list with the query in which the value is being typed.
  package func completions(
    field: QueryField, prefix: String, in request: ListRequest, limit: Int = 20
  ) throws -> [FacetValue] {
    if field == .flag {
      let count = try count(ListRequest(request.list, query: "is:starred"))
      return "starred".hasPrefix(prefix.lowercased())
        ? [FacetValue(value: "starred", label: "starred", count: count)] : []
    }
    let values = try facet(field, request, matching: prefix, limit: .max)?.values.filter { $0.depth == 0 } ?? []
    let typed = SearchFolding.fold(prefix)
    guard !typed.isEmpty else { return Array(values.prefix(limit)) }
    let beginsSo = values.map { value in
      [value.value, value.label].contains { SearchFolding.fold($0).hasPrefix(typed) }
    }
    let ranked = zip(values, beginsSo).filter(\.1) + zip(values, beginsSo).filter { !$0.1 }
    return ranked.prefix(limit).map(\.0)
  }
}

/// The months of the years that are chosen.
private struct FacetMonths {
  let postings: Postings
  let universe: NumberSet
  /// What the rest of the query finds; nil for everything.
  let set: NumberSet?
  let chosen: (included: [String], excluded: [String])
  let dates: DateForm

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

/// Marks values that the query chose, and keeps those that match what was typed.
private struct FacetChoice {
  private let included: Set<String>
  private let excluded: Set<String>

  init(_ values: (included: [String], excluded: [String])) {
    (included, excluded) = (Set(values.included), Set(values.excluded))
  }

  /// Most rows first, then by label.
  func values(
    _ all: [String: Int], _ counts: [String: Int], _ labels: [String: String], matching text: String
  ) -> [FacetValue] {
    let wanted = TextFolder.words(of: text)
    return all.keys.compactMap { key in
      let label = labels[key] ?? key
      guard Self.matches(wanted, label, key) else { return nil }
      let isIncluded = included.contains(key) || included.contains(label)
      return FacetValue(
        value: key, label: label, count: counts[key] ?? 0, isIncluded: isIncluded,
        isExcluded: excluded.contains(key) || excluded.contains(label))
    }.sorted { ($1.count, $0.label, $0.value) < ($0.count, $1.label, $1.value) }
  }

  private static func matches(_ wanted: [String], _ label: String, _ key: String) -> Bool {
    guard !wanted.isEmpty else { return true }
    let words = TextFolder.words(of: label) + TextFolder.words(of: key)
    return wanted.allSatisfy { word in words.contains { $0.hasPrefix(word) } }
  }
}

/// Where the values of a field stand in the catalogue, and what they are called.
private struct FacetSource {
  let category: Token.Category
  let title: String
  private let field: QueryField
    .since: (.year, "Since"), .until: (.year, "Until"),
  private let kind: RecordKind?

  init?(_ field: QueryField) {
    guard let (category, title) = Self.sources[field] else { return nil }
    (self.category, self.title, self.field, kind) = (category, title, field, field.recordKind)
  }

  private static let sources: [QueryField: (Token.Category, String)] = [
    .org: (.whole, "Organisation"), .person: (.person, "Person"), .delegation: (.delegation, "Delegation"),
    .event: (.event, "Event"), .programme: (.programme, "Programme"), .kind: (.kind, "Kind"),
    .lang: (.language, "Language"), .place: (.place, "Place"), .country: (.country, "Country"),
    .publisher: (.publisher, "Publisher"), .tag: (.tag, "Subject"), .role: (.role, "Role"), .year: (.year, "Year"),
    .status: (.status, "Status"),
    .on: (.month, "Month"), .before: (.year, "Before"), .after: (.year, "After"),
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
    if category == .whole || category == .publisher {
      for row in try Row.fetchAll(database, sql: "SELECT id, short FROM organisation") { labels[row[0]] = row[1] }
    }
    return labels
  }
}
