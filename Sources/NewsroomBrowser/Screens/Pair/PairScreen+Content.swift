import NewsroomModel
import TerminalCells
import TerminalText

extension PairScreen: ScreenContent {
  var screen: Screen { .pair(self) }
  var name: String { title }
  var context: CommandContext { .pair }
  var isLoading: Bool { answer == nil && isAwaited }
  var saved: Session.Place? { Session.Place(pair: Saved(address: request.description, title: title)) }

  mutating func invalidate() { isFresh = false }
  mutating func forgetLayout() { layoutColumns = 0 }

  func followDisabledReason(in state: BrowserState) -> String? {
    switch focusedTarget?.destination {
    case nil: "No row selected. Press Tab to select the first one."
    case .some(.none): "Not a link."
    case .some(.target), .some(.list): nil
    }
  }

  func effectsForMissingData(in state: inout BrowserState) -> [Effect] {
    guard !isFresh || (answer == nil && !isAwaited) else { return [] }
    state.pair?.isFresh = true
    state.pair?.isAwaited = true
    return [.ask(.fetchHistory(request))]
  }

  func prepare(in state: inout BrowserState) {
    state.pair?.isAwaited = false
    if layoutColumns != state.size.columns { state.relayout() }
  }

  func relayout(in state: inout BrowserState) {
    guard let history else { return }
    var pair = self
    let rows = layout.targets.count
    pair.layout = PairLayout(history, columns: state.size.columns, theme: state.theme)
    pair.layoutColumns = state.size.columns
    if pair.layout.targets.count != rows { pair.focus = pair.layout.targets.isEmpty ? nil : 0 }
    pair.showFocus(rows: state.textRows)
    state.pair = pair
  }

  func fitCursors(in state: inout BrowserState) {
    let rows = state.textRows
    state.pair?.scroll(to: scroll, rows: rows)
  }

  // MARK: Moving

  func move(by distance: Int, in state: inout BrowserState) {
    var pair = self
    let rows = state.textRows
    if abs(distance) == 1, let next = pair.adjacentRow(distance, rows: rows) {
      pair.focus = next
      pair.showFocus(rows: rows)
    } else {
      pair.scroll(to: scroll + distance, rows: rows)
      pair.focusRowOnScreen(rows: rows, fromEnd: distance > 0 && pair.scroll == scroll)
    }
    state.pair = pair
  }

  func moveToNext(_ direction: Int, in state: inout BrowserState) -> [Effect] {
    let firsts = layout.targets.indices.filter { $0 == 0 || layout.targets[$0].place != layout.targets[$0 - 1].place }
    let current = focus ?? -1
    let next = direction > 0 ? firsts.first { $0 > current } : firsts.last { $0 < current }
    guard let row = next ?? (direction > 0 ? firsts.first : firsts.last) else { return [] }
    let rows = state.textRows
    state.pair?.focus = row
    state.pair?.showFocus(rows: rows)
    return []
  }

  func follow(in state: inout BrowserState) -> [Effect] { focusedTarget.map { state.follow($0) } ?? [] }
  func cancel(in state: inout BrowserState) -> [Effect] { state.goBack() }

  func select(at point: Point, in state: inout BrowserState) -> Bool {
    let line = scroll + point.row - 1
    guard let row = layout.targets.firstIndex(where: { $0.lines.contains(line) }) else { return false }
    state.pair?.focus = row
    return true
  }

  // MARK: Drawing

  func draw(in state: BrowserState, on canvas: inout Canvas) {
    state.drawBreadcrumb(on: &canvas)
    guard history != nil else {
      return canvas.writeSentence(SafeText(absence(in: state)), LayoutWidths.margin, 2, width: state.size.columns - 3)
    }
    for (row, line) in layout.lines.dropFirst(scroll).prefix(state.textRows).enumerated() {
      state.draw(line, column: LayoutWidths.margin, row: row + 1, width: layout.width, focus: focus, on: &canvas)
    }
    let focused = focusedTarget.map { $0.lines.lowerBound - scroll } ?? -1
    let row = (0..<state.textRows).contains(focused) ? focused + 1 : 1
    if canvas.cursor == nil { canvas.cursor = Point(column: focused < 0 ? 0 : LayoutWidths.margin, row: row) }
  }

  /// Why there is no history to show.
  private func absence(in state: BrowserState) -> String {
    switch answer {
    case nil: state.isDirectoryGone ? "The data directory is missing." : "…"
    case .history: ""
    case .unknown(let side): "No organisation, person, programme, country or region matches “\(side)”."
    case .ambiguous(let side, let names): "“\(side)” has several meanings: \(names.joined(separator: ", "))."
    }
  }
}

// MARK: - Scrolling

extension PairScreen {
  mutating func scroll(to line: Int, rows: Int) { scroll = max(0, min(line, layout.lines.count - rows)) }

  /// The row before or after the one with the keys; nil where the page has to scroll first.
  fileprivate func adjacentRow(_ step: Int, rows: Int) -> Int? {
    let next = (focus ?? -1) + step
    guard layout.targets.indices.contains(next) else { return nil }
    let line = layout.targets[next].lines.lowerBound
    return (scroll - 2..<scroll + rows + 2).contains(line) ? next : nil
  }

  /// Scrolls as little as brings the row with the keys onto the screen, with the heading above it.
  mutating func showFocus(rows: Int) {
    guard let lines = focusedTarget?.lines else { return }
    var line = scroll
    if lines.lowerBound - 1 < line { line = lines.lowerBound - 2 }
    if lines.upperBound + 1 > line + rows { line = lines.upperBound + 1 - rows }
    scroll(to: line, rows: rows)
  }

  fileprivate mutating func focusRowOnScreen(rows: Int, fromEnd: Bool) {
    let shown = scroll..<scroll + rows
    let onScreen = layout.targets.indices.filter { shown.overlaps(layout.targets[$0].lines) }
    focus = (fromEnd || scroll + rows >= layout.lines.count ? onScreen.last : onScreen.first) ?? focus
  }
}

// MARK: - Saved form

extension PairScreen {
  /// The page as a session keeps it.
  package struct Saved: Codable, Equatable, Sendable {
    package var address: String
    package var title: String
  }

  init?(_ saved: Saved) {
    guard let request = PairRequest(typed: saved.address) else { return nil }
    self.init(request, title: saved.title)
  }
}
