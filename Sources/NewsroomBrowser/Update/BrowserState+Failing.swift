import NewsroomModel

extension BrowserState {
  /// Takes in that a question has no answer: nothing waits for one any more, and the keys that did are taken back.
  mutating func giveUp(_ question: Effect, _ message: String) -> [Effect] {
    typeAhead = []
    switch screen {
    case .list: list?.giveUp(question)
    case .record: record?.giveUp(question)
    case .problems: if case .fetchProblems = question { problemsScreen?.awaited = nil }
    case .place: placeScreen?.giveUp(question)
    case .help: break
    }
    switch question {
    case .findNames(palette?.awaited):
      palette?.rows = []
      palette?.awaited = nil
    case .completeValue(let asked) where completion?.question == asked: completion?.isAnswered = true
    default: break
    }
    return fail(message)
  }
}

extension ListScreen {
  fileprivate mutating func giveUp(_ question: Effect) {
    switch question {
    case .fetchRows(request, _), .locateRow(_, request):
      awaited = nil
      // Rows of another query stay for as long as those of this one may come, but nothing can be done with them.
      if answered != request { (rows, start, total) = ([], 0, nil) }
    case .fetchFacet(facets.awaited): facets.awaited = nil
    default: break
    }
  }
}

extension RecordScreen {
  fileprivate mutating func giveUp(_ question: Effect) {
    switch question {
    case .openRecord(address): isAwaited = false
    case .findNeighbour(_, of: address, _, _): isNeighbourAwaited = false
    default: break
    }
  }
}

extension ProblemDetailScreen {
  fileprivate mutating func giveUp(_ question: Effect) {
    switch question {
    case .readPlace(problem): isAwaited = false
    case .fetchProblems: awaitedIndex = nil
    default: break
    }
  }
}
