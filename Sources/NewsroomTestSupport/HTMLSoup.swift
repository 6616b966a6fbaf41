/// Tags, attributes and texts in no order, as they are found where nobody closes what was opened.
package enum HTMLSoup {
  private static let names = [
    "p", "div", "b", "em", "a", "ul", "ol", "li", "table", "tr", "td", "th", "caption", "blockquote", "footer", "pre",
    "code",
    "figure", "figcaption", "img", "br", "hr", "h1", "h6", "aside", "script", "style", "title", "html", "body", "head",
    "svg", "iframe", "template", "textarea", "select", "dl", "dt", "dd", "x-y", "sup", "q", "details", "summary",
    "big", "noscript", "object", "embed", "cite", "menu", "P", "legend", "center", "nobr", "button", "BR",
    "hl1", "byline",
  ]
  private static let pieces = [
    "text", " ", "\n", "\u{A0}", "高等教育", "التعليم", "&amp;", "&#0;", "&#x110000;", "&nosuch;", "&", "<", ">", "<!--",
    "-->",
    "caf&eacute", "&#146;", "&Zcaron;", "&ampx", "<![if !mso]>", "<![endif]>", "<!-->", "<?xml encoding=x?>",
    "<![CDATA[", "]]>", "<?x", "<!DOCTYPE", "</", "/>", "\"", "'", "=", "\u{0}", "\u{1B}[2J", "\u{202E}", "\u{FEFF}",
  ]
  private static let attributes = [
    "", " href=\"https://x.org/a?b=c&d\"", " href=javascript:x", " start=-99999999999999999999", " start=x",
    " colspan=1e9",
    " rowspan=4294967296", " src='a.png' alt=\"b", " class", " =",
    " style=\"display:none\"", " title=\"\u{1B}]\"",
    " class=\"x\"\"", " title=it's", " alt=word", " alt='two &amp; more'", " /", " src=x />y<i", " title=\"1 > 0\"",
    "/",
  ]

  /// Up to forty pieces.
  package static func text(_ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...40, using: &random)).map { _ in
      let name = names.randomElement(using: &random) ?? "p"
      switch Int.random(in: 0..<5, using: &random) {
      case 0: return "</\(name)>"
      case 1, 2: return "<\(name)\(attributes.randomElement(using: &random) ?? "")>"
      default: return pieces.randomElement(using: &random) ?? ""
      }
    }.joined()
  }
}
