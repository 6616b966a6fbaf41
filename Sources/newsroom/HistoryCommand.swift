import ArgumentParser
import NewsroomCatalogue
import NewsroomModel

/// `newsroom history A B`: everything that happened between two parties.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Print what happened between two institutions, people, countries, regions or programmes.",
    discussion: """
      A party is an id or address (unesco-ichei, person:li-ming, programme:iioe), a name, country:KE, region:Africa or region:002. \
      Exit status: 0; 1 when there is no contact.
      """)

  @OptionGroup var options: DataOptions
  @OptionGroup var period: PeriodOptions

  @Argument(help: "The first party.")
  var first: String

  @Argument(help: "The second party.")
  var second: String

  @Flag(help: "The format: text unless --json, --csv or --md is given.")
  var format: RelationFormat = .text

  func run() throws {
    try reportingFailures {
      let catalogue = try CatalogueLoader.open(options)
      let history = try catalogue.recoveringFromCorruption { catalogue in
        let (left, right) = try (catalogue.party(typed: first), catalogue.party(typed: second))
        return try catalogue.history(left, right, since: period.since?.date, until: period.until?.date)
      }
      switch format {
      case .text: try Output.print(history.plainText)
      case .md: try Output.print(history.markdown)
      case .json: try Output.print(json: HistoryOutput(history))
      case .csv: try Output.print(csv: HistoryOutput(history).csv)
      }
      if history.contacts.isEmpty { throw ExitCode(1) }
    }
  }
}

/// `newsroom partners PARTY`: the institutions with which a party has contacts.
struct PartnersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "partners",
    abstract: "Print the institutions with which an organisation, person, country or programme has contacts.",
    discussion: """
      Each line has the number of contacts, the first and the last. 'newsroom history' prints the contacts themselves. Institutions \
      that only attended the same events are left out unless --present is given. Exit status: 0; 1 when there is none.
      """)

  @OptionGroup var options: DataOptions
  @OptionGroup var period: PeriodOptions

  @Argument(help: "The party: an id, address or name, country:KE, region:Africa.")
  var party: String

  @Option(help: "Only institutions in this region (UN M49 name or code) or country (ISO 3166 code).")
  var region: String?

  @Option(help: "Only contacts that concern this programme.")
  var programme: String?

  @Option(help: "Only institutions without contact for so long: 18m, 2y, 90d; the longest silence first.")
  var quiet: SilenceLength?

  @Flag(help: "Include institutions that only attended the same events.")
  var present = false

  @Flag(help: "The format: text unless --json, --csv or --md is given.")
  var format: RelationFormat = .text

  func run() throws {
    try reportingFailures {
      let catalogue = try CatalogueLoader.open(options)
      var partners = try catalogue.recoveringFromCorruption { catalogue in
        try catalogue.partners(
          of: catalogue.party(typed: party), since: period.since?.date, until: period.until?.date,
          region: region.map { try catalogue.territory(typed: $0) },
          programme: programme.map { try catalogue.programme(typed: $0) }, includesPresent: present)
      }
      if let quiet { partners = Self.quiet(partners, before: quiet.start(before: Today.date)) }
      switch format {
      case .text: try partners.forEach { try Output.print(line: $0.line) }
      case .md: try partners.forEach { try Output.print(line: "- " + $0.line) }
      case .json: try Output.print(json: partners.map(PartnerOutput.init))
      case .csv: try Output.print(csv: [PartnerOutput.header] + partners.map { PartnerOutput($0).fields })
      }
      if partners.isEmpty { throw ExitCode(1) }
    }
  }

  /// Those whose last contact ended before a day, the longest silence first. Undated contacts say nothing about silence.
  static func quiet(_ partners: [Partner], before day: PartialDate) -> [Partner] {
    func last(_ partner: Partner) -> Int? { partner.dates.flatMap { $0.end ?? $0.start }?.lastDay }
    return partners.filter { last($0).map { $0 < day.firstDay } ?? false }
      .sorted { (last($0) ?? 0, $0.institution.name) < (last($1) ?? 0, $1.institution.name) }
  }
}

/// Since when, until when.
struct PeriodOptions: ParsableArguments {
  @Option(help: "Only contacts that ended on or after this date: 2021, 2021-05, 2021-05-17.")
  var since: DateArgument?

  @Option(help: "Only contacts that began on or before this date.")
  var until: DateArgument?
}

/// A date on the command line.
struct DateArgument: ExpressibleByArgument {
  var date: PartialDate

  init?(argument: String) {
    guard let date = try? PartialDate(argument) else { return nil }
    self.date = date
  }
}

/// A length of time on the command line: `18m`.
struct SilenceLength: ExpressibleByArgument {
  var count: Int
  var unit: Character

  init?(argument: String) {
    guard let unit = argument.last, "dwmy".contains(unit), let count = Int(argument.dropLast()),
      (0...9_999).contains(count)
    else { return nil }
    (self.count, self.unit) = (count, unit)
  }

  /// The day that is so long before another.
  func start(before day: PartialDate) -> PartialDate {
    switch unit {
    case "d": PartialDate(dayNumber: day.firstDay - count)
    case "w": PartialDate(dayNumber: day.firstDay - 7 * count)
    case "m": Self.months(count, before: day)
    case _: Self.months(12 * count, before: day)
    }
  }

  private static func months(_ count: Int, before day: PartialDate) -> PartialDate {
    let months = day.year * 12 + (day.month ?? 1) - 1 - count
    let first = PartialDate(year: max(1, months / 12), month: months < 12 ? 1 : months % 12 + 1)
    let length = first.map { $0.lastDay - $0.firstDay + 1 } ?? 1
    return first.map { PartialDate(dayNumber: $0.firstDay + min(day.day ?? 1, length) - 1) } ?? day
  }
}

/// How relations are printed.
enum RelationFormat: String, EnumerableFlag {
  case text, json, csv, md

  static func help(for value: RelationFormat) -> ArgumentHelp? {
    switch value {
    case .text: "Print text (the default)."
    case .json: "Print JSON."
    case .csv: "Print comma-separated values."
    case .md: "Print Markdown."
    }
  }
}

extension Catalogue {
  /// The one party that a text means.
  /// - Throws: a ``CLIError`` where it is none, or several have it.
  func party(typed text: String) throws -> Party {
    let parties = try parties(typed: text)
    if parties.count > 1 { throw CLIError.severalRecords(text, parties.map(\.description)) }
    guard let party = parties.first else { throw CLIError.unknownParty(text) }
    return party
  }

  /// A country or a region.
  func territory(typed text: String) throws -> Party {
    for prefix in ["country:", "region:", ""] {
      if let party = try parties(typed: prefix + text).first, !party.isRecord { return party }
    }
    throw CLIError(
      "there is no region or country '\(text)'. Write a name of UN M49 (Africa) or a country code (KE).", code: .usage)
  }

  /// The one programme that a text means.
  func programme(typed text: String) throws -> String {
    let ids = try parties(typed: text).compactMap { party -> String? in
      if case .record(let address) = party, address.kind == .programme { address.id } else { nil }
    }
    guard let id = ids.first, ids.count == 1 else { throw CLIError.unknownParty(text) }
    return id
  }
}

extension CLIError {
  static func unknownParty(_ text: String) -> CLIError {
    CLIError(
      "'\(text)' is no organisation, person, programme, country or region here. Write an id, a name, country:KE or region:Africa.",
      code: .noInput)
  }
}
