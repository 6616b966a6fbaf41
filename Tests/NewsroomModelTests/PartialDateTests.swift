import Testing

@testable import NewsroomModel

@Suite("Partial dates")
struct PartialDateTests {
  @Test(
    "A date is read and printed as it was written",
    arguments: [
      "2024", "2024-06", "2024-06-07", "2024-02-29", "2024-06-07T10:51:42+02:00", "2024-06-07T10:51",
      "2013-05-16T04:01:00.123Z", "0044-03-15", "2024-06-07T24:00", "2016-12-31T23:59:60Z", "2024-06-07T10:30-0430",
      "2024-06-07T10:30:00,5+08",
    ])
  func aDateIsReadAndPrintedAsItWasWritten(_ text: String) throws { #expect(try PartialDate(text).description == text) }

  @Test("A date is read whatever of it is written as an escape")
  func aDateIsReadWhateverOfItIsWrittenAsAnEscape() {
    let text = TextOfFile(
      #"{"uri": "u", "versionCreated": "2024-06-07T10:30:00\u002B02:00", "bodies": [{"value": "x"}]}"#,
      path: "articles/u.json", kind: .article)
    #expect(text.articles.first?.published?.description == "2024-06-07T10:30:00+02:00")
    #expect(text.problems == [])
  }

  @Test(
    "What is no date is refused, and why",
    arguments: [
      ("2024-02-31", PartialDate.Fault.impossible), ("2023-02-29", .impossible), ("2024-13", .impossible),
      ("0000", .impossible),
      ("2024-06-00", .impossible), ("24-06-07", .malformed), ("2024-6-7", .malformed), ("2024/06/07", .malformed),
      ("", .malformed),
      ("2024-06-07 10:30", .malformed), ("2024-06T10:30", .malformed), ("2024-06-07T", .malformed),
      ("2024-06-07T25:00", .malformed),
      ("2024-06-07T24:59", .malformed), ("2024-06-07T10:30:61Z", .malformed), ("2024-06-07T10:30+99:99", .malformed),
      ("2024-06-07T10:30ZZZ", .malformed), ("2024-06-07T10:30-", .malformed), ("2024-06-07T10:30:", .malformed),
      ("2024-06-07T10:30:00.", .malformed), ("2024-06-07T1O:30", .malformed), ("2024-06-07T10:30+02:", .malformed),
      ("last week", .malformed), ("２０２４", .malformed),
    ])
  func whatIsNoDateIsRefusedAndWhy(_ text: String, _ fault: PartialDate.Fault) {
    #expect(throws: fault) { try PartialDate(text) }
  }

  @Test("A date is an interval of days", arguments: [("2024", 366), ("2023", 365), ("2024-02", 29), ("2024-02-29", 1)])
  func aDateIsAnIntervalOfDays(_ text: String, _ days: Int) throws {
    let date = try PartialDate(text)
    #expect(date.lastDay - date.firstDay + 1 == days)
    #expect(PartialDate(dayNumber: date.firstDay).firstDay == date.firstDay)
  }

  @Test("Of two that begin together, the one that ends first comes first")
  func ofTwoThatBeginTogetherTheOneThatEndsFirstComesFirst() throws {
    let sorted = try ["2024-01-01T09:00", "2024", "2023-12", "2024-01-01", "2024-01"].map { try PartialDate($0) }
      .sorted()
    #expect(sorted.map(\.description) == ["2023-12", "2024-01-01", "2024-01-01T09:00", "2024-01", "2024"])
  }

  @Test("Within a day times are compared by their zones, and days as they are written")
  func withinADayTimesAreComparedByTheirZonesAndDaysAsTheyAreWritten() throws {
    let texts = [
      "2024-06-07T00:30+14:00", "2024-06-07T10:30+02:00", "2024-06-07T09:00Z", "2024-06-07T09:30",
      "2024-06-07T23:00-10:00",
      "2024-06-08T01:00+09:00",
    ]
    #expect(try texts.reversed().map { try PartialDate($0) }.sorted().map(\.description) == texts)
  }
}
