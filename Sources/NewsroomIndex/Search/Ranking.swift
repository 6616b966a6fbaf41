import GRDB
import NewsroomModel

/// Orders matches by how well they match: bm25 with the headline weighted, names next, then text.
struct Ranking {
  private let database: Database
  private let limit: Int

  /// Above this many matches only the order by date is left: nobody reads on so far, and ranking would take too long.
  private static let mostRanked = 20_000

  init(_ database: Database, limit: Int) { (self.database, self.limit) = (database, limit) }

  /// The numbers of `set`, best first; nil where there are too many to rank.
  /// - Parameter newest: the order among those that match equally well.
  func ranked(_ set: NumberSet, words: [String], _ newest: RecordOrder) throws -> [UInt32]? {
    guard set.count <= Self.mostRanked else { return nil }
    var ranks: [UInt32: Double] = [:]
    let rows = try Row.fetchCursor(
      try database.cachedStatement(sql: "SELECT rowid, bm25(words, 10, 4, 1) FROM words WHERE words MATCH ?"),
      arguments: [Self.expression(words)])
    while let row = try rows.next() {
      let number: Int = row[0]
      if set.contains(number) { ranks[UInt32(number)] = row[1] }
    }
    let matches = newest.numbers.filter { set.contains(Int($0)) }
    return matches.enumerated().sorted { left, right in
      (ranks[left.element] ?? 0, left.offset) < (ranks[right.element] ?? 0, right.offset)
    }.map(\.element)
  }

  /// The words are folded: letters, digits and spaces, nothing with a meaning of its own in an FTS5 expression.
  private static func expression(_ words: [String]) -> String {
    words.map { word in
      let isBeginning = word == words.last && word.unicodeScalars.count > Token.longestBeginning
      return "\"\(word)\"" + (isBeginning ? " *" : "")
    }.joined(separator: " OR ")
  }
}
