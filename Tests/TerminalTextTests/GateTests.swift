import TerminalText
import Testing

@Suite("The gate for untrusted text")
struct GateTests {
  @Test(
    "shows, removes or replaces what must not reach a terminal",
    arguments: [
      ("plain ASCII ~", "plain ASCII ~"), ("é 中文 العربية", "é 中文 العربية"),
      // Controls are shown.
      ("a\u{1B}[31mb", "a␛[31mb"), ("a\u{07}\u{00}\u{7F}", "a␇␀␡"), ("a\tb\nc\r", "a␉b␊c␍"),
      ("a\u{9B}31m", "a\u{FFFD}31m"),
      ("a\u{85}b\u{2028}c", "a\u{FFFD}b␤c"),
      // What steers or hides is removed.
      ("a\u{202E}b\u{2066}c\u{2069}\u{200F}\u{061C}d", "abcd"), ("a\u{200B}b\u{2060}c\u{FEFF}d\u{034F}", "abcd"),
      ("🏴\u{E0067}\u{E0062}\u{E007F}", "🏴"), ("a\u{180E}\u{180B}b", "ab"),
      // What has no agreed look is replaced.
      ("a\u{E000}b\u{FFF9}c\u{FFF7}d\u{10FFFF}e\u{0378}", "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}e\u{FFFD}"),
      ("a\u{3164}\u{115F}b", "a␣␣b"),
      // Emoji are taken apart.
      ("👨\u{200D}👩\u{200D}👧", "👨👩👧"), ("1\u{FE0F}\u{20E3}", "1\u{20E3}"), ("❤\u{FE0F}", "❤"), ("🇨🇭!", "CH!"),
      ("👍🏽 🏽", "👍 ■"),
      // Joiners stay where scripts spell with them.
      ("می\u{200C}خواهم", "می\u{200C}خواهم"), ("क्\u{200D}ष", "क्\u{200D}ष"), ("a\u{200D}b\u{200C}", "ab"),
      ("می\u{200C} x", "می x"),
      // Marks have a base, and not too many of them.
      ("\u{301}a", "◌\u{301}a"), ("e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}x", "e\u{301}\u{302}\u{303}\u{304}x"),
      ("a\u{AD}\u{301}", "a\u{301}"), ("a\u{AD} b \u{AD}c\u{AD}\u{200B}d", "a b c\u{AD}d"),
      ("می\u{200D}\u{07FE}\u{FBC3}", "می\u{07FE}\u{FFFD}"), ("\u{AD}a\u{AD}\u{AD}b\u{AD}", "a\u{AD}b"),
    ])
  func showsRemovesOrReplacesWhatMustNotReachATerminal(untrusted: String, safe: String) {
    #expect(Array(SafeText(untrusted).string.unicodeScalars) == Array(safe.unicodeScalars))
  }

  @Test("repairs bytes that are no UTF-8")
  func repairsBytesThatAreNoUTF8() {
    #expect(SafeText(String(decoding: [0x61, 0xFF, 0x1B, 0xC3, 0x62], as: UTF8.self)).string == "a\u{FFFD}␛\u{FFFD}b")
  }

  @Test("keeps line breaks of every kind as line feeds where it is asked to")
  func keepsLineBreaksOfEveryKindAsLineFeedsWhereItIsAskedTo() {
    let text = SafeText(multiline: "a\r\nb\rc\nd\u{85}e\u{2028}f\u{2029}g\th\u{0B}i")
    #expect(text.string == "a\nb\nc\nd\ne\nf\ng h␋i")
    #expect(text.width == "abcdefg h␋i".count)
  }

  @Test(
    "lets its own output through unchanged",
    arguments: ["a\u{1B}é\u{301}\u{302}", "\u{301}", "क्\u{200D}ष", "a\u{AD}b", "🇨🇭👍🏽"])
  func letsItsOwnOutputThroughUnchanged(untrusted: String) {
    let once = SafeText(untrusted)
    #expect(SafeText(once.string) == once)
  }

  @Test("makes texts that can be joined and cut without another look")
  func makesTextsThatCanBeJoinedAndCutWithoutAnotherLook() {
    let text = SafeText("ab") + "中" + SafeText("\u{301}")
    #expect(text.string == "ab中◌\u{301}" && text.width == 5 && text.count == 10)
    #expect(text[2..<5].string == "中")
    #expect(SafeText("abc")[1..<2].isPlainASCII && SafeText("é中x")[5..<6].isPlainASCII)
  }
}
