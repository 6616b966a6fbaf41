import TerminalCells
import TerminalText

extension BrowserState {
  /// The last row: a line being typed, a notice, or what one can press here; at its right what goes on in the background.
  func drawFoot(on canvas: inout Canvas) {
    let row = size.rows - 1
    let stage = SafeText(stageText)
    let room = size.columns - 1 - (stage.isEmpty ? 0 : stage.width + 2)
    if let prompt, prompt.purpose.isAtFoot {
      let label = label(of: prompt.purpose)
      canvas.write(label, 1, row, tone: .bar)
      drawLine(prompt, column: 2 + label.width, row: row, width: max(1, room - label.width - 2), on: &canvas)
      // Why the line cannot be taken stands above it.
      if let notice { draw(notice, width: room, above: row, on: &canvas) }
    } else if let notice {
      draw(notice, width: room, above: size.rows, on: &canvas)
    } else {
      canvas.write(hints(width: room), 1, row, width: room, tone: .bar)
    }
    if !stage.isEmpty { canvas.write(stage, size.columns - stage.width - 1, row, tone: .strong) }
  }

  private func label(of purpose: PromptLine.Purpose) -> SafeText {
    switch purpose {
    case .search, .help: "/"
    case .export: SafeText(exportLabel)
    default: "link #"
    }
  }

  /// A notice takes rows above the last where it is too long for one, and at most a third of the screen.
  private func draw(_ notice: Notice, width: Int, above end: Int, on canvas: inout Canvas) {
    let text = SafeText(notice.message)
    let lines = text.lines(width: width).prefix(max(3, size.rows / 3))
    let tone: StyleRole = notice.kind == .failure ? .warning : .strong
    for (row, range) in zip(end - lines.count..<end, lines) {
      canvas.grid.fill(Rect(column: 0, row: row, columns: width + 1, rows: 1), style: theme.style(.plain))
      canvas.write(text[range], 1, row, width: width, tone: tone)
    }
  }

  private var stageText: String {
    if let export {
      let done =
        export.total == 0 ? "" : " \(NumberFormat.grouped(export.done)) of \(NumberFormat.grouped(export.total))"
      return "writing\(done)" + (size.columns >= 60 ? ", Esc stops" : "")
    }
    guard let stage else { return linkNumber.map { "link \($0)…" } ?? "" }
    guard let total = stage.total else { return "looking for files" }
    let share = total == 0 ? 1 : Double(stage.done) / Double(total)
    let bar = size.columns >= 80 ? Self.bar(share, width: 16) + " " : ""
    return bar + "\(NumberFormat.grouped(stage.done)) of \(NumberFormat.grouped(total))"
  }

  private static func bar(_ share: Double, width: Int) -> String {
    let done = max(0, min(width, Int(share * Double(width))))
    return String(repeating: "━", count: done) + String(repeating: "─", count: width - done)
  }

  /// As many hints as fit, whole ones only; help is always among them.
  private func hints(width: Int) -> SafeText {
    if let palette {
      return palette.purpose == .command ? "Enter run  ↑↓ move  Esc close" : "Enter open  ↑↓ move  Esc close"
    }
    if prompt != nil {
      return completion?.candidates.isEmpty ?? true
        ? "Enter apply  Esc cancel  ↑↓ move" : "Tab complete  Enter apply  Esc cancel"
    }
    let hinted = Command.commands(in: context).filter(\.isHinted)
    let commands = hinted.filter { $0.contexts != .everywhere } + hinted.filter { $0.contexts == .everywhere }
    let help = "? help"
    // In a narrow pane of values what can be done with one matters more than how to come to it.
    var text = context == .help || (context == .facets && width < 60) ? "" : "j/k move"
    for command in commands where command.name != "help" && command.obstacle(self) == nil {
      guard let key = command.keys.first else { continue }
      let name = hint(of: command)
      let next = (text.isEmpty ? "" : "  ") + "\(key.label) \(name)"
      if SafeText(text + next).width + help.count + 2 > width { continue }
      text += next
    }
    return SafeText(text + "  " + help)
  }

  /// What a command is called at the foot: what it would do here.
  private func hint(of command: Command) -> String {
    guard command.name == Command.backOrQuit else { return command.name }
    return backStack.count == 1 && context == .list ? "quit" : "back"
  }
}

extension PromptLine.Purpose {
  /// Whether the line is typed at the foot of the screen; a filter is typed where the query stands.
  var isAtFoot: Bool {
    switch self {
    case .filter, .facet, .problems: false
    case .search, .help, .linkNumber, .export, .palette: true
    }
  }
}
