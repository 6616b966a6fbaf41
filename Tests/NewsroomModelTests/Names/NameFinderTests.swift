import NewsroomModel
import Testing

@Suite("Finding known names")
struct NameFinderTests {
  static let finder = EntityNameMatcher([
    (name: "ZHAN Tao", address: RecordAddress(.person, "zhan-tao")),
    (name: "Svein Østtveit", address: RecordAddress(.person, "svein")),
    (name: "UNESCO", address: RecordAddress(.organisation, "unesco")),
    (name: "UNESCO-ICHEI", address: RecordAddress(.organisation, "ichei")),
    (name: "UNESCO International Bureau of Education", address: RecordAddress(.organisation, "ibe")),
    (name: "WHO", address: RecordAddress(.organisation, "who")),
    (name: "联合国教科文组织", address: RecordAddress(.organisation, "unesco")),
    (name: "联合国教科文组织高等教育创新中心", address: RecordAddress(.organisation, "ichei")),
    (name: "اليونسكو", address: RecordAddress(.organisation, "unesco")),
    (name: "Мария Алёшина", address: RecordAddress(.person, "maria")),
    (name: "Li Wei", address: RecordAddress(.person, "li-wei-1")),
    (name: "LI Wei", address: RecordAddress(.person, "li-wei-2")),
  ])

  @Test(
    "Whole words, longest first, in any order of a person's names",
    arguments: [
      ("Mr. Tao Zhan, Director", ["Tao Zhan=zhan-tao"]), ("ZHAN Tao spoke", ["ZHAN Tao=zhan-tao"]),
      ("tao zhan", ["tao zhan=zhan-tao"]), ("Taos Zhan", []), ("Tao Zhang", []),
      ("of UNESCO-ICHEI and UNESCO", ["UNESCO-ICHEI=ichei", "UNESCO=unesco"]),
      ("the UNESCO International Bureau of Education's staff", ["UNESCO International Bureau of Education=ibe"]),
      ("UNESCO-IBE", []), ("UNESCO's", ["UNESCO=unesco"]), ("those who came to WHO", ["WHO=who"]),
      ("Svein Osttveit (right)", ["Svein Osttveit=svein"]), ("Svein Østtveit", ["Svein Østtveit=svein"]),
      ("在联合国教科文组织高等教育创新中心工作", ["联合国教科文组织高等教育创新中心=ichei"]),
      ("访问联合国教科文组织总部", ["联合国教科文组织=unesco"]),
      ("زار اليونسكو أمس", ["اليونسكو=unesco"]), ("باليونسكو", []),
      ("Сказала Мария Алешина.", ["Мария Алешина=maria"]), ("МАРИЯ АЛЁШИНА", ["МАРИЯ АЛЁШИНА=maria"]),
      ("Li Wei is two people", []), ("", []), ("👩‍🏫UNESCO👩‍🏫", ["UNESCO=unesco"]),
    ])
  func wholeWordsLongestFirstInAnyOrderOfAPersonsNames(_ text: String, _ expected: [String]) {
    let bytes = Array(text.utf8)
    let found = Self.finder.occurrences(in: text)
    #expect(found.map { String(decoding: bytes[$0.range], as: UTF8.self) + "=" + $0.address.id } == expected)
  }

  @Test("Names become links within their runs, not within links")
  func namesBecomeLinksWithinTheirRunsNotWithinLinks() {
    let link = TextRun("UNESCO", target: .url("https://unesco.org"))
    let blocks: [TextBlock] = [
      .list(ordered: false, start: 1, items: [[.paragraph([TextRun("At WHO today", emphasis: .strong), link])]])
    ]
    #expect(
      Self.finder.link(blocks) == [
        .list(
          ordered: false, start: 1,
          items: [
            [
              .paragraph([
                TextRun("At ", emphasis: .strong),
                TextRun("WHO", emphasis: .strong, target: .record(RecordAddress(.organisation, "who"))),
                TextRun(" today", emphasis: .strong), link,
              ])
            ]
          ])
      ])
  }

  @Test("The text stays the same when names are linked")
  func theTextStaysTheSameWhenNamesAreLinked() {
    let text = "UNESCO, WHO und Tao Zhan — 联合国教科文组织 é"
    let blocks: [TextBlock] = [.paragraph([TextRun(text)])]
    #expect(Self.finder.link(blocks).plainText == text)
  }

  @Test("Names compare whatever their case and spaces; accents count")
  func namesCompareWhateverTheirCaseAndSpacesAccentsCount() {
    #expect(NameForms.comparisonForm(" ZHAN   Tao\n") == "zhan tao")
    #expect(NameForms.comparisonForm("E\u{301}cole") == NameForms.comparisonForm("École"))
    for (one, other) in [("Straße", "STRASSE"), ("GROẞ", "groß"), ("σοφος", "ΣΟΦΟΣ"), ("ΐ", "Ϊ\u{301}")] {
      #expect(NameForms.comparisonForm(one) == NameForms.comparisonForm(other))
    }
    #expect(NameForms.comparisonForm("Ecole") != NameForms.comparisonForm("École"))
    #expect(NameForms.orders(of: "XU Ming Shun") == ["XU Ming Shun", "Ming Shun XU", "Shun XU Ming"])
  }

  @Test("A quote is the statement of the person it is attributed to")
  func aQuoteIsTheStatementOfThePersonItIsAttributedTo() {
    var article = Article(uri: "u")
    article.people = [
      Article.Mention(name: "ZHAN Tao", literal: "zhan-tao"), Article.Mention(name: "Ann Other"),
    ]
    article.body = Article.Body(
      format: .html,
      value: """
        <blockquote><p>We continue.</p><footer>Tao Zhan, Director of UNESCO IITE</footer></blockquote>
        <aside><blockquote class="paraphrase"><p>She agreed.</p><footer>Ann Other</footer></blockquote></aside>
        <blockquote>Nobody's.</blockquote>
        """)
    #expect(
      article.statements == [
        Quotation(personID: "zhan-tao", attribution: "Tao Zhan, Director of UNESCO IITE", text: "We continue."),
        Quotation(attribution: "Ann Other", text: "She agreed.", isParaphrase: true),
      ])
  }
}
