/// Everything the screen of one record shows: what it is, then its relations as sections.
public struct RecordPage: Equatable, Sendable {
  /// The record.
  public var address: RecordAddress
  /// Headline or name.
  public var title: String
  /// What it is, line by line: "Country: China", "Also printed: Tao Zhan".
  public var facts: [PageField]
  /// The text: an article's body, an organisation's description. Known names in it are links.
  public var text: [TextBlock]
  /// BCP 47 tag of the text's language.
  public var language: String?
  /// Its relations, in the order of design; none of them empty.
  public var sections: [PageSection]
  /// Articles by year, oldest first, for the small bar chart of an organisation.
  public var activity: [YearCount]
  /// Where on the web it comes from: what `o` opens.
  public var source: String?
  /// Where the record stands: what `e` opens.
  public var location: RecordLocation?

  /// A page with a title alone.
  public init(address: RecordAddress, title: String) {
    (self.address, self.title) = (address, title)
    (facts, text, sections, activity) = ([], [], [], [])
  }

  /// One line of what a record is.
  public struct PageField: Hashable, Sendable {
    /// What the line says: "Dates", "Country".
    public var label: String
    /// What it says about it.
    public var value: String
    /// Where it leads.
    public var target: LinkTarget?

    /// A fact put together from its parts.
    public init(_ label: String, _ value: String, target: LinkTarget? = nil) {
      (self.label, self.value, self.target) = (label, value, target)
    }
  }

  /// How many articles a year has.
  public struct YearCount: Hashable, Sendable, CustomStringConvertible {
    /// The year.
    public var year: Int
    /// Its articles.
    public var count: Int

    /// A year with its count.
    public init(year: Int, count: Int) { (self.year, self.count) = (year, count) }

    /// Year and count as one line: "2024: 13".
    public var description: String { "\(year): \(count)" }
  }
}

/// One relation of a record: a heading with a count, and rows that can be followed.
public struct PageSection: Equatable, Sendable {
  /// What the relation is.
  public var relation: SectionKind
  /// How many there are, also when fewer rows are given.
  public var count: Int
  /// The rows, as far as they are given; a long relation ends early and `list` leads to the rest.
  public var rows: [PageRow]
  /// The list that shows all of them.
  public var list: ListRequest?

  /// A section put together from its parts.
  public init(_ relation: SectionKind, count: Int? = nil, rows: [PageRow], list: ListRequest? = nil) {
    (self.relation, self.count, self.rows, self.list) = (relation, count ?? rows.count, rows, list)
  }
}

/// The relations that sections show. The raw value is the heading on the screen.
public enum SectionKind: String, CaseIterable, Sendable {
  /// Of an article, event, person or organisation.
  case delegations = "Delegations"
  /// An organisation's journeys to others.
  case delegationsSent = "Delegations sent"
  /// Others' journeys to an organisation.
  case delegationsReceived = "Delegations received"
  /// Delegations in which an organisation took part without sending or receiving them.
  case delegationsJoined = "Took part in delegations"
  /// Earlier and later delegations between the same two sides.
  case relatedDelegations = "Earlier and later"
  /// On whose behalf a delegation went.
  case senders = "On behalf of"
  /// Who received it.
  case hosts = "Hosts"
  /// Who went.
  case members = "Members"
  /// Whom they met.
  case counterparts = "Counterparts"
  /// The events of a delegation.
  case stops = "Stops"
  /// People of an article or organisation.
  case people = "People"
  /// Who attended an event.
  case attendees = "Attendees"
  /// A person's posts in time.
  case roles = "Roles"
  /// Every date on which a source shows a person in a post, with that source.
  case attestedRoles = "Roles by date"
  /// The posts of an organisation with their holders in order.
  case posts = "Posts"
  /// Events of an article, person, organisation or programme.
  case events = "Events"
  /// Sessions within an event.
  case sessions = "Sessions"
  /// What an event is a session of.
  case within = "Part of the event"
  /// Who organised an event.
  case organisers = "Organisers"
  /// Who runs a programme.
  case runBy = "Run by"
  /// Organisations an article names.
  case organisations = "Organisations"
  /// The whole an organisation is a part of.
  case partOf = "Part of"
  /// The parts of an organisation.
  case parts = "Parts"
  /// RelationStore that are not parts.
  case affiliations = "Affiliated with"
  /// Organisations affiliated with this one.
  case affiliates = "Affiliates"
  /// Institutions an organisation has dealt with, by contacts.
  case partners = "Partner institutions"
  /// What was discussed, in order.
  case themes = "Themes"
  /// What came of it.
  case outcomes = "Outcomes"
  /// What is to follow.
  case plans = "Plans"
  /// What a person said, with the article.
  case statements = "Statements"
  /// Programmes of an article, event or organisation.
  case programmes = "Programmes"
  /// Articles about a record.
  case articles = "Articles"
  /// Where on the web it is said.
  case sources = "Sources"
}

/// One row of a relation: label, role at that time, date, before one follows it.
public struct PageRow: Hashable, Sendable {
  /// Where following it leads; nil for plain text such as a theme.
  public var target: LinkTarget?
  /// The name or sentence.
  public var label: String
  /// The role at that time, the part taken, the kind of tie.
  public var role: String
  /// When.
  public var date: DateRange?
  /// True where the date of an article is that of its event, because no publication date is known.
  public var usesEventDate: Bool
  /// A figure that belongs to it: contacts with a partner.
  public var count: Int?
  /// The relation as values, of which `role` is the text.
  public var relation: Relation?

  /// A relation as values, for programs: what of it the record states.
  public struct Relation: Hashable, Sendable {
    /// The post held then, or the role of an organiser.
    public var role: String?
    /// "a.i.", "Officer-in-Charge".
    public var acting: String?
    /// What a source prints for the role.
    public var label: String?
    /// The organisation in which the post was held.
    public var organisation: NamedRecord?
    /// The institution of which that is a unit.
    public var institution: NamedRecord?
    /// The part taken: "counterpart", "head".
    public var part: String?
    /// Dates on which a post is attested.
    public var attested: [PartialDate]
    /// A date on which a source calls the person a former holder.
    public var formerBy: PartialDate?
    /// How many contacts of which strength.
    public var strengths: [ContactStrength: Int]
    /// Addresses on the web that state it.
    public var sources: [String]

    /// A relation put together from its parts.
    public init(
      role: String? = nil, acting: String? = nil, label: String? = nil, organisation: NamedRecord? = nil,
      institution: NamedRecord? = nil, part: String? = nil, attested: [PartialDate] = [],
      formerBy: PartialDate? = nil, strengths: [ContactStrength: Int] = [:], sources: [String] = []
    ) {
      (self.role, self.acting, self.label) = (role, acting, label)
      (self.organisation, self.institution, self.part) = (organisation, institution, part)
      (self.attested, self.formerBy, self.strengths, self.sources) = (attested, formerBy, strengths, sources)
    }
  }

  /// A row put together from its parts.
  public init(
    target: LinkTarget? = nil, label: String, role: String = "", date: DateRange? = nil, usesEventDate: Bool = false,
    count: Int? = nil, relation: Relation? = nil
  ) {
    (self.target, self.label, self.role, self.date, self.count) = (target, label, role, date, count)
    (self.usesEventDate, self.relation) = (usesEventDate, relation)
  }

  /// The date as it is shown: with a `*` where it is that of an article's event.
  package var displayDate: String? { date.map { $0.description + (usesEventDate ? "*" : "") } }
}
