import NewsroomBrowser
import NewsroomModel
import Testing

extension SmallNewsroom: LineModeSource {
  func page(_ request: ListRequest, range: Range<Int>) throws -> ListPage {
    guard case .rowsFetched(let page)? = answer(.ask(.fetchRows(request, range))) else { throw CancellationError() }
    return page
  }

  func count(_ request: ListRequest) throws -> Int {
    guard case .rowsCounted(_, let count)? = answer(.ask(.countRows(request))) else { throw CancellationError() }
    return count
  }

  func record(_ address: RecordAddress) throws -> RecordPage? { page(address) }

  var stars: Set<RecordAddress> { kept.stars }

  func keepStar(_ address: RecordAddress, isOn: Bool) throws -> String? {
    kept.stars.formSymmetricDifference([address])
    return nil
  }

  func export(_ order: ExportRequest) throws -> String { "Wrote \(order.content) to \(order.path)." }
}

@Suite("The plain session")
struct PlainSessionTests {
  @Test("It walks from a list to an article, a person and back, by numbers")
  func itWalksFromAListToAnArticleAPersonAndBackByNumbers() throws {
    var session = LineModeSession(source: SmallNewsroom())
    #expect(
      try session.begin().text.hasPrefix("Articles: 1 to 20 of 30.\n1. Article 0, ICHEI, 2024-06-30\n2. Article 1"))
    let article = try session.take("2").text
    #expect(article.contains("People, 1:\n1. JI Lili, Head, IBE"))
    #expect(try session.take("1").text.contains("person: JI Lili"))
    #expect(try session.take("b").text == article)
    #expect(try session.take("n").text == "Only lists have more rows. Type b to go back to the list.")
    #expect(try session.take("b").text.hasPrefix("Articles: 1 to 20"))
    #expect(try session.take("n").text.hasPrefix("Articles: 21 to 30 of 30.\n21. Article 20"))
    #expect(try session.take("n").text == "These are the last rows.")
    for number in ["20", "31", "-9223372036854775808", "9223372036854775807"] {
      #expect(try session.take(number).text == "Type a number from 21 to 30.")
    }
    #expect(try session.take("* 21").text == "Starred: article:urn:20")
    #expect(try session.take("21").text.contains("People, 1:\n1. JI Lili"))
    #expect(try session.take("1").text.contains("person: JI Lili"))
    #expect(try session.take("q").isOver)
  }

  @Test("* and a number stars a row, * alone what is open, and both are told")
  func andANumberStarsARowAloneWhatIsOpenAndBothAreTold() throws {
    var session = LineModeSession(source: SmallNewsroom())
    _ = try session.begin()
    #expect(try session.take("* 2").text == "Starred: article:urn:1")
    #expect(try session.take("").text.contains("\n2. Article 1, ICHEI, 2024-06-29, starred\n3. Article 2"))
    #expect(try session.take("*99").text == "Type * and the number of a record.")
    #expect(try session.take("*").text == "Type * and the number of a record.")
    #expect(try session.take("2").text.hasPrefix("article: Visit to IBE, starred"))
    #expect(try session.take("*").text == "The star is off: article:urn:1")
    #expect(try session.take("b").text.contains("\n2. Article 1, ICHEI, 2024-06-29\n"))
  }

  @Test("s sorts the list in the next order, from its first row, and says so")
  func sSortsTheListInTheNextOrderFromItsFirstRowAndSaysSo() throws {
    var session = LineModeSession(source: SmallNewsroom())
    _ = try session.begin()
    _ = try session.take("next")
    #expect(try session.take("s").text.hasPrefix("Sorted: oldest first.\nArticles: 1 to 20 of 30.\n1. "))
    #expect(try session.take("sort").text.hasPrefix("Sorted: by name."))
    _ = try session.take("1")
    #expect(try session.take("s").text == "Only lists can be sorted. Type b to go back to the list.")
  }

  @Test("x writes the list as it is filtered, or what is open")
  func xWritesTheListAsItIsFilteredOrWhatIsOpen() throws {
    var session = LineModeSession(source: SmallNewsroom())
    _ = try session.begin()
    #expect(try session.take("x").text == "Type x and the name of a file, such as x partners.csv.")
    _ = try session.take("/visit")
    let list = ExportRequest.Content.list(ListRequest(.articles, query: "visit"))
    #expect(try session.take("x my file.csv").text == "Wrote \(list) to my file.csv.")
    _ = try session.take("1")
    let record = ExportRequest.Content.record(RecordAddress(.article, "urn:0"))
    #expect(try session.take("export page.md").text == "Wrote \(record) to page.md.")
    #expect(try session.take("back").text.hasPrefix("Articles, filter visit"))
    #expect(try session.take("help").text.hasPrefix("A number opens"))
  }

  @Test("Paragraphs are apart from one another and from what is told around them")
  func paragraphsAreApartFromOneAnotherAndFromWhatIsToldAroundThem() throws {
    var session = LineModeSession(source: SmallNewsroom())
    _ = try session.begin()
    let article = try session.take("1").text
    #expect(article.contains("Published: 2024-06-07\n\nThree staff called on UNESCO-IBE in Geneva.\n\nParagraph 1 of"))
    #expect(article.contains("Paragraph 40 of the text, about policy dialogues.\n\nPeople, 1:\n1. JI Lili"))
  }

  @Test("Its help has the fields of a query")
  func itsHelpHasTheFieldsOfAQuery() throws {
    var session = LineModeSession(source: SmallNewsroom())
    let help = try session.take("h").text
    #expect(help.contains("\nQuery fields, such as /org:unesco-ibe:\norg: an organisation and its parts"))
  }

  @Test("It filters, changes lists, and answers rubbish with a way on")
  func itFiltersChangesListsAndAnswersRubbishWithAWayOn() throws {
    var session = LineModeSession(source: SmallNewsroom())
    _ = try session.begin()
    #expect(try session.take("/ org:unesco-ibe").text.hasPrefix("Articles, filter org:unesco-ibe: 1 to 4 of 4."))
    #expect(try session.take("people").text.hasPrefix("People: "))
    #expect(try session.take("frobnicate").text == "'frobnicate' is no command. Type h for help.")
    #expect(try session.take("99").text == "Type a number from 1 to 20.")
    for number in ["-1", "0", "-9223372036854775808", "9223372036854775807"] {
      #expect(try session.take(number).text == "Type a number from 1 to 20.")
      #expect(try session.take("* \(number)").text == "Type * and the number of a record.")
    }
  }
}
