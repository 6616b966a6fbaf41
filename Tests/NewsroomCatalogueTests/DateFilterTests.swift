import NewsroomModel
import NewsroomTestSupport
import Testing

@testable import NewsroomCatalogue

@Suite("Dates of what goes on for long")
struct DateFilterTests {
  private static func event(_ id: String, _ start: String, _ end: String?) -> (String, String) {
    let end = end.map { #", "end_date": "\#($0)""# } ?? ""
    return ("events/\(id).json", #"{"id": "\#(id)", "name": "\#(id)", "start_date": "\#(start)"\#(end)}"#)
  }

  private static func catalogue(_ events: [(String, String)]) throws -> (Fixture, Catalogue) {
    let fixture = try Fixture(Dictionary(uniqueKeysWithValues: events))
    return (fixture, try fixture.updated())
  }

  @Test(
    "A span is found by any part of it",
    arguments: [
      ("after:2023", ["months"]), ("after:2024-01-05", ["months"]), ("after:2024-01-20", []),
      ("before:2023-05-10", ["months", "decades"]), ("before:2023-05-01", ["decades"]), ("on:2023-08-15", ["months"]),
      ("on:2023-08", ["months"]), ("on:2023-04-30", []), ("year:2015", ["decades"]), ("on:2015-03-09", ["decades"]),
      ("year:2021", ["decades"]), ("on:1990-02-01", []), ("on:1990-03-04", ["decades"]), ("year:2022", []),
      ("since:2024", ["months"]), ("since:2024-01-21", []), ("since:2021", ["months", "decades"]),
      ("until:2023-05", ["months", "decades"]), ("until:2023-04", ["decades"]), ("until:9999", ["months", "decades"]),
      ("since:0001", ["months", "decades"]), ("after:9999", []), ("until:0001", []),
    ])
  func aSpanIsFoundByAnyPartOfIt(query: String, expected: [String]) throws {
    let (fixture, catalogue) = try Self.catalogue([
      Self.event("months", "2023-05-01", "2024-01-20"), Self.event("decades", "1990-03-03", "2021-06-01"),
    ])
    #expect(try Set(catalogue.ids(.events, query)) == Set(expected))
    withExtendedLifetime(fixture) {}
  }

  @Test(
    "Dates that complete a value are counted as the query that has them counts, latest first",
    arguments: [QueryField.year, .on, .before, .after, .since, .until])
  func datesThatCompleteAValueAreCountedAsTheQueryThatHasThemCountsLatestFirst(field: QueryField) throws {
    let (fixture, catalogue) = try Self.catalogue([
      Self.event("months", "2023-05-01", "2024-01-20"), Self.event("decades", "1990-03-03", "2021-06-01"),
      Self.event("year", "2023", nil), Self.event("day", "2021-04-05", nil),
    ])
    for (typed, rest) in [("", ""), ("2", ""), ("202", "-day"), ("2021", "day OR decades")] {
      let request = ListRequest(.events, query: "\(rest) \(field):\(typed)")
      let values = try catalogue.completions(field: field, prefix: typed, in: request)
      #expect(!values.isEmpty && values.map(\.value) == values.map(\.value).sorted(by: >))
      for value in values {
        let query = Query(rest).including(field, value.value).description
        #expect(try catalogue.count(ListRequest(.events, query: query)) == value.count, "\(query)")
      }
    }
    withExtendedLifetime(fixture) {}
  }

  /// A date between 2019 and 2027, or in the last centuries, as exact as chance has it.
  private static func date(_ random: inout SeededGenerator) -> PartialDate {
    let isOld = Int.random(in: 0..<6, using: &random) == 0
    let year = Int.random(in: isOld ? 1800...2000 : 2019...2027, using: &random)
    let month = Int.random(in: 1...12, using: &random)
    let day = Int.random(in: 1...31, using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return PartialDate(year: year) ?? PartialDate(dayNumber: 0)
    case 1: return PartialDate(year: year, month: month) ?? PartialDate(dayNumber: 0)
    default: return PartialDate(year: year, month: month, day: day) ?? PartialDate(dayNumber: 0)
    }
  }

  @Test("What date filters find is what the intervals say", arguments: [1, 2, 3, 4] as [UInt64])
  func whatDateFiltersFindIsWhatTheIntervalsSay(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var spans: [String: ClosedRange<Int>] = [:]
    var events: [(String, String)] = []
    for index in 0..<120 {
      let (start, end) = (Self.date(&random), Int.random(in: 0..<4, using: &random) == 0 ? nil : Self.date(&random))
      if let end, end.lastDay < start.firstDay { continue }
      spans["e\(index)"] = start.firstDay...(end ?? start).lastDay
      events.append(Self.event("e\(index)", start.description, end?.description))
    }
    let (fixture, catalogue) = try Self.catalogue(events)
    for _ in 0..<80 {
      let date = Self.date(&random)
      let asked = date.firstDay...date.lastDay
      let tests: [(String, (ClosedRange<Int>) -> Bool)] = [
        ("on", { $0.overlaps(asked) }), ("before", { $0.lowerBound < asked.lowerBound }),
        ("after", { $0.upperBound > asked.upperBound }), ("since", { $0.upperBound >= asked.lowerBound }),
        ("until", { $0.lowerBound <= asked.upperBound }),
      ]
      for (field, isMet) in tests {
        let expected = Set(spans.filter { isMet($0.value) }.keys)
        let found = try Set(catalogue.ids(.events, "\(field):\(date)"))
        let wrong = found.symmetricDifference(expected).map { id in events.first { $0.0.contains("/\(id).") }?.1 ?? "" }
        #expect(wrong == [], "\(field):\(date) with seed \(seed)")
      }
    }
    withExtendedLifetime(fixture) {}
  }
}
