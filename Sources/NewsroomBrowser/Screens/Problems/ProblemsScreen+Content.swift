import NewsroomModel
import TerminalCells

extension ProblemsScreen: ScreenContent {
  var screen: Screen { .problems(self) }
  var name: String { "Problems in the data" }
  var context: CommandContext { .problems }
  var isLoading: Bool { awaited != nil && (shown != filter || selected == nil) }
  var saved: Session.Place? {
    Session.Place(problems: Session.ProblemsPlace(filter: filter, row: cursor.index))
  }

  mutating func invalidate() { isFresh = false }

  func draw(in state: BrowserState, on canvas: inout Canvas) { state.draw(self, on: &canvas) }
  func pageRows(in state: BrowserState) -> Int { max(1, state.problemRows - 1) }

  func followDisabledReason(in state: BrowserState) -> String? { selected == nil ? "No problem selected." : nil }

  func effectsForMissingData(in state: inout BrowserState) -> [Effect] {
    var problems = self
    let effects = state.demandProblems(&problems)
    state.problemsScreen = problems
    return effects
  }

  func prepare(in state: inout BrowserState) { state.problemsScreen?.awaited = nil }

  func move(by distance: Int, in state: inout BrowserState) { state.moveInProblems(to: cursor.index + distance) }
  func moveToStart(in state: inout BrowserState) { state.moveInProblems(to: 0) }
  func moveToEnd(in state: inout BrowserState) { state.moveInProblems(to: .max) }

  func follow(in state: inout BrowserState) -> [Effect] { state.showPlace() }

  func cancel(in state: inout BrowserState) -> [Effect] {
    filter.isEmpty ? state.goBack() : state.filterProblems(by: "")
  }

  func select(at point: Point, in state: inout BrowserState) -> Bool {
    let index = cursor.top + point.row - 2
    guard cursor.visible(count: count, rows: state.problemRows).contains(index) else { return false }
    state.moveInProblems(to: index)
    return true
  }
}
