import Foundation
import NewsroomModel
import NewsroomTestSupport
import Testing

@testable import newsroom

@Suite("The file of stars")
struct StarsFileTests {
  private let folder: TemporaryFolder
  private let file: StarsFile
  private let lili = RecordAddress(.person, "ji-lili")

  init() throws {
    folder = try TemporaryFolder()
    file = try #require(StarsFile(environment: ["XDG_STATE_HOME": folder.path("state")]))
  }

  private func write(_ text: String) throws { try text.write(toFile: file.path, atomically: true, encoding: .utf8) }

  private var contents: NSDictionary? {
    get throws { try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: file.path))) as? NSDictionary }
  }

  @Test("What another version or the user wrote beside stays when a star comes and goes")
  func whatAnotherVersionOrTheUserWroteBesideStaysWhenAStarComesAndGoes() throws {
    let stars = #"[{"address": "place:geneva"}, {"address": "person:a", "note": "mine", "at": 1.5}]"#
    try write(#"{"version": 2, "stars": \#(stars)}"#)
    let before = try contents
    #expect(try file.read() == [RecordAddress(.person, "a")])
    #expect(try file.keep(lili, title: "JI Lili", isOn: true) == [RecordAddress(.person, "a"), lili])
    #expect(try (contents?["stars"] as? [NSDictionary])?.count == 3)
    #expect(try file.keep(lili, title: "JI Lili", isOn: false) == [RecordAddress(.person, "a")])
    #expect(try contents == before)
  }

  @Test("Where there is no folder to keep them in it is said which cannot be made, or that none is set")
  func whereThereIsNoFolderToKeepThemInItIsSaidWhichCannotBeMadeOrThatNoneIsSet() throws {
    try Data().write(to: URL(filePath: folder.path("taken")))
    let environment = ["XDG_STATE_HOME": folder.path("taken")]
    #expect(StarsFile(environment: environment) == nil)
    #expect(StateFolder.absence(environment).hasPrefix("The folder \(folder.path("taken"))/newsroom cannot be made"))
    #expect(StateFolder.absence([:]).hasSuffix("Set HOME or XDG_STATE_HOME."))
  }

  @Test(
    "A broken file stays as it is",
    arguments: ["", "[]", "{}", #"{"stars": {}}"#, #"{"stars": [3]}"#, #"{"stars": [{"title": "x"}]}"#])
  func aBrokenFileStaysAsItIs(text: String) throws {
    try write(text)
    #expect(throws: CLIError.self) { try file.read() }
    #expect(throws: CLIError.self) { try file.keep(lili, title: "", isOn: true) }
    #expect(try String(contentsOfFile: file.path, encoding: .utf8) == text)
  }

  @Test("Stars given at once are all kept")
  func starsGivenAtOnceAreAllKept() async throws {
    let addresses = (0..<40).map { RecordAddress(.person, "p\($0)") }
    let file = file
    try await withThrowingTaskGroup(of: Void.self) { group in
      for address in addresses { group.addTask { _ = try file.keep(address, title: "", isOn: true) } }
      try await group.waitForAll()
    }
    #expect(try file.read() == Set(addresses))
  }

  @Test("Neither a pipe nor a newsroom that was stopped while it wrote is waited for", .timeLimit(.minutes(1)))
  func neitherAPipeNorANewsroomThatWasStoppedWhileItWroteIsWaitedFor() throws {
    let lock = open(file.path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    #expect(flock(lock, LOCK_EX) == 0)
    let failure = #expect(throws: CLIError.self) { try file.keep(lili, title: "", isOn: true) }
    #expect(failure?.message.contains("held by another newsroom") == true)
    close(lock)
    mkfifo(file.path, 0o600)
    #expect(throws: CLIError.self) { try file.read() }
  }
}
