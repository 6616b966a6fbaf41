import NcursesTerminal
import Testing

@Suite("Why there is no terminal")
struct TerminalProblemTests {
  @Test(
    "is said in a sentence that tells what to do",
    arguments: [
      (
        .inputIsNoTerminal,
        "Standard input is not a terminal. Use 'tool --plain' or 'tool list', which work without a screen."
      ),
      (
        .outputIsNoTerminal,
        "Standard output is not a terminal. Use 'tool --plain' or 'tool list', which work without a screen."
      ),
      (
        .kindNotSaid,
        "TERM is not set. Set it, for example: TERM=xterm-256color"
      ),
      (.kindUnknown("vt99"), "Unknown terminal 'vt99' in TERM. Try TERM=xterm-256color"),
      (
        .cannotMoveCursor("dumb"),
        "The terminal 'dumb' cannot place text on its screen. Use 'tool --plain' or 'tool list', which work without a screen."
      ),
      (.cannotStart("x"), "The terminal 'x' could not be started. Try TERM=xterm-256color"),
    ] as [(TerminalProblem, String)])
  func isSaidInASentenceThatTellsWhatToDo(problem: TerminalProblem, message: String) {
    #expect(problem.message(plainCommands: ["tool --plain", "tool list"]) == message)
  }
}
