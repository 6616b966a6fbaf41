/// A query as it was understood: words and fields, joined by AND, OR and NOT.
///
/// Reading never fails. What is not understood is left out and listed in ``problems``, so that a half-typed query goes on
/// filtering by the half that is there. Printing gives a text that reads as the same query again.
package struct Query: Hashable, Sendable {
  /// What to match; nil for everything.
  package var root: QueryNode?
  /// What was not understood.
  package var problems: [QueryProblem]

  /// A query from its parts.
  package init(root: QueryNode? = nil, problems: [QueryProblem] = []) {
    (self.root, self.problems) = (root, problems)
  }

  /// Reads what the user typed.
  package init(_ text: String) {
    var parser = QueryParser(text)
    self = parser.parse()
  }

  /// Whether everything matches.
  package var isEmpty: Bool { root == nil }

  /// Whether it asks for words, by which matches can be ranked.
  package var hasWords: Bool { root?.hasWords ?? false }
}

/// One thing a query asks for, or several joined.
package indirect enum QueryNode: Hashable, Sendable {
  /// All of these.
  case all([QueryNode])
  /// At least one of these.
  case any([QueryNode])
  /// Not this.
  case not(QueryNode)
  /// A word, or the beginning of one.
  case word(QueryText, isPrefix: Bool)
  /// Words in this order; `isOpen` while its closing quote is not typed, when the last word may go on.
  case phrase(QueryText, isOpen: Bool)
  /// A field with any of these values.
  case field(QueryField, [QueryValue])
}

/// A piece of the query with its place, which does not count when queries are compared.
package struct QueryText: Hashable, Sendable {
  /// The text, quotes taken off.
  package var text: String
  /// Where it stands in the query, in UTF-8 offsets.
  package var range: Range<Int>

  /// A piece put together from its parts.
  package init(_ text: String, range: Range<Int> = 0..<0) { (self.text, self.range) = (text, range) }

  package static func == (left: QueryText, right: QueryText) -> Bool { left.text == right.text }
  package func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

/// A value of a field.
package struct QueryValue: Hashable, Sendable {
  /// The value and its place.
  package var value: QueryText
  /// For organisations: whether parts are left out (`~`); for places, roles and tags: whether longer ones are.
  package var excludesDescendants: Bool

  /// A value put together from its parts.
  package init(_ value: QueryText, excludesDescendants: Bool = false) {
    (self.value, self.excludesDescendants) = (value, excludesDescendants)
  }
}

extension QueryNode {
  fileprivate var hasWords: Bool {
    switch self {
    case .all(let nodes), .any(let nodes): nodes.contains(where: \.hasWords)
    case .word, .phrase: true
    case .not, .field: false
    }
  }
}
