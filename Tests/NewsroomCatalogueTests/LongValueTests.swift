import NewsroomModel
import Testing

@testable import NewsroomCatalogue

/// Values of filters are not as short as words: addresses and names are as long as somebody made them.
@Suite("Values of any length")
struct LongValueTests {
  @Test("An article that names an organisation in seventy thousand letters is listed, and linked once there is one")
  func anArticleThatNamesAnOrganisationInSeventyThousandLettersIsListedAnd() throws {
    let id = String(repeating: "x", count: 70_000)
    let fixture = try Fixture([
      "articles/a.json": #"{"uri": "urn:a", "organisations": [{"name": "N", "literal": "\#(id)"}]}"#
    ])
    let catalogue = try fixture.updated()
    #expect(try catalogue.ids(.articles) == ["urn:a"])
    try fixture.write(#"{"id": "\#(id)", "name": "Harbour"}"#, to: "organisations/harbour.json")
    _ = try catalogue.update()
    #expect(try catalogue.ids(.articles, "org:Harbour") == ["urn:a"])
  }

  @Test("Hundreds of addresses that differ only after hundreds of letters are told apart")
  func hundredsOfAddressesThatDifferOnlyAfterHundredsOfLettersAreToldApart() throws {
    let beginning = "https://example.org/" + String(repeating: "long-", count: 60)
    let lines = (0..<300).map { index in
      """
      {"uri": "urn:\(index)", "subjects": [{"name": "\(beginning)\(index)", "uri": "\(beginning)\(index)"}]}
      """
    }
    let fixture = try Fixture(["articles/all.jsonl": lines.joined(separator: "\n")])
    let catalogue = try fixture.updated()
    #expect(try catalogue.count(ListRequest(.articles)) == 300)
    #expect(try catalogue.ids(.articles, "tag:\"\(beginning)77\"") == ["urn:77"])
    let facet = try #require(try catalogue.facet(.tag, ListRequest(.articles)))
    #expect(facet.valueCount == 300)
    let value = try #require(facet.values.first { $0.label == beginning + "123" })
    #expect(try catalogue.ids(.articles, Query("").including(.tag, value.value).description) == ["urn:123"])
    try fixture.write(lines.dropFirst().joined(separator: "\n"), to: "articles/all.jsonl")
    _ = try catalogue.update()
    #expect(try catalogue.count(ListRequest(.articles)) == 299)
  }

  @Test("A value is cut only where it is too long, and what it was cut to stays as it is")
  func aValueIsCutOnlyWhereItIsTooLongAndWhatItWasCutToStaysAsItIs() {
    let long = String(repeating: "é", count: 300)
    let cut = Term.value(long)
    #expect(Term.value("short") == "short" && Term.value(cut) == cut && cut.utf8.count <= 200)
    #expect(Term.value(long + "a") != cut && cut.hasPrefix("ééé"))
  }
}
