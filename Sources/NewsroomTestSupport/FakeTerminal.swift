package import TerminalCells

/// A terminal for tests: it keeps what it was shown and gives the input it was given.
package final class FakeTerminal: Terminal {
  package var size: Size
  /// Input that waits, first to come first.
  package var input: [TerminalInput]
  /// Everything that was presented, oldest first.
  package private(set) var screens: [(grid: CellGrid, cursor: Point?)] = []
  /// Whether the terminal has been given back for the time being.
  package private(set) var isReleased = false

  package init(size: Size, input: [TerminalInput] = []) { (self.size, self.input) = (size, input) }

  /// What stands on the screen now.
  package var grid: CellGrid? { screens.last?.grid }
  package var cursor: Point? { screens.last?.cursor }

  package func present(_ grid: CellGrid, cursor: Point?) { screens.append((grid, cursor)) }

  package func nextInput() -> TerminalInput? {
    guard !input.isEmpty else { return nil }
    let next = input.removeFirst()
    if case .resized(let newSize) = next { size = newSize }
    return next
  }

  package func release() { isReleased = true }
  package func reclaim() { isReleased = false }
}
