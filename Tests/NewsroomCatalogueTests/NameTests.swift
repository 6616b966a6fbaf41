import NewsroomModel
import Testing

@testable import NewsroomCatalogue

@Suite("Finding by name")
struct NameTests {
  @Test(
    "Closest first: the same, beginning so, with a word beginning so, words in another order, within, letters in order")
  func closestFirstTheSameBeginningSoWithAWordBeginningSoWordsInAnotherOrder() throws {
    let names = [
      "ibe", "ibe unesco", "the ibe", "ibero american ibe", "scribes", "international bureau education",
      "elizabeth sosa",
    ]
    let close = names.compactMap { name in NameCloseness(of: name, to: "ibe").map { (name, $0) } }
    #expect(
      close.sorted { $0.1 < $1.1 }.map(\.0) == ["ibe", "ibe unesco", "ibero american ibe", "the ibe", "scribes"])
    #expect(NameCloseness(of: "bi xiaohan", to: "xiao bi") != nil)
    #expect(NameCloseness(of: "tsinghua", to: "tsgh") != nil)
    #expect(NameCloseness(of: "tsinghua", to: "hgst") == nil)
  }

  @Test("Records of every kind are found by any of their names; what a query would mean means nothing here")
  func recordsOfEveryKindAreFoundByAnyOfTheirNamesWhatAQueryWouldMeanMeans() throws {
    let fixture = try Fixture(Visit.files)
    let catalogue = try fixture.updated()
    let first = try catalogue.records(called: "bi xi", limit: 20).first
    #expect(first?.address.kind == .person)
    let online = try catalogue.records(called: "institute of online", limit: 20).first
    #expect(online?.address.kind == .programme)
    for text in ["", "  ", "(((-\"", "zzz:", "%_\\", String(repeating: "x%", count: 60_000)] {
      #expect(try catalogue.records(called: text, limit: 20).isEmpty)
    }
    #expect(try catalogue.records(called: "e", limit: 2).count <= 2)
  }

  @Test(
    "An address finds its record in whatever form one has it: of a query, an id alone, on the web",
    arguments: [
      ("person:bi-xiaohan", "person:bi-xiaohan"), ("org:unesco-ibe", "organisation:unesco-ibe"),
      ("Institution:unesco-ibe", "organisation:unesco-ibe"), (" people:bi-xiaohan ", "person:bi-xiaohan"),
      ("bi-xiaohan", "person:bi-xiaohan"), ("urn:other", "article:urn:other"),
      ("article:urn:other", "article:urn:other"),
      (Visit.article, "article:" + Visit.article), ("article:" + Visit.article, "article:" + Visit.article),
      ("http://eng.ichei.org/en/news/information/942.html#top", "article:" + Visit.article),
      ("https://bureau.example/", "organisation:bureau"), ("http://bureau.example", "organisation:bureau"),
      ("https://source.example/1", "organisation:bureau"),
    ])
  func anAddressFindsItsRecordInWhateverFormOneHasItOfAQueryAnIdAloneOnTheWeb(typed: String, address: String) throws {
    let bureau = """
      {"id": "bureau", "name": "Bureau", "links": [{"url": "https://bureau.example/"}],
       "sources": [{"url": "https://source.example/1"}]}
      """
    let fixture = try Fixture(Visit.files.merging(["organisations/bureau.json": bureau]) { $1 })
    let catalogue = try fixture.updated()
    #expect(try catalogue.addresses(typed: typed).map(\.description) == [address])
    #expect(try catalogue.records(called: typed, limit: 20).first?.address.description == address)
  }

  @Test(
    "What is typed is an id first, as it stands, and only then another spelling of one",
    arguments: [
      ("Http://X/A", "Http://X/A"), ("article:Http://X/A", "Http://X/A"), ("HTTPS://x.org/b1", "HTTPS://x.org/b1"),
      ("https://x.org/1", "https://x.org/1"), ("http://x.org/1", "http://x.org/1"), ("http://x.org/1/", nil),
      ("https://X/A", nil), ("HTTP://y.org/c", "http://y.org/c"), ("a ", "a "), (" a", "a"), ("article:a ", "a "),
    ])
  func whatIsTypedIsAnIdFirstAsItStandsAndOnlyThenAnotherSpellingOfOne(typed: String, id: String?) throws {
    let uris = ["Http://X/A", "HTTPS://x.org/b1", "https://x.org/1", "http://x.org/1", "http://y.org/c", "a ", "a"]
    let catalogue = try Fixture([
      "articles/all.json": "[" + uris.map { #"{"uri": "\#($0)"}"# }.joined(separator: ", ") + "]"
    ]).updated()
    let found = try catalogue.addresses(typed: typed).map(\.id)
    #expect(id.map { found == [$0] } ?? (found.count != 1))
  }

  @Test("An article is found by its other addresses, too, as long as it has them")
  func anArticleIsFoundByItsOtherAddressesTooAsLongAsItHasThem() throws {
    func article(_ uri: String, _ others: String...) -> String {
      let altIDs = others.map { #"{"role": "other", "value": "\#($0)"}"# }.joined(separator: ", ")
      return #"{"uri": "\#(uri)", "headlines": [{"value": "H"}], "altIds": [\#(altIDs)]}"#
    }
    let fixture = try Fixture(["articles/a.json": article("urn:a", "https://x.example/1", "https://x.example/2")])
    let catalogue = try fixture.updated()
    #expect(try catalogue.addresses(typed: "http://x.example/1/").map(\.id) == ["urn:a"])
    #expect(try catalogue.records(called: "https://x.example/2", limit: 5).map(\.address.id) == ["urn:a"])
    try fixture.write(article("urn:a", "https://x.example/2"), to: "articles/a.json")
    _ = try catalogue.update()
    #expect(try catalogue.addresses(typed: "https://x.example/1").isEmpty)
    #expect(try catalogue.addresses(typed: "https://x.example/2").map(\.id) == ["urn:a"])
  }

  @Test("What is no record's address finds none, and a source of several finds all of them")
  func whatIsNoRecordsAddressFindsNoneAndASourceOfSeveralFindsAllOfThem() throws {
    let people = ["a", "b"].map { #"{"id": "\#($0)", "name": "P", "sources": [{"url": "https://s.example"}]}"# }
    let fixture = try Fixture(["people/a.json": people[0], "people/b.json": people[1]])
    let catalogue = try fixture.updated()
    #expect(try catalogue.addresses(typed: "https://s.example/").map(\.id) == ["a", "b"])
    for text in ["", "org:", "org:a", "person:c", "nobody", "https://", String(repeating: "a", count: 5_000)] {
      #expect(try catalogue.addresses(typed: text).isEmpty, "\(text)")
    }
  }
}
