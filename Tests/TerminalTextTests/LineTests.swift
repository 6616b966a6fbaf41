import NewsroomTestSupport
import TerminalText
import Testing

@Suite("Setting text into lines")
struct LineTests {
  private func lines(_ text: String, _ width: Int) -> [String] {
    let text = SafeText(multiline: text)
    return text.lines(width: width).map { text[$0].string }
  }

  @Test(
    "breaks where the language allows it, and leaves out the spaces there",
    arguments: [
      ("the quick brown fox", 10, ["the quick", "brown fox"]), ("the quick  ", 9, ["the quick"]), ("", 5, [""]),
      ("a\n\nb\n", 5, ["a", "", "b"]),
      ("well-known facts", 6, ["well-", "known", "facts"]), ("高等教育，创新中心。", 8, ["高等教", "育，创新", "中心。"]),
      ("他说：“你好”。再见", 10, ["他说：“你", "好”。再见"]), ("a b", 1, ["a", "b"]), ("ab", 1, ["a", "b"]), ("中文", 1, ["中", "文"]),
      ("e\u{301}e\u{301}", 1, ["e\u{301}", "e\u{301}"]), ("50 % (about)", 6, ["50 %", "(about", ")"]),
      ("co\u{AD}op\u{AD}er\u{AD}a\u{AD}tion", 6, ["co\u{AD}op\u{AD}", "er\u{AD}a\u{AD}", "tion"]),
      ("co\u{AD}op", 4, ["co\u{AD}op"]),
      (
        "see https://eng.ichei.org/news/2024/06/07/942.html now", 20,
        ["see https://", "eng.ichei.org/news/", "2024/06/07/942.html", "now"]
      ),
      ("สวัสดีชาวโลก", 6, ["สวัสดี", "ชาวโลก"]),
    ])
  func breaksWhereTheLanguageAllowsItAndLeavesOutTheSpacesThere(text: String, width: Int, expected: [String]) {
    #expect(lines(text, width) == expected)
  }

  @Test("draws a hyphen where a line is broken at a soft hyphen, and only there")
  func drawsAHyphenWhereALineIsBrokenAtASoftHyphenAndOnlyThere() {
    let text = SafeText("co\u{AD}op\u{AD}er\u{AD}a\u{AD}tion")
    let shown = text.lines(width: 6).map { text[$0].units.map { Character(Unicode.Scalar($0.lanes[0]) ?? "?") } }
    #expect(shown.map { String($0) } == ["coop-", "era-", "tion"])
  }

  @Test("never makes a line too wide, never loses or repeats a character", arguments: [1, 2, 3, 7, 10, 23, 80])
  func neverMakesALineTooWideNeverLosesOrRepeatsACharacter(width: Int) {
    for text in SampleTexts.all {
      let text = SafeText(multiline: text)
      var position = 0
      for line in text.lines(width: width) {
        #expect(line.lowerBound >= position)
        #expect(text[position..<line.lowerBound].string.allSatisfy { " \n\u{AD}".contains($0) })
        let widest = text[line].units.map(\.columns).max() ?? 0
        #expect(text[line].width <= max(width, widest), "\(text[line].string.unicodeScalars.map(\.value)) of \(text)")
        position = line.upperBound
      }
      #expect(text[position..<text.count].string.allSatisfy { $0 == " " || $0 == "\n" })
    }
  }

  @Test(
    "holds where generated texts once failed",
    arguments: [
      ("/a/\u{AD}bc", 3, ["/", "a/", "\u{AD}bc"]), ("ᆭab", 1, ["◌ᆭ", "a", "b"]), ("가 ", 1, ["가"]),
      ("a.b\u{AD}cd", 3, ["a.", "b\u{AD}cd"]),
      ("a\u{AD} b", 1, ["a", "b"]),
    ])
  func holdsWhereGeneratedTextsOnceFailed(text: String, width: Int, expected: [String]) {
    #expect(lines(text, width) == expected)
  }

  @Test("breaks an address as long as you like in time that grows with its length alone")
  func breaksAnAddressAsLongAsYouLikeInTimeThatGrowsWithItsLengthAlone() {
    let text = SafeText("https://example.org/" + String(repeating: "a%20b", count: 40_000))
    #expect(text.lines(width: 10).count > 19_000)
    let conjunct = SafeText(String(repeating: "क्", count: 40_000) + "क")
    #expect(conjunct.lines(width: 10).count > 3_000)
  }
}
