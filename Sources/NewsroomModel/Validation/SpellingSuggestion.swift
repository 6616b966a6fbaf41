/// Finds what somebody may have meant: the known word that fewest changes lead to.
package enum SpellingSuggestion {
  /// The word nearest to `word`, where one is near: a third of its letters may be wrong, missing, added or swapped.
  package static func nearest(to word: String, in words: some Sequence<String>) -> String? {
    let letters = Array(word.lowercased().unicodeScalars)
    var limit = max(1, min(letters.count / 3, 4))
    var best: String?
    for candidate in words where candidate != word {
      guard abs(candidate.utf8.count - word.utf8.count) <= limit * 4 else { continue }
      let others = Array(candidate.lowercased().unicodeScalars)
      guard abs(others.count - letters.count) <= limit else { continue }
      let found = distance(letters, others)
      if found < limit || (found == limit && best == nil) { (limit, best) = (found, candidate) }
    }
    return best
  }

  /// How many letters must be changed, added, removed or swapped with their neighbour (optimal string alignment distance).
  static func distance(_ left: [UnicodeScalar], _ right: [UnicodeScalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var best = min(last[column + 1] + 1, current[column] + 1, last[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
