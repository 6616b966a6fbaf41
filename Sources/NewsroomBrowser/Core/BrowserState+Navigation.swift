import NewsroomModel
import TerminalCells

extension BrowserState {
  // MARK: Walking

  /// Puts a screen on top of the one shown.
  mutating func push(_ screen: Screen) {
    backStack.append(screen)
    ahead = []
    prepareScreen()
  }

  /// Puts another screen in place of the one shown.
  mutating func show(_ screen: Screen) {
    self.screen = screen
    prepareScreen()
  }

  /// Makes ready a screen that was not shown until now: answers it awaited were dropped, the size may be another one.
  mutating func prepareScreen() {
    linkNumber = nil
    switch screen {
    case .list(var list):
      list.forgetAwaited()
      self.list = list
      if list.preview?.page != nil, list.preview?.columns != panes(for: list).preview?.columns { relayout() }
    case .record(var record):
      (record.isAwaited, record.isNeighbourAwaited) = (false, false)
      record.preview?.isAwaited = false
      self.record = record
      if record.page != nil, record.layoutColumns != pageColumns(for: record.address) { relayout() }
    case .problems(var problems):
      problems.awaited = nil
      problemsScreen = problems
    case .place(var place):
      (place.isAwaited, place.awaitedIndex) = (false, nil)
      placeScreen = place
    case .help: break
    }
    fitCursors()
  }

  var backObstacle: String? {
    backStack.count == 1 && context != .facets ? "This is the start. Press q to quit." : nil
  }

  mutating func goBack() -> [Effect] {
    if context == .facets { return toggleFacetPane() }
    guard backStack.count > 1 else { return [] }
    ahead.append(backStack.removeLast())
    prepareScreen()
    return []
  }

  mutating func goBackOrQuit() -> [Effect] {
    backObstacle == nil ? goBack() : [.quit]
  }

  mutating func goForward() -> [Effect] {
    guard let next = ahead.popLast() else { return [] }
    backStack.append(next)
    prepareScreen()
    return []
  }

  // MARK: Following

  var followObstacle: String? {
    switch context {
    case .list: list?.selected == nil ? "No \(list?.request.list.recordKind.rawValue ?? "row") selected." : nil
    case .facets: selectedFacetRow == nil ? "No value selected." : nil
    case .article, .record:
      switch record?.focusedStop?.destination {
      case nil: "No link has the focus. Press Tab to go to the first."
      case .some(.none): "This leads nowhere further."
      case .some: nil
      }
    case .problems: problemsScreen?.selected == nil ? "No problem selected." : nil
    case .place: placeRecordObstacle
    case .help: "There is nothing to open in the help."
    }
  }

  mutating func follow() -> [Effect] {
    switch context {
    case .list: return openSelectedRow()
    case .facets: return chooseFacetValue()
    case .article, .record: return record?.focusedStop.map { follow($0) } ?? []
    case .problems: return showPlace()
    case .place: return openPlaceRecord()
    case .help: return []
    }
  }

  private mutating func openSelectedRow() -> [Effect] {
    guard let list, let row = list.selected else { return [] }
    var record = RecordScreen(row.address, title: row.title)
    record.origin = RecordScreen.Origin(request: list.request, index: list.cursor.index)
    record.highlights = list.highlights
    push(.record(record))
    return []
  }

  mutating func follow(_ stop: FocusTarget) -> [Effect] {
    switch stop.destination {
    case .target(.record(let address)):
      push(.record(RecordScreen(address, title: stop.label)))
      return []
    case .target(.url(let address)): return [.openAddress(address)]
    case .list(let request):
      push(.list(ListScreen(request)))
      return []
    case .none: return []
    }
  }

  // MARK: Numbers

  /// A digit in a text begins or ends a link's number; nil where digits mean something else.
  mutating func typeDigit(_ digit: Character) -> [Effect]? {
    guard let value = digit.wholeNumberValue, digit.isASCII, let record, !(value == 0 && linkNumber == nil) else {
      return nil
    }
    let count = record.layout.numberedTargets.count
    guard count > 0 else { return inform("There is no link here.") }
    let number = (linkNumber ?? 0) * 10 + value
    linkNumber = number
    if number * 10 > count { return followPendingNumber() }
    linkNumberCount += 1
    return [.startTimer(.linkNumber(linkNumberCount), milliseconds: 500)]
  }

  mutating func followPendingNumber() -> [Effect] {
    guard let number = linkNumber else { return [] }
    linkNumber = nil
    return followLink(number: number)
  }

  mutating func followLink(number: Int) -> [Effect] {
    guard let record else { return [] }
    let numbered = record.layout.numberedTargets
    guard let stop = numbered.numbered(number) else {
      return inform("There is no link \(number). The last one is \(numbered.count).")
    }
    setFocus(stop)
    return follow(record.layout.stops[stop])
  }
}

extension Array {
  /// The element with a number as people count, from 1; nil for any number that none has, however far out it is.
  func numbered(_ number: Int) -> Element? { number > 0 && number <= count ? self[number - 1] : nil }
}
