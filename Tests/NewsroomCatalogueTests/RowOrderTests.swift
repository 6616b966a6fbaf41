import GRDB
import NewsroomModel
import NewsroomTestSupport
import Testing

@testable import NewsroomCatalogue

/// However the order of rows is found, by reading it on, by looking up dates one by one or from what was read before, it is the
/// same, also with hidden and undated articles and after edits.
@Suite("The order of rows")
struct RowOrderTests {
  private struct Item {
    var number: Int
    var words: [String]
    var date: String?
    var isCanceled: Bool

    init(_ number: Int, _ random: inout SeededGenerator) {
      self.number = number
      words = [(2, "half"), (12, "few"), (40, "rare")].filter { random.below($0.0) == 0 }.map(\.1)
      let day = random.below(28) + 1
      let month = "20\(10 + random.below(9))-0\(1 + random.below(9))"
      date = random.below(8) == 0 ? nil : "\(month)-\(day < 10 ? "0" : "")\(day)"
      isCanceled = random.below(6) == 0
    }

    var path: String { "articles/\(number).json" }
    var uri: String { "urn:\(number)" }
    var key: Int64 { DateSortKey.key(date.flatMap { try? PartialDate($0) }, id: uri) }

    var json: String {
      """
      {"uri":"\(uri)",\(date.map { #""versionCreated":"\#($0)","# } ?? "")\(isCanceled ? #""pubStatus":"canceled","# : "")\
      "headlines":[{"value":"\(words.joined(separator: " "))"}]}
      """
    }
  }

  /// A query, and whether it asks for canceled articles as well.
  private static let queries = [
    ("", false), (" status:usable,canceled", true), ("half", false), ("half status:usable,canceled", true),
    ("few", false), ("rare status:usable,canceled", true),
  ]

  private static let ways = [
    SearchLimits(), SearchLimits(orderStep: 1), SearchLimits(orderStep: 7, datesCost: 1_000_000, maxSelected: 0),
    SearchLimits(orderStep: 3, datesCost: 0), SearchLimits(orderStep: 2, datesCost: 1, maxSelected: 5),
  ]

  @Test("Sort dates order as dates do, by zone within a day and to two seconds")
  func sortDatesOrderAsDatesDoByZoneWithinADayAndToTwoSeconds() throws {
    let dates = try [
      "2023-12-31", "2024-01-01", "2024-01-01T00:30+14:00", "2024-01-01T10:30+02:00", "2024-01-01T09:00Z",
      "2024-01-01T09:00:02Z", "2024-01-01T23:59:60-12:00", "2024-01-01T23:59-23:59", "2024-01", "2024", "2024-01-02",
    ].map { try PartialDate($0) }
    #expect(dates.sorted() == dates)
    let keys = dates.map { DateSortKey.key($0, id: "x") }
    #expect(keys.sorted() == keys && Set(keys).count == keys.count)
    #expect(keys.allSatisfy(DateSortKey.isKnown) && !DateSortKey.isKnown(DateSortKey.key(nil, id: "x")))
  }

  @Test("It is the same whichever way it is found", arguments: 1...2 as ClosedRange<UInt64>)
  func itIsTheSameWhicheverWayItIsFound(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var items = Dictionary(uniqueKeysWithValues: (0..<60).map { ($0, Item($0, &random)) })
    let fixture = try Fixture(Dictionary(uniqueKeysWithValues: items.values.map { ($0.path, $0.json) }))
    let catalogues = try Self.ways.map { try fixture.updated($0) }
    for step in 0..<4 {
      for (way, catalogue) in catalogues.enumerated() {
        try Self.expectSets(items, in: catalogue)
        for (query, withHidden) in Self.queries {
          for sort in [NewsroomModel.SortOrder.newest, .oldest] {
            let request = ListRequest(.articles, query: query, sort: sort)
            let wanted = Self.expected(items, request, withHidden)
            // A few rows first, so that not everything was read when the next are asked for.
            for range in [2..<6, step..<20, 0..<1_000, 1..<Int.max] {
              let page = try catalogue.page(request, range: range)
              #expect(
                page.rows.map(\.address.id) == Array(wanted[range.clamped(to: 0..<wanted.count)]),
                "\(seed) \(step) way \(way) '\(query)' \(sort) \(range)")
              #expect(page.total == wanted.count)
            }
            let uri = wanted.isEmpty ? "urn:0" : wanted[random.below(wanted.count)]
            #expect(
              try catalogue.index(of: RecordAddress(.article, uri), in: request) == wanted.firstIndex(of: uri))
          }
        }
      }
      try Self.edit(&items, fixture, &random)
      _ = try catalogues[step % catalogues.count].update()
    }
  }

  private static func edit(_ items: inout [Int: Item], _ fixture: Fixture, _ random: inout SeededGenerator) throws {
    for _ in 0..<6 {
      let number = random.below(70)
      if let item = items[number], random.below(3) == 0 {
        try fixture.delete(item.path)
        items[number] = nil
      } else {
        let item = Item(number, &random)
        try fixture.write(item.json + String(repeating: " ", count: random.below(50)), to: item.path)
        items[number] = item
      }
    }
  }

  private static func expected(_ items: [Int: Item], _ request: ListRequest, _ withHidden: Bool) -> [String] {
    let word = request.query.split(separator: " ").first.map(String.init)
    let statuses = withHidden && request.query.hasPrefix(" ")
    let found = items.values.filter { item in
      (withHidden || !item.isCanceled) && (statuses || word == nil || item.words.contains(word ?? ""))
    }.sorted { $0.key > $1.key }
    guard request.sort == .oldest else { return found.map(\.uri) }
    return (found.filter { $0.date != nil }.reversed() + found.filter { $0.date == nil }).map(\.uri)
  }

  /// Postings tell the same articles as their rows.
  private static func expectSets(_ items: [Int: Item], in catalogue: Catalogue) throws {
    try catalogue.reading { database, state in
      for withHidden in [false, true] {
        let rows = try Int.fetchAll(
          database, sql: "SELECT number FROM record WHERE kind = 0 AND number > 0 AND is_hidden <= ? ORDER BY number",
          arguments: [withHidden])
        #expect(try state.set(of: .article, withHidden: withHidden, database).numbers == rows)
        #expect(rows.count == items.values.count { withHidden || !$0.isCanceled })
      }
      #expect(try state.records.entities(database).isEmpty)
    }
  }
}
