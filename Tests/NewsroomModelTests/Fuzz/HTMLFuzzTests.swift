import Foundation
import NewsroomTestSupport
import Testing

@testable import NewsroomModel

/// Tag soup for the HTML reader. `NEWSROOM_FUZZ_SECONDS` and `NEWSROOM_FUZZ_SEED` make the test longer or repeat it.
@Suite("HTML of any kind")
struct HTMLFuzzTests {
  @Test("gives blocks that hold no more than the text there was")
  func givesBlocksThatHoldNoMoreThanTheTextThereWas() {
    var random = Fuzz.random(2)
    Fuzz.rounds(atLeast: 200) { check(HTMLSoup.text(&random)) }
  }

  private func check(_ html: String) {
    let blocks = Article.Body(format: .html, value: html).blocks
    let text = blocks.plainText
    // Marks before items of lists and between cells are a few characters for each tag.
    #expect(text.utf8.count <= 8 * html.utf8.count + 64, "\(html.debugDescription)")
    #expect(Article.Body(format: .html, value: html).blocks == blocks, "\(html.debugDescription)")
  }

  @Test(
    "costs time that grows with its length alone",
    arguments: [
      "<p>a", "<b>", "</b>", "<ul><li>", "<blockquote>", "<table><tr><td>", "<td>a", "&amp;", "<a href=x>b", "<!--",
      "<",
      "<br>", "a ", "<div>a</div>", "<pre>\n", "<i><p>", "<![CDATA[",
      "<svg>", "<p title='", "<p title=\">", "&aa", "<q>", "<q>a</q>", "<svg></svg>", "<script>",
    ])
  func costsTimeThatGrowsWithItsLengthAlone(unit: String) {
    #expect(
      Growth.isLinear(unit, from: 500) {
        let blocks = Article.Body(format: .html, value: $0).blocks
        _ = (blocks.plainText, blocks.readingText)
      })
  }
}
