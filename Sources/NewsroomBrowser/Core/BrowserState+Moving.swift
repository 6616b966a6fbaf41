import NewsroomModel
import TerminalCells

extension BrowserState {
  /// Moves by rows of a list, stops of a page or lines of a text.
  mutating func move(by distance: Int) -> [Effect] {
    switch screen {
    case .list(let list): moveInList(to: cursor(of: list).index + distance)
    case .record: moveInRecord(by: distance)
    case .problems(let problems): moveInProblems(to: problems.cursor.index + distance)
    case .place: moveInPlace(by: distance)
    case .help(var help):
      help.scroll = max(0, min(help.scroll + distance, helpLines(help).count - textRows))
      screen = .help(help)
    }
    return []
  }

  mutating func moveToStart() -> [Effect] {
    switch screen {
    case .list: moveInList(to: 0)
    case .record: scrollRecord(to: 0)
    case .problems: moveInProblems(to: 0)
    case .place, .help: return move(by: -100_000)
    }
    return []
  }

  mutating func moveToEnd() -> [Effect] {
    switch screen {
    case .list: moveInList(to: .max)
    case .record: scrollRecord(to: .max)
    case .problems: moveInProblems(to: .max)
    case .place, .help: return move(by: 100_000)
    }
    return []
  }

  private func cursor(of list: ListScreen) -> ListSelection {
    list.pane == .facets ? list.facets.cursor : list.cursor
  }

  private mutating func moveInList(to index: Int) {
    guard var list else { return }
    if list.pane == .facets {
      let rows = panes(for: list).facets.map { $0.rows - 1 } ?? 1
      list.facets.cursor.move(to: index, count: list.facets.visibleRows.count, rows: rows)
    } else {
      let rows = listRows
      list.moveCursor { $0.move(to: index, count: $1, rows: rows) }
    }
    self.list = list
  }

  /// Tab: the other pane, the next link of a text, the next section of a page.
  mutating func moveToNextStop() -> [Effect] { moveToStop(1) }
  mutating func moveToPreviousStop() -> [Effect] { moveToStop(-1) }

  private mutating func moveToStop(_ direction: Int) -> [Effect] {
    switch context {
    case .list, .facets: return toggleFacetPane()
    case .article: return focusNextStop(direction)
    case .record: return focusNextSection(direction)
    case .problems, .place, .help: return move(by: direction * pageRows)
    }
  }
}
