import NewsroomModel
import TerminalCells

extension BrowserState {
  /// The place shown now, when it is one.
  package var placeScreen: ProblemDetailScreen? {
    get { if case .place(let place) = screen { place } else { nil } }
    set { if let newValue { screen = .place(newValue) } }
  }

  /// Shows the lines around the selected problem.
  mutating func showPlace() -> [Effect] {
    guard let problems = problemsScreen, let problem = problems.selected else { return [] }
    push(
      .place(
        ProblemDetailScreen(problem, index: problems.cursor.index, filter: problems.filter, total: problems.total)))
    return []
  }

  func demandPlace(_ screen: inout ProblemDetailScreen) -> [Effect] {
    guard !screen.isAwaited, screen.place == nil || !screen.isFresh else { return [] }
    (screen.isAwaited, screen.isFresh) = (true, true)
    return [.ask(.readPlace(screen.problem))]
  }

  /// Takes in the lines, unless another problem is looked at by now.
  mutating func show(_ place: ProblemContext, of problem: Diagnostic) -> [Effect] {
    guard var screen = placeScreen, screen.problem == problem else { return [] }
    (screen.place, screen.isAwaited) = (place, false)
    placeScreen = screen
    return []
  }

  // MARK: The next problem

  func nextProblemObstacle(_ step: Int) -> String? {
    guard let screen = placeScreen else { return "No problem selected." }
    if screen.index + step < 0 { return "This is the first problem." }
    if let total = screen.total, screen.index + step >= total { return "This is the last problem." }
    return nil
  }

  mutating func showNextProblem(_ step: Int) -> [Effect] {
    guard var screen = placeScreen else { return [] }
    let index = screen.index + step
    screen.awaitedIndex = index
    placeScreen = screen
    return [.ask(.fetchProblems(matching: screen.filter, index..<index + 1))]
  }

  /// Shows the problem that was asked for in place of this one, and lets the list follow, so that back leads to it.
  mutating func showNext(_ problems: [Diagnostic], from start: Int, of total: Int, matching filter: String) -> [Effect]
  {
    guard let screen = placeScreen, screen.filter == filter, screen.awaitedIndex == start else { return [] }
    guard let problem = problems.first else {
      placeScreen?.awaitedIndex = nil
      return inform("This is the last problem.")
    }
    if backStack.count > 1, case .problems(var list) = backStack[backStack.count - 2], list.filter == filter {
      list.cursor.move(to: start, count: max(total, start + 1), rows: problemRows)
      backStack[backStack.count - 2] = .problems(list)
    }
    ahead = []
    show(.place(ProblemDetailScreen(problem, index: start, filter: filter, total: total)))
    return []
  }

  // MARK: Moving

  /// Rows for the lines of the file.
  func placeRows(_ screen: ProblemDetailScreen) -> Int {
    max(1, size.rows - 3 - placeMessage(screen).count)
  }

  /// The first row shown, so that the place is in the middle until one scrolls.
  func placeTop(_ screen: ProblemDetailScreen) -> Int {
    let (count, rows) = (placeRowCount(screen), placeRows(screen))
    let marked = screen.place?.excerpt?.markedLine ?? 0
    return max(0, min(screen.scroll ?? marked - rows / 2, count - rows))
  }

  /// Rows of the lines, with that of the mark.
  func placeRowCount(_ screen: ProblemDetailScreen) -> Int {
    guard let excerpt = screen.place?.excerpt else { return 0 }
    return excerpt.lines.count + (excerpt.markedLine == nil ? 0 : 1)
  }

  mutating func moveInPlace(by distance: Int) {
    guard var screen = placeScreen else { return }
    let last = max(0, placeRowCount(screen) - placeRows(screen))
    let top = placeTop(screen)
    screen.scroll = max(0, min(last, distance > last - top ? last : distance < -top ? 0 : top + distance))
    placeScreen = screen
  }

  // MARK: Onwards

  var placeRecordObstacle: String? {
    placeScreen?.place?.record == nil
      ? "The record could not be read. Press e to edit the file." : nil
  }

  /// Opens the page of the record, as far as it could be read.
  mutating func openPlaceRecord() -> [Effect] {
    guard let address = placeScreen?.place?.record else { return [] }
    push(.record(RecordScreen(address, title: address.id)))
    return []
  }
}
