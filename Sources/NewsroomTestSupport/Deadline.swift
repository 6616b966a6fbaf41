import Foundation

/// Waits for a condition instead of for a time.
package enum Deadline {
  /// Asks `condition` again and again until it holds. Patience costs a passing test nothing, and machines that share their cores
  /// stand still for seconds.
  /// - Throws: `DeadlinePassed` after `seconds`.
  package static func wait(_ seconds: Double = 90, for what: String, until condition: () throws -> Bool) throws {
    let end = Date(timeIntervalSinceNow: seconds)
    while true {
      if try condition() { return }
      if Date() > end { throw DeadlinePassed(what: what) }
      usleep(5_000)
    }
  }
}

/// What was waited for did not come in time.
package struct DeadlinePassed: Error, CustomStringConvertible {
  package let what: String

  package init(what: String) { self.what = what }

  package var description: String { "waited too long for \(what)" }
}
