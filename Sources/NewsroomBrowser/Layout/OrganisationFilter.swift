/// The `org:` parts of a query, as the organisation pane reads and rewrites them.
enum OrganisationFilter {
  /// The organisations a query filters by.
  static func ids(in query: String) -> [String] {
    query.split(separator: " ").filter { $0.hasPrefix("org:") }.map { String($0.dropFirst(4)) }
  }

  /// The query with the filter by `id` taken away when it is there, or in place of any other when it is not.
  static func toggling(_ id: String, in query: String) -> String {
    let isChosen = ids(in: query).contains(id)
    let rest = query.split(separator: " ").filter { !$0.hasPrefix("org:") }.map(String.init)
    return (rest + (isChosen ? [] : ["org:\(id)"])).joined(separator: " ")
  }
}
