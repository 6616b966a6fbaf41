import GRDB
public import NewsroomModel

extension Catalogue {
  /// Every organisation at its depth, with the rows of the list that concern it or a part of it under the query; what the query
  /// asks of organisations is left aside, so that the counts say what choosing another one would give. Zero counts stay.
  public func organisationTree(_ request: ListRequest) throws -> [OrganisationTreeRow] {
    let query = Query(request.query).dropping(.org)
    let request = ListRequest(request.list, query: query.description)
    return try reading { database, state in
      if let known = state.trees[request] { return known }
      let answer = try answer(request, database, &state)
      let set = try answer.set ?? state.set(of: request.list.recordKind, database)
      let tree = try state.organisations ?? OrganisationTree(database)
      state.organisations = tree
      let rows = tree.rows(try Postings(database: database, limit: state.limit).counts(of: .whole, in: set))
      if state.trees.count > 8 { state.trees = [:] }
      state.trees[request] = rows
      return rows
    }
  }
}

/// The organisations and which is a part of which.
struct OrganisationTree: Sendable {
  private struct Node: Sendable {
    var id: String
    var name: String
    var parent: String?
    var sortName: String
    var searched: String
  }

  /// By name.
  private let nodes: [Node]
  /// The parts of each, by name.
  private var parts: [[Int]]
  /// Those that are no part of another.
  private var tops: [Int] = []

  init(_ database: Database) throws {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT o.id, o.short, o.parent, r.sort_name FROM organisation o JOIN record r ON r.kind = 3 AND r.id = o.id
        """)
    var names: [String: [String]] = [:]
    let named = try Row.fetchCursor(database, sql: "SELECT id, name FROM name WHERE kind = 3")
    while let row = try named.next() { names[row[0], default: []].append(row[1]) }
    let nodes = rows.map { row in
      let called = [row[1]] + names[row[0], default: []]
      return Node(
        id: row[0], name: row[1], parent: row[2], sortName: row[3],
        searched: SearchNormalizer.fold(called.joined(separator: "\n")))
    }.sorted { ($0.sortName, $0.id) < ($1.sortName, $1.id) }
    let known = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1.id, $0) })
    self.nodes = nodes
    parts = Array(repeating: [], count: nodes.count)
    for (index, node) in nodes.enumerated() {
      if let parent = node.parent.flatMap({ known[$0] }) {
        parts[parent].append(index)
      } else {
        tops.append(index)
      }
    }
  }

  /// The organisations from the top down, those that count most first among the parts of one.
  func rows(_ byID: [String: Int]) -> [OrganisationTreeRow] {
    let counts = nodes.map { byID[$0.id] ?? 0 }
    var rows: [OrganisationTreeRow] = []
    rows.reserveCapacity(nodes.count)
    append(tops, depth: 0, counts, to: &rows)
    return rows
  }

  private func append(_ organisations: [Int], depth: Int, _ counts: [Int], to rows: inout [OrganisationTreeRow]) {
    // They are in order by name already.
    for index in organisations.sorted(by: { (-counts[$0], $0) < (-counts[$1], $1) }) {
      let node = nodes[index]
      var row = OrganisationTreeRow(
        id: node.id, name: node.name, depth: depth, count: counts[index], hasParts: !parts[index].isEmpty)
      row.searched = node.searched
      rows.append(row)
      if depth < 100 { append(parts[index], depth: depth + 1, counts, to: &rows) }
    }
  }
}
