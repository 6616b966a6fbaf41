import Foundation
import NewsroomModel
import NewsroomTestSupport
import Testing

@testable import NewsroomCatalogue

/// What is searched is not put into blocks, as what is shown is: what one reads must be found, and nothing else.
@Suite("Words of a body for search")
struct SearchTextExtractionTests {
  private func words(_ text: String) -> Set<String> { Set(TextNormalizer.words(of: text)) }

  /// The words that search has of a body, and those that a reader sees.
  private func compare(_ html: String) -> (found: Set<String>, shown: Set<String>) {
    var folder = TextNormalizer()
    SearchTextExtractor.append(html: html, to: &folder)
    let found = Set(folder.words.map { String(decoding: folder.bytes[$0], as: UTF8.self) })
    return (found, words(Article.Body(format: .html, value: html).blocks.plainText))
  }

  @Test("Every word of the sample's bodies is found, and no other")
  func everyWordOfTheSamplesBodiesIsFoundAndNoOther() throws {
    let data = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../data").standardizedFileURL
    var count = 0
    for article in try DataDirectory(path: data.path()).load().articles {
      guard let body = article.body, body.format == .html else { continue }
      let (found, shown) = compare(body.value)
      #expect(found == shown, "\(article.uri): \(found.symmetricDifference(shown).sorted())")
      count += 1
    }
    #expect(count > 100)
  }

  @Test(
    "Characters by name, tags without end and text like markup are read alike",
    arguments: [
      "<p>&Aring;land &Scaron;koda &Omega; &rsquo;tis co&shy;operation a&nbsp;b &#201;cole &#xE9;t&#xe9;</p>",
      "AT&T &nosuch; R&D; 3 < 4 <5 a<b>c</b>d", "<p>one<p>two<br>three<li>four<td>five", "<p>a<!-- b -->c<!-- > d",
      "<script>no</script> yes <STYLE>no</STYLE> yes", "<a title='a > b' href=x>link</a>",
      "<x-y>own</x-y> tag</ p> 1 </2",
      "<h1>Head</h1>Text<hr>more<sup>2</sup>", "un<em>believ</em>able <span>wo</span><span>rds</span>",
      "un<big>believ</big>able <strike>st</strike>ri<dfn>ke</dfn>, t<tt>t</tt> <acronym>W</acronym>HO un<q>quo</q>ted",
      "<p class=\"x\"\">Geneva</p><p>Nairobi</p>", "<p title=it's>Geneva</p><p>Nairobi</p>",
      "<p title='>Geneva<p>Nairobi",
      "don&#146;t 2010&#150;2012 &#x80;5 ab&#0;cd&#x110000;ef &#1;g &#233 h &#; &#x;",
      "<p>caf&eacute du R&ampD &notit;",
      "&Zcaron;ivot &ccaron;&lstrok;", "a<![if !mso]>b<![endif]>c<!--[if mso]>d<![endif]-->e",
      "<![CDATA[ x <b>y</b> ]]> z",
      "<![CDATA[ x", "<?xml version=1 encoding=UTF-8?>text", "<!DOCTYPE html>text<!-->more<!--->rest",
      "<script src=x />text<script>no</script> <SCRIPT>no", "<noscript>shown</noscript> <embed src=x>text <head>head",
      "a<title>b</title>c<select><option>d</select>e<textarea>f<b>g</textarea>h<button>i</button>j<svg><text>k</text></svg>l",
      "<iframe>a</iframe><object>b<object>c</object>d</object><video>e</video><audio>f</audio><canvas>g</canvas>h",
      "<svg>never ended <p>goes on", "a</div>b</p>c</li>d", "<p>words <img alt=words> more",
      "<p><img alt='a&amp;b'>words",
      "<tr>a<td>b</td>c</tr><table>d<tr>e<td>f</td>g</tr></table>", "<blockquote>a<footer>b</footer><footer>c</footer>",
      "<figure><img alt=x><figcaption></figcaption></figure>", "<pre>a<p>b</p><ul><li>c</ul><img alt=d></pre>",
      "<ul>a<li>b</li>c<ul><li>d</ul><p>e</p><li>f</ul>", "<legend>a</legend>b<BR>c<br/>d</br>e", "a&nbsp;<wbr>b&shy;c",
    ])
  func charactersByNameTagsWithoutEndAndTextLikeMarkupAreReadAlike(html: String) {
    let (found, shown) = compare(html)
    #expect(found == shown, "found \(found.sorted()), shown \(shown.sorted())")
  }

  @Test("No phrase runs on from one block into the next, nor is shown as if it did")
  func noPhraseRunsOnFromOneBlockIntoTheNextNorIsShownAsIfItDid() {
    let html = "<p>alpha <b>beta</b><br>gamma</p><p>delta<ul><li>one</li><li>two</ul><td>three<td>four"
    var folder = TextNormalizer()
    SearchTextExtractor.append(html: html, to: &folder)
    let sign = "\u{F8FF}"
    let folded = String(decoding: folder.bytes, as: UTF8.self)
    #expect(folded == "alpha beta gamma \(sign) delta \(sign) one \(sign) two \(sign) three \(sign) four \(sign) ")
    let shown = Article.Body(format: .html, value: html).blocks.searchedText
    #expect(NormalizedText(shown).place(of: "beta gamma".utf8) != nil)
    for phrase in ["gamma delta", "one two", "three four"] {
      #expect(NormalizedText(shown).place(of: phrase.utf8) == nil)
    }
  }

  @Test(
    "Paragraphs of a plain text are apart, as they are shown",
    arguments: [
      ("one\ntwo\n \nthree\n", "one two | three | "), ("one\r\ntwo", "one | two | "),
      ("one\u{2029}\u{A0}\n\ntwo", "one | two | "),
      ("", ""),
    ])
  func paragraphsOfAPlainTextAreApartAsTheyAreShown(text: String, folded: String) {
    var folder = TextNormalizer()
    SearchTextExtractor.append(Article.Body(format: .plain, value: text), to: &folder)
    #expect(String(decoding: folder.bytes, as: UTF8.self).replacing("\u{F8FF}", with: "|") == folded)
  }

  /// The words of pictures: they are found, also where a caption or the words around them are shown instead.
  private func pictures(_ html: String) -> Set<String> {
    var (html, texts) = (html, "")
    html.withUTF8 { bytes in
      var scanner = HTMLScanner(bytes)
      while let piece = scanner.next() {
        if case .begin(.image, let tag) = piece { texts += " \(tag.value(of: "alt", in: bytes) ?? "")" }
      }
    }
    return words(texts)
  }

  /// Ends of elements within a line end the blocks that were begun in them and are open still, which only libxml2 knows.
  private static let lineEnds = ["a", "b", "em", "cite", "code", "sup"].map { "</\($0)>" }

  @Test("Whatever the tags, what is shown is found, and nothing else")
  func whateverTheTagsWhatIsShownIsFoundAndNothingElse() {
    var random = SeededGenerator(seed: 20_240_607)
    for _ in 0..<12_000 {
      // Reading removes control characters from all texts.
      let html = String(HTMLSoup.text(&random).unicodeScalars.filter { $0.value >= 0x20 || $0 == "\n" })
      guard !Self.lineEnds.contains(where: html.contains) else { continue }
      let (found, shown) = compare(html)
      #expect(shown.subtracting(found) == [], "not found: \(html.debugDescription)")
      #expect(found.subtracting(shown).subtracting(pictures(html)) == [], "not shown: \(html.debugDescription)")
    }
  }
}
