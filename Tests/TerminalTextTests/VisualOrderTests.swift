import TerminalText
import Testing

@Suite("The order in which text is seen")
struct VisualOrderTests {
  private func seen(_ text: SafeText) -> String {
    String(text.visualUnits.map { Character(Unicode.Scalar($0.lanes[0]) ?? "?") })
  }

  @Test(
    "puts right-to-left words into the order of reading, numbers and foreign names kept",
    arguments: [
      ("plain", "plain"), ("שלום", "םולש"), ("abc שלום def", "abc םולש def"), ("שלום (abc) 12", "12 (abc) םולש"),
      ("6 يونيو 2024", "2024 وينوي 6"),
      ("גביע (עולם)", "(םלוע) עיבג"),
    ])
  func putsRightToLeftWordsIntoTheOrderOfReadingNumbersAndForeignNamesKept(written: String, expected: String) {
    #expect(seen(SafeText(written)) == expected)
  }

  @Test(
    "keeps the direction of the language that prevails in a paragraph",
    arguments: [
      ("«مرحبا» said the Director of the institute.", ReadingDirection.leftToRight),
      ("שלום is how the letter to the minister begins.", .leftToRight),
      ("UNESCO تنظم اجتماعا في مدينة باريس مع وزارة التعليم العالي", .rightToLeft),
      ("زيارة وفد المركز إلى UNESCO-IBE", .rightToLeft), ("abc שלום", .leftToRight),
    ])
  func keepsTheDirectionOfTheLanguageThatPrevailsInAParagraph(text: String, direction: ReadingDirection) {
    #expect(SafeText(text).visualOrder?.direction == direction)
  }

  @Test("leaves marks on their base")
  func leavesMarksOnTheirBase() {
    let units = SafeText("אָב").visualUnits
    #expect(units.map { $0.lanes[0] } == [0x5D1, 0x5D0] && units[1].lanes[1] == 0x5B8)
  }

  @Test("finds the levels in the paragraph, then orders each of its lines")
  func findsTheLevelsInTheParagraphThenOrdersEachOfItsLines() throws {
    let text = SafeText(multiline: "שלום abc def\nabc")
    let lines = text.lines(width: 9)
    let orders = text.visualOrders(ofLines: lines)
    #expect(lines.map { text[$0].string } == ["שלום abc", "def", "abc"])
    // The second line has Latin letters only, but its paragraph is set from the right.
    #expect(orders.map { $0?.direction } == [.rightToLeft, .rightToLeft, .leftToRight])
  }

  @Test("costs nothing for text that has no right-to-left letter", arguments: ["abc", "中文", "é", ""])
  func costsNothingForTextThatHasNoRightToLeftLetter(text: String) {
    #expect(SafeText(text).visualOrder == nil && !SafeText(text).needsOrdering)
  }

  @Test(
    "tells where a cursor stands",
    arguments: [
      ("abc", 1, 1), ("abc", 3, 3), ("中文", 3, 2), ("שלום", 0, 3), ("שלום", 6, 0), ("שלום", 8, 0), ("ab שלום", 3, 6),
      ("ab שלום", 11, 7),
    ])
  func tellsWhereACursorStands(text: String, offset: Int, column: Int) {
    #expect(SafeText(text).column(of: offset) == column)
  }
}
