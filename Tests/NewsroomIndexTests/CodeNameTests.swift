import Collation
import Testing

@Suite("Names of codes")
struct CodeNameTests {
  @Test(
    "A country has the name that ICU knows",
    arguments: [
      ("KE", "Kenya"), ("ch", "Switzerland"), ("QQ", nil), ("K", nil), ("Kenya", nil), ("é1", nil), ("", nil),
    ]
  )
  func country(code: String, name: String?) { #expect(CodeNames.country(code) == name) }

  @Test(
    "A language has the name that ICU knows, with its script",
    arguments: [
      ("ar", "Arabic"), ("zh-hans", "Chinese (Simplified)"), ("en-gb", "English (United Kingdom)"), ("qqq", nil),
      ("not a tag", nil), ("-", nil), ("", nil), ("x", nil),
    ])
  func language(tag: String, name: String?) { #expect(CodeNames.language(tag) == name) }
}
