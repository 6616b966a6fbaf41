import NcursesTerminal
import Testing

@Suite("Why there is no terminal")
struct TerminalProblemTests {
  @Test(
    "is said in a sentence that tells what to do",
    arguments: [
      (
        .inputIsNoTerminal,
        "Keys are read from a terminal, and standard input is none. Use 'tool --plain' or 'tool list', which need no screen."
      ),
      (
        .outputIsNoTerminal,
        "The screen is drawn on a terminal, and standard output is none. Use 'tool --plain' or 'tool list', which need no screen."
      ),
      (
        .kindNotSaid,
        "TERM is not set, so what the terminal can do is unknown. Set it, for example: TERM=xterm-256color"
      ),
      (.kindUnknown("vt99"), "This machine does not know the terminal 'vt99' that TERM names. Try TERM=xterm-256color"),
      (
        .cannotMoveCursor("dumb"),
        "The terminal 'dumb' cannot place text on its screen. Use 'tool --plain' or 'tool list', which need no screen."
      ),
      (.cannotStart("x"), "The terminal 'x' could not be started. Try TERM=xterm-256color"),
    ] as [(TerminalProblem, String)])
  func sentences(problem: TerminalProblem, message: String) {
    #expect(problem.message(plainCommands: ["tool --plain", "tool list"]) == message)
  }
}
