import GRDB
import NewsroomModel

/// Finds words that follow one another: first the records that have them all, which postings tell at once, then, among these,
/// those that have them side by side, which FTS5 knows.
struct PhraseSearch {
  let postings: Postings
  let relationStore: RelationStore
  let records: RecordSets

  /// The records that have all the words, and what of them remains to be asked; nil where nothing does.
  func candidates(_ words: [String], isOpen: Bool) throws -> (set: RecordBitmap, check: PhraseCheck?) {
    guard words.count > 1 else {
      return (try postings.set(ofWord: words.first ?? "", isPrefix: isOpen), nil)
    }
    let (set, frequency) = try recordsWithAll(words, isOpen: isOpen)
    let isCertain = words.count == 2 && words.allSatisfy(Postings.isSingle)
    guard !isCertain, !set.isEmpty, let expression = Self.expression(words, isOpen: isOpen) else { return (set, nil) }
    let named = try recordsNamed(words, isOpen: isOpen, among: set)
    let isBeginning = expression.hasSuffix("*")
    return (
      set, PhraseCheck(expression: expression, named: named, frequency: frequency, canLookUp: !isBeginning)
    )
  }

  /// The records that have all the words, and how many records were added up for that.
  private func recordsWithAll(_ words: [String], isOpen: Bool) throws -> (set: RecordBitmap, frequency: Int) {
    var result: RecordBitmap?
    var (frequency, isInPair) = (0, false)
    for (index, word) in words.enumerated() {
      let next = index + 1 < words.count ? words[index + 1] : nil
      let isPair = Postings.isSingle(word) && next.map(Postings.isSingle) ?? false
      let pair = isPair ? next.map { Term.pair(word.utf8, $0.utf8) } : nil
      defer { isInPair = pair != nil }
      // What has the pair before has its second word as well.
      if isInPair, pair == nil { continue }
      let set = try pair.map(postings.set) ?? postings.set(ofWord: word, isPrefix: isOpen && next == nil)
      frequency += set.count
      if result == nil { result = set } else { result?.formIntersection(set) }
    }
    return (result ?? RecordBitmap(limit: postings.limit), frequency)
  }

  /// The phrase for FTS5; nil where it would be a single word. The words are folded: letters and digits, nothing with a meaning
  /// of its own in an FTS5 expression.
  ///
  /// A very short beginning would make FTS5 merge most of its index; postings have narrowed by it already, so while one types
  /// the first letters of a word, records that have such a word anywhere are found too.
  private static func expression(_ words: [String], isOpen: Bool) -> String? {
    let last = words.last ?? ""
    let isBeginning = isOpen && !Postings.isSingle(last)
    let isShort = isBeginning && last.unicodeScalars.count < Term.longestBeginning
    let kept = isShort ? words.dropLast() : words[...]
    return kept.count > 1 ? "\"\(kept.joined(separator: " "))\"" + (isBeginning && !isShort ? " *" : "") : nil
  }

  /// Records linked with one that has the words side by side in a name: articles have the names of what they are linked with
  /// among their words, but not their places.
  private func recordsNamed(_ words: [String], isOpen: Bool, among candidates: RecordBitmap) throws -> RecordBitmap {
    var named = candidates
    named.formIntersection(try records.entities(relationStore.database))
    let phrase = " " + words.joined(separator: " ") + (isOpen ? "" : " ")
    let rows = try relationStore.names(of: named) { " \($0) ".contains(phrase) }
    var ids: [Term.Category: Set<String>] = [:]
    for row in rows {
      if let category = row.address.kind.category { ids[category, default: []].insert(row.address.id) }
    }
    var set = RecordBitmap(limit: postings.limit)
    for (category, ids) in ids { try postings.add(values: ids, of: category, to: &set) }
    return set
  }
}

/// What remains to be asked of the records that have all words of a phrase: whether these stand side by side.
struct PhraseCheck: Sendable {
  /// The phrase for FTS5.
  let expression: String
  /// Records that match whatever FTS5 says, because they are linked with one that is called so.
  let named: RecordBitmap
  /// How many places of words FTS5 has to walk over, in records: what a look at all of them costs.
  let frequency: Int
  /// Whether single records can be looked at. With a beginning of a word FTS5 first merges what all such words have, for one
  /// record as for all of them.
  let canLookUp: Bool

  /// Whether looking at the records one by one takes less time than walking through all that have the words.
  func isSoonLookedUp(in set: RecordBitmap, _ limits: SearchLimits) -> Bool {
    canLookUp && set.count * limits.phraseLookUpCost < frequency
  }

  /// Keeps the records that match.
  func apply(to set: inout RecordBitmap, _ limits: SearchLimits, _ database: Database) throws {
    var found = named
    if isSoonLookedUp(in: set, limits) {
      for number in set.numbers where try holds(for: number, database) { found.insert(number) }
    } else {
      let rows = try Int.fetchCursor(
        try database.cachedStatement(sql: "SELECT rowid FROM words WHERE words MATCH ?"), arguments: [expression])
      while let number = try rows.next() {
        if set.contains(number) { found.insert(number) }
      }
    }
    set.formIntersection(found)
  }

  /// Whether one record matches. Takes longer than its share of a walk.
  func holds(for number: Int, _ database: Database) throws -> Bool {
    if named.contains(number) { return true }
    let statement = try database.cachedStatement(sql: "SELECT 1 FROM words WHERE words MATCH ? AND rowid = ?")
    return try Int.fetchOne(statement, arguments: [expression, number]) != nil
  }
}

extension RelationStore {
  /// A name as it is searched, with the record that has it.
  struct NormalizedName {
    var address: RecordAddress
    var name: String
    var folded: String
  }

  /// Above so many records the whole table of names is read through, which takes less time a name.
  private static let maxLookups = 4_000

  /// The names that pass a test.
  /// - Parameter numbers: records among which all that have such a name are.
  func names(of numbers: RecordBitmap, where test: (String) -> Bool) throws -> [NormalizedName] {
    var sql = "SELECT kind, id, folded, name FROM name"
    var arguments = StatementArguments()
    if numbers.count <= Self.maxLookups {
      sql = """
        SELECT n.kind, n.id, n.folded, n.name FROM record r JOIN name n ON n.kind = r.kind AND n.id = r.id
        WHERE r.number IN (SELECT value FROM json_each(?))
        """
      arguments = ["[" + numbers.numbers.map(String.init).joined(separator: ",") + "]"]
    }
    let rows = try Row.fetchCursor(try database.cachedStatement(sql: sql), arguments: arguments)
    var names: [NormalizedName] = []
    while let row = try rows.next() {
      let folded: String = row[2]
      guard test(folded), let kind = RecordKind(number: row[0]) else { continue }
      names.append(NormalizedName(address: RecordAddress(kind, row[1]), name: row[3], folded: folded))
    }
    return names
  }
}
