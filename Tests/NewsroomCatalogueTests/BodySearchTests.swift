import Foundation
import NewsroomModel
import Testing

@testable import NewsroomCatalogue

@Suite("Search in the text of articles")
struct BodySearchTests {
  @Test(
    "What is shown is found, and a phrase within one paragraph, item or cell",
    arguments: [
      ("<p class=\"x\"\">Geneva</p><p>Nairobi</p>", "nairobi", "in text: “Geneva Nairobi”"),
      ("<p>delta</p><p>omega</p>", "\"delta omega\"", nil), ("<td>高<td>等", "\"高等\"", nil),
      ("<li>delta<br>omega", "\"delta omega\"", "in text: “delta omega”"),
      ("<p>delta</p><p>omega</p>", "delta omega", "in text: “delta omega”"),
      ("<p>Мои\u{306} дом", "мой", "in text: “Мои\u{306} дом”"), ("<p>\u{2BF}Abd", "abd", "in text: “\u{2BF}Abd”"),
      ("<img alt=altword>", "altword", "in text: “altword”"), ("<title>gone</title>", "gone", nil),
    ] as [(String, String, String?)])
  func whatIsShownIsFoundAndAPhraseWithinOneParagraphItemOrCell(html: String, query: String, match: String?) throws {
    let item: [String: Any] = [
      "uri": "urn:a", "headlines": [["value": "Headline"]], "bodies": [["contentType": "text/html", "value": html]],
    ]
    let text = String(decoding: try JSONSerialization.data(withJSONObject: item), as: UTF8.self)
    let fixture = try Fixture(["articles/a.json": text])
    let rows = try fixture.updated().page(ListRequest(.articles, query: query), range: 0..<5, highlight: true).rows
    #expect(rows.map(\.match) == (match == nil ? [] : [match]))
  }
}
