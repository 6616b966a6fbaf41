/// Random numbers that are the same in every run: SplitMix64, after Sebastiano Vigna's public-domain code.
public struct Randomness {
  private var state: UInt64

  /// Numbers that depend on the seed alone.
  public init(seed: UInt64) { state = seed }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number from 0 up to, but not including, `limit`.
  public mutating func below(_ limit: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(limit)).high) }

  /// A number in a closed range.
  public mutating func within(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

  /// True once in `times`.
  public mutating func once(in times: Int) -> Bool { below(times) == 0 }

  /// One of them, the first ones far more often, as with institutions in the news.
  public mutating func skewed(_ count: Int) -> Int {
    let fraction = Double(next() >> 11) / Double(1 << 53)
    return min(count - 1, Int(Double(count) * fraction * fraction * fraction))
  }
}
