/// A terminal as the browser sees it: something that shows a grid and gives input. The real one speaks ncurses, the one in
/// tests keeps what it was shown.
package protocol Terminal: ~Copyable {
  /// The size now.
  var size: Size { get }
  /// Shows `grid`, writing only what changed, and leaves the hardware cursor at `cursor`, or hides it when that is nil.
  mutating func present(_ grid: CellGrid, cursor: Point?)
  /// The next input without waiting; nil when there is none.
  mutating func nextInput() -> TerminalInput?
  /// Gives the terminal back while another program has it.
  mutating func release()
  /// Takes the terminal again after `release`; the next `present` draws everything.
  mutating func reclaim()
}
