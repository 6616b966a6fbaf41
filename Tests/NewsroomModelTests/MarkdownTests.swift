import NewsroomModel
import Testing

/// What is written as Markdown reads, in a reader of CommonMark, as what the data say. The right-hand sides were held against
/// such a reader (markdown-it-py).
@Suite("Pages as Markdown")
struct MarkdownTests {
  private func page(title: String = "T", _ change: (inout RecordPage) -> Void = { _ in }) -> String {
    var page = RecordPage(address: RecordAddress(.article, "a"), title: title)
    change(&page)
    return page.markdown
  }

  /// A text on a page with nothing else.
  private func text(_ blocks: TextBlock...) -> String {
    String(page { $0.text = blocks }.dropFirst("# T\n\n".count).dropLast())
  }

  @Test(
    "A headline is text, whatever it looks like, and stays on its line",
    arguments: [
      ("# 1 priority", ##"# \# 1 priority"##), ("C#", ##"# C\#"##), ("a * b * c", ##"# a \* b \* c"##),
      ("snake_case_", ##"# snake\_case\_"##), ("[sic] (x)", ##"# \[sic\] (x)"##), ("a `b` c", ##"# a \`b\` c"##),
      ("<b>not bold</b>", ##"# \<b\>not bold\</b\>"##), ("a | b", ##"# a \| b"##),
      ("~~a~~ &amp; b", ##"# \~\~a\~\~ \&amp; b"##),
      ("1. First", ##"# 1\. First"##), ("- dash", ##"# \- dash"##), ("+ plus", ##"# \+ plus"##),
      ("> quote", ##"# \> quote"##),
      (##"C:\new\"##, ##"# C:\\new\\"##), ("One\nTwo", "# One Two"), ("One\r\n- Two\u{2028}Three", "# One - Two Three"),
      ("Welcome!", "# Welcome!"), ("In 2024. And 3) so", "# In 2024. And 3) so"),
    ])
  func aHeadlineIsTextWhateverItLooksLikeAndStaysOnItsLine(title: String, markdown: String) {
    #expect(page(title: title) == markdown + "\n")
  }

  @Test(
    "A line of a paragraph begins no list, heading, quotation, table, code or rule",
    arguments: [
      ("- a", ##"\- a"##), ("  - a", ##" \- a"##), ("    code", " code"), ("1. a", ##"1\. a"##),
      ("12) a", ##"12\) a"##),
      ("+ a", ##"\+ a"##), ("---", ##"\---"##), ("===", ##"\==="##), ("# a", ##"\# a"##), ("> a", ##"\> a"##),
      ("```", ##"\`\`\`"##), ("a\n1. b", "a\\\n1\\. b"), ("a\n  - b", "a\\\n\\- b"), ("a\r\n=== b", "a\\\n\\=== b"),
      ("x\n    y", "x\\\ny"), ("12)a", "12)a"), ("1.5 million", "1.5 million"), ("1.", ##"1\."##),
      ("a | b\n--- | ---", "a \\| b\\\n\\--- \\| ---"),
    ])
  func aLineOfAParagraphBeginsNoListHeadingQuotationTableCodeOrRule(text: String, markdown: String) {
    #expect(self.text(.paragraph([TextRun(text)])) == markdown)
  }

  @Test(
    "An address is whole, whatever is in it, and only one of the web is a link",
    arguments: [
      ("https://x.example/a_(b)", "[x](<https://x.example/a_(b)>)"),
      ("https://x.example/a b", "[x](<https://x.example/a%20b>)"),
      ("https://x.example/<a>|`b`\\", "[x](<https://x.example/%3Ca%3E%7C%60b%60%5C>)"),
      ("https://x.example/?a=1&b=2", "[x](<https://x.example/?a=1&b=2>)"),
      ("https://x.example/?a=1&copy;=2", ##"[x](<https://x.example/?a=1\&copy;=2>)"##),
      ("HTTPS://x.example/\n", "[x](<HTTPS://x.example/%0A>)"), ("javascript:alert(1)", "x"), ("/relative", "x"),
    ])
  func anAddressIsWholeWhateverIsInItAndOnlyOneOfTheWebIsALink(url: String, markdown: String) {
    #expect(text(.paragraph([TextRun("x", target: .url(url))])) == markdown)
  }

  @Test("Marks of emphasis touch their words, and do not touch one another")
  func marksOfEmphasisTouchTheirWordsAndDoNotTouchOneAnother() {
    let bi = LinkTarget.record(RecordAddress(.person, "bi"))
    #expect(text(.paragraph([TextRun("a "), TextRun("b ", emphasis: .strong), TextRun("c")])) == "a **b** c")
    let runs = [TextRun("(", emphasis: .emphasised), TextRun("BI", emphasis: .emphasised, target: bi)]
    #expect(text(.paragraph(runs + [TextRun(")", emphasis: .emphasised)])) == "*(BI)*")
    #expect(text(.figure(caption: [TextRun(" A "), TextRun("hall", emphasis: .strong)])) == " *A hall*")
    let link = TextRun("x", target: .url("https://x"))
    #expect(text(.paragraph([TextRun("Look!"), link])) == ##"Look\![x](<https://x>)"##)
  }

  @Test("Text that stays as it is stands between longer rows of backticks than its own, also behind a list")
  func textThatStaysAsItIsStandsBetweenLongerRowsOfBackticksThanItsOwnAlso() {
    let list = TextBlock.list(ordered: false, start: 1, items: [[.paragraph([TextRun("a")])]])
    #expect(text(list, .preformatted("x\n  y")) == "- a\n\n```\nx\n  y\n```")
    #expect(text(.preformatted("````\nx")) == "`````\n````\nx\n`````")
  }

  @Test("Numbers that begin no list of Markdown's become ones that do")
  func numbersThatBeginNoListOfMarkdownsBecomeOnesThatDo() {
    let items: [[TextBlock]] = [[.paragraph([TextRun("a")])], [.paragraph([TextRun("b")])]]
    #expect(text(.list(ordered: true, start: 3, items: items)) == "3. a\n4. b")
    #expect(text(.list(ordered: true, start: -7, items: items)) == "0. a\n1. b")
    let read = Article.Body(format: .html, value: "<ol start=\(Int.max)><li>a</li><li>b</li></ol>").blocks
    #expect(read.map { text($0) } == ["900000000. a\n900000001. b"])
  }

  @Test("An article of a relation can be gone after: on the web where it is there, else by its address")
  func anArticleOfARelationCanBeGoneAfterOnTheWebWhereItIsThereElseByItsAddress() {
    let page = page {
      let web = LinkTarget.record(RecordAddress(.article, "https://x.example/1_a"))
      let date = try? DateRange(start: PartialDate("2024-06-07"), end: nil)
      $0.sections = [
        PageSection(.statements, rows: [PageRow(target: web, label: "We agree.", role: "A visit", date: date)]),
        PageSection(
          .articles,
          rows: [
            PageRow(target: web, label: "A visit", role: "ICHEI"),
            PageRow(target: .record(RecordAddress(.article, "urn:a_b")), label: "Another"),
          ]),
        PageSection(.people, rows: [PageRow(target: .record(RecordAddress(.person, "bi")), label: "BI")]),
      ]
    }
    #expect(
      page == """
        # T

        ## Statements

        - We agree. — [A visit](<https://x.example/1_a>), 2024-06-07

        ## Articles (2)

        - [A visit](<https://x.example/1_a>), ICHEI
        - Another, \\[article:urn:a\\_b\\]

        ## People

        - BI

        """)
  }

  @Test("A cell, a fact and a row of a relation stay on their line")
  func aCellAFactAndARowOfARelationStayOnTheirLine() {
    let cell = [TextRun("a\nb|c"), TextRun("d", target: .url("https://x/|"))]
    #expect(text(.table(rows: [[cell]], hasHeader: true)) == "| a b\\|c[d](<https://x/%7C>) |\n| --- |")
    #expect(text(.heading(level: 2, [TextRun("a\n# b")])) == "### a \\# b")
    let page = page {
      $0.facts = [RecordPage.PageField("La*bel", "a\n- b")]
      $0.sections = [PageSection(.people, rows: [PageRow(label: "A\n\nB", role: "x\ny")])]
    }
    #expect(page == "# T\n\n- **La\\*bel:** a - b\n\n## People\n\n- A B, x y\n")
  }
}
