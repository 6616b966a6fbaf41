/// The number of insertions, deletions, substitutions and transpositions of neighbours that turn one word into another.
enum EditDistance {
  /// - Parameter limit: the distance above which the exact value does not matter; `limit + 1` is returned then.
  static func between(_ left: [UInt32], _ right: [UInt32], limit: Int = .max) -> Int {
    if left == right { return 0 }
    if abs(left.count - right.count) > limit { return limit + 1 }
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    let width = right.count + 1
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: 3 * width) { rows in
      for column in 0..<width { rows[column] = column }
      for row in 1...left.count {
        let (current, previous, older) = (row % 3 * width, (row - 1) % 3 * width, (row + 1) % 3 * width)
        rows[current] = row
        var smallest = row
        for column in 1..<width {
          let isSame = left[row - 1] == right[column - 1]
          var value = min(
            rows[previous + column] + 1, rows[current + column - 1] + 1, rows[previous + column - 1] + (isSame ? 0 : 1))
          if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
            value = min(value, rows[older + column - 2] + 1)
          }
          rows[current + column] = value
          smallest = min(smallest, value)
        }
        if smallest > limit { return limit + 1 }
      }
      return rows[left.count % 3 * width + right.count]
    }
  }
}
