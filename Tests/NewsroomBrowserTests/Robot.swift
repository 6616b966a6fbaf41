import NewsroomBrowser
import NewsroomModel
import TerminalCells

/// A user who presses keys and waits for every answer before the next.
struct Robot {
  var state: BrowserState
  /// Effects that no newsroom answers: what would have happened outside.
  private(set) var outside: [Effect] = []
  /// Every effect since the last key.
  private(set) var effects: [Effect] = []
  private let answer: (Effect) -> Message?

  init(columns: Int = 80, rows: Int = 24, answer: @escaping (Effect) -> Message? = SmallNewsroom().answer) {
    self.init(state: BrowserState(size: Size(columns: columns, rows: rows)), answer: answer)
  }

  init(state: BrowserState, answer: @escaping (Effect) -> Message?) {
    (self.state, self.answer) = (state, answer)
    perform(self.state.start())
  }

  mutating func press(_ keys: Key...) { keys.forEach { give(.keyPressed($0)) } }

  mutating func type(_ text: String) { text.forEach { give(.keyPressed(.character($0))) } }

  mutating func give(_ message: Message) {
    effects = []
    perform(state.update(message))
  }

  private mutating func perform(_ new: [Effect]) {
    effects += new
    for effect in new {
      if let message = answer(effect) { perform(state.update(message)) } else { outside.append(effect) }
    }
  }

  /// The rows of the screen as text.
  var screen: [String] {
    let grid = state.draw().grid
    return (0..<grid.size.rows).map { row in
      let text = (0..<grid.size.columns).map { grid[$0, row].text }.joined()
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
  }

  var text: String { screen.joined(separator: "\n") }
}
