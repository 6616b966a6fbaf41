import NewsroomModel

@testable import NewsroomCatalogue

/// Everything lists, filters and pages show, as text, so that two catalogues can be compared.
enum Picture {
  static func of(_ catalogue: Catalogue) throws -> [String] {
    var lines: [String] = ["\(try catalogue.totals().sorted { $0.key.number < $1.key.number })"]
    for list in ListKind.allCases {
      let rows = try catalogue.page(ListRequest(list), range: 0..<1000).rows
      lines += rows.map { "\($0)" }
      for row in rows {
        lines +=
          try catalogue.record(row.address)?.sections.map { "\(row.address) \(Self.withOrderedFigures($0))" } ?? []
      }
      for facet in try catalogue.facets(ListRequest(list)) { lines.append("\(list) \(facet)") }
    }
    let words = ["unesco", "bi", "高等", "universite", "\"higher education\""]
    let values = [
      "kind:visit", "place:geneva", "role:director", "tag:visit", "publisher:unesco", "publisher:ichei", "country:CH",
      "country:china", "country:niger", "country:MO", "lang:en", "lang:es", "lang:chinese",
    ]
    let relationStore = [
      "org:unesco", "org:o1", "~org:o2", "person:bi-xiaohan", "person:p1", "delegation:2024", "event:e1",
      "programme:g1",
    ]
    for list in ListKind.allCases {
      for query in words + relationStore + values {
        let page = try catalogue.page(ListRequest(list, query: query), range: 0..<1000)
        lines.append("\(list) \(query) \(page.rows.map(\.address.id)) left out: \(page.queryProblems.count)")
      }
    }
    return try lines + of(catalogue.problems(matching: "", range: 0..<1000))
  }

  /// Problems as text. Hints are as of the moment in which a record was last looked at; and of sources and subjects that are
  /// no record's, those alone are problems that have one.
  static func of(_ problems: [Diagnostic]) -> [String] {
    problems.filter { problem in
      let isSource = ["/infoSources/", "/subjects/"].contains { problem.pointer?.contains($0) ?? false }
      return problem.code != .unknownLiteral || !isSource
    }.map { problem in
      var problem = problem
      if problem.hint?.hasPrefix("did you mean") == true { problem.hint = nil }
      return problem.description
    }
  }
}

extension Catalogue {
  /// All facets of a list.
  func facets(_ request: ListRequest) throws -> [Facet] {
    try Facet.fields(of: request.list).compactMap { try facet($0, request) }
  }
}

extension Picture {
  /// The section with contacts by strength as text: a dictionary is printed in any order.
  fileprivate static func withOrderedFigures(_ section: PageSection) -> String {
    var section = section
    let figures = section.rows.map { row in
      (row.relation?.strengths ?? [:]).map { "\($0.key) \($0.value)" }.sorted().joined(separator: ",")
    }
    for index in section.rows.indices { section.rows[index].relation?.strengths = [:] }
    return "\(section) \(figures)"
  }
}
