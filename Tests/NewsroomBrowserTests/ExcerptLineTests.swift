import Foundation
import NewsroomModel
import TerminalCells
import TerminalText
import Testing

@testable import NewsroomBrowser

@Suite("Why a row matched, where there is little room")
struct ExcerptLineTests {
  private func line(_ reason: String, highlighted words: [String], missing: [String]? = nil, width: Int) -> String {
    MatchReason(reason, words: words, missing: missing ?? words, theme: .mono).line(width: width).text.string
  }

  @Test(
    "The match is shown with as many whole words around it as fit, or characters where words are not parted",
    arguments: [
      (
        "… of the ministry's higher education lit by it and more …", 80,
        " … in text: “… of the ministry's higher education lit by it and more …”"
      ),
      (
        "… of the ministry's higher education lit by it and more …", 60,
        " … in text: “…ministry's higher education lit by it and…”"
      ),
      ("… of the ministry's higher education lit by it and more …", 39, " … in text: “…education lit by it and…”"),
      ("… of the ministry's higher education lit by it and more …", 19, " … in text: “…lit…”"),
      ("… of the ministry's higher education lit by it and more …", 18, " … “…lit by it…”"),
      ("联合国教科文组织高等教育lit创新中心", 29, " … in text: “…教育lit创新中…”"),
    ])
  func theMatchIsShownWithAsManyWholeWordsAroundItAsFitOrCharactersWhereWords(
    quoted: String, width: Int, expected: String
  ) {
    #expect(line("in text: “\(quoted)”", highlighted: ["lit"], width: width) == expected)
  }

  @Test("The words that name the place are not lit, and of those quoted the one shown is that which the row lacks")
  func theWordsThatNameThePlaceAreNotLitAndOfThoseQuotedTheOneShownIsThatWhich() {
    let reason = MatchReason(
      "in other names: “UNESCO Office Jakarta and Regional Bureau · Institute”", words: ["unesco", "i"], missing: ["i"],
      theme: .mono)
    let line = reason.line(width: 40)
    #expect(line.text.string == " … in other names: “…Bureau · Institute”")
    let highlighted = line.spans.filter { $0.style == Theme.mono.style(.match) }.map { line.text[$0.range].string }
    #expect(highlighted == ["I"])
  }

  private static let queries: [(ListKind, String)] = [
    (.organisations, "unesco i"), (.events, "micro"), (.articles, "ibe"), (.articles, "micro-certification"),
  ]

  @Test(
    "A row says why it matched with the match in sight, or shows its title alone", arguments: queries,
    [40, 80, 120, 200])
  func aRowSaysWhyItMatchedWithTheMatchInSightOrShowsItsTitleAlone(asked: (list: ListKind, query: String), columns: Int)
    throws
  {
    let sample = try SampleNewsroom.shared.get()
    var robot = Robot(columns: columns, rows: columns == 40 ? 12 : 30, answer: sample.answer)
    robot.press(.character(Character("\(asked.list.tabNumber)")), "/")
    robot.type(asked.query)
    robot.press(.enter)
    let marks = [" … in text: ", " … in names: ", " … in other names: ", " … in people: ", " … in place: ", " … “"]
    let reasons = robot.screen.compactMap { row in
      marks.compactMap { row.range(of: $0) }.first.map { String(row[$0.lowerBound...].prefix { $0 != "│" }) }
    }
    #expect(!robot.text.contains(": …") && !robot.text.contains("……"))
    #expect(columns == 40 || !reasons.isEmpty || robot.state.list?.rows.contains { $0.match != nil } == false)
    let words = robot.state.list?.highlights ?? []
    for reason in reasons {
      let quoted = reason.split(separator: "“", maxSplits: 1).dropFirst().first ?? ""
      #expect(quoted.contains("”"), "\(reason)")
      #expect(!Highlighting.ranges(of: words, in: SafeText(quoted)).isEmpty, "\(reason)")
    }
  }
}

extension ListKind {
  fileprivate var tabNumber: Int { (ListKind.allCases.firstIndex(of: self) ?? 0) + 1 }
}
