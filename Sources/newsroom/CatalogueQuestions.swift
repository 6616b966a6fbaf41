import NewsroomBrowser
import NewsroomIndex
import NewsroomModel

extension Catalogue {
  /// The rows of the facet pane: a tree for organisations, else values by count.
  func facetRows(_ question: FacetPane.Question) throws -> [FacetRow] {
    let meanings = try meanings(of: question.field, in: question.request.query)
    if question.field == .org { return FacetRow.rows(try organisationTree(question.request), meanings: meanings) }
    return try facet(question.field, question.request, limit: 500).map { FacetRow.rows($0, meanings: meanings) } ?? []
  }

  /// What stands where a problem is.
  func place(of problem: DataProblem) throws -> ProblemPlace {
    let (isThere, record) = try standing(of: problem)
    return ProblemPlace(excerpt: excerpt(around: problem), isThere: isThere, record: record)
  }

  /// The values with which the one being typed can be completed.
  func candidates(_ question: Completion.Question) throws -> [FacetRow] {
    try completions(
      field: question.field, prefix: question.prefix, in: question.request, limit: Completion.mostCandidates
    ).map { FacetRow(value: $0.value, label: $0.label, count: $0.count) }
  }
}
