import Testing

@testable import newsroom

@Suite("JSON on its way to a terminal")
struct JSONEscapingTests {
  @Test(
    "Nothing that could move or recolour the screen is left, and what is read again is the same",
    arguments: [
      ("{\"a\": 1,\r\n \"b\": \"高\"}\r\n", "{\"a\": 1,\n \"b\": \"高\"}\n"), ("\"x\u{7F}y\"", "\"x\\u007fy\""),
      ("\"\u{9B}31m\u{202E}\"", "\"\\u009b31m\\u202e\""), ("[\"a\\r\\n\"]", "[\"a\\r\\n\"]"),
    ])
  func nothingThatCouldMoveOrRecolourTheScreenIsLeftAndWhatIsReadAgainIsTheSame(json: String, expected: String) {
    #expect(JSONEscaping.escaped(json) == expected)
  }
}
