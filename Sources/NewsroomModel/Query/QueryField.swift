/// What a query can ask for by name: `org:unesco-ibe`, `year:2024`.
package enum QueryField: String, CaseIterable, Sendable {
  /// An organisation and its parts, by id, name or acronym; `org:~unesco` leaves its parts out.
  case org
  /// A person, by id or any printed form of the name.
  case person
  /// A delegation, by id or name.
  case delegation
  /// On whose behalf a delegation went: an organisation, its parts with it, or a country.
  case from
  /// To whom a delegation went: an organisation, its parts with it, a country or a place.
  case to
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
  /// The country of an organisation or place concerned, by ISO 3166-1 code or name; or a region of UN M49.
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
  /// Something of it happened in the year, month or day of the date, or after it.
  case since
  /// Something of it happened before the date, or in its year, month or day.
  case until
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
    "language": .lang, "source": .publisher, "subject": .tag, "pubstatus": .status, "date": .on,
    "sender": .from, "host": .to, "region": .country,
  ]

  /// What it takes, for help of every sort.
  package var help: String {
    switch self {
    case .org: "an organisation and its parts, by id, name or acronym; org:~unesco leaves the parts out"
    case .person: "a person, by id or any printed form of the name"
    case .delegation: "a delegation, by id or name"
    case .from: "on whose behalf a delegation went: an organisation and its parts, a country or region"
    case .to: "to whom a delegation went: an organisation and its parts, a country, region or place"
    case .event: "an event, by id or name"
    case .programme: "a programme, by id or name"
    case .kind: "the kind of event, delegation or organisation: visit, signing, university"
    case .lang: "the language of the text, by code or name: zh, zh-Hans, Arabic"
    case .place: "where it took place, or a place named; place:~geneva finds no “Geneva, Switzerland”"
    case .country: "country or region of an organisation or place concerned: CN, Kenya, Eastern Africa"
    case .publisher: "who published the article"
    case .tag: "a subject of the article"
    case .role: "a role held by somebody concerned"
    case .status: "usable, withheld, canceled, embargoed; canceled articles are in a list only with it"
    case .year: "the year of publication or of the event: 2024"
    case .before: "something of it happened before the date: 2024, 2024-06, 2024-06-07"
    case .after: "something of it happened after the date: after:2023 begins with 2024"
    case .since: "like after:, but with the date itself: since:2023 begins with 2023"
    case .until: "like before:, but with the date itself: until:2023 ends with 2023"
    case .on: "something of it happened on that day, in that month or year"
    case .flag: "starred: what you starred with *"
    }
  }

  /// What a query can hold besides fields, for help of every sort.
  package static let syntaxExamples: [(form: String, meaning: String)] = [
    ("visit geneva", "all of these words; the last may be half typed, and so may any that ends in *"),
    ("\"joint research\"", "these words side by side"),
    ("-online", "without this word; likewise -kind:visit, and -( )"),
    ("visit OR signing", "one or the other; brackets hold together what belongs together"),
    ("org:unesco-ibe,uil", "any of these values of a field; of several fields all must be met"),
  ]

  /// Whether its values are texts that are found by some of their words: `place:geneva` finds "Geneva, Switzerland", and
  /// `place:~geneva` does not.
  package var findsByContainment: Bool { [.place, .role, .tag].contains(self) }

  /// Whether one record may have several of its values, so that they can be asked for together.
  package var hasSeveralValues: Bool {
    switch self {
    case .org, .person, .delegation, .from, .to, .event, .programme, .place, .country, .tag, .role: true
    case .kind, .lang, .publisher, .status, .year, .before, .after, .since, .until, .on, .flag: false
    }
  }

  /// Whether a value may begin with `~`, which makes it narrower.
  var takesTilde: Bool { self == .org || findsByContainment }

  /// Whether its values are dates.
  package var takesDate: Bool { [.year, .before, .after, .since, .until, .on].contains(self) }

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
  package func isSupported(in list: ListKind) -> Bool {
    switch self {
    case .lang, .publisher, .tag, .status: list == .articles
    case .from, .to: list == .delegations
    case .year, .before, .after, .since, .until, .on, .place, .role: list != .organisations
    default: true
    }
  }
}
