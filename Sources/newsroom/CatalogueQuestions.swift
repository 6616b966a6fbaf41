import NewsroomIndex
import NewsroomModel

extension Catalogue {
  func facet(_ facet: Facet, in request: ListRequest) throws -> [FacetRow] {
    guard facet == .organisation else { return [] }
    return try organisationTree(request).map {
      FacetRow(value: $0.id, label: $0.name, depth: $0.depth, count: $0.count, hasParts: $0.hasParts)
    }
  }

  func names(matching text: String, limit: Int) throws -> [ListRow] {
    try ListKind.allCases.flatMap { list in
      try page(ListRequest(list, query: text, sort: .relevance), range: 0..<limit / 2, highlight: false).rows
    }
  }

  static func isInterruption(_ error: any Error) -> Bool { "\(error)".contains("interrupt") }
}
