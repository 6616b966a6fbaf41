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
    screen.content.prepare(in: &self)
    fitCursors()
  }

  /// Puts every cursor back within its rows.
  mutating func fitCursors() { screen.content.fitCursors(in: &self) }

  var backObstacle: String? {
    backStack.count == 1 && context != .facets ? "You are at the first screen. Press q to quit." : nil
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

  var followObstacle: String? { screen.content.followDisabledReason(in: self) }

  mutating func follow() -> [Effect] { screen.content.follow(in: &self) }

  mutating func openSelectedRow() -> [Effect] {
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

  /// Esc: cancels the export; gives up the focus, then the search, then the filter.
  mutating func cancel() -> [Effect] { export == nil ? screen.content.cancel(in: &self) : [.cancelExport] }

  // MARK: Numbers

  /// A digit in a text begins or ends a link's number; nil where digits mean something else.
  mutating func typeDigit(_ digit: Character) -> [Effect]? {
    guard let value = digit.wholeNumberValue, digit.isASCII, let record, !(value == 0 && linkNumber == nil) else {
      return nil
    }
    let count = record.layout.numberedTargets.count
    guard count > 0 else { return inform("No links here.") }
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
