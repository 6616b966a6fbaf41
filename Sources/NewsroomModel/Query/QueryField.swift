/// What a query can ask for by name: `org:unesco-ibe`, `year:2024`.
package enum QueryField: String, CaseIterable, Sendable {
  /// An organisation and its parts, by id, name or acronym; `org:~unesco` leaves its parts out.
  case org
  /// A person, by id or any printed form of the name.
  case person
  /// A delegation, by id or name.
  case delegation
  /// An event, by id or name.
  case event
  /// A programme, by id or name.
  case programme
  /// The kind of event, delegation or organisation: visit, signing, university.
  case kind
  /// The language of the text, as a BCP 47 tag; `lang:zh` finds zh-Hans too.
  case lang
  /// Where it took place, or a place named.
  case place
  /// ISO 3166-1 alpha-2 code of the country of an organisation concerned.
  case country
  /// Who published the article.
  case publisher
  /// A subject of the article.
  case tag
  /// A role held by somebody concerned.
  case role
  /// Whether the article may be published: usable, withheld, canceled, embargoed. Canceled articles are in a list only
  /// when its query asks for a status, whichever it is.
  case status
  /// The year of publication or of the event.
  case year
  /// Something of it happened before the date.
  case before
  /// Something of it happened after the date.
  case after
  /// Something of it happened on that day, in that month or year.
  case on
  /// What the user said of it: `is:starred`.
  case flag = "is"

  /// The field with that name; other usual spellings are understood and printed back in ours.
  package init?(name: String) {
    let name = name.lowercased()
    guard let field = QueryField(rawValue: name) ?? Self.otherSpellings[name] else { return nil }
    self = field
  }

  private static let otherSpellings: [String: QueryField] = [
    "organisation": .org, "organization": .org, "institution": .org, "people": .person, "program": .programme,
    "language": .lang, "source": .publisher, "subject": .tag, "pubstatus": .status, "since": .after, "until": .before,
    "date": .on,
  ]

  /// Whether its values are dates.
  package var takesDate: Bool { [.year, .before, .after, .on].contains(self) }

  /// The kind of record its values name, where they name records.
  package var recordKind: RecordKind? {
    switch self {
    case .org: .organisation
    case .person: .person
    case .delegation: .delegation
    case .event: .event
    case .programme: .programme
    default: nil
    }
  }

  /// Whether the field can tell rows of `list` apart.
  package func makesSense(in list: ListKind) -> Bool {
    switch self {
    case .lang, .publisher, .tag, .status: list == .articles
    case .year, .before, .after, .on: list != .organisations
    default: true
    }
  }
}
