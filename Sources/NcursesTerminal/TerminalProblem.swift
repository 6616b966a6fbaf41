/// Why there is no terminal to draw on.
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
  case kindTooPlain(String)
  /// ncurses refused without saying why.
  case cannotStart(String)
}

extension TerminalProblem: CustomStringConvertible {
  /// One sentence for the user: what is wrong, and what to do.
  package var description: String {
    switch self {
    case .inputIsNoTerminal:
      "The browser reads keys from a terminal, and standard input is none. Use 'newsroom list' in scripts."
    case .outputIsNoTerminal:
      "The browser draws on a terminal, and standard output is none. Use 'newsroom list' in pipes."
    case .kindNotSaid:
      "TERM is not set, so the terminal's abilities are unknown. Set it, for example: TERM=xterm-256color newsroom"
    case .kindUnknown(let name):
      "This machine does not know the terminal '\(name)' that TERM names. Try: TERM=xterm-256color newsroom"
    case .kindTooPlain(let name):
      "The terminal '\(name)' cannot place text on its screen. Use 'newsroom list', which needs no screen."
    case .cannotStart(let name):
      "The terminal '\(name)' could not be started. Try: TERM=xterm-256color newsroom"
    }
  }
}
