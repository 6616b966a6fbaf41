/// Reads a query. Words side by side are AND-ed, OR binds less, a minus negates what follows it.
struct QueryParser {
  private let tokens: [QueryToken]
  private var index = 0
  private var depth = 0
  private var problems: [QueryProblem] = []

  private var terms = 0

  init(_ text: String) {
    let count = text.utf8.count
    guard count > QueryLimits.bytes else {
      tokens = QueryScanner.tokens(of: text)
      return
    }
    var end = text.utf8.index(text.startIndex, offsetBy: QueryLimits.bytes)
    while end.samePosition(in: text.unicodeScalars) == nil { text.utf8.formIndex(before: &end) }
    let kept = text.utf8.distance(from: text.startIndex, to: end)
    tokens = QueryScanner.tokens(of: String(text[..<end]))
    report(kept..<count, "A query may have \(QueryLimits.bytes) bytes; the rest is ignored.")
  }

  mutating func parse() -> Query {
    var nodes: [QueryNode] = []
    while index < tokens.count {
      if let node = parseAny() { nodes.append(node) }
      if index < tokens.count {
        report(tokens[index].range, "This ) closes nothing and is ignored.")
        index += 1
      }
    }
    let root = Self.joined(nodes, QueryNode.all)?.withLastWordOpen.withoutDuplicates
    return Query(root: root, problems: problems)
  }

  private mutating func parseAny() -> QueryNode? {
    var choices: [QueryNode] = []
    while true {
      if let node = parseAll() { choices.append(node) }
      guard index < tokens.count, tokens[index].kind == .or else { break }
      let isLonely = choices.isEmpty || !canStart(index + 1)
      if isLonely { report(tokens[index].range, "OR needs something on both sides.") }
      index += 1
    }
    return Self.joined(choices, QueryNode.any)
  }

  private mutating func parseAll() -> QueryNode? {
    var nodes: [QueryNode] = []
    while index < tokens.count, tokens[index].kind != .or, tokens[index].kind != .close {
      if let node = parseOne() { nodes.append(node) }
    }
    return Self.joined(nodes, QueryNode.all)
  }

  private mutating func parseOne() -> QueryNode? {
    let token = tokens[index]
    index += 1
    switch token.kind {
    case .open: return parseGroup(token)
    case .minus: return parseNegated(token)
    case .and, .or, .close: return nil
    case .word(let text): return word(text, token)
    case .phrase(let text, let isClosed): return phrase(text, token, isClosed: isClosed)
    case .field(let name, let values): return field(name, values, token)
    }
  }

  private mutating func parseGroup(_ open: QueryToken) -> QueryNode? {
    guard depth < QueryLimits.depth else {
      report(open.range, "Too many brackets inside one another; this one is ignored.")
      return nil
    }
    depth += 1
    let node = parseAny()
    depth -= 1
    if index < tokens.count {
      index += 1
    } else {
      report(open.range, "This ( is not closed yet.")
    }
    return node
  }

  private mutating func parseNegated(_ minus: QueryToken) -> QueryNode? {
    guard canStart(index), depth < QueryLimits.depth else {
      report(minus.range, "A - needs something after it to leave out.")
      return nil
    }
    depth += 1
    defer { depth -= 1 }
    guard let node = parseOne() else { return nil }
    if case .not(let inner) = node { return inner }
    return .not(node)
  }

  private mutating func word(_ text: String, _ token: QueryToken) -> QueryNode? {
    let word = OperatorSuffix(text)
    if !word.unknown.isEmpty {
      report(token.range, "“\(word.unknown)” is not understood and is ignored.")
    } else if word.plain.unicodeScalars.contains("*") {
      report(token.range, "A * is understood only at the end of a word.")
    }
    guard let plain = cut(word.plain, token.range) else {
      // What is left of an operator alone was reported.
      if word.unknown.isEmpty { report(token.range, "Nothing in “\(text)” can be searched for.") }
      return nil
    }
    return countTerm(token.range) ? .word(QueryText(plain, range: token.range), isPrefix: word.isPrefix) : nil
  }

  private mutating func phrase(_ text: String, _ token: QueryToken, isClosed: Bool) -> QueryNode? {
    if !isClosed { report(token.range, "The quotation mark is not closed yet.") }
    guard let text = cut(text, token.range) else {
      if isClosed { report(token.range, "Nothing between the quotation marks can be searched for.") }
      return nil
    }
    return countTerm(token.range) ? .phrase(QueryText(text, range: token.range), isOpen: !isClosed) : nil
  }

  /// The text with as many words as a phrase may have; nil where it has none.
  private mutating func cut(_ text: String, _ range: Range<Int>) -> String? {
    let words = TextNormalizer.words(of: text)
    guard words.count > QueryLimits.phraseWords else { return words.isEmpty ? nil : text }
    report(range, "A phrase may have \(QueryLimits.phraseWords) words; the rest is ignored.")
    return words.prefix(QueryLimits.phraseWords).joined(separator: " ")
  }

  private mutating func countTerm(_ range: Range<Int>) -> Bool {
    terms += 1
    if terms == QueryLimits.terms + 1 {
      report(range, "A query may have \(QueryLimits.terms) words and values; the rest is ignored.")
    }
    return terms <= QueryLimits.terms
  }

  private mutating func field(_ name: String, _ values: [QueryToken.Value], _ token: QueryToken) -> QueryNode? {
    guard let field = QueryField(name: name) else {
      problems.append(Self.unknownField(name, at: token.range))
      return nil
    }
    if values.isEmpty { report(token.range, "\(field.rawValue): needs a value.") }
    let kept = values.compactMap { value(field, $0) }
    return kept.isEmpty ? nil : .field(field, kept)
  }

  private mutating func value(_ field: QueryField, _ value: QueryToken.Value) -> QueryValue? {
    if !value.isClosed { report(value.range, "The quotation mark is not closed yet.") }
    if field.takesDate, let errorMessage = Self.errorMessage(about: value.text, field) {
      report(value.range, errorMessage)
      return nil
    }
    guard countTerm(value.range) else { return nil }
    return QueryValue(
      QueryText(value.text, range: value.range), excludesDescendants: value.excludesDescendants && field.takesTilde)
  }

  private mutating func report(_ range: Range<Int>, _ message: String) {
    guard problems.count < QueryLimits.problems else { return }
    problems.append(QueryProblem(range: range, message: message))
  }

  private func canStart(_ index: Int) -> Bool {
    guard index < tokens.count else { return false }
    switch tokens[index].kind {
    case .close, .or, .and: return false
    default: return true
    }
  }
}

extension QueryParser {
  private static func joined(_ nodes: [QueryNode], _ join: ([QueryNode]) -> QueryNode) -> QueryNode? {
    guard nodes.count > 1 else { return nodes.first }
    return join(nodes).flattened
  }

  private static func unknownField(_ name: String, at range: Range<Int>) -> QueryProblem {
    let nearest = SpellingSuggestion.nearest(to: name, in: QueryField.allCases.map(\.rawValue))
    let hint = nearest.map { " Did you mean “\($0):”?" } ?? ""
    return QueryProblem(
      range: range, message: "There is no field “\(name):”." + hint, lacksField: nearest == nil)
  }

  private static func errorMessage(about text: String, _ field: QueryField) -> String? {
    do throws(PartialDate.Fault) {
      let date = try QueryDate.date(text)
      return field == .year && date.month != nil ? "year: takes a year. Write on:\(text)." : nil
    } catch {
      if field == .year { return "“\(text)” is no year. Write year:2024, or since: and until: for several." }
      return error == .impossible
        ? "There is no day \(text)."
        : "“\(text)” is no date. Write 2024, 2024-06 or 2024-06-07, yesterday, 7d or march."
    }
  }
}

extension QueryNode {
  /// The same meaning without an AND directly inside an AND, or an OR directly inside an OR.
  package var flattened: QueryNode {
    switch self {
    case .all(let nodes):
      .all(nodes.flatMap { node -> [QueryNode] in if case .all(let inner) = node { inner } else { [node] } })
    case .any(let nodes):
      .any(nodes.flatMap { node -> [QueryNode] in if case .any(let inner) = node { inner } else { [node] } })
    default: self
    }
  }

  /// The same meaning without anything that is asked twice in one place.
  fileprivate var withoutDuplicates: QueryNode {
    switch self {
    case .all(let nodes): Self.joined(nodes, QueryNode.all)
    case .any(let nodes): Self.joined(nodes, QueryNode.any)
    case .not(let inner): .not(inner.withoutDuplicates)
    case .field(let field, let values): .field(field, Self.unique(values))
    case .word, .phrase: self
    }
  }

  private static func joined(_ nodes: [QueryNode], _ join: ([QueryNode]) -> QueryNode) -> QueryNode {
    let kept = unique(nodes.map(\.withoutDuplicates))
    return kept.count == 1 ? kept[0] : join(kept).flattened
  }

  private static func unique<Element: Hashable>(_ elements: [Element]) -> [Element] {
    var seen: Set<Element> = []
    return elements.filter { seen.insert($0).inserted }
  }

  /// The same query, the word that ends it taken as the beginning of one: it may still be being typed.
  fileprivate var withLastWordOpen: QueryNode {
    switch self {
    case .all(let nodes): .all(nodes.dropLast() + nodes.suffix(1).map(\.withLastWordOpen))
    case .any(let nodes): .any(nodes.dropLast() + nodes.suffix(1).map(\.withLastWordOpen))
    case .not(let inner): .not(inner.withLastWordOpen)
    case .word(let word, _): .word(word, isPrefix: true)
    case .phrase, .field: self
    }
  }
}
