import Foundation
import NewsroomModel
import Testing

@Suite("Walking a directory")
struct DirectoryWalkTests {
  private func walk(_ directory: TemporaryDirectory) throws -> DirectoryWalk {
    try DataDirectory(path: directory.path).walk()
  }

  @Test("Folders under both spellings, files standing for folders, collections at the top")
  func foldersUnderBothSpellingsFilesStandingForFoldersCollectionsAtTheTop() throws {
    let directory = try TemporaryDirectory()
    let names = [
      "articles/2024/06/a.json", "articles/b.ndjson", "organizations/c.json", "organisations/d.jsonl",
      "programs/e.json",
      "people.json", "events.jsonl", "popolo.json", "newsroom.json", "articles/notes.txt", "pictures/x.json",
      "articles/.hidden.json", "articles/.git/x.json", "people/a.json~", "people/#a.json#", "people/.json", "README.md",
    ]
    for name in names { try directory.write("{}", to: name) }
    let files = try walk(directory).files
    #expect(
      files.map(\.path) == [
        "articles/2024/06/a.json", "articles/b.ndjson", "events.jsonl", "organisations/d.jsonl", "organizations/c.json",
        "people.json", "popolo.json", "programs/e.json",
      ])
    #expect(files.map(\.kind) == [.article, .article, .event, .organisation, .organisation, .person, nil, .programme])
  }

  @Test("Files are sorted by the bytes of their paths, whatever folders lie between them")
  func filesAreSortedByTheBytesOfTheirPathsWhateverFoldersLieBetweenThem() throws {
    let directory = try TemporaryDirectory()
    for name in ["a.json", "a/b.json", "a-b.json", "a0.json", "é.json", "Z.json", "a/a/c.json"] {
      try directory.write("{}", to: "articles/" + name)
    }
    let paths = try walk(directory).files.map(\.path)
    #expect(paths == paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(paths.count == 7)
  }

  @Test("Links are followed within the directory, refused out of it, and never in a circle")
  func linksAreFollowedWithinTheDirectoryRefusedOutOfItAndNeverInACircle() throws {
    let (directory, elsewhere) = (try TemporaryDirectory(), try TemporaryDirectory())
    try directory.write("{}", to: "articles/a.json")
    try elsewhere.write("{}", to: "secret.json")
    let link = FileManager.default.createSymbolicLink(atPath:withDestinationPath:)
    try link(directory.path + "/articles/out.json", elsewhere.path + "/secret.json")
    try link(directory.path + "/articles/outside", elsewhere.path)
    try link(directory.path + "/articles/nowhere.json", "missing.json")
    try link(directory.path + "/articles/circle", "..")
    try link(directory.path + "/articles/round", "../articles")
    try link(directory.path + "/articles/twin.json", "a.json")
    let walk = try walk(directory)
    #expect(walk.files.map(\.path) == ["articles/a.json", "articles/twin.json"])
    #expect(
      walk.problems.map(\.description).sorted() == [
        "articles/nowhere.json: error NR101: broken link; repair or remove the link",
        "articles/out.json: error NR101: the link points outside the data directory and was not followed; copy the file into the data directory",
        "articles/outside: error NR101: the link points outside the data directory and was not followed; copy the file into the data directory",
      ])
  }

  @Test("Pipes are passed over without waiting for them, names that are not UTF-8 are named as well as may be")
  func pipesArePassedOverWithoutWaitingForThemNamesThatAreNotUTF8AreNamedAsWell() throws {
    let directory = try TemporaryDirectory()
    try directory.write("{}", to: "people/a.json")
    mkfifo(directory.path + "/people/pipe.json", 0o600)
    let name =
      Array((directory.path + "/people/").utf8CString.dropLast()) + [CChar(bitPattern: 0xE9)]
      + Array(".json".utf8CString)
    let descriptor = open(name, O_CREAT | O_WRONLY, 0o600)
    close(descriptor)
    let walk = try walk(directory)
    #expect(walk.files.map(\.path) == ["people/a.json"])
    #expect(
      walk.problems.map(\.description) == [
        "people/\u{FFFD}.json: error NR101: the file's name is not UTF-8; rename the file"
      ])
  }

  @Test("A file that may not be read, or is gone, is a problem and no more")
  func aFileThatMayNotBeReadOrIsGoneIsAProblemAndNoMore() throws {
    let directory = try TemporaryDirectory()
    try directory.write(#"{"name": "A"}"#, to: "people/a.json")
    let data = try DataDirectory(path: directory.path)
    let file = try #require(data.files().first)
    try FileManager.default.removeItem(atPath: directory.path + "/people/a.json")
    #expect(
      data.read(file) { _ in }.map(\.description) == ["people/a.json: error NR101: the file no longer exists"])
    try FileManager.default.createDirectory(
      atPath: directory.path + "/people/a.json", withIntermediateDirectories: true)
    #expect(data.read(file) { _ in }.map(\.description) == ["people/a.json: error NR101: not a regular file"])
  }

  @Test("What cannot be opened as a data directory is said in one sentence")
  func whatCannotBeOpenedAsADataDirectoryIsSaidInOneSentence() throws {
    let directory = try TemporaryDirectory()
    try directory.write("x", to: "file")
    #expect(throws: DataDirectoryError.missing(path: "./dta")) { try DataDirectory(path: "./dta") }
    #expect(throws: DataDirectoryError.notADirectory(path: directory.path + "/file")) {
      try DataDirectory(path: directory.path + "/file")
    }
    #expect(
      DataDirectoryError.missing(path: "./dta").description
        == "no data directory at './dta'. Pass one that holds 'articles/', for example: newsroom --data data")
    #expect(
      DataDirectoryError.notADirectory(path: "x").description
        == "'x' is not a directory. Pass the directory that holds 'articles/', for example: newsroom --data data")
    #expect(
      DataDirectoryError.unreadable(path: "x").description
        == "the directory 'x' cannot be read. Allow it, for example: chmod -R a+rX 'x'")
  }

  @Test("The directory's path is its real one, however it is given")
  func theDirectorysPathIsItsRealOneHoweverItIsGiven() throws {
    let directory = try TemporaryDirectory()
    let link = directory.path + "-link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: directory.path)
    defer { try? FileManager.default.removeItem(atPath: link) }
    #expect(try DataDirectory(path: link).root == DataDirectory(path: directory.path).root)
  }
}
