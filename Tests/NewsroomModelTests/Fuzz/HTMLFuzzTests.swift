import Foundation
import Testing

@testable import NewsroomModel

/// Tag soup for the HTML reader. `NEWSROOM_FUZZ_SECONDS` and `NEWSROOM_FUZZ_SEED` make the test longer or repeat it.
@Suite("HTML of any kind")
struct HTMLFuzzTests {
  private static let names = [
    "p", "div", "b", "em", "a", "ul", "ol", "li", "table", "tr", "td", "th", "caption", "blockquote", "footer", "pre",
    "code",
    "figure", "figcaption", "img", "br", "hr", "h1", "h6", "aside", "script", "style", "title", "html", "body", "head",
    "svg", "iframe", "template", "textarea", "select", "dl", "dt", "dd", "x-y", "sup", "q", "details", "summary",
  ]
  private static let pieces = [
    "text", " ", "\n", "\u{A0}", "高等教育", "التعليم", "&amp;", "&#0;", "&#x110000;", "&nosuch;", "&", "<", ">", "<!--",
    "-->",
    "<![CDATA[", "]]>", "<?x", "<!DOCTYPE", "</", "/>", "\"", "'", "=", "\u{0}", "\u{1B}[2J", "\u{202E}", "\u{FEFF}",
  ]
  private static let attributes = [
    "", " href=\"https://x.org/a?b=c&d\"", " href=javascript:x", " start=-99999999999999999999", " start=x",
    " colspan=1e9",
    " rowspan=4294967296", " src='a.png' alt=\"b", " class", " =",
    " style=\"display:none\"", " title=\"\u{1B}]\"",
  ]

  @Test("gives blocks that hold no more than the text there was")
  func holds() {
    var random = Fuzz.random(2)
    Fuzz.rounds(atLeast: 200) { check(Self.soup(&random)) }
  }

  private static func soup(_ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...40, using: &random)).map { _ in
      let name = names.randomElement(using: &random) ?? "p"
      switch Int.random(in: 0..<5, using: &random) {
      case 0: return "</\(name)>"
      case 1, 2: return "<\(name)\(attributes.randomElement(using: &random) ?? "")>"
      default: return pieces.randomElement(using: &random) ?? ""
      }
    }.joined()
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
      "<br>", "a ", "<div>a</div>", "<pre>\n", "<i><p>",
    ])
  func isLinear(unit: String) {
    #expect(Fuzz.isLinear(unit, from: 500) { _ = Article.Body(format: .html, value: $0).blocks.plainText })
  }
}
