import NewsroomModel
import Testing

@Suite("How dates are written")
struct DateFormTests {
  @Test(
    "A date is written by the reader's customs",
    arguments: [
      ("C.UTF-8", "7 June 2024"), ("en_GB.UTF-8", "7 June 2024"), ("en_US.UTF-8", "June 7, 2024"),
      ("fr_FR.UTF-8", "7 juin 2024"),
      ("es_ES", "7 de junio de 2024"), ("ru_RU.UTF-8", "7 июня 2024 г."), ("zh_CN.UTF-8", "2024年6月7日"),
    ])
  func aDateIsWrittenByTheReadersCustoms(locale: String, written: String) throws {
    let form = DateStyle.inEnvironment(["LANG": locale])
    #expect(try form.string(PartialDate("2024-06-07")) == written)
  }

  @Test(
    "What is unknown stays unknown",
    arguments: [("2024", "2024"), ("2024-06", "June 2024"), ("2024-06-07", "7 June 2024")])
  func whatIsUnknownStaysUnknown(date: String, written: String) throws {
    #expect(try DateStyle.english.string(PartialDate(date)) == written)
  }

  @Test("LC_ALL counts before LC_TIME before LANG, and the plain form knows no locale")
  func lcALLCountsBeforeLCTIMEBeforeLANGAndThePlainFormKnowsNoLocale() throws {
    let date = try PartialDate("2024-06-07T10:51:42+02:00")
    #expect(
      DateStyle.inEnvironment(["LC_ALL": "fr_FR", "LC_TIME": "en_US", "LANG": "C"]).string(date) == "7 juin 2024")
    #expect(DateStyle.iso.string(date) == "2024-06-07")
  }

  @Test("A span of one day is one date")
  func aSpanOfOneDayIsOneDate() throws {
    let (first, last) = (try PartialDate("2024-06-06"), try PartialDate("2024-06-08"))
    #expect(DateStyle.english.string(DateRange(first)) == "6 June 2024")
    #expect(DateRange(start: first, end: last).map(DateStyle.english.string) == "6 June 2024 – 8 June 2024")
  }
}
