package import NewsroomModel
import TerminalCells

extension BrowserState {
  /// Takes in a window of rows, unless the list is about something else by now.
  mutating func show(_ page: ListPage) -> [Effect] {
    // Rows that come before the place of the anchor were asked for before a change of the data.
    guard var list, list.request == page.request, !list.isLocationAwaited else { return [] }
    if list.shown != page.request {
      list.cursor = list.nextCursor ?? list.cursor
      (list.total, list.isCountAwaited) = (nil, false)
    }
    (list.shown, list.answered, list.awaited, list.nextCursor) = (page.request, page.request, nil, nil)
    (list.start, list.rows) = (page.start, page.rows)
    (list.problems, list.highlights) = (page.queryProblems, page.highlights)
    list.isRankedByHeadline = page.isRankedByHeadline
    list.isProvisional = page.isProvisional
    list.total = page.total ?? (page.isProvisional ? nil : list.total)
    list.lookForLeft()
    self.list = list
    fitCursors()
    return []
  }

  mutating func count(_ request: ListRequest, _ total: Int) -> [Effect] {
    guard var list, list.shown == request else { return [] }
    (list.total, list.isCountAwaited) = (total, false)
    self.list = list
    fitCursors()
    return []
  }

  /// Puts the cursor where the record stands in the changed list, at the same height on the screen.
  mutating func locate(_ address: RecordAddress, _ request: ListRequest, _ index: Int?) -> [Effect] {
    guard var list, list.request == request, list.anchor == address else { return [] }
    (list.anchor, list.awaited) = (nil, nil)
    let height = list.cursor.index - list.cursor.top
    let index = index ?? min(list.cursor.index, max(0, list.count - 1))
    list.nextCursor = ListSelection(index: index, top: max(0, index - height))
    self.list = list
    return []
  }

  /// Makes the list show what matches `query`, from its first row.
  mutating func filter(by query: String) -> [Effect] {
    changeRequest { $0.query = query }
    return []
  }

  /// Makes the list show something else; the cursor goes to the first row, or stays on `anchor`.
  mutating func changeRequest(keeping anchor: RecordAddress? = nil, _ change: (inout ListRequest) -> Void) {
    guard var list else { return }
    change(&list.request)
    (list.awaited, list.isCountAwaited) = (nil, false)
    (list.anchor, list.left, list.nextCursor) = (anchor, nil, ListSelection())
    self.list = list
  }

  mutating func sortByNextOrder() -> [Effect] {
    guard let list else { return [] }
    let next = SortOrder.next(of: list.request)
    changeRequest(keeping: list.selected?.address) { $0.sort = next }
    return inform("Sorted: \(next.label).")
  }

  mutating func goToList(_ kind: ListKind) -> [Effect] {
    guard let list, list.request.list != kind else { return [] }
    if backStack.count == 1 {
      inactiveLists[list.request.list] = list
      show(.list(inactiveLists[kind] ?? ListScreen(ListRequest(kind, sort: .usual(for: kind)))))
    } else {
      push(.list(ListScreen(ListRequest(kind, sort: .usual(for: kind)))))
    }
    return []
  }
}

extension ListScreen {
  /// Moves the cursor. While the list is being fetched anew the movement counts there too: it must not be undone by the rows
  /// that come.
  mutating func moveCursor(_ change: (_ cursor: inout ListSelection, _ count: Int) -> Void) {
    let old = cursor.index
    change(&cursor, count)
    left = nil
    if anchor != nil || shown == nil, let selected {
      (anchor, awaited) = (selected.address, nil)
    } else {
      nextCursor?.index += cursor.index - old
    }
  }

  /// Looks for the record that the cursor was left on, where another one stands in its row by now.
  mutating func lookForLeft() {
    guard let left, count > 0 else { return }
    self.left = nil
    if selected?.address != left { (anchor, shown) = (left, nil) }
  }

  /// Takes back what was asked for, because answers to a screen not shown are dropped.
  mutating func forgetAwaited() {
    (awaited, isCountAwaited) = (nil, false)
    facets.awaited = nil
    preview?.isAwaited = false
  }
}

extension SortOrder {
  /// The order a list has at first.
  package static func usual(for list: ListKind) -> SortOrder {
    switch list {
    case .articles, .delegations, .events: .newest
    case .people, .organisations: .name
    }
  }

  /// The order that `s` brings next.
  static func next(of request: ListRequest) -> SortOrder {
    let orders = orders(for: request)
    return orders[((orders.firstIndex(of: .real(of: request)) ?? -1) + 1) % orders.count]
  }

  /// The orders that make sense for a list, in the order in which `s` walks them.
  private static func orders(for request: ListRequest) -> [SortOrder] {
    let isRanked = Query(request.query).hasWords
    switch request.list {
    case .articles, .delegations, .events: return [.newest, .oldest] + (isRanked ? [.relevance] : []) + [.name]
    case .people, .organisations: return [.name] + (isRanked ? [.relevance] : []) + [.newest, .oldest]
    }
  }

  /// The order that a list really has: without words there is nothing to match.
  static func real(of request: ListRequest) -> SortOrder {
    request.sort == .relevance && !Query(request.query).hasWords ? .newest : request.sort
  }

  /// The order that a list really has, as the screen names it: among too many matches only those in headlines are told from the
  /// rest.
  static func label(of list: ListScreen) -> String {
    let order = real(of: list.request)
    return order == .relevance && list.isRankedByHeadline ? "in the headline first" : order.label
  }

  /// The order as the screen names it.
  var label: String {
    switch self {
    case .newest: "newest first"
    case .oldest: "oldest first"
    case .relevance: "best match first"
    case .name: "by name"
    }
  }
}
