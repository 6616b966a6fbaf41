import NewsroomModel
import TerminalCells

extension BrowserState {
  mutating func showProblems() -> [Effect] {
    var problems = ProblemsScreen()
    // From a record that cannot be read one is led to what is wrong with it.
    if let record, record.isUnreadable { problems.filter = record.page?.location?.path ?? "" }
    push(.problems(problems))
    return []
  }

  func demandProblems(_ screen: inout ProblemsScreen) -> [Effect] {
    if !screen.isFresh { (screen.isFresh, screen.shown, screen.awaited) = (true, nil, nil) }
    let isCurrent = screen.shown == screen.filter
    let visible =
      isCurrent
      ? screen.cursor.visible(count: screen.count, rows: problemRows)
      : screen.cursor.top..<screen.cursor.top + problemRows
    let atHand = screen.start..<screen.start + screen.problems.count
    guard !isCurrent || visible.clamped(to: atHand) != visible, screen.awaited == nil else { return [] }
    let range = max(0, visible.lowerBound - problemRows)..<visible.upperBound + problemRows
    screen.awaited = range
    return [.ask(.fetchProblems(matching: screen.filter, range))]
  }

  /// Takes in a window of problems, unless another filter was typed by now.
  mutating func show(_ problems: [Diagnostic], from start: Int, of total: Int, matching filter: String) -> [Effect] {
    if placeScreen != nil { return showNext(problems, from: start, of: total, matching: filter) }
    guard var screen = problemsScreen, screen.filter == filter else { return [] }
    (screen.total, screen.awaited) = (total, nil)
    screen.cursor.fit(count: total, rows: problemRows)
    let visible = screen.cursor.visible(count: total, rows: problemRows)
    // The one that J asked for may come when one is back in the list, which needs more.
    if visible.isEmpty || visible.clamped(to: start..<start + problems.count) == visible {
      (screen.problems, screen.start, screen.shown) = (problems, start, filter)
    }
    problemsScreen = screen
    return []
  }

  /// The problems shown now, when they are.
  package var problemsScreen: ProblemsScreen? {
    get { if case .problems(let problems) = screen { problems } else { nil } }
    set { if let newValue { screen = .problems(newValue) } }
  }

  /// Rows that show the selected problem in full.
  static let problemDetailRows = 3

  var problemRows: Int { max(1, size.rows - 3 - Self.problemDetailRows) }

  mutating func moveInProblems(to index: Int) {
    guard var screen = problemsScreen else { return }
    screen.cursor.move(to: index, count: screen.count, rows: problemRows)
    problemsScreen = screen
  }

  mutating func filterProblems(by text: String) -> [Effect] {
    guard var screen = problemsScreen else { return [] }
    (screen.filter, screen.awaited, screen.cursor) = (text, nil, ListSelection())
    problemsScreen = screen
    return []
  }

  var problemObstacle: String? {
    problemsScreen != nil && problemsScreen?.selected == nil ? "No problem selected." : nil
  }

  /// Opens the file of the selected problem in the editor, at its line.
  mutating func editProblem() -> [Effect] {
    let problem = placeScreen?.problem ?? problemsScreen?.selected
    return problem.map { [.editFile(path: $0.path, line: $0.line ?? 1)] } ?? []
  }
}
