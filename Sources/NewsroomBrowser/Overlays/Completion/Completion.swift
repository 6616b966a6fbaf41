package import NewsroomModel

/// The values with which the value being typed in a filter can be completed.
package struct Completion: Equatable, Sendable {
  package var question: CompletionRequest
  /// The line up to the cursor as it was typed.
  package var typed: String
  /// The values that there are, best first; those of the letter before until they come.
  package var candidates: [FacetRow] = []
  /// Whether the candidates are those of what is typed.
  package var isAnswered = false
  /// The candidate that Tab has put into the line.
  package var chosen: Int?

  /// As many candidates as are asked for; Tab walks through all of them.
  package static let maxCandidates = 500
  /// As many of them as are shown at once.
  static let maxRows = 5
}

/// Which values of a field begin with a prefix, with the rows they would leave in the list.
package struct CompletionRequest: Equatable, Sendable {
  package var field: QueryField
  package var prefix: String
  /// The list, with the query in which the value is being typed.
  package var request: ListRequest

  package init(_ field: QueryField, prefix: String, in request: ListRequest) {
    (self.field, self.prefix, self.request) = (field, prefix, request)
  }
}
