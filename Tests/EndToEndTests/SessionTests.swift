import Foundation
import NewsroomTestSupport
import Testing

@Suite("Beginning where one left off", .serialized)
struct SessionTests {
  /// Folders that outlive a visit.
  private let folder: TemporaryFolder
  private var environment: [String: String] {
    ["XDG_STATE_HOME": folder.path("state"), "XDG_CACHE_HOME": folder.path("cache")]
  }

  init() throws { folder = try TemporaryFolder() }

  private func visitor(_ arguments: String...) throws -> Visitor {
    try Visitor(arguments: arguments.isEmpty ? ["--restore"] : arguments, environment: environment)
  }

  /// Goes from a filtered list to an article, its delegation and a person.
  private func walk() throws -> (visitor: Visitor, screen: String) {
    let visitor = try visitor()
    try visitor.seeSample()
    try visitor.filter("org:unesco-ibe", showing: "3 of 119")
    try visitor.go(to: "2024-06-07")
    try visitor.press("Enter")
    try visitor.see("Among the visitors were")
    try visitor.press("d", "Enter")
    try visitor.see("Counterparts")
    try visitor.open("JI Lili", showing: "Roles")
    var (screen, before) = (try visitor.terminal.screen(), "")
    while screen != before {
      usleep(200_000)
      (before, screen) = (screen, try visitor.terminal.screen())
    }
    return (visitor, screen)
  }

  @Test("After Q the next start with --restore is at the same page, and back leads all the way to the filtered list")
  func afterQTheNextStartWithRestoreIsAtTheSamePageAndBackLeadsAllTheWayToThe() throws {
    let first = try walk()
    try first.visitor.press("Q")
    #expect(try first.visitor.end() == 0)
    let second = try visitor()
    try second.terminal.waitUntil("the page as it was") { $0 == first.screen }
    try second.press("q")
    try second.see("Counterparts")
    try second.press("q")
    try second.see("Among the visitors were")
    try second.press("q")
    try second.see("3 of 119")
    #expect(try second.focusedRow().contains("2024-06-07"))
  }

  @Test("A query typed in one run comes back in the next with Ctrl-p, also after a run in between that typed none")
  func aQueryTypedInOneRunComesBackInTheNextWithCtrlPAlsoAfterARunInBetweenThat() throws {
    let first = try visitor("--no-mouse")
    try first.seeSample()
    try first.filter("org:unesco-ibe", showing: "3 of 119")
    try first.press("Q")
    #expect(try first.end() == 0)
    let second = try visitor("--no-mouse")
    try second.seeSample()
    try second.press("Q")
    #expect(try second.end() == 0)
    let third = try visitor("--no-mouse")
    try third.seeSample()
    try third.press("/", "C-p")
    try third.see("3 of 119")
  }

  @Test("A hangup or a request to end keeps the session too", arguments: [SIGHUP, SIGTERM])
  func aHangupOrARequestToEndKeepsTheSessionToo(signal: Int32) throws {
    let first = try walk()
    kill(try first.visitor.terminal.processIdentifier(), signal)
    #expect(try first.visitor.end() == 128 + signal)
    try visitor().terminal.waitUntil("the page as it was") { $0 == first.screen }
  }

  @Test("A start begins at the articles unless asked; --no-restore keeps nothing; each directory has its own session")
  func aStartBeginsAtTheArticlesUnlessAskedNoRestoreKeepsNothingEachDirectory() throws {
    let first = try walk()
    try first.visitor.press("Q")
    #expect(try first.visitor.end() == 0)
    let second = try visitor("--no-restore")
    try second.see("no filter")
    try second.press("2", "Q")
    #expect(try second.end() == 0)
    let other = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Fixtures/one-visit")
    let third = try visitor("--restore", "--data", other.standardizedFileURL.path())
    try third.see("no filter")
    try third.press("Q")
    #expect(try third.end() == 0)
    let fourth = try visitor()
    try fourth.terminal.waitUntil("the page as it was") { $0 == first.screen }
    try fourth.press("Q")
    #expect(try fourth.end() == 0)
    let fifth = try visitor("--bidi", "auto")
    try fifth.see("no filter")
  }

  @Test("A file that is no session is said and passed over, and the next one is kept in its place")
  func aFileThatIsNoSessionIsSaidAndPassedOverAndTheNextOneIsKeptInItsPlace() throws {
    let first = try walk()
    try first.visitor.press("Q")
    #expect(try first.visitor.end() == 0)
    let sessions = folder.path("state/newsroom/sessions")
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: sessions).first)
    try "{\"screens\": 3".write(toFile: sessions + "/" + name, atomically: true, encoding: .utf8)
    let second = try visitor()
    try second.see("The session kept before cannot be read")
    try second.see("no filter")
    try second.press("3")
    try second.see("BI Xiaohan")
    try second.press("Q")
    #expect(try second.end() == 0)
    let third = try visitor()
    try third.see("BI Xiaohan")
    try third.press("Q")
  }
}
