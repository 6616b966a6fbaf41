import NewsroomModel
import TerminalCells

extension RecordScreen: ScreenContent {
  var screen: Screen { .record(self) }
  var name: String { title }
  var context: CommandContext { address.kind == .article ? .article : .record }
  var selectedAddress: RecordAddress? { address }
  var isLoading: Bool { page == nil && isAwaited || isNeighbourAwaited }
  var saved: Session.Place? { Session.Place(record: savedRecord) }
  var exportContent: ExportRequest.Content? { .record(address) }

  mutating func invalidate() { isFresh = false }
  mutating func forgetLayout() { layoutColumns = 0 }

  func draw(in state: BrowserState, on canvas: inout Canvas) { state.draw(self, on: &canvas) }

  func exportDisabledReason(in state: BrowserState) -> String? {
    if isMissing { return "This can no longer be read, so there is nothing to export. Press y to copy the text." }
    return page == nil ? "Still loading." : nil
  }

  func followDisabledReason(in state: BrowserState) -> String? {
    switch focusedStop?.destination {
    case nil: "No link selected. Press Tab to select the first one."
    case .some(.none): "Not a link."
    case .some(.target), .some(.list): nil
    }
  }

  func effectsForMissingData(in state: inout BrowserState) -> [Effect] {
    var record = self
    let effects = state.effectsForMissingData(in: &record)
    state.record = record
    return effects
  }

  func prepare(in state: inout BrowserState) {
    var record = self
    (record.isAwaited, record.isNeighbourAwaited) = (false, false)
    record.preview?.isAwaited = false
    state.record = record
    if page != nil, layoutColumns != state.pageColumns(for: address) { state.relayout() }
  }

  func relayout(in state: inout BrowserState) {
    var record = self
    record.setLayout(columns: state.pageColumns(for: address), theme: state.theme)
    state.record = record
    // Only an article is just read; on other pages the keys go from row to row, also when these became more or fewer.
    if page != nil, address.kind != .article, record.focus == nil { state.focusRowOnScreen() }
    state.fitCursors()
    state.relayoutRecordPreview()
  }

  func fitCursors(in state: inout BrowserState) {
    let last = max(0, layout.main.lines.count - state.textRows)
    state.record?.scroll = max(0, min(scroll, last))
  }

  func receivePreview(_ address: RecordAddress, _ page: RecordPage?, in state: inout BrowserState) {
    guard let preview, preview.address == address else { return }
    let pane = state.recordPreviewPane(for: self)
    let laidOut = pane.map { state.laidOut(preview, with: page, in: $0, highlights: []) }
    state.record?.preview = laidOut
  }

  func move(by distance: Int, in state: inout BrowserState) { state.moveInRecord(by: distance) }
  func moveToStart(in state: inout BrowserState) { state.scrollRecord(to: 0) }
  func moveToEnd(in state: inout BrowserState) { state.scrollRecord(to: .max) }

  func moveToNext(_ direction: Int, in state: inout BrowserState) -> [Effect] {
    address.kind == .article ? state.focusNextStop(direction) : state.focusNextSection(direction)
  }

  func follow(in state: inout BrowserState) -> [Effect] { focusedStop.map { state.follow($0) } ?? [] }

  func cancel(in state: inout BrowserState) -> [Effect] {
    if search != nil { return state.search(for: "") }
    if address.kind == .article { state.setFocus(nil) }
    return []
  }

  func scroll(by lines: Int, at point: Point, in state: inout BrowserState) -> [Effect] {
    if state.isInSide(point, of: self) {
      let last = (layout.side?.lines.count ?? 0) - state.textRows
      state.record?.sideScroll = max(0, min(sideScroll + lines, last))
    } else if let pane = state.recordPreviewPane(for: self), pane.contains(point) {
      state.record?.preview?.scroll(by: lines, rows: pane.rows)
    } else {
      move(by: lines, in: &state)
    }
    return []
  }

  func select(at point: Point, in state: inout BrowserState) -> Bool { state.selectStop(of: self, at: point) }
}
