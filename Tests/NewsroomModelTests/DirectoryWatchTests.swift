import Foundation
import NewsroomTestSupport
import Synchronization
import Testing

@testable import NewsroomModel

@Suite("Watching a data directory", .serialized)
struct DirectoryWatchTests {
  private let folder: TemporaryFolder
  private let reports = Reports()
  private let watch: DirectoryWatch

  /// What was reported so far.
  private final class Reports: Sendable {
    let changes = Mutex<[DirectoryWatch.Change]>([])

    var paths: Set<String> {
      changes.withLock { changes in
        changes.reduce(into: []) { paths, change in
          if case .paths(let more) = change { paths.formUnion(more) }
        }
      }
    }
  }

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder.path("articles/2024"), withIntermediateDirectories: true)
    watch = DirectoryWatch(root: folder.url.path)
    let (watch, reports) = (watch, reports)
    Thread.detachNewThread { watch.run { change in reports.changes.withLock { $0.append(change) } } }
    try untilWatching()
  }

  /// The first watch is set when a file written again and again is reported.
  private func untilWatching() throws {
    try Deadline.wait(for: "the first report") {
      try write("articles/first.json")
      return reports.paths.contains("articles/first.json")
    }
  }

  private func write(_ path: String) throws {
    try Data("{}".utf8).write(to: folder.url.appending(path: path))
  }

  private func expectReport(of path: String) throws {
    try Deadline.wait(for: "a report of \(path)") { reports.paths.contains(path) }
  }

  @Test("A file written, renamed over, moved and deleted is reported by its path")
  func aFileWrittenRenamedOverMovedAndDeletedIsReportedByItsPath() throws {
    defer { watch.stop() }
    try write("articles/2024/a.json")
    try expectReport(of: "articles/2024/a.json")
    try Data("[]".utf8).write(to: folder.url.appending(path: "articles/2024/b.json"), options: .atomic)
    try expectReport(of: "articles/2024/b.json")
    try FileManager.default.moveItem(
      atPath: folder.path("articles/2024/a.json"), toPath: folder.path("articles/c.json"))
    try expectReport(of: "articles/c.json")
    try FileManager.default.removeItem(atPath: folder.path("articles/c.json"))
    try Deadline.wait(for: "the deletion") {
      reports.changes.withLock { $0.count { change in change == .paths(["articles/c.json"]) } } > 0
    }
  }

  @Test("A folder made later is watched, and a folder moved in is reported whole")
  func aFolderMadeLaterIsWatchedAndAFolderMovedInIsReportedWhole() throws {
    defer { watch.stop() }
    try FileManager.default.createDirectory(atPath: folder.path("articles/2025"), withIntermediateDirectories: false)
    try expectReport(of: "articles/2025")
    try write("articles/2025/d.json")
    try expectReport(of: "articles/2025/d.json")
  }

  @Test("Many files written together are few reports")
  func manyFilesWrittenTogetherAreFewReports() throws {
    defer { watch.stop() }
    let before = reports.changes.withLock { $0.count }
    for index in 0..<500 { try write("articles/2024/\(index).json") }
    try expectReport(of: "articles/2024/499.json")
    let after = reports.changes.withLock { $0.count }
    #expect(after - before < 50)
  }

  @Test("JSON Lines are reported while they are open, any other text when it is closed")
  func jsonLinesAreReportedWhileTheyAreOpenAnyOtherTextWhenItIsClosed() throws {
    defer { watch.stop() }
    for path in ["articles/2024/open.json", "articles/2024/log.jsonl"] {
      #expect(FileManager.default.createFile(atPath: folder.path(path), contents: nil))
    }
    let text = try #require(FileHandle(forWritingAtPath: folder.path("articles/2024/open.json")))
    let lines = try #require(FileHandle(forWritingAtPath: folder.path("articles/2024/log.jsonl")))
    // What told of their making is past once a later file was reported.
    try write("articles/2024/later.json")
    try expectReport(of: "articles/2024/later.json")
    reports.changes.withLock { $0 = [] }
    try text.write(contentsOf: Data("[".utf8))
    try lines.write(contentsOf: Data("{}\n".utf8))
    try expectReport(of: "articles/2024/log.jsonl")
    #expect(!reports.paths.contains("articles/2024/open.json"))
    try text.close()
    try expectReport(of: "articles/2024/open.json")
    try lines.close()
  }

  @Test("A hard link and a name that is not UTF-8 are noticed")
  func aHardLinkAndANameThatIsNotUTF8AreNoticed() throws {
    defer { watch.stop() }
    try FileManager.default.linkItem(
      atPath: folder.path("articles/first.json"), toPath: folder.path("articles/second.json"))
    try expectReport(of: "articles/second.json")
    let bytes = Array(folder.path("articles/").utf8) + [0xFF] + Array(".json".utf8)
    #expect(rename(folder.path("articles/first.json"), bytes.map { CChar(bitPattern: $0) } + [0]) == 0)
    try Deadline.wait(for: "a look at everything") { reports.changes.withLock { $0.contains(.everything) } }
  }

  @Test("A directory that another takes the place of is watched again")
  func aDirectoryThatAnotherTakesThePlaceOfIsWatchedAgain() throws {
    defer { watch.stop() }
    let aside = try TemporaryFolder()
    try FileManager.default.moveItem(atPath: folder.url.path, toPath: aside.path("old"))
    try FileManager.default.createDirectory(atPath: folder.path("articles"), withIntermediateDirectories: true)
    try Deadline.wait(for: "a report from the new directory") {
      try write("articles/new.json")
      return reports.paths.contains("articles/new.json")
    }
    #expect(reports.changes.withLock { $0.contains(.everything) })
  }
}

@Suite("File systems of other machines")
struct RemoteFileSystemTests {
  private let mounts = """
    /dev/sda1 / ext4 rw 0 0
    server:/a /srv/news\\040room nfs4 rw 0 0
    /dev/sdb1 /srv/news\\040room/local ext4 rw 0 0

    """

  @Test(
    "A mount is found whatever its name, above the directory or below it",
    arguments: [
      ("/srv/news room", true), ("/srv/news room/data", true), ("/srv/news room/local/data", false), ("/srv", true),
      ("/srv/news", false), ("/home", false),
    ])
  func aMountIsFoundWhateverItsNameAboveTheDirectoryOrBelowIt(path: String, isRemote: Bool) {
    #expect(FileSystem.isRemote(path, mounts: mounts) == isRemote)
  }
}
