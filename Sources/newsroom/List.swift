import ArgumentParser
import Foundation
import NewsroomCatalogue
import NewsroomModel
import NewsroomBrowser

/// `newsroom list`: a list as plain text or JSON.
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Print a list: articles, delegations, people, organisations, events.",
    discussion:
      "Exit status: 0; 64 when something of the query is not understood, and then nothing is printed without --ignore-errors."
  )

  @OptionGroup var options: DataOptions
  @OptionGroup var errors: QueryErrorOptions

  @Argument(help: "Which list.")
  var list: ListName = .articles

  @Argument(help: "A query, as in the browser: words, org:unesco-ibe; 'newsroom search --help' lists the fields.")
  var query: [String] = []

  @Option(
    help: "The order: newest, oldest, name.", completion: .list(["newest", "oldest", "name"]), transform: Self.order)
  var sort: NewsroomModel.SortOrder?

  @Option(help: "Print at most this many rows.")
  var limit: Int?

  @Option(
    name: .customLong("of"),
    help:
      "Only what belongs to the articles of this query, those of most articles first; the figure counts these articles."
  )
  var articleQuery: String?

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    try reportingFailures {
      let catalogue = try CatalogueLoader.open(options)
      if let articleQuery { return try printResult(of: articleQuery, catalogue) }
      let kind = list.kind
      let request = ListRequest(kind, query: query.joined(separator: " "), sort: sort ?? .usual(for: kind))
      let page = try catalogue.recoveringFromCorruption {
        try $0.page(request, range: 0..<max(0, limit ?? Int(Int32.max)), highlight: false)
      }
      try errors.check(page, undone: "Nothing was printed")
      if json {
        try Output.print(json: page.rows.map(RowOutput.init))
      } else {
        try page.rows.forEach { try Output.print(line: $0.line) }
      }
    }
  }

  /// Prints the rows that belong to a result.
  private func printResult(of articleQuery: String, _ catalogue: Catalogue) throws {
    guard list != .articles else {
      throw CLIError("--of needs a list of people, organisations, delegations or events.", code: .usage)
    }
    let request = ListRequest(list.kind, query: query.joined(separator: " "))
    let (found, problems) = try catalogue.recoveringFromCorruption { try $0.rows(request, ofArticles: articleQuery) }
    for problem in problems { problem.note() }
    let rows = found.prefix(max(0, limit ?? Int(Int32.max)))
    if json {
      try Output.print(json: rows.map(RowOutput.init))
    } else {
      try rows.forEach { try Output.print(line: "×\($0.count ?? 0)  " + $0.line) }
    }
    if !problems.isEmpty { throw ExitCode(CLIError.Code.usage.rawValue) }
  }

  private static func order(_ name: String) throws -> NewsroomModel.SortOrder {
    guard let order = NewsroomModel.SortOrder(rawValue: name) else {
      throw ValidationError("There is no order '\(name)'. Orders: newest, oldest, name.")
    }
    return order
  }
}

extension ListRow {
  /// The row as a line of text: date, title, detail, where it matched, address.
  var line: String {
    let date = date?.sortDate.map { $0.dateOnly + (usesEventDate ? "*" : "") } ?? ""
    let padded = date.isEmpty ? "" : date + String(repeating: " ", count: max(1, 12 - date.count))
    let parts = [mark.map { "[\($0)]" }, title, detail, match.map { "… \($0)" }, "[\(address)]"]
    return padded + parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "  ")
  }
}

/// The lists by the names one types.
enum ListName: String, ExpressibleByArgument, CaseIterable {
  case articles, delegations, people, organisations, events

  var kind: ListKind {
    switch self {
    case .articles: .articles
    case .delegations: .delegations
    case .people: .people
    case .organisations: .organisations
    case .events: .events
    }
  }
}

/// A row as JSON.
struct RowOutput: Encodable {
  var address: String
  var title: String
  var detail: String?
  var startDate: String?
  var endDate: String?
  /// "event" where an article's dates are those of its event, because no publication date is known.
  var dateOf: String?
  var count: Int?
  /// What one has to know of the record: "canceled", "read in part".
  var mark: String?

  init(_ row: ListRow) {
    address = row.address.description
    title = row.title
    detail = row.detail.isEmpty ? nil : row.detail
    startDate = row.date?.start?.description
    endDate = row.date?.end?.description
    dateOf = row.usesEventDate ? "event" : nil
    count = row.count
    mark = row.mark
  }

  enum CodingKeys: String, CodingKey {
    case address, title, detail, count, mark
    case startDate = "start_date"
    case endDate = "end_date"
    case dateOf = "date_of"
  }
}
