import CNcurses
import Glibc
import TerminalCells
import TerminalText

/// The screen as ncurses keeps it: takes grids, and hands ncurses the runs of cells that differ from the last one.
///
/// Columns never shift, whatever the C library believes about widths: a character to which it assigns another width
/// than the grid does is shown as `?`, in as many columns as the grid gave it.
struct NcursesScreen: ~Copyable {
  private let screen: OpaquePointer
  private let window: UnsafeMutablePointer<WINDOW>
  private let output = BufferedOutput()
  private var pairs: ColourPairs
  /// Colours of the palette to be changed for what was presented.
  var paletteChanges: [(number: Int32, value: UInt32)] { pairs.changes }
  private var shown = CellGrid(size: Size(columns: 0, rows: 0))
  private var showsCursor = true
  private var run: [cchar_t] = []
  /// What became of the locale that the environment asks for.
  let locale: TerminalLocale
  /// Whether the locale has nothing but ASCII.
  private var isPlainLocale: Bool { locale == .ascii }
  /// Whether nothing but ASCII is shown.
  private var isASCIIOnly: Bool

  /// Starts ncurses on standard input and output.
  init(terminal: String, wantsColour: Bool, hasExactColours: Bool) throws(TerminalProblem) {
    locale = TerminalLocale.choose()
    isASCIIOnly = locale == .ascii
    guard let screen = newsroom_newterm(terminal, output.stream) else { throw .cannotStart(terminal) }
    guard let window = newwin(0, 0, 0, 0) else {
      endwin()
      delscreen(screen)
      throw .cannotStart(terminal)
    }
    (self.screen, self.window) = (screen, window)
    pairs = ColourPairs(wantsColour: wantsColour, isExact: hasExactColours)
    raw()
    noecho()
    nonl()
    keypad(window, true)
    typeahead(-1)  // Keys that wait must not leave half a screen.
  }

  deinit {
    leave()
    delwin(window)
    delscreen(screen)
  }

  /// Shows a grid.
  mutating func present(_ grid: CellGrid, cursor: Point?) {
    let isComparable = shown.size == grid.size
    for row in 0..<grid.size.rows {
      let cells = grid.cellRange(ofRow: row)
      if let changed = isComparable ? changedCells(grid, cells) : cells { put(grid, changed, row: row) }
    }
    shown = grid
    output.hold()
    setCursor(cursor)
    wrefresh(window)
    output.release()
  }

  /// Hands the terminal over: ncurses leaves the screen and shows the cursor. Once; a second time would move the cursor.
  func leave() {
    if !isendwin() { endwin() }
  }

  /// Makes the next `present` draw everything.
  mutating func invalidateAll() {
    shown = CellGrid(size: Size(columns: 0, rows: 0))
    clearok(window, true)
  }

  /// Shows ASCII alone from the next grid on, or every character that the locale has.
  mutating func setASCII(_ isOn: Bool) {
    guard (isOn || isPlainLocale) != isASCIIOnly else { return }
    isASCIIOnly.toggle()
    shown = CellGrid(size: Size(columns: 0, rows: 0))
  }

  /// The terminal has another size.
  mutating func resize(to size: Size) {
    resizeterm(Int32(size.rows), Int32(size.columns))
    wresize(window, Int32(size.rows), Int32(size.columns))
    invalidateAll()
  }
}

extension NcursesScreen {
  /// The cells of a row from the first that differs from what is shown to the last; nil if none does.
  private func changedCells(_ grid: CellGrid, _ cells: Range<Int>) -> Range<Int>? {
    grid.cells.withUnsafeBufferPointer { new in
      shown.cells.withUnsafeBufferPointer { old in
        let cells = NcursesScreen.areSame(new[cells], old[cells]) ? 0..<0 : cells
        guard var first = cells.first(where: { new[$0].lanes != old[$0].lanes }) else { return nil }
        var last = cells.upperBound - 1
        while new[last].lanes == old[last].lanes { last -= 1 }
        if new[first].isSecondHalf && first > cells.lowerBound { first -= 1 }
        return first..<last + 1
      }
    }
  }

  /// Compares the memory of the rows: a cell is 32 bytes without padding or references.
  private static func areSame(_ new: Slice<UnsafeBufferPointer<Cell>>, _ old: Slice<UnsafeBufferPointer<Cell>>) -> Bool
  {
    let (new, old) = (
      UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: new)),
      UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: old))
    )
    guard let left = new.baseAddress, let right = old.baseAddress else { return true }
    return memcmp(left, right, new.count) == 0
  }

  private mutating func put(_ grid: CellGrid, _ cells: Range<Int>, row: Int) {
    run.removeAll(keepingCapacity: true)
    var (style, pen) = (Cell(), blank(in: .plain))
    for cell in grid.cells[cells] where !cell.isSecondHalf {
      if !cell.isStyled(as: style) { (style, pen) = (cell, blank(in: cell.style)) }
      append(cell, pen)
    }
    mvwadd_wchnstr(window, Int32(row), Int32(cells.lowerBound - row * grid.size.columns), run, Int32(run.count))
  }

  /// A space in a style; its attributes apply to the characters after it.
  private mutating func blank(in style: Style) -> cchar_t {
    var (character, rendition) = (cchar_t(), pairs.rendition(of: style))
    setcchar(&character, [0x20, 0], rendition.attributes, 0, &rendition.pair)
    return character
  }

  private mutating func append(_ cell: Cell, _ pen: cchar_t) {
    var character = pen
    if agrees(cell) {
      let text = unsafeBitCast(cell.lanes, to: SIMD8<wchar_t>.self)
      character.chars = (text[0], text[1], text[2], text[3], text[4])
      run.append(character)
    } else {
      character.chars.0 = isASCIIOnly ? wchar_t(ASCIIFallback.byte(for: cell.lanes[0])) : 0x3F
      for _ in 0..<(cell.isWide ? 2 : 1) { run.append(character) }
    }
  }

  /// Whether the C library, and so ncurses, gives every scalar of the cell the width that the grid gave it.
  private func agrees(_ cell: Cell) -> Bool {
    let base = cell.lanes[0]
    if base < 0x7F && cell.lanes[1] == 0 { return true }
    if isASCIIOnly || newsroom_wcwidth(base) != (cell.isWide ? 2 : 1) { return false }
    return (1..<5).allSatisfy { cell.lanes[$0] == 0 || newsroom_wcwidth(cell.lanes[$0]) == 0 }
  }

  private mutating func setCursor(_ cursor: Point?) {
    showCursor(cursor != nil)
    guard let cursor else { return }
    wmove(window, Int32(cursor.row), Int32(cursor.column))
  }

  private mutating func showCursor(_ shows: Bool) {
    if shows != showsCursor { curs_set(shows ? 1 : 0) }
    showsCursor = shows
  }
}
