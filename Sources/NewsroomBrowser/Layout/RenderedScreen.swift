package import TerminalCells

/// What is to be on the terminal: the cells, and where the hardware cursor stands.
package struct Frame: Equatable, Sendable {
  package var grid: CellGrid
  /// On the focused row, so that a screen reader follows it; in the line being typed while there is one.
  package var cursor: Point?
}
