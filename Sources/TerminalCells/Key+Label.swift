extension Key {
  /// The key as the help, the bar at the foot and reports of crashes print it.
  package var label: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let letter): "Ctrl-" + String(letter)
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .insert: "Ins"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .altLeft: "Alt-←"
    case .altRight: "Alt-→"
    case .controlLeft: "Ctrl-←"
    case .controlRight: "Ctrl-→"
    case .alt(" "): "Alt-Space"
    case .alt(let character): "Alt-" + String(character)
    case .altBackspace: "Alt-Backspace"
    case .function(let number): "F" + String(number)
    }
  }
}
