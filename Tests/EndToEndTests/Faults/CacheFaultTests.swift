import Foundation
import NewsroomTestSupport
import Testing

@Suite("Faults of the catalogue", .serialized)
struct CacheFaultTests {
  private let data: DataFolder

  init() throws { data = try DataFolder() }

  /// The lists as they come from the catalogue are what stands in the files.
  private func expectTruth(_ what: String = "") throws {
    for list in ["articles", "people", "organisations"] {
      let outcome = try data.newsroom("list", list)
      #expect(outcome.status == 0, "\(what) \(outcome.errors)")
      #expect(try outcome.output == data.truth(list), "\(what)")
    }
  }

  /// The catalogue, with everything in its main file.
  private func built() throws -> URL {
    #expect(try data.newsroom("list").status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: data.cache)
    let file = URL(filePath: data.cache).appending(path: try #require(names.first { $0.hasSuffix(".sqlite") }))
    try Command.expect([
      "python3", "-c", "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('PRAGMA wal_checkpoint(TRUNCATE)')",
      file.path(),
    ])
    return file
  }

  @Test("A file in the place of the cache folder leaves the catalogue in memory")
  func aFileInThePlaceOfTheCacheFolderLeavesTheCatalogueInMemory() throws {
    try Data().write(to: URL(filePath: data.cache))
    try expectTruth()
  }

  /// Lists articles with whatever umask a shell gives.
  private func list(umask: String) throws -> Command.Outcome {
    try Command.run(
      ["sh", "-c", "umask \(umask); exec \"$@\"", "sh"] + data.command(["list", "articles"]),
      environment: DataFolder.environment, directory: "/")
  }

  @Test("The catalogue is private whatever the umask", arguments: ["000", "022", "077"])
  func theCatalogueIsPrivateWhateverTheUmask(umask: String) throws {
    #expect(try list(umask: umask).status == 0)
    let modes = try Command.run(["find", data.cache, "-printf", "%y%m\n"]).output.split(separator: "\n")
    #expect(Set(modes) == ["d700", "f600"])
  }

  @Test("A cache folder that others can write is not used")
  func aCacheFolderThatOthersCanWriteIsNotUsed() throws {
    try FileManager.default.createDirectory(atPath: data.cache, withIntermediateDirectories: true)
    try Command.expect(["chmod", "777", data.cache])
    let list = try list(umask: "022")
    #expect(try list.output == data.truth("articles"))
    #expect(list.errors.contains("other users can write to the folder"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: data.cache).isEmpty)
  }

  @Test("A link in the place of the catalogue is not followed")
  func plantedLinkIsNotFollowed() throws {
    let file = try built()
    let target = data.beside("other.sqlite")
    try FileManager.default.removeItem(at: file)
    try Data("not ours".utf8).write(to: URL(filePath: target))
    try FileManager.default.createSymbolicLink(atPath: file.path(), withDestinationPath: target)
    let list = try list(umask: "022")
    #expect(try list.output == data.truth("articles"))
    #expect(list.errors.contains("is a link or belongs to another user"))
    #expect(try String(contentsOfFile: target, encoding: .utf8) == "not ours")
  }

  @Test("A cache folder that may not be written leaves the catalogue in memory")
  func aCacheFolderThatMayNotBeWrittenLeavesTheCatalogueInMemory() throws {
    try FileManager.default.createDirectory(atPath: data.beside("open"), withIntermediateDirectories: true)
    try FileManager.default.createDirectory(atPath: data.beside("open/cache"), withIntermediateDirectories: true)
    try Command.expect(["chmod", "555", data.beside("open/cache")])
    let list = try data.asNobody("list", "articles")
    #expect(try list.output == data.truth("articles"))
    #expect(list.status == 0)
  }

  @Test(
    "A limit on the size of files, as a full disk would be, leaves the catalogue in memory", arguments: [1, 60, 400])
  func aLimitOnTheSizeOfFilesAsAFullDiskWouldBeLeavesTheCatalogueInMemory(kilobytes: Int) throws {
    let words = data.command(["list", "articles"]).map { "'\($0)'" }.joined(separator: " ")
    // The limit binds every file, so what is printed goes through a pipe.
    let script = "(ulimit -f \(kilobytes); \(words)) | cat"
    let list = try Command.run(["bash", "-c", script], environment: DataFolder.environment)
    #expect(try list.output == data.truth("articles"))
    #expect(list.errors.isEmpty)
  }

  @Test(
    "A full disk leaves the catalogue in memory", .enabled(if: Mounts.areAllowed, "mounting is not allowed here"),
    arguments: [16, 300])
  func aFullDiskLeavesTheCatalogueInMemory(kilobytes: Int) throws {
    try Mounts.mount(kilobytes: kilobytes, at: data.cache)
    defer { try? Mounts.unmount(data.cache) }
    try expectTruth()
  }

  /// Writes more than a small disk holds while the browser is open; it must show all of it.
  private func expectRoom(_ visitor: Visitor) throws {
    try visitor.see("1 Articles 1")
    for round in 1...3 {
      let text = (0..<300).map { _ in String(UInt64.random(in: 0 ... .max), radix: 36) }.joined(separator: " ")
      let lines = (0..<200).map {
        DataFolder.article("\(round)-\($0)", "Item \($0) of round \(round)", body: text).replacing("\n", with: "")
      }
      try data.write(lines.joined(separator: "\n"), to: "articles/\(round).jsonl")
      try visitor.see("1 Articles \(round * 200 + 1)")
    }
    try visitor.type(#"/"round 3""#)
    try visitor.press("Enter")
    try visitor.see("200 of 601")
    try visitor.press("Enter")
    try visitor.see("of round 3")
  }

  @Test(
    "A disk that fills while the browser is open: it goes on in memory",
    .enabled(if: Mounts.areAllowed, "mounting is not allowed here"))
  func aDiskThatFillsWhileTheBrowserIsOpenItGoesOnInMemory() throws {
    try Mounts.mount(kilobytes: 700, at: data.cache)
    defer { try? Mounts.unmount(data.cache) }
    try expectRoom(data.visitor())
  }

  @Test("A limit on the size of files that is reached while the browser is open: it goes on in memory")
  func aLimitOnTheSizeOfFilesThatIsReachedWhileTheBrowserIsOpenItGoesOnInMemory() throws {
    try expectRoom(data.visitor(prefix: ["bash", "-c", #"ulimit -f 700; exec "$0" "$@""#]))
  }

  @Test("A catalogue damaged within its pages is built anew", arguments: 0..<8)
  func aCatalogueDamagedWithinItsPagesIsBuiltAnew(eighth: Int) throws {
    let file = try built()
    let handle = try FileHandle(forUpdating: file)
    let size = try handle.seekToEnd()
    try handle.seek(toOffset: size / 8 * UInt64(eighth) + 100)
    try handle.write(contentsOf: Data(repeating: 0xA5, count: Int(size / 8) - 200))
    try handle.close()
    try expectTruth("damaged from \(eighth)/8")
    try data.write(DataFolder.article("new", "Something new"), to: "articles/new.json")
    try expectTruth("damaged from \(eighth)/8, then updated")
  }

  @Test("A truncated catalogue is built anew", arguments: [0, 1, 100, 16_384, 40_000])
  func aTruncatedCatalogueIsBuiltAnew(bytes: UInt64) throws {
    let handle = try FileHandle(forUpdating: built())
    try handle.truncate(atOffset: bytes)
    try handle.close()
    try expectTruth()
  }

  @Test("A catalogue of another schema is built anew")
  func aCatalogueOfAnotherSchemaIsBuiltAnew() throws {
    let file = try built()
    try Command.expect([
      "python3", "-c", "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('PRAGMA user_version = 999')",
      file.path(),
    ])
    try expectTruth()
  }

  @Test("A catalogue damaged or deleted while the browser is open is built anew", arguments: ["deleted", "damaged"])
  func aCatalogueDamagedOrDeletedWhileTheBrowserIsOpenIsBuiltAnew(how: String) throws {
    let file = try built()
    let visitor = try data.visitor()
    try visitor.see("1 Articles 1")
    if how == "deleted" {
      try FileManager.default.removeItem(atPath: data.cache)
    } else {
      try Data(repeating: 0xA5, count: 200_000).write(to: file)
    }
    try data.write(DataFolder.article("new", "Something new"), to: "articles/new.json")
    try visitor.see("Something new")
    try visitor.see("1 Articles 2")
    try expectTruth()
  }

  @Test("Two browsers, a list and a check at once see the same")
  func twoBrowsersAListAndACheckAtOnceSeeTheSame() throws {
    let visitors = [try data.visitor(), try data.visitor()]
    for visitor in visitors { try visitor.see("1 Articles 1") }
    for index in 0..<3 {
      try data.write(DataFolder.article("new-\(index)", "News number \(index)"), to: "articles/new-\(index).json")
      #expect(try data.newsroom("check").status == 0)
      for visitor in visitors { try visitor.see("News number \(index)") }
      try expectTruth()
    }
  }
}
