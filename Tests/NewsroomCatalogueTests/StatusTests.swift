import NewsroomModel
import NewsroomTestSupport
import Testing

@testable import NewsroomCatalogue

/// Canceled articles are in no list that does not ask for a status; everything else that lists and counts must agree.
@Suite("Articles by status")
struct StatusTests {
  private struct Item {
    var uri: String
    var word: String
    var month: Int
    var status: PublishingStatus

    var json: String {
      let said =
        switch status {
        case .usable: month % 2 == 0 ? #""pubStatus":"usable","# : ""
        case .withheld: #""pubStatus":"withheld","embargoedUntil":"2030-01-01T00:00:00Z","#
        case .canceled: #""pubStatus":"canceled","#
        case .embargoed: #""embargoedUntil":"2030-01-01T00:00:00Z","#
        }
      return """
        {"uri":"\(uri)",\(said)"versionCreated":"2020-0\(month)-03","headlines":[{"value":"\(word) \(uri)"}],\
        "organisations":[{"literal":"o"}],"bodies":[{"contentType":"text/plain","value":"\(word)"}]}
        """
    }
  }

  private static let words = ["harbour", "library", "bridge"]

  private static func item(_ index: Int, _ random: inout SeededGenerator) -> Item {
    Item(
      uri: "urn:\(index)", word: words[random.below(3)], month: 1 + random.below(9),
      status: PublishingStatus.allCases[random.below(4)])
  }

  /// A query, whether it asks for a status, and what it asks of an item.
  private static let questions: [(query: String, asks: Bool, matches: @Sendable (Item) -> Bool)] = [
    ("", false, { _ in true }),
    ("harbour", false, { $0.word == "harbour" }),
    ("-harbour", false, { $0.word != "harbour" }),
    ("on:2020-05", false, { $0.month == 5 }),
    ("status:nonsense", false, { _ in false }),
    ("status:canceled", true, { $0.status == .canceled }),
    ("status:cancelled bridge", true, { $0.status == .canceled && $0.word == "bridge" }),
    ("-status:canceled", true, { $0.status != .canceled }),
    ("-status:usable", true, { $0.status != .usable }),
    ("status:withheld,canceled", true, { $0.status == .withheld || $0.status == .canceled }),
    ("status:emb", true, { $0.status == .embargoed }),
    ("library OR status:canceled", true, { $0.word == "library" || $0.status == .canceled }),
  ]

  @Test("Lists, orders, counts and facets are those of a plain scan, also after edits", arguments: 1...4)
  func listsOrdersCountsAndFacetsAreThoseOfAPlainScanAlsoAfterEdits(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var items = (0..<60).map { Self.item($0, &random) }
    let organisation = #"{"id":"o","name":"Office of Ports"}"#
    let fixture = try Fixture(["organisations/o.json": organisation])
    for item in items { try fixture.write(item.json, to: "articles/\(item.uri.dropFirst(4)).json") }
    let catalogue = try fixture.updated()
    for round in 0..<4 {
      try compare(catalogue, items, "seed \(seed) round \(round)")
      try compare(fixture.catalogue(), items, "opened anew, seed \(seed) round \(round)")
      for _ in 0..<10 {
        let index = random.below(items.count)
        items[index] = Self.item(index, &random)
        try fixture.write(items[index].json, to: "articles/\(index).json")
      }
      _ = try catalogue.update()
    }
  }

  private func compare(_ catalogue: Catalogue, _ items: [Item], _ note: String) throws {
    let shown = items.filter { $0.status != .canceled }
    // The very first page comes straight from an index, so it is asked for before anything else.
    #expect(try catalogue.page(ListRequest(.articles), range: 0..<10).total == shown.count, "\(note)")
    #expect(try catalogue.totals()[.article] == shown.count, "\(note)")
    #expect(try catalogue.organisationTree(ListRequest(.articles)).first?.count == shown.count, "\(note)")
    #expect(try catalogue.page(ListRequest(.organisations), range: 0..<1).rows.first?.count == shown.count, "\(note)")
    for question in Self.questions {
      let matches = (question.asks ? items : shown).filter(question.matches)
      let wanted = matches.map(\.uri).sorted()
      for order in NewsroomModel.SortOrder.allCases {
        let found = try catalogue.ids(.articles, question.query, sort: order)
        #expect(found.sorted() == wanted, "\(question.query) \(order), \(note)")
      }
      let months = try catalogue.ids(.articles, question.query).compactMap { id in items.first { $0.uri == id }?.month }
      #expect(months == months.sorted(by: >), "\(question.query), \(note)")
      try compareFacets(catalogue, question, items, note)
    }
  }

  private func compareFacets(
    _ catalogue: Catalogue, _ question: (query: String, asks: Bool, matches: @Sendable (Item) -> Bool), _ items: [Item],
    _ note: String
  ) throws {
    for facet in try catalogue.facets(ListRequest(.articles, query: question.query)) {
      for value in facet.values where facet.field != .status || !question.asks {
        // Days chosen before give way to another year or month.
        let others = facet.field == .year ? Query(question.query).droppingDates : Query(question.query)
        let query = others.including(value.depth == 0 ? facet.field : .on, value.value).description
        let count = try catalogue.count(ListRequest(.articles, query: query))
        #expect(value.count == count, "\(facet.field) \(value.value) of “\(question.query)”, \(note)")
      }
    }
    let statuses = try catalogue.facet(.status, ListRequest(.articles))?.values.map { [$0.value: $0.count] } ?? []
    for value in PublishingStatus.allCases {
      let count = items.count { $0.status == value }
      #expect(count == 0 || statuses.contains([value.rawValue: count]), "\(value), \(note)")
    }
  }

  @Test("A canceled article is opened by its address, marked, and offered nowhere by name")
  func aCanceledArticleIsOpenedByItsAddressMarkedAndOfferedNowhereByName() throws {
    let fixture = try Fixture([
      "articles/a.json":
        #"{"uri":"urn:a","pubStatus":"Cancelled","headlines":[{"value":"Harbour closed"}],"people":[{"literal":"p"}]}"#,
      "articles/b.json":
        #"{"uri":"urn:b","headlines":[{"value":"Harbour open"}],"people":[{"literal":"p"}]}"#,
      "people/p.json": #"{"id":"p","name":"Ada Harbour"}"#,
    ])
    let catalogue = try fixture.updated()
    let page = try catalogue.record(RecordAddress(.article, "urn:a"))
    #expect(page?.title == "Harbour closed")
    #expect(page?.facts.contains { $0.value == "canceled" } == true)
    #expect(try catalogue.records(called: "harbour", limit: 10).map(\.address.id).sorted() == ["p", "urn:b"])
    #expect(try catalogue.section(.articles, of: "person:p") == ["Harbour open"])
    #expect(try catalogue.index(of: RecordAddress(.article, "urn:a"), in: ListRequest(.articles)) == nil)
    let canceled = try catalogue.page(ListRequest(.articles, query: "status:canceled"), range: 0..<9)
    #expect(canceled.rows.map(\.mark) == ["canceled"])
    let offered = try catalogue.completions(field: .status, prefix: "c", in: ListRequest(.articles))
    #expect(offered.map(\.value) == ["canceled"])
  }

  @Test("A status that no article has is an empty list, not one without the filter")
  func aStatusThatNoArticleHasIsAnEmptyListNotOneWithoutTheFilter() throws {
    let fixture = try Fixture(["articles/a.json": #"{"uri":"urn:a"}"#])
    let catalogue = try fixture.updated()
    #expect(try catalogue.ids(.articles, "status:canceled") == [])
    let page = try catalogue.page(ListRequest(.articles, query: "status:cancled"), range: 0..<9)
    #expect(page.queryProblems.first?.message.contains("Did you mean “canceled”?") == true)
    #expect(page.total == 0)
  }
}
