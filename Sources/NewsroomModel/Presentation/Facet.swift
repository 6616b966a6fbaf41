/// One way to narrow a list: a field of the query language with its values and how many rows each would leave.
package struct Facet: Hashable, Sendable {
  /// The field that a choice writes into the query.
  package var field: QueryField
  /// The heading: "Kind", "Year".
  package var title: String
  /// The values, in the order in which they are shown.
  package var values: [FacetValue]
  /// How many values there are, also when fewer are given.
  package var valueCount: Int

  /// A facet put together from its parts.
  package init(field: QueryField, title: String, values: [FacetValue], valueCount: Int) {
    (self.field, self.title, self.values, self.valueCount) = (field, title, values, valueCount)
  }
}

/// One value of a facet.
package struct FacetValue: Hashable, Sendable {
  /// What stands in the query: an id, a code, a word.
  package var value: String
  /// What is shown.
  package var label: String
  /// Rows that have it under the query, what the query asks of the same field left aside; zero values stay.
  package var count: Int
  /// Whether the query asks for it.
  package var isIncluded: Bool
  /// Whether the query leaves it out.
  package var isExcluded: Bool
  /// 1 for a month below its year, else 0.
  package var depth: Int

  /// A value put together from its parts.
  package init(
    value: String, label: String, count: Int, isIncluded: Bool = false, isExcluded: Bool = false, depth: Int = 0
  ) {
    (self.value, self.label, self.count) = (value, label, count)
    (self.isIncluded, self.isExcluded, self.depth) = (isIncluded, isExcluded, depth)
  }
}

extension Facet {
  /// The fields that a list offers as facets, in order. Organisations have a pane of their own beside articles.
  package static func fields(of list: ListKind) -> [QueryField] {
    switch list {
    case .articles: [.kind, .year, .lang, .country, .programme, .publisher, .status]
    case .delegations: [.org, .year, .kind, .country]
    case .people: [.role, .org, .country, .year]
    case .organisations: [.kind, .country]
    case .events: [.kind, .year, .org, .country, .programme]
    }
  }
}
