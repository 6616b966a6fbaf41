import Testing

@testable import NewsroomModel

@Suite("Control characters")
struct ControlCharactersTests {
  @Test("Every control character but tab and line breaks is removed and counted")
  func controlCharactersAreRemoved() throws {
    for value in UInt32(0)...0x2FF {
      let scalar = try #require(UnicodeScalar(value))
      let isKept = !ControlCharacters.isUnwanted(scalar)
      for (before, after) in [("", ""), ("a", "b"), ("é", "\u{E2}"), ("\u{C2}", "\u{20AC}")] {
        var text = "\(before)\(Character(scalar))\(after)"
        let expected = isKept ? text : before + after
        #expect(ControlCharacters.remove(from: &text) == (isKept ? 0 : 1))
        #expect(text.unicodeScalars.elementsEqual(expected.unicodeScalars))
      }
    }
  }

  @Test("A text of nothing else becomes empty")
  func aTextOfNothingElseBecomesEmpty() {
    var text = "\u{0}\u{85}\u{7F}\u{1B}"
    #expect(ControlCharacters.remove(from: &text) == 4)
    #expect(text.isEmpty)
  }
}
