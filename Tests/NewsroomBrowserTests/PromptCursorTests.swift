import NewsroomBrowser
import NewsroomModel
import TerminalCells
import TerminalText
import Testing

/// The hardware cursor stands on the cell of the character before which typing inserts, or behind the last one.
@Suite("The cursor in a line being typed")
struct PromptCursorTests {
  private static let start = 3

  private func robot(_ text: String, left: Int = 0, columns: Int = 100) -> Robot {
    var robot = Robot(columns: columns, rows: 30)
    robot.press("/")
    robot.type(text)
    for _ in 0..<left { robot.press(.left) }
    return robot
  }

  /// What stands on the query's row from the place where it is typed, and the cursor's column counted from there.
  private func line(_ robot: Robot) throws -> (text: String, cursor: Int) {
    let frame = robot.state.draw()
    let cursor = try #require(frame.cursor)
    #expect(cursor.row == 1)
    let cells = (Self.start..<Self.start + 30).map { frame.grid[$0, 1].text }
    return (String(cells.joined().reversed().drop { $0 == " " }.reversed()), cursor.column - Self.start)
  }

  @Test(
    "stands where the next letter goes, in text of either direction",
    arguments: [
      ("abc", 0, "abc", 3), ("abc", 2, "abc", 1), ("中文", 1, "中文", 2),
      // What is typed next in Arabic stands to the left of all, where a cell is kept for it.
      ("شبكة", 0, " ةكبش", 0), ("شبكة", 1, " ةكبش", 1), ("شبكة", 4, " ةكبش", 4),
      // An English word within an Arabic line, and the Arabic after it.
      ("شبكة IBE", 0, " IBE ةكبش", 0), ("شبكة IBE", 3, " IBE ةكبش", 1), ("شبكة IBE", 1, " IBE ةكبش", 3),
      // A line of fields is set from the left; the cursor goes leftwards through the Arabic in it.
      ("lang:ar שלום", 0, "lang:ar םולש", 12), ("lang:ar שלום", 1, "lang:ar םולש", 8),
      ("lang:ar שלום", 4, "lang:ar םולש", 11), ("lang:ar שלום", 5, "lang:ar םולש", 7),
    ])
  func standsWhereTheNextLetterGoesInTextOfEitherDirection(text: String, left: Int, shown: String, cursor: Int) throws {
    let seen = try line(robot(text, left: left))
    #expect(seen.text == shown && seen.cursor == cursor, "\(seen)")
  }

  @Test("The cell under the cursor is that of the letter before which typing inserts", arguments: 1...7)
  func theCellUnderTheCursorIsThatOfTheLetterBeforeWhichTypingInserts(left: Int) throws {
    let text = "abc שלום".map { $0 }
    let robot = robot(String(text), left: left)
    let frame = robot.state.draw()
    let cursor = try #require(frame.cursor)
    #expect(frame.grid[cursor.column, cursor.row].text == String(text[text.count - left]))
  }

  @Test(
    "Words are walked over and deleted with Alt and Ctrl, as in a shell",
    arguments: [
      ([.alt("b")], "lang:en higher education", 15),
      ([.alt("b"), .alt("b"), .alt("b")], "lang:en higher education", 5),
      ([.controlLeft, .altLeft], "lang:en higher education", 8),
      ([.home, .alt("f")], "lang:en higher education", 4),
      ([.home, .controlRight, .altRight], "lang:en higher education", 7),
      ([.altBackspace], "lang:en higher ", 15), ([.altBackspace, .altBackspace], "lang:en ", 8),
      ([.home, .alt("d")], ":en higher education", 0), ([.home, .alt("d"), .alt("d")], " higher education", 0),
      ([.home, .altBackspace, .alt("b")], "lang:en higher education", 0),
      ([.alt("d"), .alt("f")], "lang:en higher education", 24),
    ] as [([Key], String, Int)])
  func wordsAreWalkedOverAndDeletedWithAltAndCtrlAsInAShell(keys: [Key], text: String, cursor: Int) {
    var robot = robot("lang:en higher education")
    keys.forEach { robot.press($0) }
    #expect(robot.state.prompt?.text == text && robot.state.prompt?.cursor == cursor)
    #expect(robot.state.list?.request.query == text)
  }

  @Test("A key held with Alt that means nothing leaves a line as it is, and gives no command outside")
  func aKeyHeldWithAltThatMeansNothingLeavesALineAsItIsAndGivesNoCommandOutside() {
    var robot = robot("abc def")
    robot.press(.alt("q"), .alt("x"), .alt("Q"))
    #expect(robot.state.prompt?.text == "abc def")
    robot.press(.enter, .alt("q"))
    #expect(!robot.outside.contains(.quit))
    #expect(robot.state.notice?.message == "Alt-q does nothing here. Press ? for the keys.")
    robot.press(":", .alt("q"))
    #expect(robot.state.palette?.line.text == "")
  }

  @Test(
    "A line longer than its place scrolls with the cursor, and nothing spills out of it",
    arguments: ["שלום ", "中文 ", "word "])
  func aLineLongerThanItsPlaceScrollsWithTheCursorAndNothingSpillsOutOfIt(word: String) throws {
    var robot = robot(String(repeating: word, count: 30), columns: 60)
    for _ in 0..<150 {
      let frame = robot.state.draw()
      let cursor = try #require(frame.cursor)
      #expect(cursor.row == 1 && (Self.start..<60).contains(cursor.column))
      #expect(frame.grid[Self.start - 1, 1].text == " ")
      robot.press(.left)
    }
    // At its start; a line from right to left is then scrolled to its other end.
    #expect(try (line(robot).cursor > 20) == (word == "שלום "))
  }
}
