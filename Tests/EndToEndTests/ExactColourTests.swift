import Foundation
import NewsroomTestSupport
import Testing

@Suite("Exact colours", .serialized)
struct ExactColourTests {
  /// What the browser writes in the theme `dark`, whose ground is #16181D, up to its end.
  private func output(_ environment: [String: String]) throws -> String {
    let data = try DataFolder()
    let home = ["HOME": data.beside("home")].merging(environment) { $1 }
    let terminal = try PseudoTerminal(data.command([]) + ["--theme", "dark"], environment: home)
    try terminal.waitFor("Articles")
    terminal.send("Q")
    #expect(try terminal.waitForExit() == 0)
    return terminal.output
  }

  @Test("are shown where COLORTERM promises them, by a palette that is given back", arguments: ["truecolor", "24bit"])
  func areShownWhereCOLORTERMPromisesThemByAPaletteThatIsGivenBack(promise: String) throws {
    let output = try output(["COLORTERM": promise])
    let change = try #require(output.firstRange(of: ";rgb:16/18/1d"))
    let end = try #require(output.ranges(of: "\u{1B}]104;").last)
    #expect(change.lowerBound < end.lowerBound)
  }

  @Test("are given back by a crash and by a request to end", arguments: [SIGSEGV, SIGABRT, SIGTRAP, SIGTERM, SIGHUP])
  func areGivenBackByACrashAndByARequestToEnd(signal: Int32) throws {
    let data = try DataFolder()
    let terminal = try PseudoTerminal(
      data.command([]) + ["--theme", "dark"], environment: ["HOME": data.beside("home"), "COLORTERM": "truecolor"])
    try terminal.waitFor("\u{1B}]4;")
    kill(terminal.program.process, signal)
    #expect(try terminal.waitForExit() == 128 + signal)
    let changed = terminal.output.matches(of: /\u{1B}\]4;(\d+);/).map(\.1)
    let end = try #require(terminal.output.ranges(of: "\u{1B}]4;").last).upperBound
    let restored = terminal.output[end...].matches(of: /\u{1B}\]104;([\d;]*)/).flatMap { $0.1.split(separator: ";") }
    #expect(!changed.isEmpty && Set(changed).isSubset(of: restored))
  }

  @Test("are not asked of other terminals, nor where no colour is wanted")
  func areNotAskedOfOtherTerminalsNorWhereNoColourIsWanted() throws {
    #expect(try !output([:]).contains("\u{1B}]4;"))
    #expect(try !output(["COLORTERM": "truecolor", "NO_COLOR": "1"]).contains("\u{1B}]4;"))
  }

  @Test("are written as they are where a colour's number is its red, green and blue")
  func areWrittenAsTheyAreWhereAColoursNumberIsItsRedGreenAndBlue() throws {
    let folder = try TemporaryFolder()
    let number = "%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d"
    let source = """
      direct|a terminal of exact colours, RGB, colors#0x1000000, pairs#0x10000, ccc@, initc@, oc@,
        setaf=\\E[%?%p1%{8}%<%t3%p1%d%e38;2;\(number)%;m, setab=\\E[%?%p1%{8}%<%t4%p1%d%e48;2;\(number)%;m,
        use=xterm-256color,

      """
    try source.write(toFile: folder.path("source"), atomically: true, encoding: .utf8)
    let environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
    let made = try Command.run(
      ["/usr/bin/tic", "-x", "-o", folder.path("terminfo"), folder.path("source")], environment: environment)
    #expect(made.status == 0, "\(made.errors)")
    let output = try output(["TERM": "direct", "TERMINFO": folder.path("terminfo")])
    #expect(output.contains("48;2;22;24;29"))
  }
}
