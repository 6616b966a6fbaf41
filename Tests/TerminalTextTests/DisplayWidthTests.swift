import Glibc
import NewsroomTestSupport
import TerminalText
import Testing

@Suite("Display width")
struct DisplayWidthTests {
  @Test(
    "counts the columns that terminals agree on",
    arguments: [
      ("", 0), ("abc", 3), ("中文", 4), ("ｆｕｌｌ", 8), ("ﾊﾝ", 2), ("é", 1), ("e\u{301}", 1), ("中\u{308}", 2), ("각", 2),
      ("\u{1100}\u{1161}\u{11A8}", 2), ("ที่นี่", 2), ("กำ", 2), ("हिन्दी", 5), ("क्ष", 2), ("العَرَبِيَّة", 7), ("🙂", 2), ("🇨🇭", 2),
      ("👨‍👩‍👧", 6), ("1️⃣", 1), ("❤️", 1), ("👍🏽", 2), ("a\u{FFF7}b", 3), ("±§°", 3), ("①", 1), ("…—“”", 4),
      ("soft\u{AD}hyphen", 10),
      ("not broken\u{AD}", 10), ("⌚", 2), ("☃", 1), ("\u{3000}", 2), ("\u{1B}", 1),
    ])
  func countsTheColumnsThatTerminalsAgreeOn(text: String, width: Int) {
    let text = SafeText(text)
    #expect(text.width == width)
    #expect(text.units.reduce(0) { $0 + $1.columns } == width)
  }

  @Test(
    "truncates at whole characters and says so",
    arguments: [
      ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("abcdef", 1, "…"), ("abcdef", 0, ""), ("abc", -1, ""),
      ("中文字", 6, "中文字"),
      ("中文字", 5, "中文…"), ("中文字", 4, "中…"), ("中", 1, "…"), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"), ("क्षक्ष", 3, "क्ष…"),
      ("", 0, ""),
    ])
  func truncatesAtWholeCharactersAndSaysSo(text: String, width: Int, expected: String) {
    let cut = SafeText(text).truncated(toWidth: width)
    #expect(cut.string == expected && cut.width <= max(0, width))
  }

  @Test(
    "Names that begin alike can be cut in the middle, and no character is cut in two",
    arguments: [
      ("UNESCO Regional Office in Abuja", 31, "UNESCO Regional Office in Abuja"),
      ("UNESCO Regional Office in Abuja", 22, "UNESCO Regional …Abuja"), ("UNESCO Regional Office", 10, "UNESCO Re…"),
      ("Office for Transformation", 20, "Office for Tr…mation"),
      ("Office for Central  Asia", 20, "Office for Cent…Asia"),
      ("联合国教科文组织高等教育创新中心", 17, "联合国教科文…中心"),
    ])
  func namesThatBeginAlikeCanBeCutInTheMiddleAndNoCharacterIsCutInTwo(text: String, width: Int, wanted: String) {
    let cut = SafeText(text).truncatedInMiddle(toWidth: width)
    #expect(cut.string == wanted)
    #expect(cut.width <= width)
  }

  @Test("follows EastAsianWidth.txt", .enabled(if: UnicodeData.isInstalled, "needs Debian's unicode-data"))
  func followsEastAsianWidthTxt() throws {
    var (checked, wrong): (Int, [String]) = (0, [])
    for line in try UnicodeData.lines(of: "EastAsianWidth.txt") {
      let fields = line.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
      guard fields.count == 2, let range = UnicodeData.range(fields[0]) else { continue }
      for scalar in range.lazy.compactMap(Unicode.Scalar.init) where passes(scalar) {
        checked += 1
        let wide = fields[1] == "W" || fields[1] == "F"
        let width = DisplayWidth.columns(of: scalar)
        if DisplayWidthTests.wideAgainstTheTable.contains(where: { $0.contains(scalar.value) }) { continue }
        if width != 0 && width != (wide ? 2 : 1) { wrong.append(String(scalar.value, radix: 16)) }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(20))")
    #expect(checked > 140_000)
  }

  /// The C library, ncurses and tmux show them wide; for the hexagrams Unicode 16 says so too.
  private static let wideAgainstTheTable: [ClosedRange<UInt32>] = [0x3248...0x324F, 0x4DC0...0x4DFF]

  /// A scalar that the gate lets through as a base.
  private func passes(_ scalar: Unicode.Scalar) -> Bool {
    SafeText(String(scalar)).string.unicodeScalars.first == scalar
  }

  @Test(
    "gives every emoji of emoji-test.txt two columns, or one where it is a character of text",
    .enabled(if: UnicodeData.isInstalled, "needs Debian's unicode-data"))
  func givesEveryEmojiOfEmojiTestTxtTwoColumnsOrOneWhereItIsACharacterOfText() throws {
    var (checked, wrong): (Int, [String]) = (0, [])
    for line in try UnicodeData.lines(of: "emoji/emoji-test.txt") {
      let text = SafeText(UnicodeData.text(line.prefix { $0 != ";" }))
      checked += 1
      for unit in text.units where unit.columns != (isWideEmoji(unit.lanes[0]) ? 2 : 1) { wrong.append(text.string) }
      if text.width < 1 || text.units.reduce(0, { $0 + $1.columns }) != text.width { wrong.append(text.string) }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(20))")
    #expect(checked > 4_000)
  }

  private func isWideEmoji(_ value: UInt32) -> Bool {
    // Six emoji are East Asian characters in the first place, and wide as such.
    let eastAsian: Set<UInt32> = [0x3030, 0x303D, 0x3297, 0x3299, 0x1F202, 0x1F237]
    return Unicode.Scalar(value)?.properties.isEmojiPresentation ?? false || eastAsian.contains(value)
  }

  /// Characters of Unicode 15 are unknown to a C library of Unicode 14; the screen shows them as `?` there.
  @Test("agrees with the C library, and so with ncurses and tmux, about everything the C library knows")
  func agreesWithTheCLibraryAndSoWithNcursesAndTmuxAboutEverythingTheCLibrary() throws {
    typealias Width = @convention(c) (Int32) -> Int32
    setlocale(LC_CTYPE, "C.UTF-8")
    let symbol = try #require(dlsym(nil, "wcwidth"))
    let wcwidth = unsafeBitCast(symbol, to: Width.self)
    var (checked, wrong): (Int, [String]) = (0, [])
    for scalar in (UInt32(0x20)...0x3FFFF).lazy.compactMap(Unicode.Scalar.init) where passes(scalar) {
      let width = Int(wcwidth(Int32(scalar.value)))
      if width < 0 { continue }
      checked += 1
      if width != DisplayWidth.columns(of: scalar) { wrong.append(String(scalar.value, radix: 16) + ":\(width)") }
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(60))")
    #expect(checked > 140_000)
  }
}
