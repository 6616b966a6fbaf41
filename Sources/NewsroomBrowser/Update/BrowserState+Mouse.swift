import TerminalCells

extension BrowserState {
  mutating func toggleMouse() -> [Effect] {
    usesMouse.toggle()
    let sentence =
      usesMouse ? "The mouse is on. Shift selects text." : "The mouse is off: select text as usual. M turns it on."
    return [.setMouse(usesMouse)] + inform(sentence)
  }

  /// The wheel scrolls what is under it, a click selects, a double click opens, and a line between two panes can be drawn.
  /// While something is typed, in the prompt or in the palette that hides part of the screen, the mouse does nothing.
  mutating func use(_ event: MouseEvent) -> [Effect] {
    guard !isTooSmall, prompt == nil, palette == nil else { return [] }
    if [.click, .doubleClick].contains(event.action), hold(at: event.point) { return [] }
    switch event.action {
    case .wheelUp: return scroll(by: -3, at: event.point)
    case .wheelDown: return scroll(by: 3, at: event.point)
    case .click: return select(at: event.point)
    case .doubleClick:
      let effects = select(at: event.point)
      return effects + (followObstacle == nil ? follow() : [])
    case .drag: return moveDivider(to: event.point.column)
    case .release:
      heldDivider = nil
      return []
    }
  }

  /// Takes hold of the line between two panes, if there is one.
  private mutating func hold(at point: Point) -> Bool {
    heldDivider = list.flatMap { panes(for: $0).divider(at: point) }
    return heldDivider != nil
  }

  /// Draws the line that is held to a column.
  private mutating func moveDivider(to column: Int) -> [Effect] {
    guard let list, let heldDivider else { return [] }
    switch heldDivider {
    case .facets: paneWidths.facets = column
    case .list: paneWidths.list = column - (panes(for: list).list?.minColumn ?? 0)
    }
    relayout()
    return []
  }

  private mutating func scroll(by lines: Int, at point: Point) -> [Effect] {
    guard var list else { return move(by: lines) }
    if list.pane == .facets { return move(by: lines) }
    let rows = listRows
    list.moveCursor { $0.scroll(by: lines, count: $1, rows: rows) }
    self.list = list
    return []
  }

  private mutating func select(at point: Point) -> [Effect] {
    switch screen {
    case .list(let list): selectRow(of: list, at: point)
    case .record(let record): selectStop(of: record, at: point)
    case .problems, .place, .help: break
    }
    return []
  }

  private mutating func selectRow(of list: ListScreen, at point: Point) {
    let panes = panes(for: list)
    if let pane = panes.list, pane.contains(point) {
      self.list?.pane = .list
      let index = list.cursor.top + point.row - pane.minRow
      if index < list.count { self.list?.moveCursor { cursor, _ in cursor.index = index } }
    } else if let pane = panes.facets, pane.contains(point), point.row > pane.minRow {
      self.list?.pane = .facets
      let index = list.facets.cursor.top + point.row - pane.minRow - 1
      if index < list.facets.visibleRows.count { self.list?.facets.cursor.index = index }
    }
  }

  private mutating func selectStop(of record: RecordScreen, at point: Point) {
    let inSide = LayoutWidths(articleIn: size.columns).side.map { point.column >= $0.column } ?? false
    let isInSide = record.layout.side != nil && inSide
    let line = point.row - 1 + (isInSide ? record.sideScroll : record.scroll)
    if let stop = record.layout.stops.firstIndex(where: { $0.isInSide == isInSide && $0.lines.contains(line) }) {
      setFocus(stop)
    }
  }
}
