import NewsroomBrowser

/// What the browser asked to be reminded of, and when.
struct Timers {
  private var due: [(timer: BrowserTimer, at: ContinuousClock.Instant)] = []

  mutating func start(_ timer: BrowserTimer, milliseconds: Int) {
    due.append((timer, .now + .milliseconds(milliseconds)))
  }

  /// How long the main thread may sleep; nil when nothing is due.
  var millisecondsToNext: Int? {
    due.map(\.at).min().map { next in
      let (seconds, attoseconds) = (next - .now).components
      return max(0, Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000) + 1)
    }
  }

  mutating func takeDue() -> [BrowserTimer] {
    guard !due.isEmpty else { return [] }
    let now = ContinuousClock.now
    defer { due.removeAll { $0.at <= now } }
    return due.filter { $0.at <= now }.map(\.timer)
  }
}
