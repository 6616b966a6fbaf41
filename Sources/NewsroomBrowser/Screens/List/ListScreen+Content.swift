import NewsroomModel
import TerminalCells

extension ListScreen: ScreenContent {
  var screen: Screen { .list(self) }
  var name: String { request.query.isEmpty ? request.list.title : "\(request.list.title) / \(request.query)" }
  var context: CommandContext { pane == .facets ? .facets : .list }
  var selectedAddress: RecordAddress? { selected?.address }
  var isLoading: Bool { pane == .facets ? facets.shown == nil && facets.awaited != nil : isRowAwaited }
  var saved: Session.Place? { Session.Place(list: savedList) }
  var exportContent: ExportRequest.Content? { marked.isEmpty ? .list(request) : .records(marked) }

  mutating func invalidate() { isFresh = false }
  mutating func forgetLayout() { preview?.columns = 0 }

  func draw(in state: BrowserState, on canvas: inout Canvas) { state.draw(self, on: &canvas) }
  func pageRows(in state: BrowserState) -> Int { max(1, state.listRows - 1) }

  func exportDisabledReason(in state: BrowserState) -> String? {
    count == 0 && marked.isEmpty ? "There is nothing to export." : nil
  }

  func followDisabledReason(in state: BrowserState) -> String? {
    if pane == .facets { return state.selectedFacetRow == nil ? "No value selected." : nil }
    return selected == nil ? "No \(request.list.recordKind.rawValue) selected." : nil
  }

  func effectsForMissingData(in state: inout BrowserState) -> [Effect] {
    var list = self
    let effects = state.effectsForMissingData(in: &list)
    state.list = list
    return effects
  }

  func prepare(in state: inout BrowserState) {
    var list = self
    list.forgetAwaited()
    state.list = list
    if preview?.page != nil, preview?.columns != state.panes(for: list).preview?.columns { state.relayout() }
  }

  func relayout(in state: inout BrowserState) {
    guard let preview, let page = preview.page, let pane = state.panes(for: self).preview else { return }
    let laidOut = state.laidOut(preview, with: page, in: pane, highlights: highlights)
    state.list?.preview = laidOut
  }

  func fitCursors(in state: inout BrowserState) {
    var list = self
    if !isNew { list.cursor.fit(count: count, rows: state.listRows) }
    let rows = state.panes(for: self).facets.map { $0.rows - 1 } ?? 0
    list.facets.cursor.fit(count: facets.visibleRows.count, rows: rows)
    state.list = list
  }

  func receivePreview(_ address: RecordAddress, _ page: RecordPage?, in state: inout BrowserState) {
    guard let preview, preview.address == address else { return }
    // Without room for it now, it is asked for again when there is.
    let pane = state.panes(for: self).preview
    let laidOut = pane.map { state.laidOut(preview, with: page, in: $0, highlights: highlights) }
    state.list?.preview = laidOut
  }

  func move(by distance: Int, in state: inout BrowserState) {
    state.moveInList(to: (pane == .facets ? facets.cursor : cursor).index + distance)
  }
  func moveToStart(in state: inout BrowserState) { state.moveInList(to: 0) }
  func moveToEnd(in state: inout BrowserState) { state.moveInList(to: .max) }
  func moveToNext(_ direction: Int, in state: inout BrowserState) -> [Effect] { state.toggleFacetPane() }

  func follow(in state: inout BrowserState) -> [Effect] {
    pane == .facets ? state.chooseFacetValue() : state.openSelectedRow()
  }

  func cancel(in state: inout BrowserState) -> [Effect] {
    if pane == .facets { return facets.filter.isEmpty ? state.toggleFacetPane() : state.filterFacet(by: "") }
    guard !request.query.isEmpty else { return state.inform("No filter is active.") }
    state.changeRequest(keeping: selected?.address) { $0.query = "" }
    return []
  }

  func scroll(by lines: Int, at point: Point, in state: inout BrowserState) -> [Effect] {
    var list = self
    let panes = state.panes(for: self)
    if let pane = panes.preview, pane.contains(point) {
      list.preview?.scroll(by: lines, rows: pane.rows)
    } else if let pane = panes.facets, pane.contains(point) {
      list.facets.cursor.scroll(by: lines, count: facets.visibleRows.count, rows: pane.rows - 1)
    } else {
      let rows = state.listRows
      list.moveCursor { $0.scroll(by: lines, count: $1, rows: rows) }
    }
    state.list = list
    return []
  }

  func select(at point: Point, in state: inout BrowserState) -> Bool {
    let panes = state.panes(for: self)
    if let pane = panes.list, pane.contains(point) {
      state.list?.pane = .list
      let index = cursor.top + point.row - pane.minRow
      guard index < count else { return false }
      state.list?.moveCursor { cursor, _ in cursor.index = index }
      return true
    }
    guard let pane = panes.facets, pane.contains(point), point.row > pane.minRow else { return false }
    state.list?.pane = .facets
    let index = facets.cursor.top + point.row - pane.minRow - 1
    guard index < facets.visibleRows.count else { return false }
    state.list?.facets.cursor.index = index
    return true
  }
}
