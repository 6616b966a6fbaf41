import Foundation
import NewsroomTestSupport
import Testing

@testable import NewsroomModel

/// Texts that somebody might type, paste or be sent as a query. `NEWSROOM_FUZZ_SECONDS` and `NEWSROOM_FUZZ_SEED` make the test
/// longer or repeat it.
@Suite("Queries of any kind")
struct QueryFuzzTests {
  private static let pieces: [String] =
    [
      "visit", "unesco", "(", ")", "((", "\"", "\"\"", "-", "--", " OR ", " AND ", " NOT ", "OR", " ", "\t", "\n", ",",
      "~", "*", "2024", "2024-06", "-02-31", "99999999999999999999", ":", "::", "é", "e\u{301}", "高等", "التعليم", "हिन्दी",
      "\u{202E}", "\u{0}", "\u{200B}", "\u{FFFD}", "'", ";", "foo:bar", "👩‍🚀", "NEAR(", "^", "https://", "<b>", "\\", "%",
      "_", "\r\n", "\u{748}", "\u{600}", "\"\u{301}", "~\u{301}",
    ] + QueryField.allCases.map { $0.rawValue + ":" }

  @Test("are read, printed and read again as the same; what is said of them stands inside them")
  func areReadPrintedAndReadAgainAsTheSameWhatIsSaidOfThemStandsInsideThem() {
    var random = Fuzz.random(1)
    Fuzz.rounds(atLeast: 200) { check(Self.text(&random)) }
  }

  @Test(
    "are the same read again where marks and joiners stand on the signs of the language",
    arguments: [
      "2ht\u{FFFD}\"\"\"\"\"\u{748}37", "\"a \"\"\u{301}b\"", "org:~\u{301}x", "org:\"~\u{301}x\"", "x\u{600}* y",
      "\u{600}** z",
      "-\u{301}a", "(\u{301}a)\u{301}", "a OR\u{301} b", "org:a,\u{301}b", "x\u{200D}*",
    ])
  func areTheSameReadAgainWhereMarksAndJoinersStandOnTheSignsOfTheLanguage(text: String) { check(text) }

  private static func text(_ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...16, using: &random)).map { _ in
      if Int.random(in: 0..<8, using: &random) > 0 { return pieces.randomElement(using: &random) ?? "" }
      return Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random)).map { String($0) } ?? ""
    }.joined()
  }

  private func check(_ text: String) {
    let query = Query(text)
    let printed = query.description
    #expect(Query(printed).root == query.root, "\(text.debugDescription) → \(printed.debugDescription)")
    #expect(Query(printed).description == printed, "\(text.debugDescription)")
    let length = text.utf8.count
    #expect(
      query.problems.allSatisfy { $0.range.lowerBound >= 0 && $0.range.upperBound <= length && !$0.message.isEmpty },
      "\(text.debugDescription)")
    for field in [QueryField.org, .person] {
      let chosen = query.including(field, "a b")
      #expect(Query(chosen.description).values(of: field).included.contains("a b"), "\(text.debugDescription)")
    }
  }

  @Test(
    "cost time that grows with their length alone",
    arguments: ["a ", "a OR ", "(", ")", "-", "\"", "\"a\" ", "org:a ", "org:a,", ",", "*", "~", ":", "高", "(a OR b) "])
  func costTimeThatGrowsWithTheirLengthAlone(unit: String) {
    #expect(Growth.isLinear(unit, from: 500) { _ = Query($0).description })
  }
}
