import ArgumentParser
import NewsroomCatalogue
import NewsroomModel

/// `newsroom show`: one record with its relations, as plain text or JSON.
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print one record and everything related to it.")

  @OptionGroup var options: DataOptions

  @Argument(
    help: """
      The record: article:URI, person:ID, organisation:ID, delegation:ID, event:ID or programme:ID; its id alone or an \
      address on the web will do.
      """)
  var address: String

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    try reportingFailures {
      let catalogue = try CatalogueLoader.open(options)
      let found = try catalogue.recoveringFromCorruption { try $0.record($0.address(typed: address)) }
      guard let page = found else { throw CLIError.missingRecord(address) }
      if json { try Output.print(json: PageOutput(page)) } else { try Output.print(page.plainText) }
    }
  }
}

/// A record's page as JSON.
struct PageOutput: Encodable {
  var address: String
  var title: String
  var facts: [FactOutput]
  var text: String?
  var activity: [YearOutput]?
  var sections: [SectionOutput]
  var source: String?
  var file: String?
  var line: Int?

  init(_ page: RecordPage) {
    address = page.address.description
    title = page.title
    facts = page.facts.map { FactOutput(label: $0.label, value: $0.value) }
    text = page.text.isEmpty ? nil : page.text.plainText
    activity = page.activity.isEmpty ? nil : page.activity.map { YearOutput(year: $0.year, count: $0.count) }
    sections = page.sections.map(SectionOutput.init)
    source = page.source
    file = page.location?.path
    line = page.location?.line
  }
}

/// The articles of a year as JSON.
struct YearOutput: Encodable {
  var year: Int
  var count: Int
}

/// A fact as JSON.
struct FactOutput: Encodable {
  var label: String
  var value: String
}

/// A relation as JSON.
struct SectionOutput: Encodable {
  var relation: String
  var count: Int
  var rows: [RelationOutput]

  init(_ section: PageSection) {
    (relation, count) = (section.relation.rawValue, section.count)
    rows = section.rows.map(RelationOutput.init)
  }
}

/// A row of a relation as JSON.
struct RelationOutput: Encodable {
  var label: String
  /// The relation as a text, as pages show it.
  var text: String?
  /// The role alone; the organisation stands beside it.
  var role: String?
  var acting: String?
  /// What a source prints for the role.
  var printed: String?
  var organisation: ContactOutput.Record?
  var institution: ContactOutput.Record?
  var part: String?
  var attested: [String]?
  var formerBy: String?
  /// Contacts by strength.
  var contacts: [String: Int]?
  var sources: [String]?
  var startDate: String?
  var endDate: String?
  /// As in ``RowOutput``.
  var dateOf: String?
  var count: Int?
  var address: String?
  var url: String?

  init(_ row: PageRow) {
    (label, count) = (row.label, row.count)
    text = row.role.isEmpty ? nil : row.role
    if let relation = row.relation {
      (role, acting, printed, part) = (relation.role, relation.acting, relation.label, relation.part)
      organisation = relation.organisation.map(ContactOutput.Record.init)
      institution = relation.institution.map(ContactOutput.Record.init)
      attested = relation.attested.isEmpty ? nil : relation.attested.map(\.description)
      formerBy = relation.formerBy?.description
      let strengths = relation.strengths.map { ($0.key.rawValue, $0.value) }
      contacts = strengths.isEmpty ? nil : Dictionary(uniqueKeysWithValues: strengths)
      sources = relation.sources.isEmpty ? nil : relation.sources
    }
    startDate = row.date?.start?.description
    endDate = row.date?.end?.description
    dateOf = row.usesEventDate ? "event" : nil
    switch row.target {
    case .record(let target): address = target.description
    case .url(let target): url = target
    case nil: break
    }
  }

  enum CodingKeys: String, CodingKey {
    case label, text, role, acting, printed, organisation, institution, part, attested, contacts, sources, count,
      address, url
    case formerBy = "former_by"
    case startDate = "start_date"
    case endDate = "end_date"
    case dateOf = "date_of"
  }
}
