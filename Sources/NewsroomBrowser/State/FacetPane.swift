package import NewsroomModel

/// The values of one facet beside a list, with the rows each would leave.
package struct FacetPane: Equatable, Sendable {
  /// The field of the query language that a choice writes.
  package var field = QueryField.org
  /// The list whose counts the pane shows, and for which facet.
  package var shown: Question?
  package var awaited: Question?
  package var rows: [FacetRow] = []
  /// Values whose parts are folded away.
  package var folded: Set<String> = []
  /// What the labels must hold, to find one among many.
  package var filter = ""
  package var cursor = ListCursor()

  /// What a pane asks.
  package struct Question: Equatable, Sendable {
    package var field: QueryField
    package var request: ListRequest

    package init(_ field: QueryField, _ request: ListRequest) { (self.field, self.request) = (field, request) }
  }

  /// The rows not folded away that hold the filter.
  package var visibleRows: [FacetRow] {
    guard filter.isEmpty else {
      let folded = SearchFolding.fold(filter)
      return rows.filter { SearchFolding.fold($0.label).contains(folded) }
    }
    var hiddenBelow = Int.max
    return rows.filter { row in
      if row.depth > hiddenBelow { return false }
      hiddenBelow = self.folded.contains(row.value) ? row.depth : Int.max
      return true
    }
  }
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

  package init(value: String, label: String, depth: Int = 0, count: Int, hasParts: Bool = false) {
    (self.value, self.label, self.depth, self.count, self.hasParts) = (value, label, depth, count, hasParts)
  }
}

extension FacetRow {
  /// The values of a facet as rows; a value has parts when the next one stands below it.
  package static func rows(_ facet: Facet) -> [FacetRow] {
    facet.values.enumerated().map { index, value in
      let next = facet.values.indices.contains(index + 1) ? facet.values[index + 1].depth : 0
      return FacetRow(
        value: value.value, label: value.label, depth: value.depth, count: value.count, hasParts: next > value.depth)
    }
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
