package import NewsroomModel

/// The lines of a file around the place of a problem.
package struct ProblemDetailScreen: Equatable, Sendable {
  package var problem: Diagnostic
  /// Where the problem stands among those that hold the filter, for the next and the previous one.
  package var index: Int
  package var filter: String
  /// How many problems there are.
  package var total: Int?
  /// Nil until it comes.
  package var place: ProblemContext?
  /// First row shown of the lines; nil while the place is kept in the middle.
  package var scroll: Int?
  package var isAwaited = false
  package var isFresh = true
  /// The problem to be shown next, until it comes.
  package var awaitedIndex: Int?

  package init(_ problem: Diagnostic, index: Int, filter: String, total: Int?) {
    (self.problem, self.index, self.filter, self.total) = (problem, index, filter, total)
  }
}
