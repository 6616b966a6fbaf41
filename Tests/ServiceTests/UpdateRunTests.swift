import Foundation
import NewsroomBrowser
import NewsroomCatalogue
import NewsroomModel
import NewsroomTestSupport
import Testing

@testable import newsroom

@Suite("Looking at the files")
struct UpdateRunTests {
  private let folder: TemporaryFolder
  private let directory: DataDirectory

  init() throws {
    folder = try TemporaryFolder()
    directory = try folder.oneArticle()
  }

  private func catalogue() throws -> Catalogue { try Catalogue(directory: directory, folder: folder.path("cache")) }

  /// What another newsroom holds while it updates the catalogue.
  private func lock() throws -> FileHandle {
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path("cache"))
    let file = try #require(files.first { $0.hasSuffix(".sqlite") })
    let descriptor = open(folder.path("cache/\(file).lock"), O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  @Test("While another newsroom builds the catalogue nothing counts as looked at; what it commits is shown")
  func whileAnotherNewsroomBuildsTheCatalogueNothingCountsAsLookedAtWhatIt() throws {
    let mailbox = try Mailbox()
    var run = UpdateRun(catalogue: try catalogue(), directory: directory, mailbox: mailbox)
    func messages() -> [Message] {
      run.update(.everything) { false }
      return mailbox.takeAll()
    }
    var lock = try lock()
    #expect(messages().isEmpty)
    #expect(run.due != nil)
    try lock.close()
    _ = try catalogue().update()
    lock = try self.lock()
    #expect(messages() == [.catalogueChanged])
    #expect(messages().isEmpty)
    try lock.close()
    #expect(messages() == [.updateFinished(changed: false)])
  }
}
