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
    case .wheelUp: return screen.content.scroll(by: -3, at: event.point, in: &self)
    case .wheelDown: return screen.content.scroll(by: 3, at: event.point, in: &self)
    case .click:
      if let tab = tab(at: event.point) { return goToList(tab) }
      if let field = facet(at: event.point) { return show(facet: field) }
      _ = screen.content.select(at: event.point, in: &self)
    case .doubleClick: return screen.content.select(at: event.point, in: &self) && followObstacle == nil ? follow() : []
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

  mutating func selectStop(of record: RecordScreen, at point: Point) -> Bool {
    let isInSide = isInSide(point, of: record)
    let line = point.row - 1 + (isInSide ? record.sideScroll : record.scroll)
    let stop = record.layout.stops.firstIndex { $0.isInSide == isInSide && $0.lines.contains(line) }
    guard let stop else { return false }
    setFocus(stop)
    return true
  }

  func isInSide(_ point: Point, of record: RecordScreen) -> Bool {
    record.layout.side != nil && LayoutWidths(articleIn: size.columns).side.map { point.column >= $0.column } ?? false
  }
}
