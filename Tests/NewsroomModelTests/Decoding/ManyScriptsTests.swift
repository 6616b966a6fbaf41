import NewsroomModel
import Testing

@Suite("Records in many scripts")
struct ManyScriptsTests {
  let newsroom: NewsroomArchive

  init() throws { newsroom = try DataDirectory(path: Places.fixtures + "/many-scripts").load() }

  @Test("They are read, and only what is unknown is said")
  func theyAreReadAndOnlyWhatIsUnknownIsSaid() {
    #expect(newsroom.people.map(\.name) == ["李铭", "فاطمة الزهراء", "Мария Алёшина", "👩‍🏫 Zoë Ångström"])
    #expect(
      newsroom.problems.map(\.description) == [
        "articles/emoji.json:1:1: note NR302: 1 name matches no record: \"Zoë Ångström\""
      ])
  }

  @Test("Known names in a text lead to their records", arguments: [("新闻/1", "heic"), ("ru/1", "rudn")])
  func knownNamesInATextLeadToTheirRecords(_ uri: String, _ organisation: String) throws {
    let article = try #require(newsroom.article("https://example.org/" + uri))
    let names = newsroom.organisations.flatMap { record in
      ([record.name] + record.otherNames.map(\.name)).map {
        (name: $0, address: RecordAddress(.organisation, record.id))
      }
    }
    let blocks = EntityNameMatcher(names).link(article.body?.blocks ?? [])
    guard case .paragraph(let runs)? = blocks.first else { return #expect(Bool(false)) }
    #expect(runs.compactMap(\.target) == [.record(RecordAddress(.organisation, organisation))])
  }

  @Test("A statement is somebody's whose name is written with ё in one place and е in another")
  func aStatementIsSomebodysWhoseNameIsWrittenWithInOnePlaceAndInAnother() throws {
    let article = try #require(newsroom.article("https://example.org/ru/1"))
    #expect(article.statements.map(\.personID) == ["maria"])
  }
}
