import Foundation
import NewsroomTestSupport
import Testing

@Suite("Changes on disk reach the screen", .serialized)
struct LiveTests {
  private let data: DataFolder

  init() throws { data = try DataFolder() }

  private static let headline = "UNESCO-ICHEI delegation visits"

  @Test("A new file appears in the list, and goes again")
  func aNewFileAppearsInTheListAndGoesAgain() throws {
    let visitor = try data.visitor()
    try visitor.see("1 Articles 1")
    try data.write(DataFolder.article("new", "Something new"), to: "articles/2025/january/new.json")
    try visitor.see("Something new")
    try visitor.see("1 Articles 2")
    try data.delete("articles/2025")
    try visitor.terminal.waitUntil("one article") { $0.contains("1 Articles 1") && !$0.contains("Something new") }
  }

  @Test("The cursor stays on its article when others come before it")
  func theCursorStaysOnItsArticleWhenOthersComeBeforeIt() throws {
    let visitor = try data.visitor()
    try visitor.see(Self.headline)
    try data.write(DataFolder.article("new", "Something new"), to: "articles/new.json")
    try visitor.see("Something new")
    // The cursor moves after the rows are written.
    try visitor.terminal.waitUntil("the cursor on its article") { _ in
      try visitor.focusedRow().contains(Self.headline)
    }
  }

  @Test("The brackets read on from the article being read, also when others came before it")
  func theBracketsReadOnFromTheArticleBeingReadAlsoWhenOthersCameBeforeIt() throws {
    let first = DataFolder.article("a", "The first one", body: "Read first.", date: "2020-01-02")
    try data.write(first, to: "articles/a.json")
    try data.write(DataFolder.article("b", "The second", body: "Below.", date: "2020-01-01"), to: "articles/b.json")
    let visitor = try data.visitor()
    try visitor.see("1 Articles 3")
    try visitor.go(to: "The first one")
    try visitor.press("Enter")
    try visitor.see("‹ Articles")
    try data.write(DataFolder.article("c", "Between", body: "Above.", date: "2020-01-03"), to: "articles/c.json")
    try data.write(first.replacing("Read first.", with: "Read again."), to: "articles/a.json")
    try visitor.see("Read again.")
    try visitor.press("]")
    try visitor.see("Below.")
    try visitor.press("[")
    try visitor.see("Read again.")
    try visitor.press("[")
    try visitor.see("Above.")
    try visitor.press("q")
    try visitor.see("1 Articles 4")
    try visitor.terminal.waitUntil("the cursor on the article last read") { _ in
      try visitor.focusedRow().contains("Between")
    }
  }

  @Test("An edited headline changes in the list and in the open reader")
  func anEditedHeadlineChangesInTheListAndInTheOpenReader() throws {
    let visitor = try data.visitor()
    try visitor.see(Self.headline)
    try data.replace(Self.headline, with: "A headline mended", in: DataFolder.visit)
    try visitor.see("A headline mended")
    try visitor.press("Enter")
    try visitor.see("‹ Articles")  // The preview shows the same text.
    try visitor.see("founded in Geneva")
    try data.replace("A headline mended", with: "And mended again", in: DataFolder.visit)
    let screen = try visitor.see("And mended again")
    #expect(screen.contains("founded in Geneva"))
  }

  @Test("A deleted article being read says so and stays, until it comes back")
  func aDeletedArticleBeingReadSaysSoAndStaysUntilItComesBack() throws {
    let visitor = try data.visitor()
    try visitor.see(Self.headline)
    try visitor.press("Enter")
    try visitor.see("‹ Articles")  // The preview shows the same text.
    try visitor.see("founded in Geneva")
    let text = try String(contentsOfFile: data.path + "/" + DataFolder.visit, encoding: .utf8)
    try data.delete(DataFolder.visit)
    let screen = try visitor.see("deleted on disk")
    #expect(screen.contains("founded in Geneva"))
    try data.write(text, to: DataFolder.visit)
    try visitor.terminal.waitUntil("the article back") {
      !$0.contains("deleted on disk") && $0.contains("founded in Geneva")
    }
  }

  @Test("A record whose file is broken while it is read is not called deleted, and ! leads to what is wrong")
  func aRecordWhoseFileIsBrokenWhileItIsReadIsNotCalledDeletedAndLeadsToWhatIs() throws {
    let visitor = try data.visitor()
    try visitor.see(Self.headline)
    try visitor.press("Enter")
    try visitor.see("‹ Articles")
    try visitor.see("founded in Geneva")
    try data.write(#"{ "uri": "https://eng"#, to: DataFolder.visit)
    let screen = try visitor.see("can no longer be read")
    #expect(screen.contains("founded in Geneva") && !screen.contains("deleted"))
    try visitor.press("!")
    try visitor.see("NR103")
  }

  @Test("A broken file is counted and named with its place, and both go when it is mended")
  func aBrokenFileIsCountedAndNamedWithItsPlaceAndBothGoWhenItIsMended() throws {
    let visitor = try data.visitor()
    try visitor.see("1 Articles 1")
    try data.write("{\"uri\": \"urn:b\",\n \"headlines\": [,]}", to: "articles/b.json")
    try visitor.see("! 1 problem")
    try visitor.press("!")
    try visitor.see("articles/b.json:2:16: error NR103")
    try data.write(DataFolder.article("b", "Mended"), to: "articles/b.json")
    try visitor.see("No problems found.")
    try visitor.press("q")
    let screen = try visitor.see("Mended")
    #expect(!screen.contains("problem"))
  }

  /// Writes twice.
  /// - Returns: whether the second time came while the file still counts as being written; on a busy machine it may not.
  private func isSoon(_ first: () throws -> Void, then second: () throws -> Void) rethrows -> Bool {
    let start = ContinuousClock.now
    try first()
    try second()
    return ContinuousClock.now - start < .milliseconds(300)
  }

  @Test("A file caught half-written is not called broken")
  func aFileCaughtHalfWrittenIsNotCalledBroken() throws {
    let visitor = try data.visitor()
    try visitor.see("1 Articles 1")
    let text = DataFolder.article("half", "In two halves")
    let wasSoon = try isSoon {
      try data.write(String(text.prefix(60)), to: "articles/half.json")
    } then: {
      try data.write(text, to: "articles/half.json")
    }
    // Every screen from now on until the whole is there.
    var screens: [String] = []
    try visitor.terminal.waitUntil("the whole") {
      screens.append($0)
      return $0.contains("In two halves")
    }
    #expect(!wasSoon || !screens.contains { $0.contains("problem") })
  }

  @Test("JSON Lines that stay open are seen growing; a line caught half-written is not called broken")
  func jsonLinesThatStayOpenAreSeenGrowingALineCaughtHalfWrittenIsNotCalled() throws {
    let visitor = try data.visitor()
    try visitor.see("1 Articles 1")
    try data.write("", to: "articles/log.jsonl")
    let file = try #require(FileHandle(forWritingAtPath: data.path + "/articles/log.jsonl"))
    for index in 1...3 {
      let line = DataFolder.article("line-\(index)", "Line number \(index)").replacing("\n", with: "") + "\n"
      var screens: [String] = []
      let wasSoon = try isSoon {
        try file.write(contentsOf: Data(line.utf8.prefix(50)))
      } then: {
        try file.write(contentsOf: Data(line.utf8.dropFirst(50)))
      }
      try visitor.terminal.waitUntil("the line") {
        screens.append($0)
        return $0.contains("Line number \(index)")
      }
      #expect(!wasSoon || !screens.contains { $0.contains("problem") })
    }
    try visitor.see("1 Articles 4")
    try file.close()
  }

  @Test("A newsroom that gets another name shows it in the title")
  func aNewsroomThatGetsAnotherNameShowsItInTheTitle() throws {
    let visitor = try data.visitor()
    try visitor.see("1 Articles 1")
    try data.write(#"{"name": "The Harbour Desk"}"#, to: "newsroom.json")
    try visitor.see("The Harbour Desk")
    try data.delete("newsroom.json")
    try visitor.see("Newsroom")
  }

  @Test("A problem opens at its place in the file; mended there, it says so and goes")
  func aProblemOpensAtItsPlaceInTheFileMendedThereItSaysSoAndGoes() throws {
    let visitor = try data.visitor()
    try visitor.see("1 Articles 1")
    try data.write(#"{"id": "x", "name": "X", "parent_id": "unesco-ibf"}"#, to: "organisations/x.json")
    try visitor.see("! 1 problem")
    try visitor.press("!")
    try visitor.see("NR301")
    try visitor.press("Enter")
    try visitor.see("1 │ {")
    try data.write(#"{"id": "x", "name": "X", "parent_id": "unesco-ibe"}"#, to: "organisations/x.json")
    try visitor.see("Fixed, or moved elsewhere.")
    try visitor.press("Escape")
    try visitor.see("No problems found.")
  }

  @Test("A folder moved away and back takes its articles with it")
  func aFolderMovedAwayAndBackTakesItsArticlesWithIt() throws {
    let visitor = try data.visitor()
    try visitor.see("1 Articles 1")
    try FileManager.default.moveItem(atPath: data.path + "/articles/2024", toPath: data.beside("2024"))
    try visitor.terminal.waitUntil("no article") { !$0.contains(Self.headline) }
    try FileManager.default.moveItem(atPath: data.beside("2024"), toPath: data.path + "/articles/moved")
    try visitor.see(Self.headline)
    try data.replace(Self.headline, with: "Edited where it is now", in: "articles/moved/ichei-942.json")
    try visitor.see("Edited where it is now")
  }

  @Test("Ten thousand articles are taken in while keys are answered")
  func tenThousandArticlesAreTakenInWhileKeysAreAnswered() throws {
    let visitor = try data.visitor()
    try visitor.see("1 Articles 1")
    let staging = data.beside("many")
    try FileManager.default.createDirectory(atPath: staging, withIntermediateDirectories: false)
    for index in 0..<2_500 {
      let lines = (0..<4).map { DataFolder.article("\(index)-\($0)", "Item").replacing("\n", with: "") }
      try Data("[\(lines.joined(separator: ","))]".utf8).write(to: URL(filePath: staging + "/\(index).json"))
    }
    try FileManager.default.moveItem(atPath: staging, toPath: data.path + "/articles/many")
    try visitor.press("?")
    try visitor.see("Help")
    try visitor.press("q")
    try visitor.terminal.waitUntil("all of them", seconds: 60) { $0.contains("1 Articles 10,001") }
  }
}
