extension Query {
  /// The values that the query asks for in `field` at its top level, and those it leaves out: what a facet marks as chosen.
  package func values(of field: QueryField) -> (included: [String], excluded: [String]) {
    var (included, excluded) = ([String](), [String]())
    for node in topLevel {
      switch node {
      case .field(field, let values): included += values.map(\.value.text)
      case .not(.field(field, let values)): excluded += values.map(\.value.text)
      default: break
      }
    }
    return (included, excluded)
  }

  /// The values of `field` at the top level, chosen or left out, that stand for themselves alone (`place:~geneva`).
  package func exactValues(of field: QueryField) -> Set<String> {
    var exact: Set<String> = []
    for node in topLevel {
      switch node {
      case .field(field, let values), .not(.field(field, let values)):
        exact.formUnion(values.filter(\.excludesDescendants).map(\.value.text))
      default: break
      }
    }
    return field.findsByContainment ? exact : []
  }

  /// Whether the query asks for a value of `field` at its top level.
  package func hasIncluded(_ field: QueryField) -> Bool { topLevel.contains { $0.isField(field) } }

  /// The query that asks for `value` as well: what matches has it beside the values that are there.
  package func requiring(_ field: QueryField, _ value: String) -> Query {
    var nodes = dropping(field, value).topLevel
    let added = QueryValue(QueryText(value), excludesDescendants: field.findsByContainment)
    let last = nodes.lastIndex { $0.isField(field) }
    nodes.insert(.field(field, [added]), at: last.map { $0 + 1 } ?? nodes.firstIndex { !$0.isAnyField } ?? nodes.count)
    return Query(topLevel: nodes)
  }

  /// The query that also takes `value`: values of one field are alternatives, so it joins those that are there.
  package func including(_ field: QueryField, _ value: String, excludesDescendants: Bool = false) -> Query {
    changing(field, value, excludesDescendants, excluded: false)
  }

  /// The query that leaves `value` out.
  package func excluding(_ field: QueryField, _ value: String) -> Query {
    changing(field, value, false, excluded: true)
  }

  /// The query with `value` chosen if it was not, and dropped if it was, whether as chosen or as left out.
  package func toggling(_ field: QueryField, _ value: String) -> Query {
    let (included, excluded) = values(of: field)
    let isThere = included.contains(value) || excluded.contains(value)
    return isThere ? dropping(field, value) : including(field, value)
  }

  /// The query without `value`.
  package func dropping(_ field: QueryField, _ value: String) -> Query {
    Query(topLevel: topLevel.compactMap { $0.dropping(field, value) })
  }

  /// The query with others in place of a value of `field`, wherever that stands at the top level.
  package func replacing(_ field: QueryField, _ value: String, with others: [String]) -> Query {
    Query(topLevel: topLevel.map { $0.replacing(field, value, with: others) })
  }

  /// The query without anything asked of `field` at its top level.
  package func dropping(_ field: QueryField) -> Query {
    Query(topLevel: topLevel.filter { !$0.isField(field) && !$0.isNegatedField(field) })
  }

  private func changing(_ field: QueryField, _ value: String, _ excludesDescendants: Bool, excluded: Bool) -> Query {
    var nodes = dropping(field, value).topLevel
    let added = QueryValue(QueryText(value), excludesDescendants: excludesDescendants || field.findsByContainment)
    let place = nodes.firstIndex { excluded ? $0.isNegatedField(field) : $0.isField(field) }
    if let place {
      nodes[place] = nodes[place].adding(added)
    } else {
      // In front, so that the word being typed stays last and stays a beginning.
      let node = QueryNode.field(field, [added])
      nodes.insert(excluded ? .not(node) : node, at: nodes.firstIndex { !$0.isAnyField } ?? nodes.count)
    }
    return Query(topLevel: nodes)
  }

  private var topLevel: [QueryNode] {
    switch root {
    case .all(let nodes): nodes
    case let node?: [node]
    case nil: []
    }
  }

  private init(topLevel nodes: [QueryNode]) {
    self.init(root: nodes.count > 1 ? .all(nodes) : nodes.first)
  }
}

extension QueryNode {
  fileprivate var isAnyField: Bool {
    switch self {
    case .field, .not(.field): true
    default: false
    }
  }

  fileprivate func isField(_ wanted: QueryField) -> Bool { if case .field(wanted, _) = self { true } else { false } }

  fileprivate func isNegatedField(_ wanted: QueryField) -> Bool {
    if case .not(let inner) = self { inner.isField(wanted) } else { false }
  }

  fileprivate func adding(_ value: QueryValue) -> QueryNode {
    switch self {
    case .field(let field, let values): .field(field, values + [value])
    case .not(let inner): .not(inner.adding(value))
    default: self
    }
  }

  fileprivate func replacing(_ field: QueryField, _ value: String, with others: [String]) -> QueryNode {
    switch self {
    case .field(field, let values):
      let there = Set(values.map(\.value.text))
      let new = values.flatMap { old in
        old.value.text != value
          ? [old]
          : others.filter { !there.contains($0) }
            .map { QueryValue(QueryText($0), excludesDescendants: old.excludesDescendants) }
      }
      return .field(field, new)
    case .not(let inner) where inner.isField(field): return .not(inner.replacing(field, value, with: others))
    default: return self
    }
  }

  fileprivate func dropping(_ field: QueryField, _ value: String) -> QueryNode? {
    switch self {
    case .field(field, let values):
      let kept = values.filter { $0.value.text != value }
      return kept.isEmpty ? nil : .field(field, kept)
    case .not(let inner) where inner.isField(field): return inner.dropping(field, value).map(QueryNode.not)
    default: return self
    }
  }
}
