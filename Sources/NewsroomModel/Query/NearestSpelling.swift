/// Finds what somebody probably meant.
package enum NearestSpelling {
  /// The candidate nearest to `text`, if one is near: at most a third of its letters wrong, swapped neighbours counting once.
  package static func of(_ text: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(text.lowercased())
    var (best, bestDistance) = (String?.none, max(1, wanted.count / 3) + 1)
    for candidate in candidates {
      let letters = Array(candidate.lowercased())
      guard abs(letters.count - wanted.count) < bestDistance else { continue }
      let distance = distance(wanted, letters)
      if distance < bestDistance { (best, bestDistance) = (candidate, distance) }
    }
    return best
  }

  /// Letters to insert, drop, replace or swap with their neighbour (optimal string alignment).
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var (beforeLast, last) = ([Int](), Array(0...right.count))
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var cost = min(last[column] + (letter == other ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
