import Testing

@testable import TerminalCells

@Suite("Keys of other keyboard layouts")
struct KeyboardLayoutTests {
  @Test(
    "stand for the key at the same position of a US keyboard",
    arguments: [
      ("о", "j"), ("л", "k"), ("й", "q"), ("Й", "Q"), ("ы", "s"), ("і", "s"), ("Ж", ":"), ("№", "#"),
      ("ξ", "j"), ("λ", "l"), ("Σ", "S"), ("ח", "j"), ("ש", "a"), ("ت", "j"), ("؟", "?"), ("ظ", "/"), ("ث", "e"),
      ("ㅓ", "j"), ("ㅂ", "q"), ("ㅃ", "Q"), ("ｊ", "j"), ("？", "?"), ("／", "/"), ("：", ":"), ("！", "!"), ("、", "/"),
      ("٣", "3"), ("２", "2"),
    ] as [(Character, Character)])
  func standForTheKeyAtTheSamePositionOfAUSKeyboard(typed: Character, expected: Character) {
    #expect(Key.character(typed).onUSKeyboard == .character(expected))
  }

  @Test func keysOfAUSKeyboardStayAsTheyAre() {
    for value in UInt8(0x20)..<0x7F {
      #expect(Key.character(Character(Unicode.Scalar(value))).onUSKeyboard == nil)
    }
    #expect(Key.character("中").onUSKeyboard == nil)
    #expect(Key.up.onUSKeyboard == nil)
  }
}
