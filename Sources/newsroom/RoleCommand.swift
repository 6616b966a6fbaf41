import ArgumentParser
import Foundation
import NewsroomCatalogue
import NewsroomModel

/// `newsroom role PERSON|ORGANISATION`: posts in time.
struct RoleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "role", abstract: "Print the posts of a person, or the posts in an organisation with their holders.",
    discussion: """
      With --on each line begins with the answer for that date: yes, no, possibly, or attested before and after. A date is an \
      interval: 2023 asks for any day of that year. Exit status: 0; 1 when there is no post, or with --on no post but "no".
      """)

  @OptionGroup var options: DataOptions

  @Argument(help: "The person or organisation: an id, address or name.")
  var party: String

  @Option(help: "The date for which to answer: 2024, 2024-06, 2024-06-07.")
  var on: DateArgument?

  @Option(help: "Only posts whose name has these words.")
  var role: String?

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    try reportingFailures {
      let catalogue = try CatalogueLoader.open(options)
      var tenures = try catalogue.recoveringFromCorruption { catalogue in
        guard case .record(let address) = try catalogue.party(typed: party),
          [.person, .organisation].contains(address.kind)
        else { throw CLIError("'\(party)' is neither a person nor an organisation.", code: .usage) }
        return try catalogue.tenures(of: address)
      }
      if let role {
        tenures = tenures.filter { $0.role?.localizedCaseInsensitiveContains(role) ?? false }
      }
      let rows = tenures.map { TenureOutput($0, on: on?.date) }
      if json { try Output.print(json: rows) } else { try rows.forEach { try Output.print(line: $0.line) } }
      if !rows.contains(where: { $0.answer != "no" }) { throw ExitCode(1) }
    }
  }
}

/// A post as JSON and as a line.
struct TenureOutput: Encodable {
  struct Attestation: Encodable {
    var date: String
    var statedIn: ContactOutput.Record
    var sources: [String]

    enum CodingKeys: String, CodingKey {
      case date, sources
      case statedIn = "stated_in"
    }
  }

  var answer: String?
  /// The nearest dates before and after on which the post is attested.
  var attestedBefore: String?
  var attestedAfter: String?
  var person: ContactOutput.Record
  var role: String?
  var acting: String?
  var label: String?
  var organisation: ContactOutput.Record?
  var institution: ContactOutput.Record?
  var startDate: String?
  var endDate: String?
  var formerBy: String?
  var attested: [Attestation]

  init(_ tenure: Tenure, on date: PartialDate?) {
    let answer = date.map(tenure.answer(on:))
    self.answer = answer?.name
    if case .attestedBeforeAndAfter(let before, let after)? = answer {
      (attestedBefore, attestedAfter) = (before.dateOnly, after.dateOnly)
    }
    person = ContactOutput.Record(tenure.person)
    (role, acting, label) = (tenure.role, tenure.acting, tenure.label)
    organisation = tenure.organisation.map(ContactOutput.Record.init)
    institution = tenure.institution.map(ContactOutput.Record.init)
    (startDate, endDate) = (tenure.start?.description, tenure.end?.description)
    formerBy = tenure.formerBy?.description
    attested = tenure.attestations.map {
      Attestation(date: $0.date.description, statedIn: ContactOutput.Record($0.statedIn), sources: $0.sources)
    }
  }

  enum CodingKeys: String, CodingKey {
    case answer, person, role, acting, label, organisation, institution, attested
    case attestedBefore = "attested_before"
    case attestedAfter = "attested_after"
    case startDate = "start_date"
    case endDate = "end_date"
    case formerBy = "former_by"
  }

  /// Answer, person, post, place, dates.
  var line: String {
    let place = [organisation?.name, institution?.name].compactMap(\.self).joined(separator: ", ")
    let post = [role ?? label ?? "member", acting].compactMap(\.self).joined(separator: " ")
    let said = answer.map { answer in
      attestedBefore.flatMap { before in attestedAfter.map { "\(answer) (\(before), \($0))" } } ?? answer
    }
    let stated = startDate != nil || endDate != nil ? "stated \(startDate ?? "?") – \(endDate ?? "?")" : nil
    let shown = attested.isEmpty ? nil : "attested \(attested.map(\.date).joined(separator: ", "))"
    let parts = [
      said, person.name, post, place, stated, shown, formerBy.map { "former by \($0)" }, "[\(person.address)]",
    ]
    return parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "  ")
  }
}

/// `newsroom outcomes`: what was agreed.
struct OutcomesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outcomes", abstract: "Print what was agreed, with date, parties and source.",
    discussion: """
      With a party, only what was agreed at events and in delegations at which it was. What is still to be signed is no outcome. \
      Exit status: 0; 1 when there is none.
      """)

  @OptionGroup var options: DataOptions
  @OptionGroup var period: PeriodOptions

  @Argument(help: "A party: an id, address or name, country:KE, region:Africa.")
  var party: String?

  @Flag(help: "The format: text unless --json, --csv or --md is given.")
  var format: RelationFormat = .text

  func run() throws {
    try reportingFailures {
      let catalogue = try CatalogueLoader.open(options)
      let outcomes = try catalogue.recoveringFromCorruption { catalogue in
        try catalogue.outcomes(
          of: party.map { try catalogue.party(typed: $0) }, since: period.since?.date, until: period.until?.date)
      }
      let rows = outcomes.map(ContactOutput.OutcomeOutput.init)
      switch format {
      case .text: try rows.forEach { try Output.print(line: $0.line) }
      case .md: try rows.forEach { try Output.print(line: "- " + $0.line) }
      case .json: try Output.print(json: rows)
      case .csv: try Output.print(csv: [ContactOutput.OutcomeOutput.header] + rows.map(\.fields))
      }
      if rows.isEmpty { throw ExitCode(1) }
    }
  }
}

extension ContactOutput.OutcomeOutput {
  static let header = ["start_date", "end_date", "text", "parties", "programmes", "stated_in", "sources"]

  var fields: [String] {
    [
      startDate ?? "", endDate ?? "", text, parties.map(\.name).joined(separator: "; "),
      programmes.map(\.name).joined(separator: "; "), statedIn.address, sources.joined(separator: " "),
    ]
  }

  /// Date, sentence, parties, record.
  var line: String {
    [startDate ?? endDate ?? "undated", text, parties.map(\.name).joined(separator: " · "), "[\(statedIn.address)]"]
      .filter { !$0.isEmpty }.joined(separator: "  ")
  }
}
