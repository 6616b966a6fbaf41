import Foundation
import NewsroomModel
import TerminalText

/// A contact as JSON, with a line of CSV.
struct ContactOutput: Encodable {
  struct Record: Encodable {
    var address: String
    var name: String

    init(_ record: NamedRecord) { (address, name) = (record.address.description, record.name) }
  }

  struct Participant: Encodable {
    var person: Record?
    var role: String?
    var acting: String?
    var label: String?
    var honorific: String?
    var organisation: Record?
    var institution: Record?
    var part: String
    var side: String
    var statedIn: String

    init(_ participant: OccasionParticipation) {
      person = participant.person.map(Record.init)
      (role, acting, label) = (participant.role, participant.acting, participant.label)
      honorific = participant.honorific
      organisation = participant.organisation.map(Record.init)
      institution = participant.institution.map(Record.init)
      (part, side) = (participant.part, participant.side.rawValue)
      statedIn = participant.statedIn.description
    }

    enum CodingKeys: String, CodingKey {
      case person, role, acting, label, honorific, organisation, institution, part, side
      case statedIn = "stated_in"
    }
  }

  struct OutcomeOutput: Encodable {
    var text: String
    var statedIn: Record
    var startDate: String?
    var endDate: String?
    var parties: [Record]
    var programmes: [Record]
    var sources: [String]

    init(_ outcome: Outcome) {
      (text, statedIn, sources) = (outcome.text, Record(outcome.statedIn), outcome.sources)
      (startDate, endDate) = (outcome.dates?.start?.description, outcome.dates?.end?.description)
      (parties, programmes) = (outcome.parties.map(Record.init), outcome.programmes.map(Record.init))
    }

    enum CodingKeys: String, CodingKey {
      case text, parties, programmes, sources
      case statedIn = "stated_in"
      case startDate = "start_date"
      case endDate = "end_date"
    }
  }

  var address: String
  var name: String
  var classification: String?
  var location: String?
  var startDate: String?
  var endDate: String?
  var strength: String
  var leftSide: String
  var rightSide: String
  var left: [Participant]
  var right: [Participant]
  var delegations: [Record]
  var programmes: [Record]
  var outcomes: [OutcomeOutput]
  var reports: [Record]
  var sources: [String]

  init(_ contact: Contact) {
    let occasion = contact.occasion
    (address, name) = (occasion.address.description, occasion.name)
    (classification, location) = (occasion.classification, occasion.location)
    (startDate, endDate) = (occasion.dates?.start?.description, occasion.dates?.end?.description)
    strength = contact.strength.rawValue
    (leftSide, rightSide) = (contact.leftSide.rawValue, contact.rightSide.rawValue)
    (left, right) = (contact.left.map(Participant.init), contact.right.map(Participant.init))
    delegations = occasion.delegations.map(Record.init)
    programmes = occasion.programmes.map(Record.init)
    outcomes = contact.outcomes.map(OutcomeOutput.init)
    (reports, sources) = (contact.reports.map(Record.init), contact.sources)
  }

  enum CodingKeys: String, CodingKey {
    case address, name, classification, location, strength, left, right, delegations, programmes, outcomes, reports,
      sources
    case startDate = "start_date"
    case endDate = "end_date"
    case leftSide = "left_side"
    case rightSide = "right_side"
  }

  static let header = [
    "start_date", "end_date", "strength", "address", "name", "classification", "location", "left_side", "right_side",
    "left_people", "right_people", "outcomes", "sources",
  ]

  var fields: [String] {
    func people(_ side: [Participant]) -> String { side.compactMap(\.person?.name).joined(separator: "; ") }
    return [
      startDate ?? "", endDate ?? "", strength, address, name, classification ?? "", location ?? "", leftSide,
      rightSide,
      people(left), people(right), outcomes.map(\.text).joined(separator: " "), sources.joined(separator: " "),
    ]
  }
}

/// A history as JSON.
struct HistoryOutput: Encodable {
  struct PartyOutput: Encodable {
    var party: String
    var name: String
  }

  struct PersonOutput: Encodable {
    var person: ContactOutput.Record
    var side: String
    var contacts: Int
  }

  struct LinkOutput: Encodable {
    var from: ContactOutput.Record
    var to: ContactOutput.Record
    var role: String?
    var startDate: String?
    var endDate: String?

    enum CodingKeys: String, CodingKey {
      case from, to, role
      case startDate = "start_date"
      case endDate = "end_date"
    }
  }

  var left: PartyOutput
  var right: PartyOutput
  var contacts: [ContactOutput]
  var years: [YearOutput]
  var people: [PersonOutput]
  var programmes: [ContactOutput.Record]
  var affiliations: [LinkOutput]
  var articleCount: Int
  var articles: [ContactOutput.Record]

  init(_ history: History) {
    left = PartyOutput(party: history.left.description, name: history.leftName)
    right = PartyOutput(party: history.right.description, name: history.rightName)
    contacts = history.contacts.map(ContactOutput.init)
    years = history.years.map { YearOutput(year: $0.year, count: $0.count) }
    people = history.people.map {
      PersonOutput(person: ContactOutput.Record($0.person), side: $0.isLeft ? "left" : "right", contacts: $0.count)
    }
    programmes = history.programmes.map(ContactOutput.Record.init)
    affiliations = history.affiliations.map {
      LinkOutput(
        from: ContactOutput.Record($0.from), to: ContactOutput.Record($0.to), role: $0.role,
        startDate: $0.dates?.start?.description, endDate: $0.dates?.end?.description)
    }
    (articleCount, articles) = (history.articleCount, history.articles.map(ContactOutput.Record.init))
  }

  var csv: [[String]] { [ContactOutput.header] + contacts.map(\.fields) }

  enum CodingKeys: String, CodingKey {
    case left, right, contacts, years, people, programmes, affiliations, articles
    case articleCount = "article_count"
  }
}

/// A partner as JSON, with a line of CSV.
struct PartnerOutput: Encodable {
  var address: String
  var name: String
  var country: String?
  var contacts: Int
  var met: Int
  var joint: Int
  var present: Int
  var firstDate: String?
  var lastDate: String?

  init(_ partner: Partner) {
    (address, name, country) = (partner.institution.address.description, partner.institution.name, partner.country)
    (contacts, met, joint, present) = (partner.contacts, partner.met, partner.joint, partner.present)
    (firstDate, lastDate) = (partner.dates?.start?.description, partner.dates?.end?.description)
  }

  enum CodingKeys: String, CodingKey {
    case address, name, country, contacts, met, joint, present
    case firstDate = "first_date"
    case lastDate = "last_date"
  }

  static let header = ["address", "name", "country", "contacts", "met", "joint", "present", "first_date", "last_date"]

  var fields: [String] {
    [address, name, country ?? ""] + [contacts, met, joint, present].map(String.init) + [
      firstDate ?? "", lastDate ?? "",
    ]
  }
}

extension Partner {
  /// The partner as a line of text: `×4  2022-01-11 – 2023-03-15  University of Nairobi  KE  met 2, both present 2`.
  var line: String {
    let span = dates?.description ?? "undated"
    return ["×\(contacts)", span, institution.name, country ?? "", strengths, "[\(institution.address)]"]
      .filter { !$0.isEmpty }.joined(separator: "  ")
  }
}

extension Output {
  /// Prints comma-separated values.
  static func print(csv lines: [[String]]) throws {
    try write(Data((CSV.mark + lines.map(CSV.line).joined()).utf8))
  }
}

/// The day that it is.
enum Today {
  static var date: PartialDate { PartialDate(dayNumber: Int((Date().timeIntervalSince1970 / 86_400).rounded(.down))) }
}
