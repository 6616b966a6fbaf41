import NewsroomModel
import TerminalCells

extension BrowserState {
  /// Takes in the page that the screen waits for.
  mutating func open(_ address: RecordAddress, _ page: RecordPage?) -> [Effect] {
    guard var record, record.address == address else { return [] }
    record.isAwaited = false
    record.isMissing = page == nil
    // Of one that stays missing the reason is asked for again, and stays until it comes.
    record.isUnreadable = page == nil && record.isUnreadable
    // A record that has gone stays on the screen, marked, instead of vanishing under the reader.
    if let page { (record.page, record.title) = (page, page.title) }
    self.record = record
    if page == nil {
      let path = record.page?.location?.path
      return leaveIfGone() + (path.map { [.ask(.findLoss(address, path: $0))] } ?? [])
    }
    relayout()
    return []
  }

  mutating func explainLoss(of address: RecordAddress, _ isUnreadable: Bool) -> [Effect] {
    guard record?.address == address, record?.isMissing == true else { return [] }
    record?.isUnreadable = isUnreadable
    return []
  }

  func laidOut(_ old: Preview, with page: RecordPage?, in pane: Rect, highlights: [String]) -> Preview {
    let set = page.map { RecordLayout.preview($0, columns: pane.columns, theme: theme, highlights: highlights) }
    let layout = set ?? RecordLayout()
    return Preview(
      address: old.address, layout: layout, page: page, columns: pane.columns,
      scroll: max(0, min(old.scroll, layout.main.lines.count - pane.rows)), isMissing: page == nil)
  }

  mutating func receivePreview(_ address: RecordAddress, _ page: RecordPage?) -> [Effect] {
    screen.content.receivePreview(address, page, in: &self)
    return []
  }

  /// Lays out the screen again, for another size, theme or search; the position in the text stays as near as can be.
  mutating func relayout() { screen.content.relayout(in: &self) }

  /// Sets the page shown anew, and every other when it comes to be shown again.
  mutating func relayoutTrail() {
    for index in backStack.indices { backStack[index].content.forgetLayout() }
    for index in ahead.indices { ahead[index].content.forgetLayout() }
    for kind in inactiveLists.keys { inactiveLists[kind]?.preview?.columns = 0 }
    relayout()
  }

  mutating func relayoutRecordPreview() {
    guard var record, let old = record.preview, let page = old.page, let pane = recordPreviewPane(for: record) else {
      return
    }
    record.preview = laidOut(old, with: page, in: pane, highlights: [])
    self.record = record
  }

  // MARK: Neighbours

  func neighbourObstacle(_ step: Int) -> String? {
    guard let record, let origin = record.origin else { return "Not opened from a list, so there is no next item." }
    // Only a list in which the article still stands where it was opened says where it ends; else the catalogue is asked.
    guard case .list(let list)? = backStack.dropLast().last, list.isFresh, list.shown == origin.request,
      list.row(at: origin.index)?.address == record.address
    else { return nil }
    let (next, end) = (origin.index + step, list.total ?? .max)
    return (0..<end).contains(next) ? nil : Self.endOfList(next)
  }

  private static func endOfList(_ index: Int) -> String {
    index < 0 ? "First item in the list." : "Last item in the list."
  }

  mutating func openNeighbour(_ step: Int) -> [Effect] {
    guard let record, let origin = record.origin else { return [] }
    self.record?.isNeighbourAwaited = true
    return [.ask(.findNeighbour(origin.request, of: record.address, index: origin.index, step: step))]
  }

  /// Shows the neighbour in place of the article, and lets the list follow, so that back leads to the article last read.
  mutating func showNeighbour(
    _ request: ListRequest, _ address: RecordAddress, _ index: Int, _ row: ListRow?
  ) -> [Effect] {
    guard let record, record.address == address, record.origin?.request == request else { return [] }
    guard let row else {
      self.record?.isNeighbourAwaited = false
      return inform(Self.endOfList(index))
    }
    var next = RecordScreen(row.address, title: row.title)
    next.origin = RecordScreen.Origin(request: request, index: index)
    next.highlights = record.highlights
    if backStack.count > 1, case .list(var list) = backStack[backStack.count - 2], list.request == request {
      let rows = panes(for: list).list?.rows ?? textRows
      // Of a list left in an earlier session no row has come yet.
      let count = list.isNew ? .max : max(list.count, index + 1)
      list.cursor.move(to: index, count: count, rows: rows)
      if list.left != nil { list.left = row.address }
      // The rows at hand are of before a change: another record may stand in this row of theirs.
      if list.anchor != nil || !list.isFresh { list.anchor = row.address }
      backStack[backStack.count - 2] = .list(list)
    }
    ahead = []
    show(.record(next))
    return []
  }
}

extension RecordScreen {
  /// Scrolls because somebody wants to be elsewhere.
  mutating func scroll(to line: Int) {
    if line != scroll { (scroll, anchor) = (line, nil) }
  }

  mutating func setLayout(columns: Int, theme: Theme) {
    guard let page else { return }
    let oldStops = layout.stops.count
    if !layout.main.lines.isEmpty { anchor = anchor ?? layout.main.anchor(atLine: scroll) }
    layout = .reader(page, columns: columns, theme: theme, highlights: highlights, search: search?.text)
    if let anchor { scroll = layout.main.line(of: anchor) }
    // The matches are the same in other lines; after an edit there may be fewer.
    if let search { self.search?.current = max(0, min(search.current, layout.matches.count - 1)) }
    if layout.stops.count != oldStops { focus = nil }
    if let left { takeUp(left) }
    layoutColumns = columns
  }

  /// Goes to where one was when newsroom ended.
  private mutating func takeUp(_ place: Place) {
    (left, anchor) = (nil, nil)
    scroll = place.lines > 0 ? place.line * layout.main.lines.count / place.lines : 0
    focus = place.focus.flatMap { layout.stops.indices.contains($0) ? $0 : nil }
  }
}
