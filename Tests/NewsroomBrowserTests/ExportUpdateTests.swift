import NewsroomBrowser
import NewsroomModel
import TerminalCells
import Testing

@Suite("Writing to a file")
struct ExportUpdateTests {
  /// Takes the name that is there away and types another.
  private func name(_ robot: inout Robot, _ text: String) {
    robot.press(.control("u"))
    robot.type(text)
    robot.press(.enter)
  }

  @Test("x writes the list as it is filtered, under a name that can be changed")
  func xWritesTheListAsItIsFilteredUnderANameThatCanBeChanged() {
    var robot = Robot()
    robot.press("/")
    robot.type("ibe")
    robot.press(.enter, "x")
    #expect(robot.screen[22].contains("The file extension sets the format: .csv, .json, .jsonl, .md or .txt."))
    #expect(robot.screen[23] == " Export 4 rows to: articles.csv")
    name(&robot, "ibe.json")
    #expect(robot.effects == [.export(ExportRequest(.list(ListRequest(.articles, query: "ibe")), path: "ibe.json"))])
    #expect(robot.text.contains("writing"))
  }

  @Test("Marked rows are written instead of the list, and an open page alone")
  func markedRowsAreWrittenInsteadOfTheListAndAnOpenPageAlone() {
    var robot = Robot()
    robot.press("j", "m", "x")
    #expect(robot.screen[23].hasPrefix(" Export 1 marked to: articles.csv"))
    robot.press(.enter)
    #expect(
      robot.effects == [.export(ExportRequest(.records([RecordAddress(.article, "urn:1")]), path: "articles.csv"))])
    robot.give(.exportFinished("Wrote 1 record to /tmp/articles.csv."))
    #expect(robot.text.contains("Wrote 1 record to /tmp/articles.csv."))
    robot.press(.enter, "x")
    #expect(robot.screen[23] == " Export page to: visit-to-ibe.md")
    robot.press(.enter)
    #expect(
      robot.effects == [.export(ExportRequest(.record(RecordAddress(.article, "urn:2")), path: "visit-to-ibe.md"))])
  }

  @Test(
    "The name for a page is as many of the first words as fit, none behind one left out, and ends in no article",
    arguments: [
      (
        "UNESCO-ICHEI delegation visits the UNESCO International Bureau of Education",
        "unesco-ichei-delegation-visits"
      ),
      ("Visit of the Bureau", "visit-of-the-bureau"), ("What it is made of", "what-it-is-made-of"),
      ("…", "article"), (String(repeating: "高", count: 50), String(repeating: "高", count: 40)),
    ])
  func theNameForAPageIsAsManyOfTheFirstWordsAsFitNoneBehindOneLeftOutAndEndsIn(title: String, name: String) {
    var robot = Robot { effect in
      guard case .ask(.openRecord(let address)) = effect else { return SmallNewsroom().answer(effect) }
      return .recordOpened(address, RecordPage(address: address, title: title))
    }
    robot.press(.enter, "x", .enter)
    let article = RecordAddress(.article, "urn:0")
    #expect(robot.effects == [.export(ExportRequest(.record(article), path: name + ".md"))])
  }

  @Test("A name that will not do stands there again with the reason, to be mended")
  func aNameThatWillNotDoStandsThereAgainWithTheReasonToBeMended() {
    var robot = Robot()
    robot.press("x", .enter)
    let order = ExportRequest(.list(ListRequest(.articles)), path: "articles.csv")
    robot.give(.exportRefused(order, "/tmp/articles.csv is there already."))
    #expect(robot.screen[22].contains("/tmp/articles.csv is there already."))
    #expect(robot.screen[23] == " Export 30 rows to: articles.csv")
    name(&robot, "other.csv")
    #expect(robot.effects == [.export(ExportRequest(.list(ListRequest(.articles)), path: "other.csv"))])
  }

  @Test("Whoever went on before a file was refused is told why and goes on, since the name would be for something else")
  func whoeverWentOnBeforeAFileWasRefusedIsToldWhyAndGoesOnSinceTheNameWouldBe() {
    var robot = Robot()
    robot.press("x", .enter, .enter)
    let order = ExportRequest(.list(ListRequest(.articles)), path: "articles.csv")
    robot.give(.exportRefused(order, "No space left on device."))
    #expect(robot.state.prompt == nil)
    #expect(robot.text.contains("No space left on device."))
    robot.press("x")
    #expect(robot.screen[23] == " Export page to: visit-to-ibe.md")
  }

  @Test("Marked rows can be written, copied and opened where the filter shows no row")
  func markedRowsCanBeWrittenCopiedAndOpenedWhereTheFilterShowsNoRow() {
    var robot = Robot { effect in
      guard case .ask(.fetchRows(let request, _)) = effect, !request.query.isEmpty else {
        return SmallNewsroom().answer(effect)
      }
      return .rowsFetched(ListPage(request: request, start: 0, rows: [], total: 0))
    }
    robot.press("m", "/")
    robot.type("zebra")
    robot.press(.enter)
    #expect(robot.text.contains("No articles match."))
    robot.press("Y")
    #expect(robot.effects.contains(.copy("urn:0")))
    robot.press("o")
    #expect(robot.effects == [.ask(.findSources([RecordAddress(.article, "urn:0")]))])
    robot.press("x", .enter)
    #expect(
      robot.effects == [.export(ExportRequest(.records([RecordAddress(.article, "urn:0")]), path: "articles.csv"))])
    robot.give(.exportFinished("Wrote 1 record."))
    robot.press("U", "x")
    #expect(robot.text.contains("There is nothing to export."))
  }

  @Test("Progress is shown, a second file waits, Esc stops the first, and one can walk on meanwhile")
  func progressIsShownASecondFileWaitsEscStopsTheFirstAndOneCanWalkOnMeanwhile() {
    var robot = Robot()
    robot.press("x", .enter)
    robot.give(.exportProgressed(ExportProgress(done: 1_200, total: 50_000)))
    #expect(robot.screen[23].hasSuffix("writing 1,200 of 50,000, Esc stops"))
    robot.press("j", .enter, "x")
    #expect(robot.text.contains("An export is running; Esc cancels it."))
    robot.press(.escape)
    #expect(robot.effects.contains(.cancelExport))
    robot.give(.exportFinished("Stopped; there is no file."))
    #expect(!robot.text.contains("writing"))
    robot.press("x", .escape)
    #expect(robot.state.prompt == nil)
    #expect(robot.state.export == nil)
  }

  @Test("In the facet pane x leaves a value out, as before")
  func inTheFacetPaneXLeavesAValueOutAsBefore() {
    var robot = Robot()
    robot.press("f", "x")
    #expect(robot.state.prompt == nil)
    #expect(robot.state.list?.request.query == "-org:unesco")
  }
}
