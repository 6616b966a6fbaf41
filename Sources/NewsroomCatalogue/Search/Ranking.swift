import GRDB
import NewsroomModel

/// Orders matches by how well they match: bm25 with the headline weighted, names next, then text.
struct Ranking {
  private let database: Database

  /// Above this many matches only those with the words in the headline are put first: ranking all of them would take too
  /// long, and nobody reads on so far.
  private let maxRanked: Int

  init(_ database: Database, maxRanked: Int) { (self.database, self.maxRanked) = (database, maxRanked) }

  /// Orders the matches of a query, as far as that can be done in time.
  func apply(_ query: Query, to answer: inout QueryResult) throws {
    guard let set = answer.set, let expression = query.root.flatMap(Self.expression) else { return }
    if set.count <= maxRanked {
      answer.ranked = try ranked(set, expression)
    } else {
      answer.preferred = try matchingHeadlines(set, expression)
    }
  }

  private func ranked(_ set: RecordBitmap, _ expression: String) throws -> RankedMatches {
    var ranks: [Int: Double] = [:]
    let rows = try Row.fetchCursor(
      try database.cachedStatement(sql: "SELECT rowid, bm25(words, 1, 10, 4) FROM words WHERE words MATCH ?"),
      arguments: [expression])
    while let row = try rows.next() {
      let number: Int = row[0]
      if set.contains(number) { ranks[number] = row[1] }
    }
    return RankedMatches(set.numbers, ranks: ranks)
  }

  private func matchingHeadlines(_ set: RecordBitmap, _ expression: String) throws -> RecordBitmap {
    var found = RecordBitmap(limit: set.words.count * 64)
    let rows = try Int.fetchCursor(
      try database.cachedStatement(sql: "SELECT rowid FROM words WHERE words MATCH ?"),
      arguments: ["{headline} : (\(expression))"])
    while let number = try rows.next() {
      if set.contains(number) { found.insert(number) }
    }
    return found
  }

  /// The words and phrases of a query for FTS5; nil where it has none. The words are folded: letters, digits and spaces,
  /// nothing with a meaning of its own in an FTS5 expression.
  private static func expression(_ node: QueryNode) -> String? {
    switch node {
    case .all(let nodes): joined(nodes, "AND")
    case .any(let nodes): joined(nodes, "OR")
    case .not, .field: nil
    case .word(let word, let isPrefix): phrases(TextNormalizer.words(of: word.text), isOpen: isPrefix)
    case .phrase(let phrase, let isOpen):
      phrases([TextNormalizer.words(of: phrase.text).joined(separator: " ")], isOpen: isOpen)
    }
  }

  private static func joined(_ nodes: [QueryNode], _ operation: String) -> String? {
    let parts = nodes.compactMap(expression)
    return parts.isEmpty ? nil : "(" + parts.joined(separator: " \(operation) ") + ")"
  }

  /// Words side by side in the query. A beginning too short to tell anything is left out.
  private static func phrases(_ words: [String], isOpen: Bool) -> String? {
    let parts = words.enumerated().compactMap { index, word -> String? in
      let isBeginning = isOpen && index == words.count - 1 && !Postings.isSingle(word)
      guard isBeginning else { return "\"\(word)\"" }
      return word.unicodeScalars.count > Term.longestBeginning ? "\"\(word)\" *" : nil
    }
    return parts.isEmpty ? nil : "(" + parts.joined(separator: " AND ") + ")"
  }
}
