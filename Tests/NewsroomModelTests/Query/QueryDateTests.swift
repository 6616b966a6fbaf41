import Testing

@testable import NewsroomModel

@Suite("Choosing years and months")
struct QueryDateTests {
  @Test(
    "A month takes the place of its year, a year that of its months; they are alternatives",
    arguments: [
      ("", "2024", "year:2024"), ("year:2024", "2024", ""), ("visit", "2024", "year:2024 visit"),
      ("year:2024", "2023", "year:2024,2023"), ("year:2024", "2024-05", "on:2024-05"),
      ("on:2024-05", "2024-06", "on:2024-05,2024-06"), ("on:2024-05,2024-06", "2024-05", "on:2024-06"),
      ("on:2024-05", "2024-05", "year:2024"), ("on:2024-05,2024-06", "2024", "year:2024"),
      ("year:2023,2024 visit", "2024-05", "on:2023,2024-05 visit"), ("on:2023,2024-05", "2024-05", "year:2023,2024"),
      ("on:2023,2024-05", "2023", "on:2024-05"), ("on:2024-05 kind:visit", "2023", "on:2024-05,2023 kind:visit"),
      ("-on:2024-05", "2024-05", ""), ("-year:2024", "2024", ""),
      ("year:2023 -on:2023-05", "2024", "year:2023,2024 -on:2023-05"),
    ])
  func aMonthTakesThePlaceOfItsYearAYearThatOfItsMonthsTheyAreAlternatives(query: String, date: String, result: String)
  {
    #expect(Set(parts(Query(query).togglingDate(date).description)) == Set(parts(result)))
  }

  private func parts(_ query: String) -> [Substring] { query.split(separator: " ") }
}

@Suite("Relative dates in queries")
struct RelativeQueryDateTests {
  @Test(
    "Days, spans of time and months are counted from today",
    arguments: [
      ("today", "2026-03-31"), ("Yesterday", "2026-03-30"), ("7d", "2026-03-24"), ("2w", "2026-03-17"),
      ("1m", "2026-02-28"), ("18m", "2024-09-30"), ("2y", "2024-03-31"), ("march", "2026-03"), ("may", "2025-05"),
      ("mar 2024", "2024-03"), ("september-2023", "2023-09"), ("2023 sept", "2023-09"), ("2024-06-07", "2024-06-07"),
    ])
  func daysSpansOfTimeAndMonthsAreCountedFromToday(text: String, date: String) throws {
    let today = try #require(PartialDate(year: 2026, month: 3, day: 31))
    #expect(try QueryDate.date(text, today: today).description == date)
  }

  @Test("Other words are no dates", arguments: ["soon", "d", "7x", "ma", "ju 2024", "m", "march 31 2024 x", ""])
  func otherWordsAreNoDates2(text: String) throws {
    let today = try #require(PartialDate(year: 2026, month: 3, day: 31))
    #expect(throws: PartialDate.Fault.self) { try QueryDate.date(text, today: today) }
  }
}
