import TerminalText
import Testing

@Suite("Text where only ASCII can be shown")
struct ASCIIFallbackTests {
  @Test(
    "keeps what it can",
    arguments: [
      ("plain", "plain"), ("Café naïve Ångström", "Cafe naive Angstrom"),
      ("“quoted” ‘too’ — and…", "\"quoted\" 'too' - and~"), ("│ ─ ┌ ▸ ●", "| - + > *"),
      ("中文", "??"), ("ﬁ", "f"), ("e\u{301}", "e"), ("Łódź Øre Œuvre", "Lodz Ore Ouvre"), ("Москва", "??????"),
    ])
  func keepsWhatItCan(text: String, expected: String) {
    let shown = SafeText(text).string.unicodeScalars.filter { DisplayWidth.columns(of: $0) > 0 }
    #expect(String(decoding: shown.map { ASCIIFallback.byte(for: $0.value) }, as: UTF8.self) == expected)
  }

  @Test("shows in one column that something was cut, and never as the end of a sentence")
  func showsInOneColumnThatSomethingWasCutAndNeverAsTheEndOfASentence() {
    #expect(ASCIIFallback.byte(for: 0x2026) == UInt8(ascii: "~"))
  }
}
