/// Matches by how well they match, best first; those that match equally well are put in order when they are looked at.
struct RankedMatches: Sendable {
  private let numbers: [UInt32]
  /// The rank of each, which is less the better it matches.
  private let ranks: [Double]

  /// - Parameter ranks: the rank of some of the numbers; the others match worst.
  init(_ numbers: [Int], ranks: [Int: Double]) {
    let sorted = numbers.map { (number: $0, rank: ranks[$0] ?? 0) }
      .sorted { ($0.rank, $0.number) < ($1.rank, $1.number) }
    (self.numbers, self.ranks) = (sorted.map { UInt32($0.number) }, sorted.map(\.rank))
  }

  /// A part of the list.
  /// - Parameters:
  ///   - limit: one more than the highest number.
  ///   - inOrder: puts records in the order among those that match equally well.
  func part(
    _ range: Range<Int>, limit: Int, inOrder: (RecordBitmap) throws -> [UInt32]
  ) rethrows -> [UInt32] {
    let range = range.clamped(to: 0..<numbers.count)
    guard !range.isEmpty else { return [] }
    let first = ranks[..<range.lowerBound].lastIndex { $0 != ranks[range.lowerBound] }.map { $0 + 1 } ?? 0
    let end = ranks[range.upperBound...].firstIndex { $0 != ranks[range.upperBound - 1] } ?? numbers.count
    var (set, rank) = (RecordBitmap(limit: limit), [UInt32: Double]())
    for index in first..<end {
      set.insert(Int(numbers[index]))
      rank[numbers[index]] = ranks[index]
    }
    let sorted = try inOrder(set).enumerated().sorted { left, right in
      (rank[left.element] ?? 0, left.offset) < (rank[right.element] ?? 0, right.offset)
    }
    return sorted[range.lowerBound - first..<range.upperBound - first].map(\.element)
  }

  /// At which place a match stands; nil when it is none.
  func place(of number: UInt32, limit: Int, inOrder: (RecordBitmap) throws -> [UInt32]) rethrows -> Int? {
    guard let index = numbers.firstIndex(of: number) else { return nil }
    let first = ranks[..<index].lastIndex { $0 != ranks[index] }.map { $0 + 1 } ?? 0
    let end = ranks[index...].firstIndex { $0 != ranks[index] } ?? numbers.count
    return try part(first..<end, limit: limit, inOrder: inOrder).firstIndex(of: number).map { first + $0 }
  }
}
