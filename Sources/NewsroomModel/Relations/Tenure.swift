/// A person in a post of an organisation, as records attest it.
public struct Tenure: Hashable, Sendable {
  /// Who held it.
  public var person: NamedRecord
  /// Where; the name as on the screen.
  public var organisation: NamedRecord?
  /// The institution of which that organisation is a unit; nil where it is none.
  public var institution: NamedRecord?
  /// The post.
  public var role: String?
  /// "a.i.", "Officer-in-Charge".
  public var acting: String?
  /// What a source prints for the post.
  public var label: String?
  /// When it began, where a source says so.
  public var start: PartialDate?
  /// When it ended, where a source says so.
  public var end: PartialDate?
  /// A date on which a source calls the person a former holder. It is no date of holding the post.
  public var formerBy: PartialDate?
  /// Dates on which the post is attested, oldest first, each with the record that attests it.
  public var attestations: [Attestation]

  /// A date on which a record shows a person in a post.
  public struct Attestation: Hashable, Sendable {
    /// The date.
    public var date: PartialDate
    /// The person's record, or the event or delegation at which the role was printed.
    public var statedIn: NamedRecord
    /// Addresses on the web that state it.
    public var sources: [String]

    /// A date with its source.
    public init(date: PartialDate, statedIn: NamedRecord, sources: [String] = []) {
      (self.date, self.statedIn, self.sources) = (date, statedIn, sources)
    }
  }

  /// A tenure put together from its parts.
  public init(
    person: NamedRecord, organisation: NamedRecord? = nil, institution: NamedRecord? = nil, role: String? = nil,
    acting: String? = nil, label: String? = nil, start: PartialDate? = nil, end: PartialDate? = nil,
    formerBy: PartialDate? = nil, attestations: [Attestation] = []
  ) {
    (self.person, self.organisation, self.institution) = (person, organisation, institution)
    (self.role, self.acting, self.label) = (role, acting, label)
    (self.start, self.end, self.formerBy, self.attestations) = (start, end, formerBy, attestations)
  }
}

/// Whether a post was held on a day.
public enum RoleAnswer: Hashable, Sendable {
  /// A record attests it on that day, or states a period that covers it.
  case yes
  /// A record states that it had not begun, or had ended.
  case no
  /// Nothing contradicts it.
  case possibly
  /// Attested on a day before and on a day after, not on the day itself.
  case attestedBeforeAndAfter(PartialDate, PartialDate)

  /// The word of the answer: yes, no, possibly, attested before and after.
  public var name: String {
    switch self {
    case .yes: "yes"
    case .no: "no"
    case .possibly: "possibly"
    case .attestedBeforeAndAfter: "attested before and after"
    }
  }
}

extension Tenure {
  /// Whether the post was held on a date, which is an interval: yes on any day of it is yes.
  public func answer(on date: PartialDate) -> RoleAnswer {
    let attested = attestations.map(\.date)
    if attested.contains(where: { $0.firstDay >= date.firstDay && $0.lastDay <= date.lastDay }) { return .yes }
    if covers(date, attested) { return .yes }
    if isOver(by: date) || hasNotBegun(by: date) { return .no }
    let before = attested.filter { $0.lastDay < date.firstDay }.max { $0.lastDay < $1.lastDay }
    let after = attested.filter { $0.firstDay > date.lastDay }.min { $0.firstDay < $1.firstDay }
    if let before, let after { return .attestedBeforeAndAfter(before, after) }
    return .possibly
  }

  /// Whether the stated start, and the stated end or a later day on which the post is attested, enclose a date.
  private func covers(_ date: PartialDate, _ attested: [PartialDate]) -> Bool {
    if let start, start.lastDay <= date.lastDay {
      let last = ([end].compactMap { $0 } + attested).map(\.firstDay).max()
      if let last, last >= date.lastDay { return true }
      if let last, last >= date.firstDay, start.lastDay <= date.firstDay { return true }
    }
    if let end, end.firstDay >= date.firstDay, let first = attested.map(\.lastDay).min() {
      return first <= date.firstDay
    }
    return false
  }

  private func isOver(by date: PartialDate) -> Bool {
    if let end, end.lastDay < date.firstDay { return true }
    return formerBy.map { $0.lastDay <= date.firstDay } ?? false
  }

  private func hasNotBegun(by date: PartialDate) -> Bool { start.map { $0.firstDay > date.lastDay } ?? false }

  /// From the first day on which the post is known to have been held to the last; "former by" is none.
  public var known: DateRange? {
    let attested = attestations.map(\.date)
    let first = start ?? attested.min { $0.firstDay < $1.firstDay }
    let last = end ?? attested.max { $0.lastDay < $1.lastDay }
    return DateRange(start: first ?? last, end: last ?? first)
  }
}
