/// Watches that time grows with the length of a text, or hardly faster.
///
/// An input now and then is repeated to some kilobytes, and to eight times as many. What is linear takes eight times as long,
/// what grows as n log n a little more, what is quadratic sixty-four times. Other work on the machine can spoil a
/// measurement, but not ten in a row.
package struct Growth: ~Copyable {
  private var inputs = 0
  private static let smallBytes = 2_000

  package init() {}

  /// - Parameter body: what is measured; called with the repeated input.
  package mutating func watch(_ input: [UInt8], every interval: Int = 256, _ body: ([UInt8]) -> Void) {
    inputs += 1
    guard inputs % interval == 0, !input.isEmpty, input.count <= Growth.smallBytes else { return }
    let count = Growth.smallBytes / input.count
    let (small, large) = (Growth.repeated(input, count), Growth.repeated(input, 8 * count))
    let isSound = (0..<10).contains { _ in Growth.seconds(large, body) < 24 * Growth.seconds(small, body) + 0.005 }
    claim(isSound, "time grows faster than n log n")
  }

  private static func repeated(_ input: [UInt8], _ count: Int) -> [UInt8] {
    Array(repeatElement(input, count: count).joined())
  }

  private static func seconds(_ input: [UInt8], _ body: ([UInt8]) -> Void) -> Double {
    let start = ContinuousClock.now
    body(input)
    return (ContinuousClock.now - start) / .seconds(1)
  }
}
