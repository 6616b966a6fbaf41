/// On which side of an occasion a party was, as records say it.
public enum Side: String, Sendable, CaseIterable {
  /// It sent the delegation, or its people were members of it.
  case sent
  /// It was the host of a delegation, or its people were counterparts.
  case received
  /// It organised the event.
  case organised
  /// It took part; no record says more.
  case present
}

/// How close a contact is. The order is from the closest to the least close.
public enum ContactStrength: String, Sendable, CaseIterable, Comparable {
  /// Opposite sides of a delegation or of a meeting.
  case met
  /// Co-organisers or co-signatories.
  case joint
  /// Both attended a larger event.
  case present

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// The closer of two comes first.
  public static func < (left: ContactStrength, right: ContactStrength) -> Bool { left.rank < right.rank }
}

/// A record as it is named on the date concerned; a dangling reference has its id as name.
public struct NamedRecord: Hashable, Sendable {
  /// The record.
  public var address: RecordAddress
  /// Its name: the short name of an organisation.
  public var name: String
  /// False where the reference dangles.
  public var exists: Bool

  /// A record with its name.
  public init(_ address: RecordAddress, name: String, exists: Bool = true) {
    (self.address, self.name, self.exists) = (address, name, exists)
  }
}

/// One side of a history: an institution, a person, a programme, a country or a region.
public enum Party: Hashable, Sendable, CustomStringConvertible {
  /// An organisation with its units, a person or a programme.
  case record(RecordAddress)
  /// A country, by its ISO 3166-1 alpha-2 code in capitals: the institutions in it.
  case country(String)
  /// A region of UN M49, by its three-digit code: the institutions in its countries.
  case region(String)

  /// Whether it is a record, not a country or region.
  public var isRecord: Bool {
    if case .record = self { true } else { false }
  }

  /// The party as it is typed: `organisation:unesco`, `country:KE`, `region:002`.
  public var description: String {
    switch self {
    case .record(let address): address.description
    case .country(let code): "country:\(code)"
    case .region(let code): "region:\(code)"
    }
  }
}

/// What counts as one contact: an event without parent, with its sessions; a delegation without stops; each stop of a delegation.
public struct Occasion: Hashable, Sendable {
  /// The event; the delegation where it has no stops.
  public var address: RecordAddress
  /// What it is called.
  public var name: String
  /// The classification of the event: "visit", "conference".
  public var classification: String?
  /// Where it took place, as printed.
  public var location: String?
  /// First and last day; those of the delegation where the stop has none.
  public var dates: DateRange?
  /// The delegations that stopped here.
  public var delegations: [NamedRecord]
  /// The programmes that the event or its sessions name.
  public var programmes: [NamedRecord]

  /// An occasion put together from its parts.
  public init(
    address: RecordAddress, name: String, classification: String? = nil, location: String? = nil,
    dates: DateRange? = nil, delegations: [NamedRecord] = [], programmes: [NamedRecord] = []
  ) {
    (self.address, self.name, self.classification, self.location) = (address, name, classification, location)
    (self.dates, self.delegations, self.programmes) = (dates, delegations, programmes)
  }
}

/// A person or an organisation at an occasion, with the role held then.
public struct OccasionParticipation: Hashable, Sendable {
  /// Who took part; nil for an organisation without named people.
  public var person: NamedRecord?
  /// The post held then: "Deputy Director".
  public var role: String?
  /// "a.i.", "Officer-in-Charge".
  public var acting: String?
  /// What a source prints for the role.
  public var label: String?
  /// "Ms.", "Prof.".
  public var honorific: String?
  /// The organisation that took part, or in which the role was held then.
  public var organisation: NamedRecord?
  /// The institution of which that organisation is a unit; nil where it is none.
  public var institution: NamedRecord?
  /// The part as the record words it: "counterpart", "speaker", "host", "member", "head".
  public var part: String
  /// On which side.
  public var side: Side
  /// The record that says so: the event, a session of it, or the delegation.
  public var statedIn: RecordAddress

  /// A participation put together from its parts.
  public init(
    person: NamedRecord? = nil, role: String? = nil, acting: String? = nil, label: String? = nil,
    honorific: String? = nil, organisation: NamedRecord? = nil, institution: NamedRecord? = nil, part: String,
    side: Side, statedIn: RecordAddress
  ) {
    (self.person, self.role, self.acting, self.label, self.honorific) = (person, role, acting, label, honorific)
    (self.organisation, self.institution) = (organisation, institution)
    (self.part, self.side, self.statedIn) = (part, side, statedIn)
  }
}

/// One occasion at which both parties took part.
public struct Contact: Hashable, Sendable {
  /// The occasion.
  public var occasion: Occasion
  /// How close the contact was.
  public var strength: ContactStrength
  /// The sides on which the first party was.
  public var leftSide: Side
  /// The sides on which the second party was.
  public var rightSide: Side
  /// Those of the first party, people with the roles held then.
  public var left: [OccasionParticipation]
  /// Those of the second party.
  public var right: [OccasionParticipation]
  /// What was agreed.
  public var outcomes: [Outcome]
  /// Articles that report the occasion, newest first.
  public var reports: [NamedRecord]
  /// Addresses on the web that state it.
  public var sources: [String]

  /// A contact put together from its parts.
  public init(
    occasion: Occasion, strength: ContactStrength, leftSide: Side, rightSide: Side,
    left: [OccasionParticipation] = [], right: [OccasionParticipation] = [], outcomes: [Outcome] = [],
    reports: [NamedRecord] = [], sources: [String] = []
  ) {
    (self.occasion, self.strength, self.leftSide, self.rightSide) = (occasion, strength, leftSide, rightSide)
    (self.left, self.right, self.outcomes, self.reports, self.sources) = (left, right, outcomes, reports, sources)
  }
}

/// What was agreed.
public struct Outcome: Hashable, Sendable {
  /// The sentence.
  public var text: String
  /// The event or delegation that states it.
  public var statedIn: NamedRecord
  /// When: the dates of the event or delegation.
  public var dates: DateRange?
  /// Those who agreed: the two sides, the organisers and the signatories.
  public var parties: [NamedRecord]
  /// Programmes concerned.
  public var programmes: [NamedRecord]
  /// Addresses on the web that state it.
  public var sources: [String]

  /// An outcome put together from its parts.
  public init(
    text: String, statedIn: NamedRecord, dates: DateRange? = nil, parties: [NamedRecord] = [],
    programmes: [NamedRecord] = [], sources: [String] = []
  ) {
    (self.text, self.statedIn, self.dates) = (text, statedIn, dates)
    (self.parties, self.programmes, self.sources) = (parties, programmes, sources)
  }
}
