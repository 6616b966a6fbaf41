import Testing

@testable import NewsroomModel

@Suite("Files that are not read")
struct UnreadFilesTests {
  private func problems(_ files: [String]) throws -> [String] {
    let directory = try TemporaryDirectory()
    for file in files { try directory.write("{}", to: file) }
    return try DataDirectory(path: directory.path).walk().problems.map(\.description)
  }

  @Test("A folder of another name is said with the number of its files")
  func aFolderOfAnotherNameIsSaidWithTheNumberOfItsFiles() throws {
    let all = try problems(["news/a.json", "news/deep/b.jsonl", "notes/readme.md"])
    #expect(all.count == 1)
    #expect(
      all[0].hasPrefix("news: warning NR107: newsroom does not read a folder of this name; 2 files in it are not read"))
  }

  @Test("A data directory one level deeper is named")
  func aDataDirectoryOneLevelDeeperIsNamed() throws {
    #expect(try problems(["export/articles/a.json"]).first?.hasSuffix("open it by itself, with --data export") == true)
  }

  @Test("Other files of a folder are one note with their endings")
  func otherFilesOfAFolderAreOneNoteWithTheirEndings() throws {
    #expect(
      try problems(["articles/a.json", "articles/page.html", "articles/deep/table.CSV", "articles/note.md"]) == [
        "articles: note NR107: 2 files are not read (.csv, .html): newsroom reads .json, .jsonl, .ndjson, .xml, .rss, .atom"
      ])
  }

  @Test("Folders and endings are read whatever their case, and Popolo's words for folders, too")
  func foldersAndEndingsAreReadWhateverTheirCaseAndPopolosWordsForFoldersToo() throws {
    let directory = try TemporaryDirectory()
    for file in ["Articles/a.JSON", "persons/p.json", "organizations/o.json"] { try directory.write("{}", to: file) }
    let files = try DataDirectory(path: directory.path).files()
    #expect(files.map(\.kind) == [.article, .organisation, .person])
  }
}
