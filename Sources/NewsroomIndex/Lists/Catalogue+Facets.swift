import GRDB
package import NewsroomModel

extension Catalogue {
  /// The facets of a list with counts that follow its query.
  /// - Parameters:
  ///   - request: the list; what it asks of a field is left aside when that field is counted.
  ///   - limit: how many values of each facet to give, those with most rows first; chosen ones are always given.
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
      let others = ListRequest(request.list, query: query.leavingOpen(field).description)
      let showsHidden = try answer(others, database, &state).includesHidden
      let kind = request.list.recordKind
      let universe = showsHidden ? state.everything(of: kind) : state.set(of: kind)
      let postings = Postings(database: database, limit: state.limit)
      let all = try postings.counts(of: source.category, in: universe)
      guard !all.isEmpty else { return nil }
      let set = try answer(others, database, &state).set
      let counts = try set.map { try postings.counts(of: source.category, in: $0) } ?? all
      let labels = try source.labels(Array(all.keys), database)
      let values = FacetChoice(query.values(of: field)).values(all, counts, labels, matching: text)
      let sorted = field == .year ? values.sorted { $0.value > $1.value } : values
      let shown = sorted.enumerated().filter { $0 < limit || $1.isIncluded || $1.isExcluded }.map(\.element)
      return Facet(field: field, title: source.title, values: shown, valueCount: sorted.count)
    }
  }

  /// Values with which a field's value can be completed, most rows first.
  package func completions(
    field: QueryField, prefix: String, in list: ListKind, limit: Int = 20
  ) throws -> [FacetValue] {
    try facet(field, ListRequest(list), matching: prefix, limit: limit)?.values.filter { $0.count > 0 } ?? []
  }
}

extension Query {
  /// The query without what it asks of `field`. To leave the status open is to ask for every one of them, because canceled
  /// articles are left out unless a status is asked for.
  fileprivate func leavingOpen(_ field: QueryField) -> Query {
    guard field == .status else { return dropping(field) }
    return PublishingStatus.allCases.reduce(dropping(field)) { $0.including(field, $1.rawValue) }
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
  private let kind: RecordKind?

  init?(_ field: QueryField) {
    guard let (category, title) = Self.sources[field] else { return nil }
    (self.category, self.title, kind) = (category, title, field.recordKind)
  }

  private static let sources: [QueryField: (Token.Category, String)] = [
    .org: (.organisation, "Organisation"), .person: (.person, "Person"), .delegation: (.delegation, "Delegation"),
    .event: (.event, "Event"), .programme: (.programme, "Programme"), .kind: (.kind, "Kind"),
    .lang: (.language, "Language"), .place: (.place, "Place"), .country: (.country, "Country"),
    .publisher: (.publisher, "Publisher"), .tag: (.tag, "Subject"), .role: (.role, "Role"), .year: (.year, "Year"),
    .status: (.status, "Status"),
    .on: (.month, "Month"), .before: (.year, "Before"), .after: (.year, "After"),
  ]

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
    if category == .organisation || category == .publisher {
      for row in try Row.fetchAll(database, sql: "SELECT id, short FROM organisation") { labels[row[0]] = row[1] }
    }
    return labels
  }
}
