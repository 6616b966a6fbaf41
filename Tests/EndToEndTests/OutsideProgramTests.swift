import Foundation
import NewsroomTestSupport
import TerminalCells
import Testing

@Suite("Programs outside", .serialized)
struct OutsideProgramTests {
  /// A program that writes its arguments to a file.
  private func recorder(in folder: TemporaryFolder) throws -> (program: String, record: String) {
    let record = folder.path("arguments")
    let script = "#!/bin/sh\nfor word in \"$@\"; do echo \"$word\"; done > '\(record)'\n"
    return (try folder.writeProgram("program", script), record)
  }

  private func expect(_ record: String, _ condition: ([String]) -> Bool) throws {
    try Deadline.wait(for: "the arguments of the program") {
      guard let text = try? String(contentsOfFile: record, encoding: .utf8) else { return false }
      return condition(text.split(separator: "\n").map(String.init))
    }
  }

  @Test("e opens the record in $EDITOR at its line, and the browser comes back")
  func eOpensTheRecordInEDITORAtItsLineAndTheBrowserComesBack() throws {
    let folder = try TemporaryFolder()
    let (program, record) = try recorder(in: folder)
    let visitor = try Visitor(environment: ["EDITOR": program, "VISUAL": ""])
    try visitor.seeSample()
    try visitor.press("4", "/")
    try visitor.type("unesco-ibe")
    try visitor.see("UNESCO International Bureau of Education")
    try visitor.press("Enter", "e")
    try expect(record) { $0.first == "+1" && $0.last?.hasSuffix("data/organisations/unesco-ibe.json") == true }
    try visitor.see("4 Organisations 257")
    try visitor.press("Q")
    #expect(try visitor.end() == 0)
  }

  @Test("o hands the source to $BROWSER as one argument")
  func oHandsTheSourceToBROWSERAsOneArgument() throws {
    let folder = try TemporaryFolder()
    let (program, record) = try recorder(in: folder)
    let visitor = try Visitor(environment: ["BROWSER": program])
    try visitor.seeSample()
    try visitor.press("/")
    try visitor.type("visits the UNESCO International Bureau")
    try visitor.see("3 of 119")
    try visitor.press("Enter", "Enter", "o")
    try expect(record) { $0 == ["https://eng.ichei.org/en/news/information/942.html"] }
    try visitor.see("Opened https://eng.ichei.org")
  }

  @Test(
    "A program that fails is said to have failed, with its status",
    arguments: [
      ("e", "EDITOR", "The editor 'false' ended with status 1."),
      ("|", "PAGER", "The pager 'false' ended with status 1."),
      ("o", "BROWSER", "The web browser 'false' ended with status 1."),
    ])
  func aProgramThatFailsIsSaidToHaveFailedWithItsStatus(key: String, variable: String, message: String) throws {
    let visitor = try Visitor(environment: ["VISUAL": "", variable: "false"])
    try visitor.seeSample()
    try visitor.press("Enter")
    try visitor.see("‹ Articles")
    try visitor.press(key)
    try visitor.see(message)
  }

  @Test(
    "Ctrl-Z and signals that stop give the terminal to the shell, and fg brings the browser back as it was",
    arguments: ["C-z", "SIGTSTP", "SIGSTOP"])
  func ctrlZAndSignalsThatStopGiveTheTerminalToTheShellAndFgBringsTheBrowser(how: String) throws {
    let program = BuiltProducts.program("newsroom").path()
    let shell = try TmuxSession(
      ["bash", "--norc", "-i"], size: Size(columns: 110, rows: 30), environment: ["PS1": "ready$ "])
    try shell.waitFor("ready$")
    let cache = try Visitor.catalogue()
    try shell.type("'\(program)' --data '\(Visitor.sampleData)' --cache '\(cache.path("."))'")
    try shell.send("Enter")
    try shell.waitFor("5 Events 153")
    try shell.send("j", "j")
    try shell.waitFor("Peter Wells")
    let before = try shell.screen()
    if how == "C-z" {
      try shell.send("C-z")
    } else {
      kill(try child(of: shell), how == "SIGTSTP" ? SIGTSTP : SIGSTOP)
    }
    try shell.waitFor("Stopped")
    try shell.type("fg")
    try shell.send("Enter")
    try shell.waitUntil("the list as it was") { $0 == before }
    try shell.send("Q")
    try shell.waitFor("ready$")
  }

  @Test("Where a terminal has no clipboard for programs, nothing is said to be copied", arguments: ["xterm", "linux"])
  func whereATerminalHasNoClipboardForProgramsNothingIsSaidToBeCopied(terminal: String) throws {
    let visitor = try Visitor(environment: ["TERM": terminal])
    try visitor.seeSample()
    try visitor.press("Y")
    try visitor.see(terminal == "linux" ? "does not allow clipboard access" : "Copied (if your terminal")
  }

  /// What the session's shell runs.
  private func child(of session: TmuxSession) throws -> Int32 {
    let shell = try session.processIdentifier()
    let children = try String(contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)
    return try #require(Int32(children.trimmingCharacters(in: .whitespacesAndNewlines)))
  }
}
