import NewsroomBrowser
import NewsroomModel
import TerminalCells
import Testing

@Suite("Facets")
struct FacetUpdateTests {
  private var robot = Robot(columns: 160, rows: 40)

  @Test("An organisation chosen becomes a visible part of the query, and goes again")
  mutating func anOrganisationChosenBecomesAVisiblePartOfTheQueryAndGoesAgain() {
    robot.press("f", "j", .enter)
    #expect(robot.state.list?.request.query == "org:unesco-ibe")
    robot.press(.enter)
    #expect(robot.state.list?.request.query == "")
  }

  @Test("Values of one facet are alternatives, facets narrow one another, words stay")
  mutating func valuesOfOneFacetAreAlternativesFacetsNarrowOneAnotherWordsStay() {
    robot.press("/")
    robot.type("visit")
    robot.press(.enter, "f", .enter, "j", .enter)
    let query = Query(robot.state.list?.request.query ?? "")
    #expect(query.values(of: .org).included == ["unesco", "unesco-ibe"])
    robot.press("l", "l", .enter)
    #expect(Query(robot.state.list?.request.query ?? "").values(of: .year).included == ["2020"])
    #expect(robot.state.list?.request.query.contains("visit") == true)
  }

  @Test("A month chosen takes the place of its year in the query; x leaves a month out")
  mutating func aMonthChosenTakesThePlaceOfItsYearInTheQueryXLeavesAMonthOut() {
    robot.press("f", "l", "l", .enter)
    #expect(robot.state.list?.request.query == "year:2020")
    robot.press("j", .enter)
    #expect(robot.state.list?.request.query == "on:2020-05")
    #expect(robot.text.contains("May 2020") && robot.text.contains("✓"))
    robot.press("x")
    #expect(robot.state.list?.request.query == "-on:2020-05")
    robot.press("x")
    #expect(robot.state.list?.request.query == "")
  }

  @Test("The pane stays until it is closed, however narrow the screen", arguments: [50, 80, 100, 160])
  func thePaneStaysUntilItIsClosedHoweverNarrowTheScreen(columns: Int) {
    var robot = Robot(columns: columns, rows: 30)
    robot.press("f", .enter, "j", "x", "l", "l", .enter)
    #expect(robot.state.list?.pane == .facets)
    #expect(robot.state.list?.request.query == "org:unesco -org:unesco-ibe year:2020")
    robot.press("f", .enter)
    #expect(robot.state.record != nil)
  }

  @Test("x leaves a value out, and takes it in again")
  mutating func xLeavesAValueOutAndTakesItInAgain() {
    robot.press("f", "x")
    #expect(Query(robot.state.list?.request.query ?? "").values(of: .org).excluded == ["unesco"])
    robot.press("x")
    #expect(robot.state.list?.request.query == "")
  }

  @Test("Folding hides the parts of an organisation")
  mutating func foldingHidesThePartsOfAnOrganisation() {
    robot.press("f", "-")
    #expect(robot.state.list?.facets.visibleRows.map(\.value) == ["unesco", "uet-lahore"])
  }

  @Test("Typing finds a value among many")
  mutating func typingFindsAValueAmongMany() {
    robot.press("f", "/")
    robot.type("lah")
    #expect(robot.state.list?.facets.visibleRows.map(\.value) == ["uet-lahore"])
    robot.press(.enter, .enter)
    #expect(robot.state.list?.request.query == "org:uet-lahore")
  }

  @Test("What was typed by name is marked at its value, and the key drops or excludes it as it does any other")
  func whatWasTypedByNameIsMarkedAtItsValueAndTheKeyDropsOrExcludesItAsItDoes() throws {
    let sample = try SampleNewsroom.shared.get()
    for (typed, find, dropped, excluded) in [
      ("org:ibe visit", "ibe", "visit", "-org:unesco-ibe visit"),
      ("org:ibe,unesco-ichei", "ibe", "org:unesco-ichei", "org:unesco-ichei -org:unesco-ibe"),
      ("-org:ibe", "ibe", "", ""),
    ] {
      for (key, result) in [(Key.enter, dropped), ("x", excluded)] {
        var robot = Robot(columns: 160, rows: 30, answer: sample.answer)
        robot.press("/")
        robot.type(typed)
        robot.press(.enter, "f", "/")
        robot.type(find)
        robot.press(.enter)
        #expect(robot.screen.contains { $0.contains("UNESCO-IBE") && ($0.contains(" ✓") || $0.contains(" −")) })
        robot.press(key)
        #expect(robot.state.list?.request.query == result, "\(typed) and \(key)")
      }
    }
  }

  @Test("People are narrowed by year: whom one met since then is asked most")
  func peopleAreNarrowedByYearWhomOneMetSinceThenIsAskedMost() throws {
    let sample = try SampleNewsroom.shared.get()
    var robot = Robot(columns: 160, rows: 30, answer: sample.answer)
    robot.press("3", "f", "h")
    #expect(robot.state.list?.facets.field == .year)
    let row = try #require(robot.state.list?.facets.rows.first)
    robot.press(.enter)
    #expect(robot.state.list?.request.query == "year:\(row.value)")
    #expect(robot.state.list?.total == row.count && row.count > 0)
  }

  @Test("A value is found by any of its names")
  func aValueIsFoundByAnyOfItsNames() throws {
    let sample = try SampleNewsroom.shared.get()
    var robot = Robot(columns: 160, rows: 30, answer: sample.answer)
    robot.press("f", "/")
    robot.type("southern university")
    #expect(robot.state.list?.facets.visibleRows.map(\.value).first == "sustech")
  }

  @Test("F edits the query while the facets have the keys")
  mutating func fEditsTheQueryWhileTheFacetsHaveTheKeys() {
    robot.press("f", "F")
    robot.type("visit")
    robot.press(.enter)
    #expect(robot.state.list?.request.query == "visit")
    #expect(robot.state.list?.pane == .facets)
  }

  @Test("On a narrow terminal the pane takes the screen until f brings the list back")
  func onANarrowTerminalThePaneTakesTheScreenUntilFBringsTheListBack() {
    var robot = Robot(columns: 60, rows: 20)
    robot.press("f", .enter)
    #expect(robot.text.contains("▾ UNESCO") && !robot.text.contains("Article 0"))
    robot.press("f")
    #expect(!robot.text.contains("▾ UNESCO") && robot.text.contains("Article 0"))
  }

  @Test("Without the keys the pane shows its first values, whatever order new counts give; with them its cursor stays")
  mutating func withoutTheKeysThePaneShowsItsFirstValuesWhateverOrderNewCountsGiveWith() {
    let question = FacetRequest(.org, ListRequest(.articles))
    let turned = [
      FacetRow(value: "uet-lahore", label: "UET Lahore", count: 99),
      FacetRow(value: "unesco", label: "UNESCO", count: 12),
    ]
    robot.give(.facetFetched(question, turned))
    #expect(robot.state.list?.facets.cursor.index == 0)
    robot.press("f")
    robot.give(.facetFetched(question, turned.reversed()))
    #expect(robot.state.list?.facets.cursor.index == 1)
  }

  @Test("On the narrowest terminal the foot says how to choose, leave out and find")
  func onTheNarrowestTerminalTheFootSaysHowToChooseLeaveOutAndFind() {
    var robot = Robot(columns: 40, rows: 12)
    robot.press("f")
    #expect(robot.screen.last == " Enter choose  x exclude  / find  ? help")
  }

  @Test("Counts of an older query are dropped")
  mutating func countsOfAnOlderQueryAreDropped() {
    let old = FacetRequest(.org, ListRequest(.articles, query: "old"))
    robot.give(.facetFetched(old, []))
    #expect(robot.state.list?.facets.rows.count == 3)
  }
}
