import NewsroomModel

@testable import NewsroomIndex

/// Everything lists, filters and pages show, as text, so that two catalogues can be compared.
enum Picture {
  static func of(_ catalogue: Catalogue) throws -> [String] {
    var lines: [String] = ["\(try catalogue.totals().sorted { $0.key.number < $1.key.number })"]
    for list in ListKind.allCases {
      let rows = try catalogue.page(ListRequest(list), range: 0..<1000).rows
      lines += rows.map { "\($0)" }
      for row in rows { lines += try catalogue.record(row.address)?.sections.map { "\(row.address) \($0)" } ?? [] }
      for facet in try catalogue.facets(ListRequest(list)) { lines.append("\(list) \(facet)") }
    }
    for query in ["unesco", "bi", "\"higher education\"", "org:unesco", "person:bi-xiaohan", "delegation:2024"] {
      lines.append("\(query) \(try catalogue.ids(.articles, query))")
    }
    // Hints are as of the moment in which a record was last looked at.
    lines += try catalogue.problems(matching: "", range: 0..<1000).map { problem in
      var problem = problem
      if problem.hint?.hasPrefix("did you mean") == true { problem.hint = nil }
      return problem.description
    }
    return lines
  }
}
