import ArgumentParser
import NewsroomCatalogue
import NewsroomModel

/// `newsroom search`: articles that match a query, best first.
struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Search the articles; ends with 1 when nothing is found.",
    discussion: """
      Words are joined by AND; "a phrase", -without, OR and parentheses; fields:

      """ + QueryField.allCases.map { "\($0.rawValue): \($0.help)" }.joined(separator: "\n")
        + "\n\nExit status: 1 when nothing is found; 64 when something of the query is not understood, and then nothing is printed "
        + "without --ignore-errors."
  )

  @OptionGroup var options: DataOptions
  @OptionGroup var errors: QueryErrorOptions

  @Argument(help: "The query.")
  var query: [String]

  @Option(help: "Print at most this many rows (default: 50).")
  var limit: Int?

  /// As many rows as one reads; where there are more, that is said.
  private static let usualLimit = 50

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    try reportingFailures {
      let catalogue = try CatalogueLoader.open(options)
      let request = ListRequest(.articles, query: query.joined(separator: " "), sort: .relevance)
      let page = try catalogue.recoveringFromCorruption {
        try $0.page(request, range: 0..<max(0, limit ?? Self.usualLimit), highlight: true)
      }
      try errors.check(page, undone: "Nothing was printed")
      if json {
        try Output.print(json: page.rows.map(RowOutput.init))
      } else {
        try page.rows.forEach { try Output.print(line: $0.line) }
      }
      if limit == nil, let total = page.total, total > page.rows.count {
        Output.printError("note: these are the first \(page.rows.count) of \(total); --limit prints more.")
      }
      if page.total == 0 { throw ExitCode(1) }
    }
  }
}

extension QueryProblem {
  /// Says on standard error what of a query is not understood.
  func note() {
    Output.printError("note: \(message(fieldsAre: "'newsroom search --help' lists the fields there are."))")
  }
}
