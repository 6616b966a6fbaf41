import NewsroomModel
import TerminalCells

extension BrowserState {
  mutating func toggleMouse() -> [Effect] {
    usesMouse.toggle()
    let message =
      usesMouse ? "The mouse is on. Shift selects text." : "The mouse is off: select text as usual. M turns it on."
    return [.setMouse(usesMouse)] + inform(message)
  }

  /// The wheel scrolls what is under it, a click selects, a double click opens, a click on a tab shows that list and one on a
  /// facet's heading its values, and a line between two panes can be drawn. While a palette hides part of the screen, nothing but
  /// its rows can be clicked; while something is typed in the prompt, nothing at all.
  mutating func use(_ event: MouseEvent) -> [Effect] {
    guard !isTooSmall, prompt == nil else { return [] }
    typeAhead = []
    if palette != nil { return useInPalette(event) }
    if [.click, .doubleClick].contains(event.action), hold(at: event.point) { return [] }
    switch event.action {
    case .wheelUp: return scroll(by: -3, at: event.point)
    case .wheelDown: return scroll(by: 3, at: event.point)
    case .click:
      if let tab = tab(at: event.point) { return goToList(tab) }
      if let field = facet(at: event.point) { return show(facet: field) }
      select(at: event.point)
    case .doubleClick: return select(at: event.point) && followObstacle == nil ? follow() : []
    case .drag: moveDivider(to: event.point.column)
    case .release: heldDivider = nil
    }
    return []
  }

  /// Takes hold of the line between two panes, if there is one.
  private mutating func hold(at point: Point) -> Bool {
    heldDivider = list.flatMap { panes(for: $0).divider(at: point) }
    return heldDivider != nil
  }

  /// Draws the line that is held to a column.
  private mutating func moveDivider(to column: Int) {
    guard let list, let heldDivider else { return }
    switch heldDivider {
    case .facets: paneWidths.facets = column
    case .list: paneWidths.list = column - (panes(for: list).list?.minColumn ?? 0)
    }
    relayout()
  }

  private mutating func useInPalette(_ event: MouseEvent) -> [Effect] {
    switch event.action {
    case .wheelUp: movePaletteCursor(by: -1)
    case .wheelDown: movePaletteCursor(by: 1)
    case .click, .doubleClick:
      guard let row = paletteRow(at: event.point) else { return [] }
      palette?.cursor = row
      if event.action == .doubleClick { return press(.enter) }
    case .drag, .release: break
    }
    return []
  }

  private mutating func scroll(by lines: Int, at point: Point) -> [Effect] {
    switch screen {
    case .list(var list):
      let panes = panes(for: list)
      if let pane = panes.preview, pane.contains(point) {
        list.preview?.scroll(by: lines, rows: pane.rows)
      } else if let pane = panes.facets, pane.contains(point) {
        list.facets.cursor.scroll(by: lines, count: list.facets.visibleRows.count, rows: pane.rows - 1)
      } else {
        let rows = listRows
        list.moveCursor { $0.scroll(by: lines, count: $1, rows: rows) }
      }
      self.list = list
    case .record(var record) where isInSide(point, of: record):
      let count = record.layout.side?.lines.count ?? 0
      record.sideScroll = max(0, min(record.sideScroll + lines, count - textRows))
      self.record = record
    case .record(var record):
      guard let pane = recordPreviewPane(for: record), pane.contains(point) else { return move(by: lines) }
      record.preview?.scroll(by: lines, rows: pane.rows)
      self.record = record
    case .problems, .place, .help: return move(by: lines)
    }
    return []
  }

  /// The list whose tab stands at a place.
  private func tab(at point: Point) -> ListKind? {
    guard point.row == 0, backStack.count == 1, let list else { return nil }
    return tab(at: point.column, active: list.request.list)
  }

  /// The facet whose heading stands at a place.
  private func facet(at point: Point) -> QueryField? {
    guard let list, let pane = panes(for: list).facets, point.row == pane.minRow, pane.contains(point) else {
      return nil
    }
    return facet(at: point.column, of: list, in: pane)
  }

  /// Puts the cursor on what stands at a place.
  /// - Returns: false where nothing does.
  @discardableResult
  private mutating func select(at point: Point) -> Bool {
    switch screen {
    case .list(let list): return selectRow(of: list, at: point)
    case .record(let record): return selectStop(of: record, at: point)
    case .problems(let problems):
      let index = problems.cursor.top + point.row - 2
      let visible = problems.cursor.visible(count: problems.count, rows: problemRows)
      guard visible.contains(index) else { return false }
      moveInProblems(to: index)
      return true
    case .place, .help: return false
    }
  }

  private mutating func selectRow(of list: ListScreen, at point: Point) -> Bool {
    let panes = panes(for: list)
    if let pane = panes.list, pane.contains(point) {
      self.list?.pane = .list
      let index = list.cursor.top + point.row - pane.minRow
      guard index < list.count else { return false }
      self.list?.moveCursor { cursor, _ in cursor.index = index }
      return true
    }
    guard let pane = panes.facets, pane.contains(point), point.row > pane.minRow else { return false }
    self.list?.pane = .facets
    let index = list.facets.cursor.top + point.row - pane.minRow - 1
    guard index < list.facets.visibleRows.count else { return false }
    self.list?.facets.cursor.index = index
    return true
  }

  private mutating func selectStop(of record: RecordScreen, at point: Point) -> Bool {
    let isInSide = isInSide(point, of: record)
    let line = point.row - 1 + (isInSide ? record.sideScroll : record.scroll)
    let stop = record.layout.stops.firstIndex { $0.isInSide == isInSide && $0.lines.contains(line) }
    guard let stop else { return false }
    setFocus(stop)
    return true
  }

  private func isInSide(_ point: Point, of record: RecordScreen) -> Bool {
    record.layout.side != nil && LayoutWidths(articleIn: size.columns).side.map { point.column >= $0.column } ?? false
  }
}
