package import NewsroomModel

/// The values of one facet beside a list, with the rows each would leave.
package struct FacetPane: Equatable, Sendable {
  package var facet = Facet.organisation
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
    package var facet: Facet
    package var request: ListRequest

    package init(_ facet: Facet, _ request: ListRequest) { (self.facet, self.request) = (facet, request) }
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
