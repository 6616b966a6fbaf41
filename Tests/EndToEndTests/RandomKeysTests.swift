import Foundation
import NewsroomTestSupport
import TerminalCells
import Testing

/// Somebody who presses whatever there is, faster than anything can be answered, while the terminal changes its size.
/// `NEWSROOM_FUZZ_SECONDS` and `NEWSROOM_FUZZ_SEED` make the test longer or let it go other ways.
@Suite("Any keys", .serialized)
struct RandomKeysTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let seconds = Double(environment["NEWSROOM_FUZZ_SECONDS"] ?? "") ?? 5
  private static let seed = UInt64(environment["NEWSROOM_FUZZ_SEED"] ?? "") ?? 1

  private static let keys: [String] =
    "jkqhldpivfsmyYoeTMUnNgGRFxJK123456789 []/>!?*|:#-\t\r\u{1B}\u{7F}".map(String.init) + [
      "\u{10}", "\u{0E}", "\u{04}", "\u{15}", "\u{17}", "\u{0C}", "\u{1B}[Z", "\u{1B}[A", "\u{1B}[B", "\u{1B}[C",
      "\u{1B}[D", "\u{1B}[5~", "\u{1B}[6~", "\u{1B}[<0;10;5M", "\u{1B}[<0;10;5m", "\u{1B}[<32;60;9M",
      "\u{1B}[<64;30;9M", "ibe", "tao zhan", "\"visit ", "org:u", "-year:2024", "高等", "نعم",
      "\u{1B}[200~pasted\u{1B}]0;title\u{7} te\nxt\u{1B}[201~",
    ]

  @Test(
    "end with the terminal as it was, and never the program before it is told", arguments: 1...2 as ClosedRange<UInt64>)
  func endWithTheTerminalAsItWasAndNeverTheProgramBeforeItIsTold(number: UInt64) throws {
    var random = SeededGenerator(seed: Self.seed &* 1_000 &+ number)
    let (folder, cache) = (try TemporaryFolder(), try Visitor.catalogue())
    let end = Date(timeIntervalSinceNow: Self.seconds)
    var runs = 0
    while Date() < end || runs == 0 {
      runs += 1
      let terminal = try begin(folder, cache.path("."), &random)
      while Date() < end, terminal.program.statusIfEnded() == nil { press(terminal, &random) }
      terminal.program.send(signal: SIGTERM)
      let status = try terminal.waitForExit()
      #expect(
        status == 0 || status == 128 + SIGTERM, "run \(runs) ended with \(status): \(terminal.output.suffix(2_000))")
      #expect(terminal.modes == terminal.modesBefore)
    }
  }

  private func begin(_ folder: TemporaryFolder, _ cache: String, _ random: inout SeededGenerator) throws
    -> PseudoTerminal
  {
    let program = BuiltProducts.program("newsroom").path()
    let more = Bool.random(using: &random) ? ["--restore"] : []
    return try PseudoTerminal(
      [program, "--data", Visitor.sampleData, "--cache", cache] + more, size: size(&random),
      environment: [
        "XDG_STATE_HOME": folder.path("state"), "EDITOR": "true", "PAGER": "true", "BROWSER": "true",
      ], directory: folder.path("."))
  }

  private func press(_ terminal: PseudoTerminal, _ random: inout SeededGenerator) {
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      terminal.send(Self.keys.randomElement(using: &random) ?? "j")
    }
    if Int.random(in: 0..<20, using: &random) == 0 { terminal.resize(to: size(&random)) }
    usleep([0, 0, 500, 2_000, 20_000].randomElement(using: &random) ?? 0)
    terminal.drain()
  }

  private func size(_ random: inout SeededGenerator) -> Size {
    Size(columns: Int.random(in: 1...210, using: &random), rows: Int.random(in: 1...70, using: &random))
  }
}
