import TerminalCells
import TerminalText
import Testing

@testable import NewsroomBrowser

@Suite("Why a row matched, where there is little room")
struct ExcerptLineTests {
  @Test(
    "What stands before the match begins with a whole word, or anywhere where words are not parted",
    arguments: [
      ("the ministry's higher education ", 76, "in text: …higher education lit"),
      ("the ministry's higher education ", 44, "in text: …lit"),
      ("of the UNESCO-ICHEI ", 37, "in text: …lit"),
      ("联合国教科文组织高等教育创新中心", 28, "in text: …创新中心lit"),
    ])
  func wholeWords(before: String, width: Int, expected: String) {
    var text = StyledText(SafeText("in text: “" + before), style: Theme.mono.style(.plain))
    text.append(SafeText("lit"), style: Theme.mono.style(.match))
    text.append(SafeText(String(repeating: " and more", count: 20)), style: Theme.mono.style(.plain))
    let line = text.lineShowingMatch(width: width).text.string
    #expect(line.hasPrefix(expected), "\(line)")
  }
}
