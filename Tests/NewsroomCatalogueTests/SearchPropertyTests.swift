import NewsroomModel
import NewsroomTestSupport
import Testing

@testable import NewsroomCatalogue

/// What search finds is compared with what a plain scan of the records finds.
@Suite("Search against a plain scan")
struct SearchPropertyTests {
  private struct Item {
    var uri: String
    var words: [String]
    var language: String
    var month: String
  }

  private static let vocabulary = [
    "unesco", "Université", "education", "educate", "visit", "Shenzhen", "高等教育", "教育部", "образование", "وفد", "a", "ab",
    "abc",
    "abcd", "Geneva", "joint", "research", "micro-certification", "Østtveit",
  ]

  private static func items(_ count: Int, _ random: inout SeededGenerator) -> [Item] {
    (0..<count).map { index in
      let words = (0..<3 + random.below(9)).map { _ in vocabulary[random.below(vocabulary.count)] }
      return Item(
        uri: "urn:\(index)", words: words, language: ["en", "fr", "zh"][random.below(3)],
        month: "2020-0\(1 + random.below(9))")
    }
  }

  private static func json(_ item: Item) -> String {
    let split = item.words.count / 2
    return """
      {"uri":"\(item.uri)","language":"\(item.language)","versionCreated":"\(item.month)-03",\
      "headlines":[{"value":"\(item.words[..<split].joined(separator: " "))"}],\
      "bodies":[{"contentType":"text/html","value":"<p>\(item.words[split...].joined(separator: " "))</p>"}]}
      """
  }

  @Test("Words, beginnings, phrases, negations and filters find the same", arguments: 1...4)
  func wordsBeginningsPhrasesNegationsAndFiltersFindTheSame(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let items = Self.items(150, &random)
    let fixture = try Fixture(["articles/all.jsonl": items.map(Self.json).joined(separator: "\n")])
    // Without limits all of a phrase is looked for; with them the first rows are, and the rest is counted later.
    let cost = seed % 2 == 0 ? 0 : 4_000
    let catalogue = try fixture.updated(
      SearchLimits(longestWalk: 0, longestOpenWalk: 0, phraseLookUpCost: cost, maxRanked: 5))
    for _ in 0..<80 {
      let (query, matches) = Self.question(&random)
      let expected = items.filter(matches).map(\.uri).sorted()
      try Self.expectFirstRows(query, in: catalogue)
      #expect(try catalogue.ids(.articles, query).sorted() == expected, "\(query)")
      #expect(try catalogue.ids(.articles, query, sort: .relevance).sorted() == expected, "\(query)")
    }
  }

  /// Rows that come before the count are the first ones of the whole list, or, while a quotation is open, of one that has all of
  /// them.
  private static func expectFirstRows(_ query: String, in catalogue: Catalogue) throws {
    let request = ListRequest(.articles, query: query)
    let early = try catalogue.page(request, range: 3..<12, allowsDeferredCount: true)
    if early.isProvisional {
      let all = try catalogue.page(request, range: 0..<150, allowsDeferredCount: true).rows.map(\.address.id)
      #expect(early.total == nil && query.contains("\""))
      #expect(early.rows.map(\.address.id) == Array(all.dropFirst(3).prefix(9)))
      #expect(try Set(catalogue.ids(.articles, query)).isSubset(of: all), "\(query)")
      #expect(try !catalogue.page(request, range: 3..<12, allowsDeferredCount: true).isProvisional, "\(query)")
      return
    }
    let count = try catalogue.count(request)
    let whole = try catalogue.page(request, range: 3..<12)
    #expect(whole.rows.starts(with: early.rows) && whole.total == count, "\(query)")
    if let total = early.total { #expect(total == count && early == whole, "\(query)") }
  }

  /// A query and the same question asked of an item.
  private static func question(_ random: inout SeededGenerator) -> (String, (Item) -> Bool) {
    let word = vocabulary[random.below(vocabulary.count)]
    let other = vocabulary[random.below(vocabulary.count)]
    let (folded, second) = (TextNormalizer.words(of: word), TextNormalizer.words(of: other))
    switch random.below(9) {
    case 7:
      // The quotation is not closed, so its last word may go on; a shorter beginning is not looked for side by side.
      guard let last = second.last, last.unicodeScalars.count >= 4 || Postings.isSingle(last) else {
        return ("\"\(word)\"", { has(folded, $0) })
      }
      let beginning = Postings.isSingle(last) ? last : String(last.prefix(3))
      let typed = (folded + second.dropLast() + [beginning]).joined(separator: " ")
      return ("\"\(typed)", { hasOpen(folded + second.dropLast(), beginning, $0) })
    case 8:
      return ("\"\(word) \(other)\" lang:en", { $0.language == "en" && has(folded + second, $0) })
    case 0: return ("\"\(word)\"", { has(folded, $0) })
    case 1: return ("\"\(word) \(other)\"", { has(folded + second, $0) })
    case 2: return ("\"\(word)\" -\"\(other)\"", { has(folded, $0) && !has(second, $0) })
    case 3: return ("\"\(word)\" OR \"\(other)\"", { has(folded, $0) || has(second, $0) })
    case 4:
      let beginning = String((folded.first ?? "").prefix(1 + random.below(5)))
      return (
        beginning,
        { item in all(item).contains { $0.hasPrefix(beginning) } || has(TextNormalizer.words(of: beginning), item) }
      )
    case 5: return ("lang:fr \"\(word)\"", { $0.language == "fr" && has(folded, $0) })
    default: return ("on:2020-05 \"\(word)\"", { $0.month == "2020-05" && has(folded, $0) })
    }
  }

  private static func all(_ item: Item) -> [String] { item.words.flatMap(TextNormalizer.words) }

  /// Whether the words stand side by side in the headline or in the text.
  private static func has(_ words: [String], _ item: Item) -> Bool {
    let split = item.words.count / 2
    return [item.words[..<split], item.words[split...]].contains { part in
      let text = part.flatMap(TextNormalizer.words)
      return text.indices.contains { text[$0...].starts(with: words) }
    }
  }

  /// Whether the words stand side by side with one that begins so behind them.
  private static func hasOpen(_ words: [String], _ beginning: String, _ item: Item) -> Bool {
    let split = item.words.count / 2
    return [item.words[..<split], item.words[split...]].contains { part in
      let text = part.flatMap(TextNormalizer.words)
      return text.indices.contains { index in
        let rest = text[index...].dropFirst(words.count)
        return text[index...].starts(with: words) && rest.first?.hasPrefix(beginning) ?? false
      }
    }
  }

  @Test("No query text makes an error, none empties the list where something of it can be applied", arguments: 0..<8)
  func noQueryTextMakesAnErrorNoneEmptiesTheListWhereSomethingOfItCanBeApplied(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let fixture = try Fixture(Visit.files)
    let catalogue = try fixture.updated()
    let pieces = [
      "unesco", "org:", "unesco-ibe", "(", ")", "\"", "-", " OR ", " ", ",", "~", "*", "year:", "2024", ":", "é", "高等",
      "kind:x",
      "\u{202E}", "\u{0}", "'", ";", "NEAR(", "^", "\"\"", "role:", "person:bi", "{", "headline:", "%", "_",
    ]
    for _ in 0..<25 {
      let text = (0..<random.below(12)).map { _ in pieces[random.below(pieces.count)] }.joined()
      for list in ListKind.allCases {
        let page = try catalogue.page(ListRequest(list, query: text, sort: .relevance), range: 0..<20, highlight: true)
        #expect(page.rows.count == min(page.total ?? 0, 20), "\(text)")
      }
    }
  }
}
