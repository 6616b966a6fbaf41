import NewsroomModel
import TerminalCells

extension BrowserState {
  /// Moves by rows of a list, stops of a page or lines of a text.
  mutating func move(by distance: Int) -> [Effect] {
    screen.content.move(by: distance, in: &self)
    return []
  }

  mutating func moveToStart() -> [Effect] {
    screen.content.moveToStart(in: &self)
    return []
  }

  mutating func moveToEnd() -> [Effect] {
    screen.content.moveToEnd(in: &self)
    return []
  }

  mutating func moveInList(to index: Int) {
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
    screen.content.moveToNext(direction, in: &self)
  }
}
