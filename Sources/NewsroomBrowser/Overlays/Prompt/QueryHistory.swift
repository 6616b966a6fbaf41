/// The queries typed before, in this run and in others, to be brought back while one types another.
package struct QueryHistory: Equatable, Sendable {
  /// The last typed last, each once.
  package private(set) var queries: [String] = []
  /// Whether those of earlier runs are among them.
  package private(set) var isRecalled = false
  /// Which of them stands in the line; nil while what was typed does.
  private var shown: Int?
  private var typed = ""

  /// More than anybody goes back through.
  private static let most = 100

  package init() {}

  /// Puts the queries of earlier runs before those of this one.
  package mutating func recall(_ earlier: [String]) {
    let own = queries
    (queries, shown, isRecalled) = ([], nil, true)
    for query in earlier + own { keep(query) }
  }

  /// Keeps a query as the last typed. One of spaces is none, nor is one of several lines, which nobody typed.
  mutating func keep(_ query: String) {
    guard query.contains(where: { !$0.isWhitespace }), !query.contains(where: \.isNewline) else { return }
    queries.removeAll { $0 == query }
    queries.append(query)
    queries.removeFirst(max(0, queries.count - Self.most))
  }

  /// Begins anew with the last one.
  mutating func begin() { shown = nil }

  /// The query `step` before or after the one in the line, at the end what was typed; nil where there is no other.
  mutating func go(_ step: Int, from text: String) -> String? {
    if shown == nil { typed = text }
    let lines = queries + [typed]
    var place = (shown ?? queries.count) + step
    while lines.indices.contains(place), lines[place] == text { place += step }
    guard lines.indices.contains(place) else { return nil }
    shown = place == queries.count ? nil : place
    return lines[place]
  }
}
