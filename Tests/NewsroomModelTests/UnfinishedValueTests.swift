import NewsroomModel
import Testing

@Suite("The value being typed")
struct UnfinishedValueTests {
  @Test(
    "It is found at the end of the query alone, and completed in place",
    arguments: [
      ("kind:", "visit", "kind:visit"), ("robots kind:vi", "visit", "robots kind:visit"),
      ("org:~une", "unesco", "org:~unesco"), ("-org:une", "unesco", "-org:unesco"),
      ("year:2023,", "2024", "year:2023,2024"), ("tag:\"higher ed", "higher education", "tag:\"higher education\""),
      ("tag:hi", "higher education", "tag:\"higher education\""), ("高等 place:日", "日内瓦", "高等 place:日内瓦"),
      ("place:\"Paris,", "Paris, France", "place:\"Paris, France\""), ("tag:\"x:", "x:y", "tag:x:y"),
    ])
  func itIsFoundAtTheEndOfTheQueryAloneAndCompletedInPlace(query: String, value: String, result: String) throws {
    let unfinished = try #require(UnfinishedValue(endOf: query))
    #expect(unfinished.completed(in: query, with: value) == result)
  }

  @Test(
    "Elsewhere there is none",
    arguments: ["", "robots", "kind:visit ", "nofield:x", "kind:visit robots", "kind:\"a\"x"])
  func elsewhereThereIsNone(query: String) {
    #expect(UnfinishedValue(endOf: query) == nil)
  }
}
