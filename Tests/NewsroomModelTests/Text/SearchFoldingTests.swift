import NewsroomModel
import NewsroomTestSupport
import Testing

@Suite("Folding for search")
struct SearchFoldingTests {
  @Test(
    "Case and accents are nothing",
    arguments: [
      ("BI Xiaohan", "bi xiaohan"), ("Østtveit", "osttveit"), ("Éducation", "education"),
      ("E\u{301}ducation", "education"),
      ("STRASSE Straße", "strasse strasse"), ("Мария Алёшина", "мария алешина"), ("Йошкар", "йошкар"),
      ("ΑΘΉΝΑΣ αθήνας", "αθηνασ αθηνασ"), ("الأُمَم المتّحدة", "الامم المتحدة"), ("شـــكرا", "شكرا"),
      ("高等教育", "高等教育"), ("ＩＣＨＥＩ", "ichei"), ("ガ", "ガ"), ("Việt Nam", "viet nam"), ("🇨🇳 👩‍🏫", "🇨🇳 👩🏫"), ("ﬁnal", "final"),
      ("İstanbul ISPARTA ırmak", "istanbul isparta irmak"), ("", ""),
    ])
  func caseAndAccentsAreNothing(_ text: String, _ folded: String) {
    #expect(SearchNormalizer.fold(text) == folded)
    #expect(NormalizedText(text).text == folded)
  }

  @Test(
    "Texts that are canonically equal are folded alike, and signs of romanised Arabic are one",
    arguments: [
      ("и\u{306}ог", "йог"), ("Украі\u{308}на", "україна"), ("か\u{3099}く", "がく"), ("\u{1107}\u{1167}\u{11AB}구", "변구"),
      ("\u{1112}\u{1161}\u{11AB}", "한"), ("u\u{308}ber", "uber"), ("क\u{93C}", "\u{958}"), ("\u{F900}", "豈"),
      ("\u{2BF}Abd Qur\u{2BE}an", "'abd qur'an"), ("\u{308}\u{306}", ""),
    ])
  func textsThatAreCanonicallyEqualAreFoldedAlikeAndSignsOfRomanisedArabicAre(_ text: String, _ same: String) {
    #expect(SearchNormalizer.fold(text) == SearchNormalizer.fold(same))
    #expect(TextNormalizer.words(of: text) == TextNormalizer.words(of: same))
  }

  @Test(
    "Folding takes time that grows with the length alone",
    arguments: ["и\u{306}", "\u{308}", "\u{1161}", "a", "क\u{93C}"])
  func foldingTakesTimeThatGrowsWithTheLengthAlone(unit: String) {
    #expect(Growth.isLinear(unit, from: 500) { _ = (NormalizedText($0).text, TextNormalizer.words(of: $0)) })
  }

  @Test("Folding twice is folding once", arguments: ["Ægir Straße", "İ", "Ǆ", "ΐ", "أُ", "ｶﾞ"])
  func foldingTwiceIsFoldingOnce(_ text: String) {
    let once = SearchNormalizer.fold(text)
    #expect(SearchNormalizer.fold(once) == once)
  }

  @Test(
    "What is found is lit up in the source, accents and all",
    arguments: [
      ("Svein Østtveit", "osttveit", "Østtveit"), ("une E\u{301}cole", "ecole", "E\u{301}cole"),
      ("große Straße 1", "strass", "Straß"), ("große Straße 1", "strasse", "Straße"), ("高等教育", "教育", "教育"),
      ("الأُمَم المتّحدة", "الامم", "الأُمَم"), ("мои\u{306} дом", "мой", "мои\u{306}"), ("とか\u{3099}く", "が", "か\u{3099}"),
    ])
  func whatIsFoundIsLitUpInTheSourceAccentsAndAll(_ source: String, _ word: String, _ highlighted: String) throws {
    let folded = NormalizedText(source)
    let found = try #require(folded.text.firstRange(of: word))
    let utf8 = folded.text.utf8
    let range = folded.sourceRange(
      of: utf8.distance(
        from: utf8.startIndex, to: found.lowerBound)..<utf8.distance(from: utf8.startIndex, to: found.upperBound))
    #expect(String(decoding: Array(source.utf8)[range], as: UTF8.self) == highlighted)
  }
}
