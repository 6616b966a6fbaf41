import NewsroomModel
import Testing

@testable import NewsroomCatalogue

@Suite("Pages")
struct PageTests {
  let fixture: Fixture
  let catalogue: Catalogue

  init() throws {
    fixture = try Fixture(Visit.files)
    catalogue = try fixture.updated()
  }

  @Test("An article shows who took part, in the role held then")
  func anArticleShowsWhoTookPartInTheRoleHeldThen() throws {
    let address = "article:" + Visit.article
    #expect(
      try catalogue.section(.people, of: address) == [
        "BI Xiaohan | Deputy Director, UNESCO-ICHEI", "Svein Oesttveit | Director a.i., UNESCO-IBE", "Somebody Else",
      ])
    #expect(try catalogue.section(.delegations, of: address) == ["UNESCO-ICHEI → UNESCO-IBE | 2 members | 2024-06-06"])
    #expect(try catalogue.section(.organisations, of: address) == ["UNESCO-ICHEI", "UNESCO-IBE | host"])
    #expect(try catalogue.section(.programmes, of: address) == ["International Institute of Online Education"])
    let page = try #require(try catalogue.record(RecordAddress(.article, Visit.article)))
    #expect(
      page.facts.prefix(2).map { "\($0.label): \($0.value)" } == [
        "Published: 7 June 2024", "Event: visit, 6 June 2024",
      ])
    #expect(page.source == Visit.article)
    #expect(page.location?.path == "articles/2024/ichei-942.json")
  }

  @Test("Known names in the text lead to their records")
  func knownNamesInTheTextLeadToTheirRecords() throws {
    let page = try #require(try catalogue.record(RecordAddress(.article, Visit.article)))
    guard case .paragraph(let runs) = page.text.first else {
      Issue.record("no paragraph")
      return
    }
    let links = runs.filter { $0.target != nil }
    #expect(links.map(\.text) == ["UNESCO-ICHEI"])
    #expect(links.first?.target == .record(RecordAddress(.organisation, "unesco-ichei")))
  }

  @Test("An organisation's people are those of its parts too, with the part in which they hold their role")
  func anOrganisationsPeopleAreThoseOfItsPartsTooWithThePartInWhichTheyHold() throws {
    #expect(
      try Set(catalogue.section(.people, of: "organisation:unesco-ibe")) == [
        "Svein Oesttveit | Director a.i. | 2024-06-06", "JI Lili | Head, Curriculum Development Unit | 2024-06-06",
      ])
  }

  @Test("A person's page has the delegations that met them, as the list of delegations does")
  func delegationsOfCounterpart() throws {
    #expect(
      try catalogue.section(.delegations, of: "person:ji-lili") == [
        "UNESCO-ICHEI → UNESCO-IBE | Head, Curriculum Development Unit, UNESCO-IBE · counterpart | 2024-06-06"
      ])
    let people = try catalogue.page(ListRequest(.people), range: 0..<100).rows
    for person in people {
      let page = try #require(try catalogue.record(person.address))
      let shown = page.sections.first { $0.relation == .delegations }?.rows.count ?? 0
      #expect(try catalogue.ids(.delegations, "person:\(person.address.id)").count == shown, "\(person.title)")
    }
  }

  @Test("A delegation shows its sides, members, counterparts, stops and articles")
  func aDelegationShowsItsSidesMembersCounterpartsStopsAndArticles() throws {
    let address = "delegation:2024-06-ichei-to-ibe"
    #expect(try catalogue.section(.senders, of: address) == ["UNESCO-ICHEI"])
    #expect(try catalogue.section(.hosts, of: address) == ["UNESCO-IBE"])
    #expect(
      try catalogue.section(.members, of: address) == [
        "WU Lintuo | Senior Programme Specialist, General Project and Programme Office, UNESCO-ICHEI · head",
        "BI Xiaohan | Deputy Director, UNESCO-ICHEI",
      ])
    #expect(
      try catalogue.section(.counterparts, of: address) == [
        "Svein Oesttveit | Director a.i., UNESCO-IBE", "JI Lili | Head, Curriculum Development Unit, UNESCO-IBE",
      ])
    #expect(try catalogue.section(.themes, of: address) == ["micro-certification", "regional policy dialogues"])
    #expect(try catalogue.section(.articles, of: address).count == 1)
  }

  @Test("A person's page tells posts, delegations, events and articles")
  func aPersonsPageTellsPostsDelegationsEventsAndArticles() throws {
    #expect(
      try catalogue.section(.roles, of: "person:bi-xiaohan") == [
        "Deputy Director, UNESCO-ICHEI | shown on 2 dates | 2024-05-16 – 2024-12-06",
        "Chief, General Project and Programme Office, UNESCO-ICHEI | 2023-09-06",
      ])
    #expect(
      try catalogue.section(.events, of: "person:ji-lili") == [
        "UNESCO-ICHEI visit to UNESCO-IBE | Head, Curriculum Development Unit, UNESCO-IBE · counterpart | 2024-06-06"
      ])
  }

  @Test("Partners are ranked by contacts with first and last date")
  func partnersAreRankedByContactsWithFirstAndLastDate() throws {
    #expect(
      try catalogue.section(.partners, of: "organisation:unesco-ibe") == ["UNESCO-ICHEI | met 1 | 2024-06-06 | 1"])
    #expect(
      try catalogue.section(.partners, of: "organisation:ibe-cdu") == ["UNESCO-ICHEI | met 1 | 2024-06-06 | 1"])
    #expect(
      try catalogue.section(.partners, of: "organisation:unesco-ichei") == ["UNESCO-IBE | met 1 | 2024-06-06 | 1"])
  }

  @Test("Every record has a page, and none of its sections is empty")
  func everyRecordHasAPageAndNoneOfItsSectionsIsEmpty() throws {
    for list in ListKind.allCases {
      for row in try catalogue.page(ListRequest(list), range: 0..<100).rows {
        let page = try #require(try catalogue.record(row.address))
        #expect(!page.title.isEmpty)
        #expect(page.sections.allSatisfy { !$0.rows.isEmpty && $0.count >= $0.rows.count })
      }
    }
  }

  @Test("What is not there has no page")
  func whatIsNotThereHasNoPage() throws { #expect(try catalogue.record(RecordAddress(.person, "nobody")) == nil) }
}
