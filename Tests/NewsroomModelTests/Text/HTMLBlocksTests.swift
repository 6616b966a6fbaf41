import NewsroomModel
import Testing

@Suite("HTML into blocks")
struct HTMLBlocksTests {
  private func blocks(_ html: String) -> [TextBlock] { Article.Body(format: .html, value: html).blocks }
  private func paragraph(_ text: String) -> TextBlock { .paragraph([TextRun(text)]) }

  @Test("Paragraphs and headings, spaces collapsed")
  func paragraphsAndHeadingsSpacesCollapsed() {
    #expect(
      blocks("<h2>On  the\n table</h2><p> One \n two </p>\n<p>three</p>") == [
        .heading(level: 2, [TextRun("On the table")]), paragraph("One two"), paragraph("three"),
      ])
  }

  @Test("Text outside any paragraph becomes one, before, between and after blocks")
  func textOutsideAnyParagraphBecomesOneBeforeBetweenAndAfterBlocks() {
    #expect(blocks("one<p>two</p>three<div>four</div>") == ["one", "two", "three", "four"].map(paragraph))
    #expect(blocks("just text") == [paragraph("just text")])
    #expect(blocks("") == [])
    #expect(blocks(" \n ") == [])
  }

  @Test("Emphasis and links are runs, with the spaces between words in their places")
  func emphasisAndLinksAreRunsWithTheSpacesBetweenWordsInTheirPlaces() {
    #expect(
      blocks(#"<p>See <a href="https://ibe.unesco.org">the  <b>bureau</b></a>, <em>please</em>.</p>"#) == [
        .paragraph([
          TextRun("See "), TextRun("the ", target: .url("https://ibe.unesco.org")),
          TextRun("bureau", emphasis: .strong, target: .url("https://ibe.unesco.org")), TextRun(", "),
          TextRun("please", emphasis: .emphasised), TextRun("."),
        ])
      ])
  }

  @Test("Raised and lowered digits stay apart from those before them; other text is kept as it is")
  func raisedAndLoweredDigitsStayApartFromThoseBeforeThemOtherTextIsKeptAsItIs() {
    #expect(
      blocks("<p>10<sup>6</sup> m<sup>2</sup>, CO<sub>2</sub>, 10<sup>-12</sup>, in 2024<sup> 3</sup>; 4") == [
        paragraph("10⁶ m², CO₂, 10⁻¹², in 2024 ³; 4")
      ])
    #expect(blocks("the 1<sup>st</sup>, see<sup>[1]</sup> 2<sup>nd</sup>3") == [paragraph("the 1st, see[1] 2nd3")])
    #expect(blocks("a<sup>1<sub>2</sub>3") == [paragraph("a¹₂³")])
    #expect(SearchNormalizer.fold("CO₂ 10⁶") == "co2 106")
  }

  @Test("Lists nest, ordered ones know where they start")
  func listsNestOrderedOnesKnowWhereTheyStart() {
    #expect(
      blocks("<ol start=3><li>one<ul><li>a</li><li>b</li></ul></li><li><p>two</p></li></ol>") == [
        .list(
          ordered: true, start: 3,
          items: [
            [paragraph("one"), .list(ordered: false, start: 1, items: [[paragraph("a")], [paragraph("b")]])],
            [paragraph("two")],
          ])
      ])
  }

  @Test("What stands in a list outside its items belongs to the item before, or stands before the list")
  func whatStandsInAListOutsideItsItemsBelongsToTheItemBeforeOrStandsBeforeThe() {
    let nested = TextBlock.list(ordered: false, start: 1, items: [[paragraph("nested")]])
    #expect(
      blocks("<ul><li>first</li><ul><li>nested</li></ul><li>second</li></ul>") == [
        .list(ordered: false, start: 1, items: [[paragraph("first"), nested], [paragraph("second")]])
      ])
    #expect(
      blocks("<ul>text<li>x</ul>") == [paragraph("text"), .list(ordered: false, start: 1, items: [[paragraph("x")]])])
    #expect(
      blocks("<ol><li>one</li><p>stray</p><li>two</li>end<hr></ol>") == [
        .list(
          ordered: true, start: 1,
          items: [[paragraph("one"), paragraph("stray")], [paragraph("two"), paragraph("end"), .rule]])
      ])
    #expect(blocks("<ul><ul><li>nested</ul></ul>") == [nested])
  }

  @Test(
    "A list begins at a number that can be counted on from",
    arguments: [
      ("3", 3), ("-7", -7), ("9223372036854775807", 900_000_000), ("-9223372036854775808", -900_000_000),
      ("9223372036854775808", 1), ("x", 1),
    ])
  func aListBeginsAtANumberThatCanBeCountedOnFrom(written: String, start: Int) {
    #expect(
      blocks("<ol start=\(written)><li>one</li></ol>") == [
        .list(ordered: true, start: start, items: [[paragraph("one")]])
      ])
  }

  @Test(
    "A quote knows to whom it is attributed",
    arguments: [
      "<blockquote><p>Good.</p><footer>Tao Zhan</footer></blockquote>",
      "<blockquote><p>Good.</p><footer>— Tao Zhan</footer></blockquote>",
      "<blockquote><p>Good.</p><p>— Tao Zhan</p></blockquote>",
      "<figure><blockquote><p>Good.</p></blockquote><figcaption>Tao Zhan</figcaption></figure>",
    ])
  func aQuoteKnowsToWhomItIsAttributed(_ html: String) {
    #expect(blocks(html) == [.quote([paragraph("Good.")], attribution: [TextRun("Tao Zhan")], isParaphrase: false)])
  }

  @Test("A cite that stands alone in a quote is its attribution, among words it is emphasis")
  func aCiteThatStandsAloneInAQuoteIsItsAttributionAmongWordsItIsEmphasis() {
    let name = TextRun("Tao Zhan", emphasis: .emphasised)
    #expect(
      blocks("<blockquote><p>Good.</p><cite>Tao Zhan</cite></blockquote>") == [
        .quote([paragraph("Good.")], attribution: [name], isParaphrase: false)
      ])
    #expect(
      blocks("<blockquote><p><cite>Tao Zhan</cite> agreed.</p></blockquote>") == [
        .quote([.paragraph([name, TextRun(" agreed.")])], attribution: nil, isParaphrase: false)
      ])
  }

  @Test("A paraphrase is marked by its class")
  func aParaphraseIsMarkedByItsClass() {
    #expect(
      blocks("<blockquote class='wide paraphrase'>He agreed.</blockquote>") == [
        .quote([paragraph("He agreed.")], attribution: nil, isParaphrase: true)
      ])
  }

  @Test("Figures show their captions, else the text of their picture")
  func figuresShowTheirCaptionsElseTheTextOfTheirPicture() {
    #expect(
      blocks("<figure><img alt='x' src=a><figcaption>Left, <b>right</b></figcaption></figure>") == [
        .figure(caption: [TextRun("Left, "), TextRun("right", emphasis: .strong)])
      ])
    #expect(blocks("<figure><img alt='Two people'></figure>") == [.figure(caption: [TextRun("Two people")])])
    #expect(blocks("<figure><img src=a></figure>") == [])
    #expect(blocks("<figure><img alt=x><figcaption> </figcaption></figure>") == [.figure(caption: [TextRun("x")])])
  }

  @Test("Asides hold blocks")
  func asidesHoldBlocks() {
    #expect(
      blocks("<aside><h2>About IBE</h2><p>Founded in 1925.</p></aside>") == [
        .aside([.heading(level: 2, [TextRun("About IBE")]), paragraph("Founded in 1925.")])
      ])
  }

  @Test("Tables keep rows and cells, and know whether the first row is a header")
  func tablesKeepRowsAndCellsAndKnowWhetherTheFirstRowIsAHeader() {
    #expect(
      blocks("<table><tr><th>Year</th><th>n</th></tr><tr><td>2024</td><td><p>1</p><p>2</p></td></tr></table>") == [
        .table(
          rows: [
            [[TextRun("Year")], [TextRun("n")]],
            [[TextRun("2024")], [TextRun("1"), TextRun("\n"), TextRun("2")]],
          ], hasHeader: true)
      ])
  }

  @Test("What stands in a table outside its cells, or in preformatted text as a block, is kept")
  func whatStandsInATableOutsideItsCellsOrInPreformattedTextAsABlockIsKept() {
    #expect(
      blocks("<table><tr>a<td>b</td></tr></table>") == [
        paragraph("a"), .table(rows: [[[TextRun("b")]]], hasHeader: false),
      ])
    #expect(
      blocks("<pre><img alt=a>b<aside>c</aside>d</pre>") == [
        .figure(caption: [TextRun("a")]), .preformatted("b"), .aside([paragraph("c")]), .preformatted("d"),
      ])
  }

  @Test(
    "Where there is nothing to be seen there is no block",
    arguments: [
      "<p>&nbsp;</p>", "&nbsp;&#160;<br>", "<p>&#8203;</p>", "<table><tr><td>&nbsp;</td><td></td></tr></table>",
      "<p title=\"1 > 0\"></p>", "<ul><li>&nbsp;</li></ul>", "<pre> \n</pre>",
    ])
  func whereThereIsNothingToBeSeenThereIsNoBlock(html: String) {
    #expect(blocks(html) == [])
  }

  @Test("Rules, line breaks and preformatted text")
  func rulesLineBreaksAndPreformattedText() {
    #expect(
      blocks("<p>one<br>two<br></p><hr><pre>a\n  b</pre>") == [
        paragraph("one\ntwo"), .rule, .preformatted("a\n  b"),
      ])
  }

  @Test("Script, style and head are dropped, unknown tags keep their text")
  func scriptStyleAndHeadAreDroppedUnknownTagsKeepTheirText() {
    let html =
      "<head><title>T</title></head><style>p{}</style><p>a<script>alert(1)</script><blink>b</blink></p><x-y>c</x-y>"
    #expect(blocks(html).plainText == "ab\nc")
    #expect(blocks("<p>a<script src=x />b<svg>c<p>d<script>e").plainText == "abc\nd")
  }

  @Test("Entities are characters, also beyond Latin")
  func entitiesAreCharactersAlsoBeyondLatin() {
    #expect(blocks("<p>&eacute;&nbsp;&#x9ad8;&amp; 高等教育 العربية</p>") == [paragraph("é\u{A0}高& 高等教育 العربية")])
  }

  @Test(
    "Characters by number and name are those that HTML means",
    arguments: [
      ("don&#146;t 2010&#150;2012 &#x80;5", "don’t 2010–2012 €5"), ("a&#129;b&#0;c&#1;d&#xD800;e", "abcde"),
      ("caf&eacute du R&ampD AT&T &copyright", "café du R&D AT&T ©right"), ("&#233 &#xe9x &#; &#x;", "é éx &#; &#x;"),
      ("&Zcaron;&lstrok;&Scedil;&zdot;&odot;&aring;", "ŽłŞż&odot;å"),
      ("&apos;&apos &amp;lt; &lt;b>", "'&apos &lt; <b>"),
      ("<![if !mso]>a<![endif]><!--[if mso]>b<![endif]-->", "a"), ("<![CDATA[1 &lt; 2]]>", "1 < 2"),
    ])
  func charactersByNumberAndNameAreThoseThatHTMLMeans(html: String, text: String) {
    #expect(blocks(html) == [paragraph(text)])
  }

  @Test("A quote means something only where a value begins, and in an address only whole names are characters")
  func aQuoteMeansSomethingOnlyWhereAValueBeginsAndInAnAddressOnlyWholeNamesAre() {
    #expect(blocks("<p class=\"x\"\">one</p><p title=it's>two</p><p title='>three").plainText == "one\ntwo\nthree")
    let link = "<a title=\"a > b\" href='?a=1&copy=2&amp;b=&eacute;&lt;\"'>x</a>"
    #expect(blocks(link) == [.paragraph([TextRun("x", target: .url("?a=1&copy=2&b=é<\""))])])
  }

  @Test("A charset that the text declares changes nothing")
  func aCharsetThatTheTextDeclaresChangesNothing() {
    #expect(blocks("<meta charset='latin1'><p>Østtveit</p>").plainText == "Østtveit")
  }

  @Test("Whatever is open at the end is closed")
  func whateverIsOpenAtTheEndIsClosed() {
    #expect(blocks("<ul><li>one<li>two<blockquote>three").plainText == "one\ntwo\nthree")
    #expect(blocks("</p></ul>one</b>").plainText == "one")
  }

  @Test("Nesting without end costs neither the text nor the stack")
  func nestingWithoutEndCostsNeitherTheTextNorTheStack() {
    for tag in ["div", "blockquote", "ul><li", "b", "table><tr><td", "aside"] {
      let html = String(repeating: "<\(tag)>", count: 20_000) + "deep"
      #expect(blocks(html).plainText == "deep", "\(tag)")
    }
  }

  @Test("Plain text is split at empty lines, or at lines where it has no empty ones")
  func plainTextIsSplitAtEmptyLinesOrAtLinesWhereItHasNoEmptyOnes() {
    #expect(Article.Body(format: .plain, value: "one\ntwo\n\n three ").blocks == ["one\ntwo", "three"].map(paragraph))
    #expect(Article.Body(format: .plain, value: "one\ntwo").blocks == ["one", "two"].map(paragraph))
  }
}
