import Foundation
import NewsroomTestSupport

/// How long and from which number generated texts are tried.
enum Fuzz {
  private static let environment = ProcessInfo.processInfo.environment
  private static let seconds = Double(environment["NEWSROOM_FUZZ_SECONDS"] ?? "") ?? 1
  private static let seed = UInt64(environment["NEWSROOM_FUZZ_SEED"] ?? "") ?? 20_240_607

  /// A generator that is the same in every run; each test has a number of its own.
  static func random(_ test: UInt64) -> SeededGenerator { SeededGenerator(seed: seed &+ test) }

  /// Calls `body` for as long as is asked for, and so many times at least.
  static func rounds(atLeast least: Int, _ body: () -> Void) {
    let end = Date(timeIntervalSinceNow: seconds)
    var count = 0
    while count < least || Date() < end {
      body()
      count += 1
    }
    print("fuzz: \(count) texts from seed \(seed)")
  }
}
