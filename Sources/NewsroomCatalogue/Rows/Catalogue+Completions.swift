import Collation
import GRDB
package import NewsroomModel

extension Catalogue {
  /// Values with which a field's value can be completed: those whose value or label begins with what was typed, then those of which
  /// another name does, then those of which some words do; of each most rows first, those without rows under the rest of the query
  /// last. Dates stand latest first.
  ///
  /// A record is found by any of its names, as the query finds it; where the label shows nothing of what was typed, the name is
  /// given behind it.
  /// - Parameter request: the list with the query in which the value is being typed.
  package func completions(
    field: QueryField, prefix: String, in request: ListRequest, limit: Int = 20
  ) throws -> [FacetValue] {
    if field == .flag {
      let starred = Query(request.query).dropping(field).including(field, "starred")
      let count = try count(ListRequest(request.list, query: starred.description))
      return "starred".hasPrefix(prefix.lowercased())
        ? [FacetValue(value: "starred", label: "starred", count: count)] : []
    }
    var values = try facet(field, request, limit: .max)?.values.filter { $0.depth == 0 } ?? []
    if field.takesDate {
      values = Array(values.sorted { $0.value > $1.value }.filter { $0.value.hasPrefix(prefix) }.prefix(limit))
      return try counted(values, field, request)
    }
    let wanted = TextNormalizer.words(of: prefix)
    guard !wanted.isEmpty else { return Array(values.prefix(limit)) }
    let names = field == .country ? Self.names(ofCountries: values, wanted) : try names(field, prefix)
    let typed = SearchNormalizer.fold(prefix)
    var ranks: [[FacetValue]] = [[], [], []]
    for var value in values {
      let (isShown, name) = (Self.shows(wanted, value), names[value.value])
      guard isShown || name != nil else { continue }
      let beginnings = [[value.value, value.label], [name ?? ""]]
      let rank = beginnings.firstIndex { $0.contains { SearchNormalizer.fold($0).hasPrefix(typed) } } ?? 2
      if !isShown, let name { value.label += " · " + name }
      ranks[rank].append(value)
    }
    return Array(ranks.joined().prefix(limit))
  }

  private static func shows(_ wanted: [String], _ value: FacetValue) -> Bool {
    let words = TextNormalizer.words(of: value.label) + TextNormalizer.words(of: value.value)
    return wanted.allSatisfy { word in words.contains { $0.hasPrefix(word) } }
  }

  /// For each country that has another name with the words typed, that name.
  private static func names(ofCountries values: [FacetValue], _ wanted: [String]) -> [String: String] {
    let names = values.flatMap { value in CodeDisplayNames.otherNames(ofCountry: value.value).map { (value.value, $0) }
    }
    let found = names.filter { NameLookup.has(wanted, in: TextNormalizer.key(of: $0.1)) }
    return Dictionary(found) { first, _ in first }
  }

  /// For each record that has a name with the words typed, the first such name; the closest where one begins so.
  private func names(_ field: QueryField, _ text: String) throws -> [String: String] {
    let isOrganisation = [.publisher, .from, .to].contains(field)
    guard let kind = isOrganisation ? .organisation : field.recordKind else { return [:] }
    let key = TextNormalizer.key(of: text)
    return try reading { database, state in
      let named = NameLookup(
        relationStore: RelationStore(database: database), postings: Postings(database: database, limit: state.limit),
        records: state.records)
      let names = try named.names(kind, text).map { (Term.value($0.address.id), $0) }
      return Dictionary(names) { $0.folded.hasPrefix(key) || !$1.folded.hasPrefix(key) ? $0 : $1 }.mapValues(\.name)
    }
  }

  /// Years or months with the rows that the field finds by them.
  private func counted(
    _ dates: [FacetValue], _ field: QueryField, _ request: ListRequest
  ) throws -> [FacetValue] {
    let others = ListRequest(request.list, query: Query(request.query).dropping(field).description)
    return try reading { database, state in
      let set = try answer(others, database, &state).set ?? state.set(of: request.list.recordKind, database)
      let filter = FilterDates(Postings(database: database, limit: state.limit))
      return try dates.map { date in
        var date = date
        date.count = try filter.set(field, date.value)?.countOfIntersection(set) ?? 0
        return date
      }
    }
  }
}
