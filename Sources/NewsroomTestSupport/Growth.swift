import Glibc

/// How much of a processor something takes.
package enum Growth {
  /// Whether eight times the text costs about eight times as much; a quadratic way would take sixty-four times. A cold cache
  /// can spoil a measurement, but not five in a row.
  package static func isLinear(_ unit: String, from count: Int, _ body: (String) -> Void) -> Bool {
    isLinear(from: count, { String(repeating: unit, count: $0) }, body)
  }

  /// The same for anything of which there may be more: `make` makes so many of it, which is not measured.
  package static func isLinear<Input>(from count: Int, _ make: (Int) -> Input, _ body: (Input) -> Void) -> Bool {
    (0..<5).contains { _ in
      let (small, large) = (make(count), make(8 * count))
      let cost = seconds { body(small) }
      return seconds { body(large) } < cost * 24 + 0.05
    }
  }

  /// The processor's time that `body` takes on this thread, whatever else the machine does.
  package static func seconds(_ body: () -> Void) -> Double {
    let start = now
    body()
    return now - start
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
