import NewsroomBrowser
import NewsroomModel
import TerminalCells
import Testing

@Suite("The place of a problem")
struct PlaceUpdateTests {
  private func robot(_ filter: String = "", columns: Int = 80, rows: Int = 24) throws -> Robot {
    var robot = Robot(columns: columns, rows: rows, answer: try SampleNewsroom.broken.get().answer)
    robot.press("!")
    if !filter.isEmpty {
      robot.press("/")
      robot.type(filter)
      robot.press(.enter)
    }
    return robot
  }

  @Test("Enter shows the lines of the file with a mark under the column; Esc goes back")
  func enterShowsTheLinesOfTheFileWithAMarkUnderTheColumnEscGoesBack() throws {
    var robot = try robot("bne")
    robot.press(.enter)
    let rows = robot.screen
    let marked = try #require(rows.firstIndex { $0.hasPrefix(" 2 │ ") })
    #expect(rows[1].contains("articles/a.json:2:83 · warning NR302 · /0/people/2/literal"))
    #expect(rows[2] == " Unknown person \"bne\"; did you mean \"ben\"?")
    let column = try #require(rows[marked + 1].firstIndex(of: "^"))
    let below = rows[marked].index(
      rows[marked].startIndex, offsetBy: rows[marked + 1].distance(from: rows[marked + 1].startIndex, to: column))
    #expect(rows[marked][below...].hasPrefix("\"bne\""))
    robot.press(.escape)
    #expect(robot.state.problemsScreen?.selected?.pointer == "/0/people/2/literal")
  }

  @Test("e opens the editor at the line, in the list and at the place")
  func eOpensTheEditorAtTheLineInTheListAndAtThePlace() throws {
    var robot = try robot("bne")
    robot.press("e")
    #expect(robot.outside.last == .editFile(path: "articles/a.json", line: 2))
    robot.press(.enter, "e")
    #expect(robot.outside.last == .editFile(path: "articles/a.json", line: 2))
    #expect(robot.outside.count == 2)
  }

  @Test("J and K go through the problems, to the ends and no further, and the list follows")
  func jAndKGoThroughTheProblemsToTheEndsAndNoFurtherAndTheListFollows() throws {
    var robot = try robot()
    robot.press(.enter, "K")
    #expect(robot.screen.last == " This is the first problem.")
    var seen = [try #require(robot.state.placeScreen?.problem)]
    let total = try #require(robot.state.placeScreen?.total)
    for _ in 1..<total {
      robot.press("J")
      seen.append(try #require(robot.state.placeScreen?.problem))
    }
    #expect(Set(seen).count == total)
    robot.press("J")
    #expect(robot.screen.last == " This is the last problem.")
    robot.press("K", "q")
    #expect(robot.state.problemsScreen?.selected == seen[total - 2])
  }

  @Test("From what could be read in part one comes to its page and back")
  func fromWhatCouldBeReadInPartOneComesToItsPageAndBack() throws {
    var robot = try robot("NR201")
    robot.press(.enter, .enter)
    #expect(robot.state.record?.address == RecordAddress(.delegation, "d"))
    robot.press("q")
    #expect(robot.state.placeScreen?.problem.code == .missingKey)
  }

  @Test("Where nothing could be read there is no page, and it is said")
  func whereNothingCouldBeReadThereIsNoPageAndItIsSaid() throws {
    var robot = try robot("latin1")
    robot.press(.enter, .enter)
    #expect(robot.text.contains("The record could not be read."))
  }

  @Test("A problem that is mended while one looks at it says so, and its lines are read again")
  func aProblemThatIsMendedWhileOneLooksAtItSaysSoAndItsLinesAreReadAgain() throws {
    var robot = try robot("bne")
    robot.press(.enter)
    let problem = try #require(robot.state.placeScreen?.problem)
    let effects = robot.state.update(.updateFinished(changed: true))
    #expect(effects.contains(.ask(.readPlace(problem))))
    let excerpt = FileExcerpt(lines: [FileExcerpt.Line(number: 1, text: "[]")], markedLine: 0)
    robot.give(.placeRead(problem, ProblemContext(excerpt: excerpt, isThere: false)))
    #expect(robot.text.contains("Fixed, or moved elsewhere."))
  }

  @Test(
    "Escape sequences, wide and joined characters in the file are harmless, and the mark stands under its character")
  func escapeSequencesWideAndJoinedCharactersInTheFileAreHarmlessAndTheMark() throws {
    var robot = try robot("bne", columns: 60)
    robot.press(.enter)
    let problem = try #require(robot.state.placeScreen?.problem)
    for (before, columns) in [
      ("\u{1B}[2J高等", 8), ("e\u{301}\u{202E}x", 2), (String(repeating: "w", count: 500), nil as Int?),
    ] {
      let line = FileExcerpt.Line(number: 7, text: before + "HERE\u{7}")
      let excerpt = FileExcerpt(lines: [line], markedLine: 0, markOffset: before.utf8.count)
      robot.give(.placeRead(problem, ProblemContext(excerpt: excerpt)))
      let rows = robot.screen
      let row = try #require(rows.firstIndex { $0.hasPrefix(" 7 │ ") })
      #expect(!rows[row].unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
      let frame = robot.state.draw()
      let mark = try #require((0..<60).first { frame.grid[$0, row + 1].text == "^" })
      #expect(frame.grid[mark, row].text == "H", "\(before)")
      if let columns { #expect(mark == 5 + columns, "\(before)") }
    }
  }
}
