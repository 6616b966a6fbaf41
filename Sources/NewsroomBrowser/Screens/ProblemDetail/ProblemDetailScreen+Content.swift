import NewsroomModel
import TerminalCells

extension ProblemDetailScreen: ScreenContent {
  var screen: Screen { .place(self) }
  var name: String { problem.path }
  var context: CommandContext { .place }
  var isLoading: Bool { awaitedIndex != nil }

  mutating func invalidate() { isFresh = false }

  func draw(in state: BrowserState, on canvas: inout Canvas) { state.draw(self, on: &canvas) }
  func pageRows(in state: BrowserState) -> Int { max(1, state.placeRows(self) - 1) }
  func followDisabledReason(in state: BrowserState) -> String? { state.placeRecordObstacle }

  func effectsForMissingData(in state: inout BrowserState) -> [Effect] {
    var detail = self
    let effects = state.demandPlace(&detail)
    state.placeScreen = detail
    return effects
  }

  func prepare(in state: inout BrowserState) {
    var detail = self
    (detail.isAwaited, detail.awaitedIndex) = (false, nil)
    state.placeScreen = detail
  }

  func move(by distance: Int, in state: inout BrowserState) { state.moveInPlace(by: distance) }
  func follow(in state: inout BrowserState) -> [Effect] { state.openPlaceRecord() }
  func cancel(in state: inout BrowserState) -> [Effect] { state.goBack() }
}
