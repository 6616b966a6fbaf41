import NewsroomBrowser
import NewsroomIndex
import NewsroomModel

extension Catalogue {
  /// The rows of the facet pane: a tree for organisations, else values by count.
  func facetRows(_ question: FacetPane.Question) throws -> [FacetRow] {
    if question.field == .org {
      return try organisationTree(question.request).map {
        FacetRow(value: $0.id, label: $0.name, depth: $0.depth, count: $0.count, hasParts: $0.hasParts)
      }
    }
    let facet = try facet(question.field, question.request, limit: 500)
    return facet?.values.map { FacetRow(value: $0.value, label: $0.label, count: $0.count) } ?? []
  }

  /// Records of every kind that are called what is typed.
  func names(matching text: String, limit: Int) throws -> [ListRow] {
    try ListKind.allCases.flatMap { list in
      try page(ListRequest(list, query: text, sort: .relevance), range: 0..<limit / 2, highlight: false).rows
    }
  }

  static func isInterruption(_ error: any Error) -> Bool { "\(error)".contains("interrupt") }
}
