/// Which row of a list has the cursor, and which is the first on the screen.
package struct ListSelection: Hashable, Sendable {
  /// The row with the cursor, from 0.
  package var index = 0
  /// The first row shown.
  package var top = 0

  package init(index: Int = 0, top: Int = 0) { (self.index, self.top) = (index, top) }

  /// Puts the cursor on `index` of `count` rows, and moves the view of `rows` rows no more than needed to show it.
  package mutating func move(to index: Int, count: Int, rows: Int) {
    self.index = max(0, min(index, count - 1))
    fit(count: count, rows: rows)
  }

  /// Moves the view, and the cursor only where it would leave the view: what a wheel does.
  package mutating func scroll(by lines: Int, count: Int, rows: Int) {
    top = max(0, min(top + lines, count - rows))
    index = max(top, min(index, top + max(1, rows) - 1, max(0, count - 1)))
  }

  /// Keeps the cursor within `count` rows and on the screen after either has changed.
  package mutating func fit(count: Int, rows: Int) {
    index = max(0, min(index, count - 1))
    let margin = min(2, max(0, (rows - 1) / 2))
    top = min(top, max(0, index - margin))
    top = max(top, index + margin - rows + 1)
    top = max(0, min(top, count - rows))
  }

  /// The rows on the screen.
  package func visible(count: Int, rows: Int) -> Range<Int> { min(top, count)..<min(count, top + max(0, rows)) }
}
