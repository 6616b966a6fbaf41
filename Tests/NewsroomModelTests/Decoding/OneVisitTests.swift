import NewsroomModel
import Testing

@Suite("One visit, read whole")
struct OneVisitTests {
  let directory: DataDirectory

  init() throws { directory = try DataDirectory(path: Places.fixtures + "/one-visit") }

  private func records() -> [LocatedRecord] {
    var records: [LocatedRecord] = []
    for file in directory.files() { _ = directory.read(file) { records.append($0) } }
    return records
  }

  @Test("Files are found at any depth, sorted by path, with the kind of their folder")
  func filesAreFoundAtAnyDepthSortedByPathWithTheKindOfTheirFolder() {
    let files = directory.files()
    #expect(
      files.map(\.path) == [
        "articles/2024/ichei-942.json", "delegations/2024-06-ichei-to-ibe.json", "events/2024-06-06-ichei-at-ibe.json",
        "organisations/all.json", "people/bi-xiaohan.json", "people/others.jsonl", "programmes.json",
      ])
    #expect(files.map(\.kind) == [.article, .delegation, .event, .organisation, .person, .person, .programme])
    #expect(files.allSatisfy { $0.size > 0 && $0.modified > 0 })
  }

  @Test("Objects, arrays and lines give their records")
  func objectsArraysAndLinesGiveTheirRecords() {
    let counts = Dictionary(grouping: records(), by: \.record.address.kind).mapValues(\.count)
    #expect(
      counts == [.article: 1, .delegation: 1, .event: 1, .organisation: 6, .person: 5, .programme: 1])
  }

  @Test("Reading finds nothing wrong")
  func readingFindsNothingWrong() {
    for file in directory.files() { #expect(directory.read(file) { _ in } == []) }
  }

  @Test("Every record is read again, the same, from where it stands")
  func everyRecordIsReadAgainTheSameFromWhereItStands() {
    for located in records() {
      #expect(directory.record(located.record.address.kind, at: located.location) == located.record)
    }
  }
}
