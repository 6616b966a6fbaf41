import GRDB
import NewsroomModel

/// Turns a query into the set of records that match.
///
/// A value that nothing has matches nothing; one that names nothing that exists is reported besides. Only a field that cannot tell
/// the records of the list apart is left out.
struct QueryEvaluation {
  let postings: Postings
  let relationStore: RelationStore
  let list: ListKind
  private let records: RecordSets
  private let vocabulary: (Term.Category) throws -> [FilterValue]
  /// What did not exist or does not fit the list.
  private(set) var problems: [QueryProblem] = []
  /// Whether a value of `status:` was understood; only then does a list have what is hidden elsewhere.
  private(set) var asksForStatus = false
  /// Words to light up.
  private(set) var highlights: [String] = []
  /// What the matches must pass as well, put off because it takes long.
  private(set) var checks: [PhraseCheck] = []
  /// Whether there are matches that may turn out to be none: they have the words of an open quotation, but perhaps not side by side.
  private(set) var isProvisional = false
  var limits = SearchLimits()
  /// Whether phrases that FTS5 would have to walk far for may be put off.
  var defersPhraseChecks = false
  /// What the user starred.
  var stars = Stars()

  /// - Parameter records: the records there are.
  init(
    _ database: Database, limit: Int, list: ListKind, records: RecordSets,
    vocabulary: @escaping (Term.Category) throws -> [FilterValue]
  ) {
    postings = Postings(database: database, limit: limit)
    relationStore = RelationStore(database: database)
    (self.list, self.records, self.vocabulary) = (list, records, vocabulary)
  }

  /// Where a part of the query stands.
  private struct Place {
    var isNegated = false
    /// Whether every match must have it, so that looking closer can wait.
    var isConjunct = true
  }

  /// The records of the list that match, ``checks`` aside; nil when the query asks for nothing that could be applied.
  mutating func matches(_ query: Query) throws -> RecordBitmap? {
    guard let root = query.root, var set = try evaluate(root, Place()) else { return nil }
    if !set.isEmpty { set.formIntersection(try universe()) }
    return set
  }

  /// The records of the list. A query that finds nothing asks for them in vain.
  private func universe() throws -> RecordBitmap {
    try records.set(of: RecordScope(kind: list.recordKind, withHidden: true), relationStore.database)
  }

  /// Nil means: could not be applied, leave it out.
  private mutating func evaluate(_ node: QueryNode, _ place: Place) throws -> RecordBitmap? {
    let inside = Place(isNegated: place.isNegated, isConjunct: false)
    switch node {
    case .all(let nodes): return try combine(nodes, place) { $0.formIntersection($1) }
    case .any(let nodes): return try combine(nodes, inside) { $0.formUnion($1) }
    case .not(let inner):
      guard let set = try evaluate(inner, Place(isNegated: !place.isNegated, isConjunct: false)) else { return nil }
      var rest = try universe()
      rest.subtract(set)
      return rest
    case .word(let word, let isPrefix): return try words(word.text, isPrefix: isPrefix, place)
    case .phrase(let phrase, let isOpen): return try self.phrase(phrase.text, isOpen: isOpen, place)
    case .field(let field, let values): return try self.field(field, values)
    }
  }

  private mutating func combine(
    _ nodes: [QueryNode], _ place: Place, _ operation: (inout RecordBitmap, RecordBitmap) -> Void
  ) throws -> RecordBitmap? {
    var result: RecordBitmap?
    for node in nodes {
      guard let set = try evaluate(node, place) else { continue }
      if result == nil {
        result = set
      } else if var all = result.take() {
        operation(&all, set)
        result = all
      }
    }
    return result
  }

  private mutating func words(_ text: String, isPrefix: Bool, _ place: Place) throws -> RecordBitmap {
    let words = TextNormalizer.words(of: text)
    if !place.isNegated { highlights += words }
    if words.count > 1, words.contains(where: Postings.isSingle) {
      return try sequence(words, isOpen: isPrefix, place)
    }
    var result: RecordBitmap?
    for (index, word) in words.enumerated() {
      let set = try postings.set(ofWord: word, isPrefix: isPrefix && index == words.count - 1)
      if result == nil { result = set } else { result?.formIntersection(set) }
    }
    return try result ?? universe()
  }

  private mutating func phrase(_ text: String, isOpen: Bool, _ place: Place) throws -> RecordBitmap {
    let words = TextNormalizer.words(of: text)
    if !place.isNegated { highlights.append(words.joined(separator: " ")) }
    return try sequence(words, isOpen: isOpen, place)
  }

  /// Words that follow one another.
  private mutating func sequence(_ words: [String], isOpen: Bool, _ place: Place) throws -> RecordBitmap {
    let search = PhraseSearch(postings: postings, relationStore: relationStore, records: records)
    var (set, check) = try search.candidates(words, isOpen: isOpen)
    guard let check else { return set }
    let longest = check.canLookUp ? limits.longestWalk : limits.longestOpenWalk
    guard defersPhraseChecks, place.isConjunct, check.frequency > longest, !check.isSoonLookedUp(in: set, limits) else {
      try check.apply(to: &set, limits, relationStore.database)
      return set
    }
    if check.canLookUp { checks.append(check) } else { isProvisional = true }
    return set
  }

  private mutating func field(_ field: QueryField, _ values: [QueryValue]) throws -> RecordBitmap? {
    guard field.isSupported(in: list) else {
      for value in values {
        report(value.value.range, "\(field.rawValue): tells no \(list.recordKind.plural) apart and is left out here.")
      }
      return nil
    }
    var result: RecordBitmap?
    for value in values {
      guard let set = try self.set(of: field, value) else { continue }
      if result == nil { result = set } else { result?.formUnion(set) }
    }
    return result
  }

  private mutating func set(of field: QueryField, _ value: QueryValue) throws -> RecordBitmap? {
    if field.takesDate { return try FilterDates(postings).set(field, value.value.text) }
    if field == .flag { return try flagged(value) }
    let resolved = try FilterResolver(relationStore, postings, records, vocabulary).resolve(
      field, value.value.text, isExact: value.excludesDescendants)
    var set = RecordBitmap(limit: postings.limit)
    guard resolved.errorMessage.isEmpty else {
      report(value.value.range, resolved.errorMessage)
      return set
    }
    if field == .status { asksForStatus = true }
    for (category, id) in resolved.tokens {
      let hasParts = category == .organisation && !value.excludesDescendants
      try postings.add(Term.filter(hasParts ? .whole : category, id), to: &set)
    }
    return set
  }

  /// The beginning of the word will do while it is being typed.
  private mutating func flagged(_ value: QueryValue) throws -> RecordBitmap? {
    let text = value.value.text.lowercased()
    guard !text.isEmpty, "starred".hasPrefix(text) else {
      report(value.value.range, "Nothing can be “\(value.value.text)”. Write is:starred for what you starred with *.")
      return RecordBitmap(limit: postings.limit)
    }
    return try stars.numbers(of: list.recordKind, limit: postings.limit, relationStore.database)
  }

  private mutating func report(_ range: Range<Int>, _ message: String) {
    problems.append(QueryProblem(range: range, message: message))
  }
}
