import NewsroomTestSupport
import Testing

@testable import NewsroomModel

@Suite("Query language")
struct QueryTests {
  @Test(
    "A query is printed in its plain form, and reads as the same again",
    arguments: [
      ("", ""), ("  visit   geneva ", "visit geneva"), ("\"joint research\"", "\"joint research\""),
      ("visit AND geneva", "visit geneva"), ("visit OR geneva tashkent", "visit OR geneva tashkent"),
      ("(visit OR geneva) tashkent", "(visit OR geneva) tashkent"), ("-visit geneva", "-visit geneva"),
      ("-(visit geneva) x", "-(visit geneva) x"), ("NOT visit x", "-visit x"), ("--visit x", "visit x"),
      ("organisation:unesco", "org:unesco"), ("org:~unesco visit", "org:~unesco visit"),
      ("org:\"UNESCO IITE\"", "org:\"UNESCO IITE\""), ("org:a,b,\"c d\" x", "org:a,b,\"c d\" x"),
      ("-org:a,b", "-org:a,b"), ("year:2024 lang:zh", "year:2024 lang:zh"), ("educ* visit", "educ* visit"),
      ("visit educ*", "visit educ"), ("\"say \"\"so\"\"\"", "\"say \"\"so\"\"\""),
      ("https://eng.ichei.org/942.html", "https://eng.ichei.org/942.html"), ("(a OR (b c)) d", "(a OR b c) d"),
      ("高等教育", "高等教育"), ("a \"b c", "a \"b c"), ("(a OR \"b", "a OR \"b"), ("x (a OR \"b", "x (a OR \"b"),
      ("OR*", "OR*"), ("10:30", "10:30"), ("unesco-ichei", "unesco-ichei"), ("((((a))))", "a"),
      ("since:2023 until:2024-05", "since:2023 until:2024-05"), ("org：unesco-ibe", "org:unesco-ibe"),
      ("“policy dialogue” x", "\"policy dialogue\" x"), ("«a b» „c d“ 「e f」", "\"a b\" \"c d\" \"e f\""),
      ("year:２０２４", "year:2024"), ("（visit　OR geneva） x", "(visit OR geneva) x"), ("−visit x", "-visit x"),
      ("\"say “so” now\"", "\"say “so” now\""), ("“a”“b”", "\"a\" \"b\""), ("place:~geneva x", "place:~geneva x"),
      ("org:a，b、c", "org:a,b,c"), ("since:7d on:yesterday", "since:7d on:yesterday"), ("a b a b", "a b b"),
      ("(a OR a OR b) x", "(a OR b) x"), ("org:a,a x", "org:a x"), ("polcy~1 x", "polcy x"),
      ("\"a b\"~5 x", "\"a b\" x"),
    ])
  func aQueryIsPrintedInItsPlainFormAndReadsAsTheSameAgain(text: String, printed: String) {
    let query = Query(text)
    #expect(query.description == printed)
    #expect(Query(printed).root == query.root)
  }

  @Test("Only the last word is a beginning, unless a star says so")
  func onlyTheLastWordIsABeginningUnlessAStarSaysSo() {
    #expect(
      Query("visit gen").root
        == .all([.word(QueryText("visit"), isPrefix: false), .word(QueryText("gen"), isPrefix: true)]))
    #expect(Query("(gen)").root == .word(QueryText("gen"), isPrefix: true))
    #expect(
      Query("gen org:x").root
        == .all([.word(QueryText("gen"), isPrefix: false), .field(.org, [QueryValue(QueryText("x"))])]))
  }

  @Test(
    "What is not understood is said in its place",
    arguments: [
      ("ogr:unesco", 0..<10, "There is no field “ogr:”. Did you mean “org:”?"),
      ("visit \"joint", 6..<12, "The quotation mark is not closed yet."),
      ("(visit", 0..<1, "This ( is not closed yet."),
      ("visit)", 5..<6, "This ) closes nothing and is ignored."),
      ("OR visit", 0..<2, "OR needs something on both sides."),
      ("visit OR", 6..<8, "OR needs something on both sides."), ("lang:", 0..<5, "lang: needs a value."),
      ("on:2024-02-31", 3..<13, "There is no day 2024-02-31."),
      ("after:soon", 6..<10, "“soon” is no date. Write 2024, 2024-06 or 2024-06-07, yesterday, 7d or march."),
      ("year:2024-06", 5..<12, "year: takes a year. Write on:2024-06."),
      ("year:2023-2024", 5..<14, "“2023-2024” is no year. Write year:2024, or since: and until: for several."),
      ("***", 0..<3, "Nothing in “***” can be searched for."), ("-", 0..<1, "Nothing in “-” can be searched for."),
      ("“joint x", 0..<10, "The quotation mark is not closed yet."),
      ("polcy~1", 0..<7, "“~1” is not understood and is ignored."),
      ("\"a b\"~5", 5..<7, "“~5” is not understood and is ignored."),
      ("pol*cy x", 0..<6, "A * is understood only at the end of a word."),
      ("-)", 0..<1, "A - needs something after it to leave out."),
    ])
  func whatIsNotUnderstoodIsSaidInItsPlace(text: String, range: Range<Int>, message: String) {
    #expect(Query(text).problems.contains(QueryProblem(range: range, message: message)))
  }

  @Test("A name that is near no field's is said to be none, and where the fields are, says who shows it")
  func aNameThatIsNearNoFieldsIsSaidToBeNoneAndWhereTheFieldsAreSaysWhoShowsIt() throws {
    let problem = try #require(Query("nosuchthing:x").problems.first)
    #expect(problem.message == "There is no field “nosuchthing:”.")
    #expect(problem.message(fieldsAre: "Look there.") == "There is no field “nosuchthing:”. Look there.")
    let near = try #require(Query("ogr:x").problems.first)
    #expect(near.message(fieldsAre: "Look there.") == near.message)
  }

  @Test("Any text is read, printed and read again as the same; two hundred broken ones of each seed", arguments: 0..<20)
  func anyTextIsReadPrintedAndReadAgainAsTheSameTwoHundredBrokenOnesOfEachSeed(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "visit", "org:", "unesco", "(", ")", "\"", "-", " OR ", " ", ",", "~", "*", "year:", "2024", "-02-31", ":", "é",
      "高等",
      "kind:x", "AND", "\u{202E}", "\u{0}", "'", ";", "foo:bar", "👩‍🚀", "NEAR(", "^", "\"\"", "https://",
    ]
    for _ in 0..<200 {
      let text = (0..<random.below(14)).map { _ in pieces[random.below(pieces.count)] }.joined()
      let query = Query(text)
      let printed = query.description
      #expect(Query(printed).root == query.root, "\(text) → \(printed)")
      #expect(Query(printed).description == printed, "\(text)")
      #expect(query.problems.allSatisfy { $0.range.upperBound <= text.utf8.count && !$0.message.isEmpty })
    }
  }

  @Test("Deep brackets do not exhaust the stack")
  func deepBracketsDoNotExhaustTheStack() {
    let query = Query(String(repeating: "(-", count: 10_000) + "x")
    #expect(!query.problems.isEmpty)
  }

  @Test("A query has a limited length, number of terms, and phrases; what exceeds it is reported")
  func aQueryHasALimitedLengthNumberOfTermsAndPhrasesWhatExceedsItIsReported() throws {
    let words = Query(String(repeating: "a ", count: 100_000))
    #expect(words.problems.contains { $0.message == "A query may have 8192 bytes; the rest is ignored." })
    #expect(words.root == .all([.word(QueryText("a"), isPrefix: false), .word(QueryText("a"), isPrefix: true)]))
    let terms = Query((0..<600).map { "w\($0)" }.joined(separator: " "))
    #expect(terms.problems.map(\.message) == ["A query may have 500 words and values; the rest is ignored."])
    let phrase = Query("\"" + (0..<50).map { "w\($0)" }.joined(separator: " ") + "\"")
    #expect(phrase.problems.map(\.message) == ["A phrase may have 40 words; the rest is ignored."])
    #expect(Query(String(repeating: "(", count: 5_000)).problems.count <= 50)
  }

  @Test("A facet choice rewrites the query, in front of the word being typed")
  func aFacetChoiceRewritesTheQueryInFrontOfTheWordBeingTyped() {
    #expect(Query("visit gen").including(.org, "unesco").description == "org:unesco visit gen")
    #expect(Query("org:a visit").including(.org, "b").description == "org:a,b visit")
    #expect(Query("a OR b").including(.year, "2024").description == "year:2024 (a OR b)")
    #expect(Query("org:a,b visit").toggling(.org, "a").description == "org:b visit")
    #expect(Query("org:a visit").toggling(.org, "a").description == "visit")
    #expect(Query("visit").excluding(.org, "a").excluding(.org, "b").description == "-org:a,b visit")
    #expect(Query("-org:a").toggling(.org, "a").description == "")
    #expect(Query("org:a").excluding(.org, "a").description == "-org:a")
    #expect(Query("visit").including(.place, "Paris, France").description == "place:~\"Paris, France\" visit")
    #expect(Query("org:a,b -org:c d").values(of: .org) == (["a", "b"], ["c"]))
    #expect(Query("org:a -org:c d").dropping(.org).description == "d")
  }
}

@Suite("Folding for search")
struct TextFolderTests {
  @Test(
    "Words are folded",
    arguments: [
      ("UNESCO-ICHEI délégation", ["unesco", "ichei", "delegation"]), ("高等教育", ["高", "等", "教", "育"]),
      ("Østtveit Łódź straße", ["osttveit", "lodz", "strasse"]), ("Владимир Путин", ["владимир", "путин"]),
      ("التَّعليم", ["التعليم"]), ("e\u{301}cole", ["ecole"]), ("ＡＢＣ１", ["abc1"]), ("हिन्दी", ["हिन्दी"]),
      ("유네스코", ["유네스코"]), ("  ", []), ("a\u{200B}b", ["ab"]), ("日本UNESCO大学", ["日", "本", "unesco", "大", "学"]),
    ])
  func wordsAreFolded(text: String, words: [String]) { #expect(TextNormalizer.words(of: text) == words) }

  @Test("A very long word is cut between letters")
  func aVeryLongWordIsCutBetweenLetters() {
    let words = TextNormalizer.words(of: String(repeating: "я", count: 500))
    #expect(words == [String(repeating: "я", count: 48)])
  }

  @Test("A text that comes in parts has the words of the whole")
  func aTextThatComesInPartsHasTheWordsOfTheWhole() {
    var folder = TextNormalizer()
    for part in ["un", "bé", "lievable wo", "", "rld 高", "等e", " "] {
      Array(part.utf8).withUnsafeBufferPointer { folder.append(part: $0) }
    }
    folder.endWord()
    let words = folder.words.map { String(decoding: folder.bytes[$0], as: UTF8.self) }
    #expect(words == ["unbelievable", "world", "高", "等", "e"])
  }

  @Test("No character outgrows the room that is made for it")
  func noCharacterOutgrowsTheRoomThatIsMadeForIt() {
    var folder = TextNormalizer()
    var grown: [Unicode.Scalar] = []
    for scalar in (0..<0x11000).compactMap(Unicode.Scalar.init) {
      folder.removeAll()
      folder.append(String(scalar))
      if folder.bytes.count > 3 * UTF8.width(scalar) + 1 { grown.append(scalar) }
    }
    #expect(grown == [])
  }
}
