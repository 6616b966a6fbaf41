import NewsroomModel
import TerminalCells

extension HelpScreen: ScreenContent {
  var screen: Screen { .help(self) }
  var name: String { filter.isEmpty ? "Help" : "Help / \(filter)" }

  var context: CommandContext { .help }

  func draw(in state: BrowserState, on canvas: inout Canvas) { state.draw(self, on: &canvas) }
  func followDisabledReason(in state: BrowserState) -> String? { "There is nothing to open in the help." }
  func follow(in state: inout BrowserState) -> [Effect] { [] }
  func cancel(in state: inout BrowserState) -> [Effect] { filter.isEmpty ? state.goBack() : state.filterHelp(by: "") }

  func move(by distance: Int, in state: inout BrowserState) {
    var help = self
    help.scroll = max(0, min(scroll + distance, state.helpLines(self).count - state.textRows))
    state.screen = .help(help)
  }
}
