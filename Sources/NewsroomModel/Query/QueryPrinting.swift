extension Query: CustomStringConvertible {
  /// The query in its plain form. Reading it again gives the same query.
  package var description: String { root.map { QueryPrinter.print($0, inside: nil, isLast: true) } ?? "" }
}

/// Prints a query's nodes. Only the last word may go without its star, because the last word is a beginning anyway.
private enum QueryPrinter {
  static func print(_ node: QueryNode, inside parent: QueryNode?, isLast: Bool) -> String {
    switch node {
    case .all(let nodes): bracketed(list(nodes, " ", node, isLast), node, if: parent != nil && !parent.isAny)
    case .any(let nodes): bracketed(list(nodes, " OR ", node, isLast), node, if: parent != nil)
    case .not(let inner): "-" + print(inner, inside: node, isLast: isLast)
    case .word(let word, let isPrefix): printed(word.text, isPrefix: isPrefix, isLast: isLast)
    case .phrase(let phrase, let isOpen): quoted(phrase.text, isOpen: isOpen && isLast)
    case .field(let field, let values): field.rawValue + ":" + values.map(printed).joined(separator: ",")
    }
  }

  private static func list(
    _ nodes: [QueryNode], _ separator: String, _ parent: QueryNode, _ isLast: Bool
  ) -> String {
    let last = nodes.count - 1
    return nodes.enumerated().map { print($1, inside: parent, isLast: isLast && $0 == last) }
      .joined(separator: separator)
  }

  /// An unclosed quotation runs to the end of the text, so the brackets around it stay open too.
  private static func bracketed(_ text: String, _ node: QueryNode, if needed: Bool) -> String {
    needed ? "(\(text)" + (node.endsOpen ? "" : ")") : text
  }

  private static func printed(_ word: String, isPrefix: Bool, isLast: Bool) -> String {
    if isLast, !isPrefix { return quoted(word, isOpen: false) }
    let isBare = !isPrefix || (isLast && !["OR", "AND", "NOT"].contains(word))
    return isBare ? word : word + "*"
  }

  private static func printed(_ value: QueryValue) -> String {
    let text = value.value.text
    let isBare =
      !text.utf8.contains { $0 <= 0x20 || $0 == 0x7F || "\",)".utf8.contains($0) }
      && !text.unicodeScalars.contains { PlainMarks.ascii($0) != nil }
      && text.utf8.first != UInt8(ascii: "~")
    return (value.excludesDescendants ? "~" : "") + (isBare ? text : quoted(text, isOpen: false))
  }

  /// Quotes are doubled scalar by scalar, as they are read: one with a mark on it is another Character than a quote.
  private static func quoted(_ text: String, isOpen: Bool) -> String {
    let doubled = text.unicodeScalars.flatMap { $0 == "\"" ? ["\"", "\""] : [$0] }
    return "\"" + String(String.UnicodeScalarView(doubled)) + (isOpen ? "" : "\"")
  }
}

extension QueryNode? {
  fileprivate var isAny: Bool { if case .any = self { true } else { false } }
}

extension QueryNode {
  /// Whether the node ends in a quotation that is not closed yet.
  fileprivate var endsOpen: Bool {
    switch self {
    case .all(let nodes), .any(let nodes): nodes.last?.endsOpen ?? false
    case .not(let node): node.endsOpen
    case .phrase(_, let isOpen): isOpen
    case .word, .field: false
    }
  }
}
