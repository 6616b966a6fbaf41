import Foundation
import NewsroomTestSupport
import TerminalCells
import Testing

@Suite("The browser gives the terminal back", .serialized)
struct BrowserGivesBackTests {
  /// A shell that notes the terminal's modes before and after the browser.
  private func visitor() throws -> (visitor: TmuxSession, before: String, after: String) {
    let folder = try TemporaryFolder()
    let program = BuiltProducts.program("newsroom").path()
    let script = """
      stty -a > '\(folder.path("before"))'; '\(program)' --data '\(Visitor.sampleData)'; \
      echo "status $?" > '\(folder.path("status"))'; stty -a > '\(folder.path("after"))'; echo given-back; cat
      """
    let session = try TmuxSession(["/bin/sh", "-c", script])
    kept.folders.append(folder)
    try session.waitFor("1 Articles 119")
    return (session, folder.path("before"), folder.path("after"))
  }

  private final class Kept { var folders: [TemporaryFolder] = [] }
  private let kept = Kept()

  private func expectGivenBack(_ session: TmuxSession, _ before: String, _ after: String) throws {
    try session.waitFor("given-back")
    try #expect(String(contentsOfFile: before, encoding: .utf8) == String(contentsOfFile: after, encoding: .utf8))
    #expect(
      try session.ask("#{alternate_on} #{mouse_any_flag} #{cursor_flag} #{bracket_paste_flag}").hasPrefix("0 0 1"))
  }

  @Test("after q, Q and Ctrl-C", arguments: ["q", "Q", "C-c"])
  func afterQQAndCtrlC(key: String) throws {
    let (session, before, after) = try visitor()
    try session.send(key)
    try expectGivenBack(session, before, after)
  }

  @Test("after SIGTERM and SIGHUP", arguments: [SIGTERM, SIGHUP])
  func afterSIGTERMAndSIGHUP(signal: Int32) throws {
    let (session, before, after) = try visitor()
    let shell = try session.processIdentifier()
    let child = try Command.run(["pgrep", "-P", "\(shell)", "newsroom"]).output
    kill(try #require(pid_t(child.trimmingCharacters(in: .newlines))), signal)
    try expectGivenBack(session, before, after)
  }
}

@Suite("The browser in terminals of every size", .serialized)
struct SizeTests {
  @Test("It recovers from a terminal too small, and follows every change of size")
  func itRecoversFromATerminalTooSmallAndFollowsEveryChangeOfSize() throws {
    let visitor = try Visitor()
    try visitor.seeSample()
    try visitor.terminal.resize(to: Size(columns: 30, rows: 8))
    try visitor.see("needs 40x10.")
    try visitor.terminal.resize(to: Size(columns: 200, rows: 60))
    try visitor.see("Organisations")
    try visitor.press("Q")
    let status = try visitor.end()
    #expect(status == 0)
  }
}
