import NewsroomModel

extension BrowserState {
  /// Handles a question without an answer: nothing waits for one any more, and the keys typed ahead are dropped.
  mutating func handleFailure(of question: Question, _ message: String) -> [Effect] {
    typeAhead = []
    switch question {
    case .fetchRows, .locateRow, .fetchFacet: list?.handleFailure(of: question)
    case .openRecord(record?.address): record?.isAwaited = false
    case .findNeighbour(_, of: record?.address, _, _): record?.isNeighbourAwaited = false
    case .fetchProblems:
      problemsScreen?.awaited = nil
      placeScreen?.awaitedIndex = nil
    case .readPlace(placeScreen?.problem): placeScreen?.isAwaited = false
    case .findNames(palette?.awaited):
      palette?.rows = []
      palette?.awaited = nil
    case .completeValue(let asked): if completion?.question == asked { completion?.isAnswered = true }
    // Nothing waits for these, or they belong to a screen that is not shown any more.
    case .openRecord, .findNeighbour, .readPlace, .findNames, .countRows, .previewRecord, .findLoss, .findSources,
      .findFile, .countTotals:
      break
    }
    return fail(message)
  }
}

extension ListScreen {
  fileprivate mutating func handleFailure(of question: Question) {
    if case .fetchFacet(facets.awaited) = question { facets.awaited = nil }
    if question.asksForRows(of: request) {
      awaited = nil
      // Rows of another query stay for as long as those of this one may come, but nothing can be done with them.
      if answered != request { (rows, start, total) = ([], 0, nil) }
    }
  }
}

extension Question {
  /// Whether it asks for rows of a list, or for the position of one.
  fileprivate func asksForRows(of list: ListRequest) -> Bool {
    if case .fetchRows(list, _) = self { return true }
    if case .locateRow(_, list) = self { return true }
    return false
  }
}
