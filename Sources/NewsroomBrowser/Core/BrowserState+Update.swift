import NewsroomModel
import TerminalCells

extension BrowserState {
  /// Takes in what happened.
  /// - Returns: what is to be done about it.
  package mutating func update(_ message: Message) -> [Effect] {
    if message.isInput { isBeginning = false }
    var effects = apply(message)
    // What failed is asked again when something else has happened, not at once and for ever.
    if !message.isFailedQuestion { effects += demand() }
    effects += replayTypeAhead()
    if isUpToDate { isBeginning = false }
    return effects
  }

  /// Before any message: what is needed for the first screen.
  package mutating func start() -> [Effect] { [.ask(.countTotals)] + demand() }

  private mutating func apply(_ message: Message) -> [Effect] {
    switch message {
    case .keyPressed(let key): press(key)
    case .textPasted(let text): paste(text)
    case .mouseUsed(let event): use(event)
    case .resized(let size): resize(to: size)
    case .rowsFetched(let page): show(page)
    case .rowsCounted(let request, let total): count(request, total)
    case .rowLocated(let address, let request, let index): locate(address, request, index)
    case .facetFetched(let question, let rows): show(rows, of: question)
    case .recordOpened(let address, let page): open(address, page)
    case .lossFound(let address, let isUnreadable): explainLoss(of: address, isUnreadable)
    case .recordPreviewed(let address, let page): receivePreview(address, page)
    case .neighbourFound(let request, let address, let index, let row): showNeighbour(request, address, index, row)
    case .sourcesFound(let addresses, let sources): open(sources, of: addresses)
    case .fileFound(let address, let location): edit(address, at: location)
    case .valuesCompleted(let question, let rows): show(candidates: rows, for: question)
    case .historyFetched(let request, let answer): receive(answer, for: request)
    case .namesFound(let text, let rows): show(names: rows, for: text)
    case .problemsFetched(let filter, let start, let problems, let total):
      show(problems, from: start, of: total, matching: filter)
    case .placeRead(let problem, let place): show(place, of: problem)
    case .starsKept(let stars): show(stars: stars)
    case .queriesRecalled(let queries): show(earlierQueries: queries)
    case .exportProgressed(let stage): show(stage)
    case .exportFinished(let message): finishExport(message)
    case .exportRefused(let order, let message): refuseExport(order, message)
    case .totalsCounted(let totals): show(totals)
    case .updateProgressed(let stage): show(stage)
    case .catalogueChanged: invalidate()
    case .updateFinished(let changed): finishUpdate(changed)
    case .directoryGone(let isGone): setGone(isGone)
    case .renamed(let name): rename(to: name)
    case .timerFired(let timer): fire(timer)
    case .terminalReturned: [.updateCatalogue]
    case .questionFailed(let question, let message): handleFailure(of: question, message)
    case .failed(let message): fail(message)
    case .succeeded(let message): inform(message)
    }
  }

  private mutating func resize(to size: Size) -> [Effect] {
    self.size = size
    relayout()
    fitCursors()
    if let focus = record?.focus { setFocus(focus) }
    return []
  }

  private mutating func show(_ totals: Totals) -> [Effect] {
    self.totals = totals
    return []
  }

  private mutating func show(_ stage: UpdateStage) -> [Effect] {
    self.stage = stage
    return []
  }

  private mutating func finishUpdate(_ changed: Bool) -> [Effect] {
    stage = nil
    isUpToDate = true
    return changed ? invalidate() : leaveIfGone()
  }

  private mutating func setGone(_ isGone: Bool) -> [Effect] {
    isDirectoryGone = isGone
    return []
  }

  private mutating func rename(to name: String) -> [Effect] {
    newsroomName = name
    return []
  }

  /// Marks everything at hand as out of date, so that it is fetched anew when it is looked at.
  private mutating func invalidate() -> [Effect] {
    for index in backStack.indices { backStack[index].content.invalidate() }
    for index in ahead.indices { ahead[index].content.invalidate() }
    for kind in inactiveLists.keys { inactiveLists[kind]?.invalidate() }
    // So is the screen that Esc brings back.
    prompt?.before?.content.invalidate()
    return [.ask(.countTotals)]
  }

  mutating func inform(_ message: String) -> [Effect] { notify(.information, message) }

  mutating func fail(_ message: String) -> [Effect] { notify(.failure, message) }

  private mutating func notify(_ kind: Notice.Kind, _ message: String) -> [Effect] {
    notice = Notice(kind: kind, message: message)
    noticeCount += 1
    return [.startTimer(.notice(noticeCount), milliseconds: 6000)]
  }

  private mutating func fire(_ timer: BrowserTimer) -> [Effect] {
    switch timer {
    case .notice(let started):
      if started == noticeCount { notice = nil }
      return []
    case .linkNumber(let started):
      return started == linkNumberCount ? followPendingNumber() : []
    }
  }
}

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
    case .fetchHistory(pair?.request): pair?.isAwaited = false
    case .findNames(palette?.awaited):
      palette?.rows = []
      palette?.awaited = nil
    case .completeValue(let asked): if completion?.question == asked { completion?.isAnswered = true }
    // Nothing waits for these, or they belong to a screen that is not shown any more.
    case .fetchHistory, .openRecord, .findNeighbour, .readPlace, .findNames, .countRows, .previewRecord, .findLoss,
      .findSources,
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
