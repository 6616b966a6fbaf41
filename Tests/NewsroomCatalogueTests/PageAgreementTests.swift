import NewsroomModel
import Testing

@testable import NewsroomCatalogue

/// Pages beside lists, and the page of one record beside that of another.
@Suite("Pages agree")
struct PageAgreementTests {
  let fixture: Fixture
  let catalogue: Catalogue

  init() throws {
    fixture = try Fixture(Visit.files.merging(Self.journey) { $1 })
    catalogue = try fixture.updated()
  }

  /// A journey of two stops: a visit whose host has guests of other houses with it, and a conference of others.
  static let journey: [String: String] = [
    "delegations/2024-09-ichei-to-jakarta.json": """
    {"id": "jakarta", "name": "Journey to Jakarta", "on_behalf_of_ids": ["unesco-ichei"], "start_date": "2024-09-02",
     "members": [{"person_id": "bi-xiaohan", "role": "Director", "label": "主任", "organization_id": "unesco-ichei"},
       {"person_id": "zhao", "role": "Professor", "organization_id": "sustech"}],
     "event_ids": ["talks", "forum", "nowhere"]}
    """,
    "events/2024-09.json": """
    [{"id": "talks", "name": "Talks in Jakarta", "start_date": "2024-09-02",
      "organizers": [{"organization_id": "ministry", "role": "host"}],
      "attendees": [
        {"person_id": "haris", "role": "Director General", "organization_id": "ministry-he", "part": "counterpart"},
        {"person_id": "sri", "role": "Vice Rector", "organization_id": "universitas-indonesia", "part": "counterpart"},
        {"person_id": "zhang", "role": "Vice General Manager", "organization_id": "dazzleview", "part": "participant"}]},
     {"id": "forum", "name": "Forum on teachers", "start_date": "2024-09-03",
      "organizers": [{"organization_id": "seameo", "role": "organiser"}],
      "attendees": [
        {"person_id": "sri", "role": "Vice Rector", "organization_id": "universitas-indonesia", "part": "speaker"}]}]
    """,
    "articles/2024/jakarta.json": """
    {"uri": "urn:jakarta", "headlines": [{"value": "Talks"}], "events": [{"literal": "talks"}]}
    """,
    "people/more.jsonl": """
    {"id": "zhao", "name": "ZHAO Jianhua"}
    {"id": "haris", "name": "Abdul Haris", "memberships": [{"organization_id": "ministry", "role": "Minister", "former_by": "2020"}]}
    {"id": "sri", "name": "Sri Hartati"}
    {"id": "zhang", "name": "ZHANG Zhao"}
    {"id": "one", "name": "Rustam", "memberships": [{"organization_id": "ministry-he", "role": "Adviser", "attested": ["2024"]}, {"organization_id": "ministry", "role": "Deputy", "attested": ["2024"]}]}
    {"id": "two", "name": "Rosa", "memberships": [{"organization_id": "ministry", "role": "Deputy", "attested": ["2024"]}, {"organization_id": "ministry-he", "role": "Adviser", "attested": ["2024"]}]}
    {"id": "oldest", "name": "Siti", "memberships": [{"organization_id": "ministry", "role": "Secretary", "former_by": "2020-05"}]}
    """,
    "organisations/more.json": """
    [{"id": "ministry", "name": "Ministry of Education"}, {"id": "universitas-indonesia", "name": "Universitas Indonesia"},
     {"id": "ministry-he", "name": "Directorate General of Higher Education", "parent_id": "ministry"},
     {"id": "dazzleview", "name": "Dazzleview"}, {"id": "seameo", "name": "SEAMEO"}, {"id": "sustech", "name": "SUSTech"}]
    """,
  ]

  private func ids(_ relations: [SectionKind], of address: RecordAddress) throws -> [String] {
    let page = try #require(try catalogue.record(address))
    let sections = page.sections.filter { relations.contains($0.relation) }
    #expect(sections.allSatisfy { $0.count == $0.rows.count })
    return sections.flatMap(\.rows).compactMap { row in
      if case .record(let address)? = row.target { address.id } else { nil }
    }
  }

  @Test(
    "An organisation's page has the delegations, events, people and articles that the lists have of it and its parts")
  func anOrganisationsPageHasTheDelegationsEventsPeopleAndArticlesThatTheLists() throws {
    for row in try catalogue.page(ListRequest(.organisations), range: 0..<100).rows {
      let query = "org:\(row.address.id)"
      let sides: [SectionKind] = [.delegationsSent, .delegationsReceived, .delegationsJoined]
      #expect(try ids(sides, of: row.address).sorted() == catalogue.ids(.delegations, query).sorted(), "\(row.title)")
      #expect(try ids([.events], of: row.address).sorted() == catalogue.ids(.events, query).sorted(), "\(row.title)")
      #expect(try ids([.people], of: row.address).sorted() == catalogue.ids(.people, query).sorted(), "\(row.title)")
      #expect(
        try ids([.articles], of: row.address).sorted() == catalogue.ids(.articles, query).sorted(), "\(row.title)")
    }
    #expect(
      try catalogue.section(.events, of: "organisation:unesco") == [
        "UNESCO-ICHEI visit to UNESCO-IBE | host, UNESCO-IBE · visit · Geneva, Switzerland | 2024-06-06"
      ])
    #expect(try ids([.events], of: RecordAddress(.organisation, "unesco-ichei")).count == 3)
  }

  private func partners(of address: RecordAddress) throws -> [RecordAddress: Int] {
    let page = try #require(try catalogue.record(address))
    let rows = page.sections.first { $0.relation == .partners }?.rows ?? []
    return rows.reduce(into: [:]) { counts, row in
      if case .record(let address)? = row.target { counts[address] = row.count }
    }
  }

  @Test("Whoever is a partner has the other as a partner, as often; of a house and its unit the house")
  func partners() throws {
    // A unit is no partner: its institution is.
    let others = ["ibe-cdu", "ichei-gppo", "ministry-he"]
    for row in try catalogue.page(ListRequest(.organisations), range: 0..<100).rows {
      if others.contains(row.address.id) { continue }
      for (partner, count) in try partners(of: row.address) where !others.contains(partner.id) {
        #expect(try partners(of: partner)[row.address] == count, "\(row.title) and \(partner)")
      }
    }
    let partners = try Set(ids([.partners], of: RecordAddress(.organisation, "unesco-ichei")))
    #expect(partners == ["unesco-ibe", "ministry", "universitas-indonesia"])
    #expect(try ids([.partners], of: RecordAddress(.organisation, "dazzleview")).isEmpty)
    #expect(
      try Set(ids([.partners], of: RecordAddress(.organisation, "universitas-indonesia"))) == [
        "unesco-ichei", "sustech",
      ])
  }

  @Test("Who was met at two stops in one role is one counterpart, with every part taken")
  func whoWasMetAtTwoStopsInOneRoleIsOneCounterpartWithEveryPartTaken() throws {
    #expect(
      try catalogue.section(.counterparts, of: "delegation:jakarta") == [
        "Abdul Haris | Director General, Directorate General of Higher Education, Ministry of Education",
        "Sri Hartati | Vice Rector, Universitas Indonesia · speaker",
        "ZHANG Zhao | Vice General Manager, Dazzleview · participant",
      ])
  }

  @Test("Of two roles on one day an organisation shows the one held in itself, whatever the order they are told in")
  func ofTwoRolesOnOneDayAnOrganisationShowsTheOneHeldInItselfWhateverTheOrder() throws {
    let people = try catalogue.section(.people, of: "organisation:ministry")
    #expect(people.filter { $0.hasPrefix("R") }.sorted() == ["Rosa | Deputy | 2024", "Rustam | Deputy | 2024"])
  }

  @Test("What a source prints for a role stands behind the role, not in its place")
  func whatASourcePrintsForARoleStandsBehindTheRoleNotInItsPlace() throws {
    #expect(
      try catalogue.section(.members, of: "delegation:jakarta").first == "BI Xiaohan | Director, UNESCO-ICHEI · “主任”")
  }

  @Test("Who held a post formerly is not shown as if they held it still")
  func whoHeldAPostFormerlyIsNotShownAsIfTheyHeldItStill() throws {
    #expect(
      try catalogue.section(.people, of: "organisation:ministry").contains("Siti | Secretary · former by May 2020"))
    let row = try #require(try catalogue.page(ListRequest(.people, query: "siti"), range: 0..<1).rows.first)
    #expect(row.detail == "Secretary, Ministry of Education · former by 2020-05")
    let page = try #require(try catalogue.record(row.address))
    #expect(page.facts.map(\.value) == ["Secretary, Ministry of Education · former by May 2020"])
  }

  @Test("An article's date that is its event's is marked on pages as in lists")
  func anArticlesDateThatIsItsEventsIsMarkedOnPagesAsInLists() throws {
    #expect(try catalogue.section(.articles, of: "event:talks") == ["Talks | 2024-09-02*"])
    #expect(
      try catalogue.section(.articles, of: "person:svein-oesttveit") == [
        "UNESCO-ICHEI delegation visits the UNESCO International Bureau of Education | UNESCO-ICHEI | 2024-06-07"
      ])
  }
}
