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
  func toggling(query: String, date: String, result: String) {
    #expect(Set(parts(Query(query).togglingDate(date).description)) == Set(parts(result)))
  }

  private func parts(_ query: String) -> [Substring] { query.split(separator: " ") }
}
