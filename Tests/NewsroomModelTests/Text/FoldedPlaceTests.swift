import Testing

@testable import NewsroomModel

@Suite("Where words stand in a text")
struct FoldedPlaceTests {
  @Test(
    "They begin a word, after any sign, and those of a phrase follow one another",
    arguments: [
      ("educ", "Higher education", "educ"), ("cation", "Higher education", nil),
      ("education", "“Éducation”", "Éducation"),
      ("education", "reeducation – education", "education"), ("образование", "«Образование»", "Образование"),
      ("higher education", "higher school, higher-\u{A0}Education", "higher-\u{A0}Education"),
      ("higher educ", "higher  —\n“education”", "higher  —\n“educ"), ("higher education", "highereducation", nil),
      ("higher education", "higher", nil), ("higher education", "higher ", nil), ("a b", "a c, a b", "a b"),
      ("高 等 教 育", "高等教育", "高等教育"), ("高 等 教 育", "高等教", nil), ("ab", "a", nil),
      ("高 等 教 育", "关于高等教育的", "高等教育"), ("高等教育", "关于高等教育的", "高等教育"), ("等 教", "高等、教育", "等、教"),
      ("ibe 教", "UNESCO-IBE教育", "IBE教"), ("2024", "in 12024 and 2024", "2024"),
      ("unesco-ichei", "UNESCO-ICHEI", "UNESCO-ICHEI"),
      ("", "text", nil), (" ", "a b", nil), ("text", "", nil), ("ss", "Straße ß", "ß"),
    ] as [(String, String, String?)])
  func theyBeginAWordAfterAnySignAndThoseOfAPhraseFollowOneAnother(phrase: String, text: String, expected: String?) {
    let folded = NormalizedText(text)
    let found = folded.place(of: phrase.utf8).map { range in
      let source = folded.sourceRange(of: range)
      return String(decoding: Array(text.utf8)[source], as: UTF8.self)
    }
    #expect(found == expected)
  }

  @Test("The next place is found from where the last one ended")
  func theNextPlaceIsFoundFromWhereTheLastOneEnded() {
    let text = NormalizedText("Visit, visits and a re-visit; revisit")
    let places = sequence(first: 0..<0) { text.place(of: "visit".utf8, from: $0.upperBound) }.dropFirst()
    #expect(places.map(\.lowerBound) == [0, 7, 23])
  }
}
