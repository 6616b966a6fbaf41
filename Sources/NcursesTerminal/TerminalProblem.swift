/// Why the terminal cannot be used.
package enum TerminalProblem: Error, Hashable, Sendable {
  /// Standard input is a file or a pipe.
  case inputIsNoTerminal
  /// Standard output is a file or a pipe.
  case outputIsNoTerminal
  /// `TERM` is not set.
  case kindNotSaid
  /// `TERM` names a terminal that this machine does not describe.
  case kindUnknown(String)
  /// The terminal cannot place its cursor.
  case cannotMoveCursor(String)
  /// ncurses refused without saying why.
  case cannotStart(String)
}

extension TerminalProblem: CustomStringConvertible {
  /// The fault and, where there is one, the remedy.
  package var description: String {
    switch self {
    case .inputIsNoTerminal: "Standard input is not a terminal."
    case .outputIsNoTerminal: "Standard output is not a terminal."
    case .kindNotSaid:
      "TERM is not set. Set it, for example: TERM=xterm-256color"
    case .kindUnknown(let name):
      "Unknown terminal '\(name)' in TERM. Try TERM=xterm-256color"
    case .cannotMoveCursor(let name): "The terminal '\(name)' cannot place text on its screen."
    case .cannotStart(let name): "The terminal '\(name)' could not be started. Try TERM=xterm-256color"
    }
  }

  /// The description, with commands that work without a screen where they help.
  package func message(plainCommands: [String]) -> String {
    switch self {
    case .inputIsNoTerminal, .outputIsNoTerminal, .cannotMoveCursor:
      "\(self) Use \(plainCommands.map { "'\($0)'" }.joined(separator: " or ")), which work without a screen."
    case .kindNotSaid, .kindUnknown, .cannotStart: "\(self)"
    }
  }
}
