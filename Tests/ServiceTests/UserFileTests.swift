import Foundation
import NewsroomCatalogue
import NewsroomTestSupport
import Testing

@testable import newsroom

@Suite("Files kept for the user")
struct UserFileTests {
  @Test(
    "stand where the environment says, else in the home folder; a path that is empty or relative is none",
    arguments: [
      (["XDG_CONFIG_HOME": "/c", "XDG_STATE_HOME": "/s", "XDG_CACHE_HOME": "/k", "HOME": "/h"], ["/c", "/s", "/k"]),
      (["HOME": "/h", "XDG_STATE_HOME": "s"], ["/h/.config", "/h/.local/state", "/h/.cache"]),
      (["HOME": "", "XDG_CONFIG_HOME": ""], nil), (["HOME": "h"], nil), ([:], nil),
    ] as [([String: String], [String]?)])
  func standWhereTheEnvironmentSaysElseInTheHomeFolderAPathThatIsEmptyOr(
    environment: [String: String], expected: [String]?
  ) {
    let folders = [UserFolder.configuration, .state, .cache].map { $0.path(environment) }
    #expect(folders == expected?.map { $0 + "/newsroom" } ?? [nil, nil, nil])
    #expect(Configuration.path(environment) == folders[0].map { $0 + "/config.json" })
    #expect(Catalogue.defaultFolder(environment: environment) == folders[2])
  }

  @Test("and nobody else can look into their folder")
  func andNobodyElseCanLookIntoTheirFolder() throws {
    let folder = try TemporaryFolder()
    let path = try #require(StateFolder.path(["XDG_STATE_HOME": folder.path("state")]))
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o700)
  }
}

@Suite("The end that was asked for", .serialized)
struct EndSignalTests {
  @Test("is that of what is going on, not of what comes after it")
  func isThatOfWhatIsGoingOnNotOfWhatComesAfterIt() throws {
    TerminationSignal.watch()
    kill(getpid(), SIGTERM)
    try Deadline.wait(for: "the signal") { TerminationSignal.hasCome }
    TerminationSignal.unwatch()
    TerminationSignal.watch()
    #expect(!TerminationSignal.hasCome)
    TerminationSignal.unwatch()
  }
}
