import Foundation

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

  /// Whether eight times the text costs about eight times as long; a quadratic way would take sixty-four times. Other work on the
  /// machine can spoil a measurement, but not five in a row.
  static func isLinear(_ unit: String, from count: Int, _ body: (String) -> Void) -> Bool {
    (0..<5).contains { _ in
      let small = cost(String(repeating: unit, count: count), body)
      return cost(String(repeating: unit, count: 8 * count), body) < small * 24 + 0.05
    }
  }

  private static func cost(_ text: String, _ body: (String) -> Void) -> Double {
    let start = ContinuousClock.now
    body(text)
    return (ContinuousClock.now - start) / .seconds(1)
  }
}
