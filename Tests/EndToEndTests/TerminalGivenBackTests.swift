import Foundation
import NewsroomTestSupport
import TerminalCells
import Testing

/// Ends the probe in every way a program can end, on a line whose modes the test reads.
@Suite("The terminal is given back")
struct TerminalGivenBackTests {
  private let probe = BuiltProducts.program("TerminalProbe").path()

  /// A way to end, and the exit status that it gives.
  struct End: CustomTestStringConvertible {
    let testDescription: String
    var keys = ""
    var signal: Int32?
    let status: Int32
    var reports = false
  }

  private static let ways = [
    End(testDescription: "q", keys: "q", status: 0), End(testDescription: "Ctrl-C", keys: "\u{03}", status: 130),
    End(testDescription: "SIGTERM", signal: SIGTERM, status: 143),
    End(testDescription: "SIGHUP", signal: SIGHUP, status: 129),
    End(testDescription: "SIGINT", signal: SIGINT, status: 130), End(testDescription: "exit", keys: "x", status: 7),
    End(testDescription: "a trap", keys: "jkt", status: 128 + SIGILL, reports: true),
    End(testDescription: "an abort", keys: "jka", status: 128 + SIGABRT, reports: true),
    End(testDescription: "a bad access", keys: "jks", status: 128 + SIGSEGV, reports: true),
    End(testDescription: "a stack overflow", keys: "jko", status: 128 + SIGSEGV, reports: true),
    End(testDescription: "another thread's stack overflow", keys: "jkO", status: 128 + SIGSEGV, reports: true),
    End(testDescription: "SIGFPE", keys: "jk", signal: SIGFPE, status: 128 + SIGFPE, reports: true),
  ]
  /// What others, timers and limits may send, and the first and last signal that has no name.
  private static let otherSignals = [
    SIGUSR1, SIGUSR2, SIGPIPE, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU, SIGXFSZ, SIGIO, SIGPWR, 34, 64,
  ].map { End(testDescription: "signal \($0)", signal: $0, status: 128 + $0) }

  @Test("as it was found, whatever ends the program", arguments: ways + otherSignals)
  func asItWasFoundWhateverEndsTheProgram(end: End) throws {
    let folder = try TemporaryFolder()
    let report = folder.path("report.txt")
    let terminal = try PseudoTerminal([probe, "text"], environment: ["PROBE_REPORT": report])
    let before = terminal.modesBefore
    try terminal.waitFor("ready")
    #expect(terminal.modes != before)
    terminal.send(end.keys)
    if end.keys.hasPrefix("jk") && end.signal != nil { try terminal.waitFor("\"k\"") }
    if let signal = end.signal { terminal.program.send(signal: signal) }
    #expect(try terminal.waitForExit() == end.status)
    #expect(terminal.modes == before)
    expectRestored(terminal.output)
    try expectReport(at: report, exists: end.reports)
    guard end.testDescription == "a trap" else { return }
    let words = "Fatal error: asked for"
    #expect(try String(contentsOfFile: report, encoding: .utf8).contains(words))
    // On the terminal too, behind the end of the screen that would have swallowed it.
    let (said, left) = (terminal.output.ranges(of: words).last, terminal.output.ranges(of: "\u{1B}[?1049l").last)
    #expect(try #require(said).lowerBound > #require(left).lowerBound)
  }

  /// Screen, cursor, mouse, paste and bidi, each turned off or back after it was last turned on.
  private func expectRestored(_ output: String) {
    let pairs = [
      ("\u{1B}[?1049h", "\u{1B}[?1049l"), ("\u{1B}[?25l", "\u{1B}[?25h"), ("\u{1B}[?2004h", "\u{1B}[?2004l"),
      ("\u{1B}[8l", "\u{1B}[8h"), ("\u{1B}[?1h", "\u{1B}[?1l"), ("\u{1B}[?1000h", "\u{1B}[?1000l"),
    ]
    for (taken, given) in pairs {
      let (start, end) = (output.ranges(of: taken).last, output.ranges(of: given).last)
      guard let start else { continue }
      #expect(end.map { $0.lowerBound > start.lowerBound } ?? false, "\(given.dropFirst()) is missing")
    }
  }

  private func expectReport(at path: String, exists: Bool) throws {
    let report = try? String(contentsOfFile: path, encoding: .utf8)
    guard exists else { return #expect(report == nil) }
    let text = try #require(report)
    #expect(text.contains("TerminalProbe 1 was stopped by signal"))
    #expect(text.contains(" j k"))
    #expect(text.contains("program at 0x"))
  }

  @Test("and the program ends when the terminal itself goes away, without spinning")
  func andTheProgramEndsWhenTheTerminalItselfGoesAwayWithoutSpinning() throws {
    let terminal = try PseudoTerminal([probe, "text"])
    try terminal.waitFor("ready")
    terminal.hangUp()
    // Files that another test opens now may get the numbers that were given up, and must stay open.
    let others = (0..<4).map { _ in open("/dev/null", O_RDONLY | O_CLOEXEC) }
    defer { others.forEach { close($0) } }
    #expect(try terminal.waitForExit(seconds: 5) == 129)
    terminal.hangUp()
    #expect(others.allSatisfy { fcntl($0, F_GETFD) >= 0 })
  }

  @Test("to the shell on Ctrl-Z and SIGTSTP, and taken again on fg", arguments: ["C-z", "SIGTSTP", "SIGSTOP"])
  func toTheShellOnCtrlZAndSIGTSTPAndTakenAgainOnFg(how: String) throws {
    let session = try TmuxSession(["bash", "--norc", "--noprofile", "-i"], environment: ["PS1": "prompt> "])
    try session.waitFor("prompt>")
    let before = try modes(session, "before")
    try session.send("\(probe) text", "Enter")
    try session.waitFor("ready")
    #expect(try session.ask("#{alternate_on}") == "1")
    if how == "C-z" {
      try session.send("C-z")
    } else {
      let shell = try session.processIdentifier()
      let children = try String(contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)
      let child = children.trimmingCharacters(in: .whitespacesAndNewlines)
      kill(try #require(Int32(child)), how == "SIGTSTP" ? SIGTSTP : SIGSTOP)
    }
    try session.waitFor("Stopped")
    if how != "SIGSTOP" {
      #expect(try session.ask("#{alternate_on} #{cursor_flag}") == "0 1")
      #expect(try modes(session, "stopped") == before)
    }
    try session.send("fg", "Enter")
    try session.waitUntil("the probe again") { $0.contains("text|4") && !$0.contains("prompt>") }
    #expect(try session.ask("#{alternate_on}") == "1")
    try session.send("j")
    try session.waitFor("\"j\"")
    try session.send("q")
    try session.waitFor("prompt>")
    #expect(try modes(session, "after") == before)
  }

  /// What `stty -a` says in the session's shell.
  private func modes(_ session: TmuxSession, _ name: String) throws -> String {
    let file = session.folder.path(name)
    try session.send("stty -a > \(file).part; mv \(file).part \(file)", "Enter")
    try Deadline.wait(for: "stty") { FileManager.default.fileExists(atPath: file) }
    return try String(contentsOfFile: file, encoding: .utf8)
  }

  @Test("to another program and taken back, the screen whole again")
  func toAnotherProgramAndTakenBackTheScreenWholeAgain() throws {
    let session = try TmuxSession([probe, "text"])
    try session.waitFor("ready")
    try session.send("r")
    let between = try session.waitFor("handed over")
    #expect(!between.contains("text|4"))
    try session.send("Enter")
    try session.waitFor("text|4")
    try session.send("q")
    #expect(try session.waitForExit() == 0)
  }
}
