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
    case .recordPreviewed(let address, let page): preview(address, page)
    case .neighbourFound(let request, let address, let index, let row): showNeighbour(request, address, index, row)
    case .sourcesFound(let addresses, let sources): open(sources, of: addresses)
    case .fileFound(let address, let location): edit(address, at: location)
    case .valuesCompleted(let question, let rows): show(candidates: rows, for: question)
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
    case .catalogueChanged: goStale()
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
    return changed ? goStale() : leaveIfGone()
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
  private mutating func goStale() -> [Effect] {
    for index in backStack.indices { backStack[index].goStale() }
    for index in ahead.indices { ahead[index].goStale() }
    for kind in inactiveLists.keys { inactiveLists[kind]?.isFresh = false }
    // So is the screen that Esc brings back.
    prompt?.before?.goStale()
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

extension Screen {
  fileprivate mutating func goStale() {
    switch self {
    case .list(var list):
      list.isFresh = false
      self = .list(list)
    case .record(var record):
      record.isFresh = false
      self = .record(record)
    case .problems(var problems):
      problems.isFresh = false
      self = .problems(problems)
    case .place(var place):
      place.isFresh = false
      self = .place(place)
    case .help: break
    }
  }
}
