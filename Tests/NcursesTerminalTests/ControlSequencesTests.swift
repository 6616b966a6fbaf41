@testable import NcursesTerminal
import TerminalText
import Testing

@Suite("Sequences that ncurses has no name for")
struct ControlSequencesTests {
  private let xterm = ControlSequences(terminal: "xterm-256color", reordersBidi: true)

  @Test(
    "a clipping is base64",
    arguments: [("", ""), ("a", "YQ=="), ("ab", "YWI="), ("abc", "YWJj"), ("é中", "w6nkuK0="), ("\u{1B}", "4pCb")])
  func aClippingIsBase64(text: String, encoded: String) {
    #expect(xterm.clipboard(SafeText(text)) == "\u{1B}]52;c;\(encoded)\u{1B}\\")
  }

  @Test("what is turned on at the start is turned off at the end")
  func whatIsTurnedOnAtTheStartIsTurnedOffAtTheEnd() {
    #expect(xterm.start == "\u{1B}[?2004h\u{1B}[8l")
    #expect(xterm.end.hasSuffix("\u{1B}[?2004l\u{1B}[8h"))
    let console = ControlSequences(terminal: "linux", reordersBidi: false)
    #expect(!console.isXtermCompatible && console.start == "\u{1B}[?2004h")
  }

  @Test(
    "a colour is shown as the nearest that the terminal has",
    arguments: [
      ((255, 0, 0), 256, 196), ((0, 0, 0), 256, 16), ((128, 128, 128), 256, 244), ((255, 255, 255), 256, 231),
      ((250, 5, 5), 16, 9),
      ((0, 0, 120), 8, 4), ((200, 200, 200), 8, 7),
    ] as [((UInt8, UInt8, UInt8), Int, Int32)])
  func aColourIsShownAsTheNearestThatTheTerminalHas(colour: (UInt8, UInt8, UInt8), count: Int, index: Int32) {
    #expect(Palette.nearest(red: colour.0, green: colour.1, blue: colour.2, of: count) == index)
  }
}
