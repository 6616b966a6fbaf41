import Collation
import NewsroomCatalogue
import NewsroomModel
import Testing

@Suite("Names of codes")
struct CodeNameTests {
  @Test(
    "A country has the name that ICU knows",
    arguments: [
      ("KE", "Kenya"), ("ch", "Switzerland"), ("QQ", nil), ("K", nil), ("Kenya", nil), ("é1", nil), ("", nil),
    ]
  )
  func aCountryHasTheNameThatICUKnows(code: String, name: String?) { #expect(CodeDisplayNames.country(code) == name) }

  @Test(
    "A language has the name that ICU knows, with its script",
    arguments: [
      ("ar", "Arabic"), ("zh-hans", "Chinese (Simplified)"), ("en-gb", "English (United Kingdom)"), ("qqq", nil),
      ("not a tag", nil), ("-", nil), ("", nil), ("x", nil),
    ])
  func aLanguageHasTheNameThatICUKnowsWithItsScript(tag: String, name: String?) {
    #expect(CodeDisplayNames.language(tag) == name)
  }

  @Test(
    "A country is found and completed by what the United Nations call it, and for short; one exactly so comes before others",
    arguments: [
      ("Viet Nam", ["VN"]), ("vietnam", ["VN"]), ("Republic of Korea", ["KR"]), ("korea", ["KP", "KR"]),
      ("USA", ["US"]),
      ("Türkiye", ["TR"]), ("Niger", ["NE"]), ("nige", ["NE", "NG"]), ("federation", ["RU"]),
    ])
  func aCountryIsFoundAndCompletedByWhatTheUnitedNationsCallItAndForShortOne(name: String, codes: [String]) throws {
    let all = ["VN", "KR", "KP", "US", "TR", "NE", "NG", "RU"]
    let organisations = all.map { #"{"id": "in-\#($0)", "name": "O", "country": "\#($0)"}"# }
    let catalogue = try Fixture(["organisations.json": "[\(organisations.joined(separator: ","))]"]).updated()
    #expect(try catalogue.ids(.organisations, "country:\"\(name)\"").sorted() == codes.map { "in-" + $0 })
    let values = try catalogue.completions(
      field: .country, prefix: name, in: ListRequest(.organisations, query: "country:"), limit: 20)
    #expect(Set(values.map(\.value)).isSuperset(of: codes))
  }
}
