import Foundation
import NewsroomTestSupport
import Testing

@Suite("Killed at any moment", .serialized)
struct KillTests {
  private let data: DataFolder

  init() throws { data = try DataFolder() }

  /// How often: `NEWSROOM_KILLS=200` for a long run.
  private static let rounds = Int(Command.processEnvironment["NEWSROOM_KILLS"] ?? "") ?? 20

  /// Changes some files: new ones, edited ones, deleted ones, and people who are linked with them.
  private func change(_ round: Int, _ random: inout some RandomNumberGenerator) throws {
    for _ in 0..<30 {
      let number = Int.random(in: 0..<150, using: &random)
      let text = DataFolder.article("\(number)", "Round \(round) by P\(number % 9)", body: "Text of round \(round).")
      try data.write(text, to: "articles/\(number).json")
    }
    let people = (0..<9).map { #"{"id": "p\#($0)", "name": "Person \#($0) of round \#(round)"}"# }
    try data.write(people.joined(separator: "\n"), to: "people/some.jsonl")
    try? data.delete("articles/\(Int.random(in: 0..<150, using: &random)).json")
  }

  /// Starts a list, which brings the catalogue up to date first, and kills it after a while.
  private func killAfter(_ delay: Duration) throws {
    let out = data.beside("out")
    let program = try ChildProgram(
      data.command(["list"]), environment: DataFolder.environment, files: .paths("/dev/null", out, out))
    let end = ContinuousClock.now + delay
    var status: Int32?
    try Deadline.wait(for: "the moment to kill") {
      status = program.statusIfEnded()
      return status != nil || ContinuousClock.now >= end
    }
    guard status == nil else { return }
    program.send(signal: SIGKILL)
    _ = program.waitForEnd()
  }

  @Test("After kill -9 at a random moment the next start shows exactly what is on disk")
  func afterKill9AtARandomMomentTheNextStartShowsExactlyWhatIsOnDisk() throws {
    var random = SystemRandomNumberGenerator()
    for round in 0..<Self.rounds {
      if round % 4 == 0 { try? FileManager.default.removeItem(atPath: data.cache) }
      try change(round, &random)
      let delay = Int.random(in: 5..<450, using: &random)
      try killAfter(.milliseconds(delay))
      for list in ["articles", "people"] {
        let outcome = try data.newsroom("list", list)
        #expect(outcome.status == 0, "killed after \(delay) ms: \(outcome.errors)")
        #expect(try outcome.output == data.truth(list), "killed after \(delay) ms in round \(round)")
      }
    }
  }
}
