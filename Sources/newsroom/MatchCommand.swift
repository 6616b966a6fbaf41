import ArgumentParser
import Foundation
import NameMatching
import NewsroomCatalogue
import NewsroomModel

/// `newsroom match`: which names of a list are known.
struct MatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match", abstract: "Match a list of names with people and organisations.",
    discussion: """
      Each row is known, perhaps or unknown, with the record, its latest role, the date and the reasons. The list has a name a line, or \
      is CSV or TSV with columns such as Name, Organisation and Role in any order. --pairs scores two names of each row instead \
      (columns name1, name2 and schema).
      """)

  @OptionGroup var options: DataOptions

  @Argument(help: "The list; - reads standard input.", completion: .file())
  var file: String

  @Flag(help: "Score pairs of names instead of searching the data.")
  var pairs = false

  @Flag(help: "Print JSON: candidates in the form of the W3C Reconciliation API.")
  var json = false

  @Flag(help: "Print CSV.")
  var csv = false

  func run() throws {
    try reportingFailures {
      if json && csv { throw CLIError("Specify --json or --csv, not both.", code: .usage) }
      let text = try Self.read(file)
      if pairs { return try printPairs(text) }
      let guests = GuestList(text).guests
      guard !guests.isEmpty else { throw CLIError("No names found in \(file).", code: .dataError) }
      let matcher = GuestMatcher(try CatalogueLoader.open(options))
      let rows = try guests.map { GuestRow($0, try Self.match($0, matcher)) }
      if json {
        return try Output.print(json: Dictionary(uniqueKeysWithValues: rows.enumerated().map { ("q\($0)", $1) }))
      }
      if csv { return try Output.print(csv: [GuestRow.header] + rows.map(\.fields)) }
      for row in rows { try Output.print(columns: row.columns) }
    }
  }

  private static func match(_ guest: GuestList.Guest, _ matcher: GuestMatcher) throws -> GuestMatch {
    let whole = try matcher.match(guest.name, organisation: guest.organisation)
    guard whole.status != .known, let other = guest.alternatives.first else { return whole }
    let part = try matcher.match(other.name, organisation: other.organisation)
    return part.status == .known || whole.status == .unknown ? part : whole
  }

  private static func read(_ file: String) throws -> String {
    let data: Data
    do {
      data = try file == "-" ? FileHandle.standardInput.readToEnd() ?? Data() : Data(contentsOf: URL(filePath: file))
    } catch {
      throw CLIError("Cannot read \(file): \(error.localizedDescription)", code: .noInput)
    }
    guard let text = String(data: data, encoding: .utf8) else {
      throw CLIError("\(file) is not UTF-8. Save it as UTF-8.", code: .dataError)
    }
    return text
  }

  private func printPairs(_ text: String) throws {
    let table = DelimitedText(text)
    let heading = table.rows.first ?? []
    guard let first = heading.firstIndex(of: "name1"), let second = heading.firstIndex(of: "name2") else {
      throw CLIError("\(file) needs the columns name1 and name2.", code: .dataError)
    }
    let schema = heading.firstIndex(of: "schema")
    let scores = table.rows.dropFirst().filter { $0.count > max(first, second) }.map { row in
      PairScore(row[first], row[second], schema: schema.flatMap { $0 < row.count ? row[$0] : nil } ?? "")
    }
    if json { return try Output.print(json: scores) }
    for pair in scores { try Output.print(columns: ["\(pair.score)", pair.name1, pair.name2]) }
  }
}

/// Two names and how alike they are.
struct PairScore: Encodable {
  var name1: String
  var name2: String
  var schema: String
  var score: Double
  var match: Bool
  var reasons: [String]

  init(_ name1: String, _ name2: String, schema: String) {
    (self.name1, self.name2, self.schema) = (name1, name2, schema)
    let kind: NameKind = ["", "person"].contains(schema.lowercased()) ? .person : .organisation
    let result = NameMatcher.match(PreparedName(name1, kind: kind), PreparedName(name2, kind: kind))
    score = (result.score * 1_000).rounded() / 1_000
    match = result.isMatch
    reasons = result.reasons.map(\.rawValue).sorted()
  }
}

/// A row of the list with what was found: a query and its result in the Reconciliation API.
struct GuestRow: Encodable {
  struct Candidate: Encodable {
    struct Feature: Encodable {
      var id: String
      var value: Bool
    }
    var id: String
    var name: String
    var score: Double
    var match: Bool
    var features: [Feature]
  }

  var query: String
  var status: String
  var role: String?
  var lastMet: String?
  var result: [Candidate]
  private let title: String

  enum CodingKeys: String, CodingKey {
    case query, status, role, result
    case lastMet = "last_met"
  }

  init(_ guest: GuestList.Guest, _ match: GuestMatch) {
    (query, status) = (guest.name, match.status.rawValue)
    role = match.row.flatMap { $0.detail.isEmpty ? nil : $0.detail }
    lastMet = match.lastOccasion
    title = match.candidates.first?.title ?? ""
    result = match.candidates.enumerated().map { index, candidate in
      var features = candidate.match.reasons.map(\.rawValue).sorted().map { Candidate.Feature(id: $0, value: true) }
      if index == 0, match.isConfirmed { features.append(Candidate.Feature(id: "organisation", value: true)) }
      return Candidate(
        id: candidate.address.description, name: candidate.title,
        score: (candidate.match.score * 1_000).rounded() / 1_000, match: index == 0 && match.status == .known,
        features: features)
    }
  }

  private var reason: String { result.first.map { $0.features.map(\.id).joined(separator: ", ") } ?? "" }
  private var address: String { result.first?.id ?? "" }

  static let header = ["query", "status", "address", "name", "role", "last_met", "score", "reason"]
  var fields: [String] {
    [query, status, address, title, role ?? "", lastMet ?? "", result.first.map { "\($0.score)" } ?? "", reason]
  }
  var columns: [String] { [status, query, title, role ?? "", lastMet ?? "", address, reason] }
}
