package import NewsroomModel

/// What is wrong in the data, a line a problem, narrowed as one types.
package struct ProblemsScreen: Equatable, Sendable {
  /// Words that a problem must hold.
  package var filter = ""
  package var cursor = ListSelection()
  /// Index of the first problem at hand.
  package var start = 0
  package var problems: [Diagnostic] = []
  package var total: Int?
  /// What the problems at hand answer.
  package var shown: String?
  package var awaited: Range<Int>?
  package var isFresh = true

  package init() {}

  package var count: Int { total ?? start + problems.count }

  package func problem(at index: Int) -> Diagnostic? {
    problems.indices.contains(index - start) ? problems[index - start] : nil
  }

  package var selected: Diagnostic? { problem(at: cursor.index) }
}
