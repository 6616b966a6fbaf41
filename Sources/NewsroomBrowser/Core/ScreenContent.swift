import NewsroomModel
import TerminalCells

/// What a screen is and does. A screen is one folder in `Screens` with one type that conforms to this protocol; `Screen` lists
/// the types. The functions that change the state are called only for the screen that is shown.
protocol ScreenContent: Equatable, Sendable {
  /// The screen that this is the content of.
  var screen: Screen { get }
  /// The screen as the breadcrumb names it.
  var name: String { get }
  /// Which commands apply.
  var context: CommandContext { get }
  /// The record that commands act on.
  var selectedAddress: RecordAddress? { get }
  /// Whether what keys act on was asked for and has not come.
  var isLoading: Bool { get }
  /// The screen as a session keeps it; nil where a session does not begin.
  var saved: Session.Place? { get }
  /// What `x` writes to a file; nil where there is nothing to write.
  var exportContent: ExportRequest.Content? { get }

  /// Marks what is at hand as out of date.
  mutating func invalidate()
  /// Marks lines as laid out for another width.
  mutating func forgetLayout()

  func draw(in state: BrowserState, on canvas: inout Canvas)
  /// How far a page key moves.
  func pageRows(in state: BrowserState) -> Int
  /// Why `x` is disabled; nil when it is not.
  func exportDisabledReason(in state: BrowserState) -> String?
  /// Why Enter is disabled; nil when it is not.
  func followDisabledReason(in state: BrowserState) -> String?

  /// What the screen lacks. Called after every message; what was asked for is not asked for twice.
  func effectsForMissingData(in state: inout BrowserState) -> [Effect]
  /// Makes ready a screen that was not shown until now: answers it waited for were dropped, the size may be another one.
  func prepare(in state: inout BrowserState)
  /// Lays out lines again, for another size, theme or search.
  func relayout(in state: inout BrowserState)
  /// Puts cursors back within their rows.
  func fitCursors(in state: inout BrowserState)
  /// Receives the page shown beside the screen.
  func receivePreview(_ address: RecordAddress, _ page: RecordPage?, in state: inout BrowserState)

  func move(by distance: Int, in state: inout BrowserState)
  func moveToStart(in state: inout BrowserState)
  func moveToEnd(in state: inout BrowserState)
  /// Tab (1) and Shift-Tab (-1).
  func moveToNext(_ direction: Int, in state: inout BrowserState) -> [Effect]
  func follow(in state: inout BrowserState) -> [Effect]
  /// Esc.
  func cancel(in state: inout BrowserState) -> [Effect]

  /// Scrolls what is at a point.
  func scroll(by lines: Int, at point: Point, in state: inout BrowserState) -> [Effect]
  /// Puts the cursor on what is at a point.
  /// - Returns: false where nothing is.
  func select(at point: Point, in state: inout BrowserState) -> Bool
}

/// What most screens do.
extension ScreenContent {
  var selectedAddress: RecordAddress? { nil }
  var isLoading: Bool { false }
  var saved: Session.Place? { nil }
  var exportContent: ExportRequest.Content? { nil }
  mutating func invalidate() {}
  mutating func forgetLayout() {}
  func pageRows(in state: BrowserState) -> Int { max(1, state.textRows - 1) }
  func exportDisabledReason(in state: BrowserState) -> String? { "There is nothing to export." }
  func effectsForMissingData(in state: inout BrowserState) -> [Effect] { [] }
  func prepare(in state: inout BrowserState) {}
  func relayout(in state: inout BrowserState) {}
  func fitCursors(in state: inout BrowserState) {}
  func receivePreview(_ address: RecordAddress, _ page: RecordPage?, in state: inout BrowserState) {}
  func moveToStart(in state: inout BrowserState) { move(by: -100_000, in: &state) }
  func moveToEnd(in state: inout BrowserState) { move(by: 100_000, in: &state) }
  func moveToNext(_ direction: Int, in state: inout BrowserState) -> [Effect] {
    move(by: direction * pageRows(in: state), in: &state)
    return []
  }
  func scroll(by lines: Int, at point: Point, in state: inout BrowserState) -> [Effect] {
    move(by: lines, in: &state)
    return []
  }
  func select(at point: Point, in state: inout BrowserState) -> Bool { false }
}
