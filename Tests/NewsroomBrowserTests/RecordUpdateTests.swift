import NewsroomBrowser
import NewsroomModel
import TerminalCells
import Testing

@Suite("Reading and walking")
struct RecordUpdateTests {
  @Test("Enter opens the row under the cursor")
  func enterOpensTheRowUnderTheCursor() {
    var robot = Robot()
    robot.press("j", .enter)
    #expect(robot.effects.contains(.ask(.openRecord(RecordAddress(.article, "urn:1")))))
    #expect(robot.text.contains("Three staff called on"))
  }

  @Test("Back restores query, cursor and scroll, and asks for nothing")
  func backRestoresQueryCursorAndScrollAndAsksForNothing() {
    var robot = Robot()
    robot.press("/")
    robot.type("x")
    robot.press(.enter, "j")
    let list = robot.state.list
    robot.press(.enter, "j", "j", "q")
    #expect(robot.effects.isEmpty)
    #expect(robot.state.list == list)
  }

  @Test("Forward puts the article on again with its scroll")
  func forwardPutsTheArticleOnAgainWithItsScroll() {
    var robot = Robot()
    robot.press(.enter, "j", "j", "j", "q", ">")
    #expect(robot.state.record?.scroll == 3)
  }

  @Test("A target has one number, in the panel and in the text")
  func aTargetHasOneNumberInThePanelAndInTheText() {
    var robot = Robot(columns: 120, rows: 30)
    robot.press(.enter)
    #expect(robot.text.contains("called on [2]UNESCO-IBE"))
    #expect(robot.text.contains("[2] UNESCO-IBE"))
  }

  @Test("A number follows its link at once when no second digit can follow")
  func aNumberFollowsItsLinkAtOnceWhenNoSecondDigitCanFollow() {
    var robot = Robot(columns: 120, rows: 30)
    robot.press(.enter, "1")
    #expect(robot.state.record?.address == RecordAddress(.person, "ji-lili"))
  }

  @Test("A number's time is its own: a notice that comes meanwhile leaves it to run out")
  func aNumbersTimeIsItsOwnANoticeThatComesMeanwhileLeavesItToRunOut() {
    let newsroom = SmallNewsroom()
    let address = RecordAddress(.article, "urn:0")
    var page = newsroom.page(address)
    page?.sections.append(
      PageSection(
        .articles, rows: (1...12).map { PageRow(target: .record(newsroom.row($0).address), label: "Article \($0)") }
      ))
    var robot = Robot(columns: 120, rows: 30) {
      if case .ask(.openRecord(address)) = $0 { .recordOpened(address, page) } else { newsroom.answer($0) }
    }
    robot.press(.enter, "1")
    #expect(robot.outside.last == .startTimer(.linkNumber(1), milliseconds: 500))
    robot.give(.failed("The web browser ended with status 3."))
    robot.give(.timerFired(.linkNumber(1)))
    #expect(robot.state.linkNumber == nil)
    #expect(robot.state.record?.address == RecordAddress(.person, "ji-lili"))
  }

  @Test("A page that comes again with more rows, because the data changed, still has a row for the keys")
  func aPageThatComesAgainWithMoreRowsBecauseTheDataChangedStillHasARowForThe() throws {
    var robot = Robot(columns: 120, rows: 30)
    robot.press(.enter, "1")
    #expect(robot.state.record?.focus != nil)
    let person = RecordAddress(.person, "ji-lili")
    var page = try #require(SmallNewsroom().page(person))
    page.sections.append(
      PageSection(.sources, rows: [PageRow(target: .url("https://example.org/943"), label: "example.org/943")]))
    robot.give(.recordOpened(person, page))
    #expect(robot.state.record?.focus != nil)
  }

  @Test("Tab walks to the link in the text, Enter follows it")
  func tabWalksToTheLinkInTheTextEnterFollowsIt() {
    var robot = Robot()
    robot.press(.enter, .tab, .enter)
    #expect(robot.state.record?.address == RecordAddress(.organisation, "unesco-ibe"))
  }

  @Test("p goes to the people; d says that there are no delegations")
  func pGoesToThePeopleDSaysThatThereAreNoDelegations() {
    var robot = Robot()
    robot.press(.enter, "p", .enter)
    #expect(robot.state.record?.title == "JI Lili")
    robot.press("q", "d")
    #expect(robot.state.notice?.message == "This item has no delegations.")
  }

  @Test("The brackets read on in the list, and the list follows")
  func theBracketsReadOnInTheListAndTheListFollows() {
    var robot = Robot()
    robot.press(.enter, "[")
    #expect(robot.state.notice?.message == "First item in the list.")
    robot.press("]", "]")
    #expect(robot.state.record?.address == RecordAddress(.article, "urn:2"))
    robot.press("q")
    #expect(robot.state.list?.cursor.index == 2)
  }

  @Test("The brackets read on from where the article stands once others came before it, and so does the list")
  func theBracketsReadOnFromWhereTheArticleStandsOnceOthersCameBeforeItAndSo() {
    let newsroom = SmallNewsroom()
    var robot = Robot(answer: newsroom.answer)
    robot.press("j", "j", .enter)
    newsroom.kept.arrived = 2
    robot.give(.catalogueChanged)
    robot.press("]")
    #expect(robot.state.record?.address == RecordAddress(.article, "urn:3"))
    #expect(robot.state.session.screens.first?.list?.selected == "article:urn:3")
    robot.press("q")
    #expect(robot.state.list?.selected?.address == RecordAddress(.article, "urn:3"))
    #expect(robot.state.list?.cursor.index == 5)
  }

  @Test("Before the first article of a list stands what came meanwhile, and [ says where the list ends now")
  func firstNeighbourAfterChange() {
    let newsroom = SmallNewsroom()
    var robot = Robot(answer: newsroom.answer)
    robot.press(.enter)
    newsroom.kept.arrived = 1
    robot.give(.catalogueChanged)
    robot.press("q", ">", "[")
    #expect(robot.state.record?.address == RecordAddress(.article, "urn:-1"))
    robot.press("[")
    #expect(robot.state.notice?.message == "First item in the list.")
  }

  @Test("A neighbour that comes when another record is read is dropped")
  func aNeighbourThatComesWhenAnotherRecordIsReadIsDropped() {
    let newsroom = SmallNewsroom()
    var robot = Robot { effect in if case .ask(.findNeighbour) = effect { nil } else { newsroom.answer(effect) } }
    robot.press(.enter, "]", "q", "j", "j", .enter)
    let request = ListRequest(.articles)
    robot.give(.neighbourFound(request, of: RecordAddress(.article, "urn:0"), index: 1, newsroom.row(1)))
    #expect(robot.state.record?.address == RecordAddress(.article, "urn:2"))
  }

  @Test("Search goes to the match, n to the next, and says when there is none")
  func searchGoesToTheMatchNToTheNextAndSaysWhenThereIsNone() {
    var robot = Robot()
    robot.press(.enter, "/")
    robot.type("paragraph 30")
    robot.press(.enter)
    #expect(robot.text.contains("Paragraph 30"))
    #expect(robot.state.record?.layout.matches.count == 1)
    robot.press("/")
    robot.type("zebra")
    robot.press(.enter)
    #expect(robot.state.notice?.message == "“zebra” not found.")
  }

  @Test("A record's rows lead on; a section leads to its list")
  func aRecordsRowsLeadOnASectionLeadsToItsList() {
    var robot = Robot()
    robot.press(.enter, "p", .enter, .tab, .tab)
    let stop = robot.state.record?.layout.stops.last
    #expect(stop?.destination == .list(ListRequest(.articles, query: "person:ji-lili")))
  }

  /// A newsroom whose articles have this text.
  private func robot(columns: Int = 80, reading html: String) -> Robot {
    let newsroom = SmallNewsroom()
    return Robot(columns: columns) { effect in
      guard case .ask(.openRecord(let address)) = effect, var page = newsroom.page(address) else {
        return newsroom.answer(effect)
      }
      page.text = Article.Body(format: .html, value: html).blocks
      return .recordOpened(address, page)
    }
  }

  @Test("A list may begin at any number", arguments: ["9223372036854775807", "-9223372036854775808"])
  func aListMayBeginAtAnyNumber(number: String) {
    var robot = robot(reading: "<ol start=\(number)><li>one</li><li>two</li></ol>")
    robot.press(.enter)
    #expect(robot.text.contains(". one") && robot.text.contains(". two"))
  }

  @Test("A number that no link has is said to be none", arguments: ["-9223372036854775808", "0", "-1", "99"])
  func aNumberThatNoLinkHasIsSaidToBeNone(number: String) {
    var robot = Robot()
    robot.press(.enter, "#")
    robot.type(number)
    robot.press(.enter)
    #expect(robot.state.notice?.message == "There is no link \(number). The last one is 3.")
  }

  @Test("The place in a text is found again after the terminal was smaller and larger, whatever was shown meanwhile")
  func thePlaceInATextIsFoundAgainAfterTheTerminalWasSmallerAndLargerWhatever() {
    let text = (1...60).map {
      "<p>Paragraph \($0) of a text that takes more than one line where there is little room.</p>"
    }
    var robot = robot(reading: text.joined())
    robot.press(.enter)
    for _ in 0..<35 { robot.press("j") }
    let before = robot.screen
    robot.give(.resized(Size(columns: 40, rows: 12)))
    #expect(robot.screen[1...3].contains { $0.contains(before[2].dropFirst(2).prefix(14)) })
    robot.give(.resized(Size(columns: 200, rows: 200)))
    #expect(robot.state.record?.scroll == 0)
    robot.give(.resized(Size(columns: 80, rows: 24)))
    #expect(robot.screen == before)
  }

  @Test("The pager gets lines that fit the terminal and break between words", arguments: [(50, 50), (200, 80)])
  func thePagerGetsLinesThatFitTheTerminalAndBreakBetweenWords(columns: Int, widest: Int) throws {
    let message = "Three staff called on the director of the bureau to hear of the programme for teachers. "
    var robot = robot(
      columns: columns, reading: "<blockquote><p>\(String(repeating: message, count: 4))</p></blockquote>")
    robot.press(.enter, "|")
    guard case .page(let text)? = robot.outside.last else {
      Issue.record("no page for the pager")
      return
    }
    let lines = text.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= widest })
    let quoted = lines.filter { $0.hasPrefix("> ") }
    #expect(quoted.count > 4)
    let words = quoted.joined(separator: " ").split(separator: " ").filter { $0 != ">" }
    #expect(words.joined(separator: " ") + " " == String(repeating: message, count: 4))
  }

  @Test("The match that n walks on from stays the same when the text is set in other lines")
  func theMatchThatNWalksOnFromStaysTheSameWhenTheTextIsSetInOtherLines() {
    var robot = robot(columns: 42, reading: "<p>A zebra looks over the fence of its field at another zebra.</p>")
    robot.press(.enter, "/")
    robot.type("zebra")
    robot.press(.enter, "n")
    #expect(robot.text.contains("2 of 2"))
    robot.give(.resized(Size(columns: 80, rows: 24)))
    #expect(robot.text.contains("2 of 2"))
    let cursor = robot.state.draw().cursor
    let behindCursor = cursor.map { robot.screen[$0.row].dropFirst($0.column) }
    #expect(behindCursor?.hasPrefix("zebra.") == true)
  }

  @Test(
    "A match is one, on however many lines it is set, and in the text as beside it",
    arguments: [40, 42, 44, 60, 80, 100, 120])
  func aMatchIsOneOnHoweverManyLinesItIsSetAndInTheTextAsBesideIt(columns: Int) {
    let text = "<p>We sat down together once more for the whole of the day to plan the visit of JI.</p>"
    var robot = robot(columns: columns, reading: text)
    robot.press(.enter, "/")
    robot.type("to plan the visit")
    #expect(robot.text.contains("1 of 1"))
    robot.press(.control("u"))
    robot.type("ji")
    // The second is the row of JI Lili: below the text, or in the panel beside it.
    #expect(robot.text.contains("1 of 2"))
    robot.press(.enter, "n")
    #expect(robot.text.contains("2 of 2") && robot.text.contains("JI Lili"))
  }

  @Test("A phrase is found across the edge of a link or of another style, whatever number the link bears")
  func aPhraseIsFoundAcrossTheEdgeOfALinkOrOfAnotherStyleWhateverNumberTheLink() {
    var robot = robot(
      reading: "<p>Signed by Ms. <a href=\"https://example.org/bi\">BI <b>Xiaohan</b></a> in <i>Geneva</i>.</p>")
    robot.press(.enter)
    #expect(robot.text.contains("Ms. [1]BI [1]Xiaohan in Geneva"))
    for phrase in ["Ms. BI Xiaohan", "xiaohan in geneva", "bi xiao"] {
      robot.press("/")
      robot.type(phrase)
      robot.press(.enter)
      #expect(robot.text.contains("1 of 1"), "\(phrase)")
    }
    robot.press("/")
    robot.type("[1]BI")
    robot.press(.enter)
    #expect(robot.state.notice?.message == "“[1]BI” not found.")
  }

  @Test("A command chosen in the palette says why it cannot be given any more when the text changed meanwhile")
  func aCommandChosenInThePaletteSaysWhyItCannotBeGivenAnyMoreWhenTheText() throws {
    var robot = Robot()
    robot.press(.enter, "/")
    robot.type("paragraph 30")
    robot.press(.enter, ":")
    robot.type("next match")
    let address = RecordAddress(.article, "urn:0")
    var page = try #require(SmallNewsroom().page(address))
    page.text = [.paragraph([TextRun("All is different now.")])]
    robot.give(.recordOpened(address, page))
    robot.press(.enter)
    #expect(robot.state.notice?.message == "“paragraph 30” not found.")
  }

  @Test("A page that comes too late is dropped")
  func aPageThatComesTooLateIsDropped() {
    var robot = Robot()
    robot.press(.enter)
    robot.give(.recordOpened(RecordAddress(.person, "ji-lili"), nil))
    #expect(robot.state.record?.page?.title == "Visit to IBE")
  }

  @Test("An article deleted while it is read stays on the screen and says so")
  func anArticleDeletedWhileItIsReadStaysOnTheScreenAndSaysSo() {
    var robot = Robot()
    robot.press(.enter)
    robot.give(.recordOpened(RecordAddress(.article, "urn:0"), nil))
    #expect(robot.state.record?.isMissing == true)
    #expect(robot.text.contains("Three staff called on"))
  }

  /// A newsroom whose article 0 stands in a file, read and then lost.
  private func robotThatLost(isUnreadable: Bool) throws -> Robot {
    let newsroom = SmallNewsroom()
    let address = RecordAddress(.article, "urn:0")
    var robot = Robot { effect in
      if case .ask(.findLoss(let lost, "articles/0.json")) = effect {
        return .lossFound(lost, isUnreadable: isUnreadable)
      }
      return newsroom.answer(effect)
    }
    robot.press(.enter)
    var page = try #require(newsroom.page(address))
    page.location = RecordLocation(path: "articles/0.json", offset: 0, length: 100, line: 3)
    robot.give(.recordOpened(address, page))
    robot.give(.recordOpened(address, nil))
    return robot
  }

  @Test("A record whose file cannot be read any more is not called deleted; ! leads to what is wrong, e to the file")
  func aRecordWhoseFileCannotBeReadAnyMoreIsNotCalledDeletedLeadsToWhatIsWrongE() throws {
    var robot = try robotThatLost(isUnreadable: true)
    #expect(robot.text.contains("can no longer be read – press ! for details") && !robot.text.contains("deleted"))
    #expect(robot.text.contains("Three staff called on"))
    robot.press("e")
    #expect(robot.outside.last == .editFile(path: "articles/0.json", line: 3))
    robot.press("!")
    #expect(robot.state.problemsScreen?.filter == "articles/0.json")
    robot.press("q")
    robot.give(.recordOpened(RecordAddress(.article, "urn:0"), SmallNewsroom().page(RecordAddress(.article, "urn:0"))))
    #expect(!robot.text.contains("cannot be read"))
  }

  @Test("Of a deleted record the source can still be opened, and x says why it cannot be written")
  func ofADeletedRecordTheSourceCanStillBeOpenedAndXSaysWhyItCannotBeWritten() throws {
    var robot = try robotThatLost(isUnreadable: false)
    #expect(robot.text.contains("deleted on disk"))
    robot.press("o")
    #expect(robot.outside.last == .openAddress("https://example.org/942"))
    robot.press("x")
    #expect(robot.state.prompt == nil)
    #expect(robot.state.notice?.message.hasPrefix("This can no longer be read") == true)
  }

  @Test(
    "While the data directory is gone a record says so in whole, is not called deleted, and ! does not call all well")
  func whileTheDataDirectoryIsGoneARecordSaysSoInWholeIsNotCalledDeletedAndDoes() throws {
    var robot = Robot(columns: 40, rows: 12) { effect in
      switch effect {
      case .ask(.openRecord(let address)): .recordOpened(address, nil)
      case .ask(.fetchProblems(let filter, _)): .problemsFetched(matching: filter, start: 0, [], total: 0)
      default: SmallNewsroom().answer(effect)
      }
    }
    robot.give(.directoryGone(true))
    robot.press(.enter)
    #expect(robot.text.contains("is back.") && !robot.text.contains("deleted on disk"))
    robot.press("!")
    #expect(robot.text.contains("The data directory is missing") && !robot.text.contains("No problems found"))
  }

  @Test("On a narrow screen the breadcrumb names the place one is at, whichever way it is read")
  func onANarrowScreenTheBreadcrumbNamesThePlaceOneIsAtWhicheverWayItIsRead() {
    var robot = Robot(columns: 40, rows: 12)
    robot.press("!")
    #expect(robot.screen[0] == " ‹ Articles › Problems in the data")
    robot.state.backStack = [.list(ListScreen(ListRequest(.articles, query: "a filter that is long")))]
    robot.state.backStack.append(.record(RecordScreen(RecordAddress(.person, "a"), title: "وزير التعليم العالي")))
    #expect(robot.screen[0].hasPrefix(" ‹ … › "))
  }

  @Test("A row that has the focus stays on the screen when that shrinks")
  func aRowThatHasTheFocusStaysOnTheScreenWhenThatShrinks() {
    var robot = Robot(columns: 80, rows: 40)
    robot.press(.enter, "p", .enter, .tab, "j", "j")
    robot.give(.resized(Size(columns: 40, rows: 10)))
    let cursor = robot.state.draw().cursor
    #expect(cursor.map { robot.screen[$0.row].contains("open as list") } == true, "\(robot.text)")
  }

  @Test("The source, the editor and the clipboard are asked for by address, and of a page at hand nothing is asked")
  func theSourceTheEditorAndTheClipboardAreAskedForByAddressAndOfAPageAtHand() throws {
    var robot = Robot()
    let address = RecordAddress(.article, "urn:0")
    robot.press("o", "e", "Y")
    #expect(robot.outside.suffix(3) == [.ask(.findSources([address])), .ask(.findFile(address)), .copy("urn:0")])
    robot.give(.sourcesFound(of: [address], []))
    #expect(robot.state.notice?.message == "This record names no source on the web.")
    robot.give(.fileFound(of: address, nil))
    #expect(robot.state.notice?.message == "There is no file for article:urn:0 any more.")
    let location = RecordLocation(path: "articles/0.json", offset: 0, length: 9, line: 3)
    robot.give(.fileFound(of: address, location))
    #expect(robot.outside.last == .editFile(path: "articles/0.json", line: 3))
    robot.press("e", "j")
    robot.give(.fileFound(of: address, location))
    #expect(robot.outside.last == .ask(.findFile(address)))
    robot.press("k")
    var page = try #require(SmallNewsroom().page(address))
    page.location = location
    robot.press(.enter)
    robot.give(.recordOpened(address, page))
    robot.press("o", "e")
    #expect(
      robot.outside.suffix(2)
        == [.openAddress("https://example.org/942"), .editFile(path: "articles/0.json", line: 3)])
  }

  @Test("Help lists every command of the place one came from")
  func helpListsEveryCommandOfThePlaceOneCameFrom() {
    var robot = Robot(columns: 100, rows: 60)
    robot.press(.enter, "?")
    for command in Command.commands(in: .article) { #expect(robot.text.contains(command.message)) }
    robot.press("?")
    #expect(robot.state.record != nil)
  }

  @Test("An event says once what it is a part of, as a row that can be followed")
  func anEventSaysOnceWhatItIsAPartOfAsARowThatCanBeFollowed() throws {
    let sample = try SampleNewsroom.shared.get()
    guard
      case .recordOpened(_, let page?)? = sample.answer(
        .ask(.openRecord(RecordAddress(.event, "2015-12-26-shenzhen-centre-forum"))))
    else { throw CancellationError() }
    #expect(page.sections.first?.relation == .within)
    #expect(page.plainText.split(separator: "Part of the event", omittingEmptySubsequences: false).count == 2)
  }

  @Test("A span of dates stands on one line wherever it fits on one", arguments: 40...100)
  func aSpanOfDatesStandsOnOneLineWhereverItFitsOnOne(columns: Int) throws {
    let newsroom = SmallNewsroom()
    let person = RecordAddress(.person, "ji-lili")
    var page = RecordPage(address: person, title: "JI Lili")
    let dates = DateRange(start: try PartialDate("2025-09-02"), end: try PartialDate("2025-09-05"))
    page.sections = [
      PageSection(
        .roles,
        rows: ["", "Head", "Head of the unit for the development of curricula and their use"].map {
          PageRow(label: "UNESCO International Bureau of Education", role: $0, date: dates)
        })
    ]
    var robot = Robot(columns: columns, rows: 30) { [page] effect in
      if case .ask(.openRecord(person)) = effect { .recordOpened(person, page) } else { newsroom.answer(effect) }
    }
    robot.press(.enter, "p", .enter)
    #expect(robot.screen.filter { $0.contains("2025-09-02 – 2025-09-05") }.count == 3)
  }

  @Test("No two commands of one place have the same name", arguments: CommandContext.allCases)
  func noTwoCommandsOfOnePlaceHaveTheSameName(context: CommandContext) {
    let names = Command.commands(in: context).map(\.name)
    #expect(Set(names).count == names.count, "\(names)")
  }

  @Test("While a name is typed in a box, the foot says what can be pressed there", arguments: [Key.control("p"), ":"])
  func whileANameIsTypedInABoxTheFootSaysWhatCanBePressedThere(key: Key) {
    var robot = Robot(columns: 40, rows: 12)
    robot.press(key)
    let foot = robot.screen[11]
    #expect(foot.contains("↑↓ move  Esc close") && !foot.contains("j/k"))
    robot.press(.escape)
    #expect(robot.screen[11].contains("j/k move") && robot.screen[11].contains("? help"))
  }

  @Test("No key is bound twice in one place", arguments: CommandContext.allCases)
  func noKeyIsBoundTwiceInOnePlace(context: CommandContext) {
    let keys = Command.commands(in: context).flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
  }
}
