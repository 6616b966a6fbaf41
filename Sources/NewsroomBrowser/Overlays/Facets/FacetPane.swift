package import NewsroomModel

/// The values of one facet beside a list, with the rows each would leave.
package struct FacetPane: Equatable, Sendable {
  /// The field of the query language that a choice writes.
  package var field = QueryField.org
  /// The list whose counts the pane shows, and for which facet.
  package var shown: FacetRequest?
  package var awaited: FacetRequest?
  package var rows: [FacetRow] = []
  /// Values whose parts are folded away.
  package var folded: Set<String> = []
  /// What a value must be called, to find one among many.
  package var filter = ""
  package var cursor = ListSelection()

  /// The rows not folded away that hold the filter.
  package var visibleRows: [FacetRow] {
    guard filter.isEmpty else {
      let folded = SearchNormalizer.fold(filter)
      return rows.filter { $0.searched.contains(folded) }
    }
    var hiddenBelow = Int.max
    return rows.filter { row in
      if row.depth > hiddenBelow { return false }
      hiddenBelow = self.folded.contains(row.value) ? row.depth : Int.max
      return true
    }
  }
}

/// The values of a facet for a list, with the rows each would leave.
package struct FacetRequest: Equatable, Sendable {
  package var field: QueryField
  package var request: ListRequest

  package init(_ field: QueryField, _ request: ListRequest) { (self.field, self.request) = (field, request) }
}

/// One value of a facet with the rows it would leave.
package struct FacetRow: Hashable, Sendable {
  /// The value as a query writes it: an id, a year, a tag.
  package var value: String
  /// The value as the screen prints it.
  package var label: String
  /// 0 for a value that is a part of none.
  package var depth: Int
  /// Rows of the list with this value under the present query, what this facet itself has chosen left aside.
  package var count: Int
  /// Whether it has parts.
  package var hasParts: Bool
  /// What the query writes for it instead of the value: `kenya` for `KE`.
  package var spellings: [String] = []
  /// Everything it is called, folded.
  package var searched: String

  /// - Parameter searched: nil where it is called nothing but the label.
  package init(
    value: String, label: String, searched: String? = nil, depth: Int = 0, count: Int, hasParts: Bool = false
  ) {
    (self.value, self.label, self.depth, self.count, self.hasParts) = (value, label, depth, count, hasParts)
    self.searched = searched ?? SearchNormalizer.fold(label)
  }

  /// Whether it is among values that a query names.
  func isAmong(_ values: [String]) -> Bool { values.contains(value) || spellings.contains(where: values.contains) }
}

extension FacetRow {
  /// The values of a facet as rows; a value has parts when the next one stands below it.
  /// - Parameter meanings: what stands in the query for other values than itself.
  package static func rows(_ facet: Facet, resolvedValues: [String: [String]] = [:]) -> [FacetRow] {
    facet.values.enumerated().map { index, value in
      let next = facet.values.indices.contains(index + 1) ? facet.values[index + 1].depth : 0
      let row = FacetRow(
        value: value.value, label: value.label, depth: value.depth, count: value.count, hasParts: next > value.depth)
      return row.spelt(resolvedValues)
    }
  }

  /// The organisations as rows.
  package static func rows(_ tree: [OrganisationTreeRow], resolvedValues: [String: [String]] = [:]) -> [FacetRow] {
    tree.map { organisation in
      let row = FacetRow(
        value: organisation.id, label: organisation.name, searched: organisation.searched, depth: organisation.depth,
        count: organisation.count, hasParts: organisation.hasParts)
      return row.spelt(resolvedValues)
    }
  }

  private func spelt(_ resolvedValues: [String: [String]]) -> FacetRow {
    var row = self
    row.spellings = resolvedValues.filter { $0.value.contains(value) }.keys.sorted()
    return row
  }
}

extension QueryField {
  /// The facets of a list: organisations first.
  static func facets(of list: ListKind) -> [QueryField] { [.org] + Facet.fields(of: list).filter { $0 != .org } }

  /// The heading of the facet pane.
  var facetTitle: String {
    switch self {
    case .org: "Organisations"
    case .lang: "Language"
    default: rawValue.prefix(1).uppercased() + rawValue.dropFirst()
    }
  }
}
