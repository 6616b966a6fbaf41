package import NewsroomModel

/// The values with which the value being typed in a filter can be completed.
package struct Completion: Equatable, Sendable {
  /// What is asked: which values of a field begin so, with the rows they would leave in the list.
  package struct Question: Equatable, Sendable {
    package var field: QueryField
    package var prefix: String
    /// The list, with the query in which the value is being typed.
    package var request: ListRequest

    package init(_ field: QueryField, prefix: String, in request: ListRequest) {
      (self.field, self.prefix, self.request) = (field, prefix, request)
    }
  }

  package var question: Question
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
