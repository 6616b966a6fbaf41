import NewsroomBrowser
import NewsroomCatalogue
import NewsroomModel

extension Catalogue {
  /// The rows of the facet pane: a tree for organisations, else values by count.
  func facetRows(_ question: FacetRequest) throws -> [FacetRow] {
    let resolvedValues = try resolvedValues(of: question.field, in: question.request.query)
    if question.field == .org {
      return FacetRow.rows(try organisationTree(question.request), resolvedValues: resolvedValues)
    }
    return try facet(question.field, question.request, limit: 500).map {
      FacetRow.rows($0, resolvedValues: resolvedValues)
    } ?? []
  }

  /// What stands where a problem is.
  func place(of problem: Diagnostic) throws -> ProblemContext {
    let (isThere, record) = try standing(of: problem)
    return ProblemContext(excerpt: excerpt(around: problem), isThere: isThere, record: record)
  }

  /// The values with which the one being typed can be completed.
  func candidates(_ question: CompletionRequest) throws -> [FacetRow] {
    try completions(
      field: question.field, prefix: question.prefix, in: question.request, limit: Completion.maxCandidates
    ).map { FacetRow(value: $0.value, label: $0.label, count: $0.count) }
  }
}
