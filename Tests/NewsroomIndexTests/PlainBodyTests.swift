import Foundation
import NewsroomModel
import NewsroomTestSupport
import Testing

@testable import NewsroomIndex

/// What is searched is read by a faster reader than what is shown: what one reads must be found.
@Suite("Words of a body for search")
struct PlainBodyTests {
  private func words(_ text: String) -> Set<String> { Set(TextFolder.words(of: text)) }

  /// The words that search has of a body, and those that a reader sees.
  private func compare(_ html: String) -> (found: Set<String>, shown: Set<String>) {
    var folder = TextFolder()
    PlainBody.append(html: html, to: &folder)
    let found = Set(folder.words.map { String(decoding: folder.bytes[$0], as: UTF8.self) })
    return (found, words(Article.Body(format: .html, value: html).blocks.plainText))
  }

  @Test("Every word of the sample's bodies is found, and no other")
  func sample() throws {
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
    ])
  func alike(html: String) {
    let (found, shown) = compare(html)
    #expect(found == shown, "found \(found.sorted()), shown \(shown.sorted())")
  }

  /// Markup that nobody writes in a body, and that each reader ends in a way of its own.
  private static let foreign = ["<!", "<?", "alt=\"", "]]>", "<template"]

  @Test("Whatever the tags, what is shown is found")
  func soup() {
    var random = SeededGenerator(seed: 20_240_607)
    var count = 0
    for _ in 0..<6_000 {
      let html = HTMLSoup.text(&random)
      guard !Self.foreign.contains(where: html.contains) else { continue }
      let (found, shown) = compare(html)
      // Numbers before items of lists are set by the reader, and the end of what never began parts a word for search alone.
      let missing = shown.subtracting(found).filter { word in
        !found.sorted { $0.count > $1.count }.reduce(word) { $0.replacing($1, with: "") }.allSatisfy(\.isNumber)
      }
      #expect(missing == [], "\(html.debugDescription)")
      count += 1
    }
    #expect(count > 500)
  }
}
