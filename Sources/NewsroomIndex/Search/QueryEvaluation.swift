import GRDB
import NewsroomModel

/// Turns a query into the set of records that match.
///
/// What names nothing that exists is left out and reported, so that the rest of the query still filters.
struct QueryEvaluation {
  let postings: Postings
  let ties: Ties
  let list: ListKind
  private let universe: NumberSet
  private let vocabulary: (Token.Category) throws -> [VocabularyEntry]
  /// What did not exist or does not fit the list.
  private(set) var problems: [QueryProblem] = []
  /// Whether a value of `status:` was understood; only then does a list have what is hidden elsewhere.
  private(set) var asksForStatus = false
  /// Words to light up.
  private(set) var highlights: [String] = []

  init(
    _ database: Database, limit: Int, list: ListKind, universe: NumberSet,
    vocabulary: @escaping (Token.Category) throws -> [VocabularyEntry]
  ) {
    postings = Postings(database: database, limit: limit)
    ties = Ties(database: database)
    (self.list, self.universe, self.vocabulary) = (list, universe, vocabulary)
  }

  /// The records of the list that match; nil when the query asks for nothing that could be applied.
  mutating func matches(_ query: Query) throws -> NumberSet? {
    guard let root = query.root, var set = try evaluate(root, isNegated: false) else { return nil }
    set.formIntersection(universe)
    return set
  }

  /// Nil means: could not be applied, leave it out.
  private mutating func evaluate(_ node: QueryNode, isNegated: Bool) throws -> NumberSet? {
    switch node {
    case .all(let nodes): return try combine(nodes, isNegated) { $0.formIntersection($1) }
    case .any(let nodes): return try combine(nodes, isNegated) { $0.formUnion($1) }
    case .not(let inner):
      guard let set = try evaluate(inner, isNegated: !isNegated) else { return nil }
      var rest = universe
      rest.subtract(set)
      return rest
    case .word(let word, let isPrefix): return try words(word.text, isPrefix: isPrefix, isNegated)
    case .phrase(let phrase, let isOpen): return try self.phrase(phrase.text, isOpen: isOpen, isNegated)
    case .field(let field, let values): return try self.field(field, values)
    }
  }

  private mutating func combine(
    _ nodes: [QueryNode], _ isNegated: Bool, _ operation: (inout NumberSet, NumberSet) -> Void
  ) throws -> NumberSet? {
    var sets: [NumberSet] = []
    for node in nodes {
      if let set = try evaluate(node, isNegated: isNegated) { sets.append(set) }
    }
    guard var result = sets.first else { return nil }
    for set in sets.dropFirst() { operation(&result, set) }
    return result
  }

  private mutating func words(_ text: String, isPrefix: Bool, _ isNegated: Bool) throws -> NumberSet {
    let words = TextFolder.words(of: text)
    if !isNegated { highlights += words }
    if words.count > 1, words.contains(where: Self.isSingle) {
      return try sequence(words, isOpen: isPrefix)
    }
    var result: NumberSet?
    for (index, word) in words.enumerated() {
      let set = try self.set(of: word, isPrefix: isPrefix && index == words.count - 1)
      if result == nil { result = set } else { result?.formIntersection(set) }
    }
    return result ?? universe
  }

  private mutating func phrase(_ text: String, isOpen: Bool, _ isNegated: Bool) throws -> NumberSet {
    let words = TextFolder.words(of: text)
    if !isNegated { highlights.append(words.joined(separator: " ")) }
    return try sequence(words, isOpen: isOpen)
  }

  private func set(of word: String, isPrefix: Bool) throws -> NumberSet {
    let bytes = Array(word.utf8)
    guard isPrefix, !Self.isSingle(word) else { return try postings.set(of: bytes) }
    if word.unicodeScalars.count <= Token.longestBeginning { return try postings.set(of: Token.beginning(bytes)) }
    var set = NumberSet(limit: postings.limit)
    try postings.addAll(from: bytes, to: &set)
    return set
  }

  /// Words that follow one another: first those records that have them all, then, among these, the order by FTS5.
  private func sequence(_ words: [String], isOpen: Bool) throws -> NumberSet {
    guard words.count > 1 else { return try set(of: words.first ?? "", isPrefix: isOpen) }
    var result: NumberSet?
    for (index, word) in words.enumerated() {
      let isLast = index == words.count - 1
      var set = try set(of: word, isPrefix: isOpen && isLast)
      if !isLast, Self.isSingle(word), Self.isSingle(words[index + 1]) {
        set = try postings.set(of: Token.pair(word.utf8, words[index + 1].utf8))
      }
      if result == nil { result = set } else { result?.formIntersection(set) }
    }
    guard var result, !result.isEmpty else { return NumberSet(limit: postings.limit) }
    if words.count > 2 || !words.allSatisfy(Self.isSingle) {
      var found = try positions(words, isOpen: isOpen)
      try addRecordsNamed(words, isOpen: isOpen, to: &found)
      result.formIntersection(found)
    }
    return result
  }

  /// Records in which FTS5 finds the words side by side. The words are folded: letters and digits, nothing with a meaning of
  /// its own in an FTS5 expression.
  private func positions(_ words: [String], isOpen: Bool) throws -> NumberSet {
    let last = words.last ?? ""
    let isBeginning = isOpen && !Self.isSingle(last)
    // A very short beginning would make FTS5 merge most of its index; postings have narrowed by it already.
    let kept = isBeginning && last.unicodeScalars.count < Token.longestBeginning ? words.dropLast() : words[...]
    let star = isBeginning && kept.count == words.count ? " *" : ""
    var set = NumberSet(limit: postings.limit)
    let rows = try Int.fetchCursor(
      try ties.database.cachedStatement(sql: "SELECT rowid FROM words WHERE words MATCH ?"),
      arguments: ["\"\(kept.joined(separator: " "))\"\(star)"])
    while let number = try rows.next() {
      if number < postings.limit { set.insert(number) }
    }
    return set
  }

  /// Records linked with one that has the words side by side in a name: articles have the names of what they are linked with
  /// among their words, but not their places.
  private func addRecordsNamed(_ words: [String], isOpen: Bool, to set: inout NumberSet) throws {
    let phrase = " " + words.joined(separator: " ") + (isOpen ? "" : " ")
    let rows = try ties.rows("SELECT DISTINCT kind, id FROM name WHERE instr(' ' || folded || ' ', ?) > 0", [phrase])
    for row in rows {
      guard let kind = RecordKind(number: row[0]), let category = kind.category else { continue }
      try postings.add(Token.filter(category, row[1]), to: &set)
    }
  }

  /// A word of one character in a script without spaces.
  static func isSingle(_ word: String) -> Bool {
    word.unicodeScalars.count == 1 && word.unicodeScalars.allSatisfy(TextFolder.standsAlone)
  }

  private mutating func field(_ field: QueryField, _ values: [QueryValue]) throws -> NumberSet? {
    guard field.makesSense(in: list) else {
      for value in values {
        report(value.value.range, "\(field.rawValue): tells no \(list.recordKind.plural) apart and is left out here.")
      }
      return nil
    }
    var result: NumberSet?
    for value in values {
      guard let set = try self.set(of: field, value) else { continue }
      if result == nil { result = set } else { result?.formUnion(set) }
    }
    return result
  }

  private mutating func set(of field: QueryField, _ value: QueryValue) throws -> NumberSet? {
    if field.takesDate { return try FilterDates(postings).set(field, value.value.text) }
    let resolved = try FilterValues(ties, vocabulary).resolve(field, value.value.text)
    guard !resolved.tokens.isEmpty else {
      report(value.value.range, resolved.complaint)
      return nil
    }
    if field == .status { asksForStatus = true }
    var set = NumberSet(limit: postings.limit)
    for (category, id) in resolved.tokens {
      let hasParts = category == .organisation && !value.leavesPartsOut
      try postings.add(Token.filter(hasParts ? .whole : category, id), to: &set)
    }
    return set
  }

  private mutating func report(_ range: Range<Int>, _ sentence: String) {
    problems.append(QueryProblem(range: range, sentence: sentence))
  }
}
