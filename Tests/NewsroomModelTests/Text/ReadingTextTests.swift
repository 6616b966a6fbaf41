import NewsroomModel
import Testing

/// What `show`, the pager, the clipboard, plain sessions and .txt files have of a text.
@Suite("Text for reading without a screen")
struct ReadingTextTests {
  private func text(_ html: String) -> String { Article.Body(format: .html, value: html).blocks.readingText }

  @Test(
    "Blocks are apart, and each is seen to be what it is",
    arguments: [
      ("<p>one</p><p>two<br>three</p>", "one\n\ntwo\nthree"),
      ("<p>one</p><h2>About</h2><p>two</p>", "one\n\nAbout\ntwo"),
      (
        "<p>by</p><ul><li>one</li><li>two<ol start=9><li>a</li><li>b</li></ol></li></ul><p>end</p>",
        "by\n\n• one\n• two\n  9. a\n  10. b\n\nend"
      ),
      (
        "<ol><li><p>one</p><p>more</p></li><li><blockquote><p>two</p></blockquote></li></ol>",
        "1. one\n   more\n2. > two"
      ),
      (
        "<blockquote><p>one</p><p>two</p><footer>Tao Zhan</footer></blockquote>", "> one\n>\n> two\n> — Tao Zhan"
      ),
      (
        "<blockquote class='paraphrase'><p>one</p><footer>Tao Zhan</footer></blockquote>",
        "> one\n> — Tao Zhan (paraphrased)"
      ),
      ("<figure><img><figcaption>The hall</figcaption></figure><p>one</p>", "[Picture] The hall\n\none"),
      ("<aside><h3>About IBE</h3><p>one</p><p>two</p></aside>", "│ About IBE\n│ one\n│\n│ two"),
      (
        "<table><tr><th>Year</th><th>n</th></tr><tr><td>2024</td><td><p>1</p><p>2</p></td></tr></table>",
        "Year | n\n2024 | 1 2"
      ),
      ("<p>one</p><hr><p>two</p>", "one\n\n* * *\n\ntwo"), ("<p>one</p><pre>a\n  b</pre>", "one\n\na\n  b"),
      ("", ""), ("<p> </p><ul><li></li></ul>", ""),
    ])
  func blocksAreApartAndEachIsSeenToBeWhatItIs(html: String, text: String) {
    #expect(self.text(html) == text)
  }

  @Test("A statement of several paragraphs stays on the line of its row")
  func aStatementOfSeveralParagraphsStaysOnTheLineOfItsRow() {
    let article = LinkTarget.record(RecordAddress(.article, "urn:a"))
    let row = PageRow(target: article, label: "One.\nTwo.", role: "A visit")
    #expect(PageSection(.statements, rows: [row]).plainText == "Statements\n  One. Two.  A visit  [article:urn:a]")
  }

  @Test("What is searched has the words alone, as before")
  func whatIsSearchedHasTheWordsAloneAsBefore() {
    let html = "<ul><li>one</li></ul><blockquote><p>two</p><footer>Tao Zhan</footer></blockquote>"
    #expect(Article.Body(format: .html, value: html).blocks.plainText == "one\ntwo\nTao Zhan")
  }
}
