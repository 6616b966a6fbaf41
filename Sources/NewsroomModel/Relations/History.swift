/// Everything that happened between two parties.
///
/// `history(a, b)` mirrors `history(b, a)`: the same contacts in the same order, left and right exchanged.
public struct History: Hashable, Sendable {
  /// The first party.
  public var left: Party
  /// What it is called.
  public var leftName: String
  /// The second party.
  public var right: Party
  /// What it is called.
  public var rightName: String
  /// All contacts, oldest first, undated last. Those of strength `present` are among them; screens show them apart.
  public var contacts: [Contact]
  /// Contacts by year, without gaps between the first and the last.
  public var years: [RecordPage.YearCount]
  /// The people who took part most often, of either side, with the number of contacts.
  public var people: [PersonCount]
  /// Programmes in which both take part: that both run, or that a contact names.
  public var programmes: [NamedRecord]
  /// Affiliations of one with the other, and posts of a person in an organisation. These are links, not contacts.
  public var affiliations: [AffiliationLink]
  /// How many articles name both. These are links, not contacts.
  public var articleCount: Int
  /// The newest of them.
  public var articles: [NamedRecord]

  /// A history without anything in it.
  public init(left: Party, leftName: String, right: Party, rightName: String) {
    (self.left, self.leftName, self.right, self.rightName) = (left, leftName, right, rightName)
    (contacts, years, people, programmes, affiliations, articleCount, articles) = ([], [], [], [], [], 0, [])
  }

  /// A person "through whom" the contacts went.
  public struct PersonCount: Hashable, Sendable {
    /// The person.
    public var person: NamedRecord
    /// Whether the person was on the side of the first party.
    public var isLeft: Bool
    /// At how many of the contacts.
    public var count: Int

    /// A person with a count.
    public init(person: NamedRecord, isLeft: Bool, count: Int) {
      (self.person, self.isLeft, self.count) = (person, isLeft, count)
    }
  }

  /// A relation that is no occasion.
  public struct AffiliationLink: Hashable, Sendable {
    /// Whose it is.
    public var from: NamedRecord
    /// With whom.
    public var to: NamedRecord
    /// "under the auspices of"; a post.
    public var role: String?
    /// Since when, until when.
    public var dates: DateRange?

    /// A link put together from its parts.
    public init(from: NamedRecord, to: NamedRecord, role: String? = nil, dates: DateRange? = nil) {
      (self.from, self.to, self.role, self.dates) = (from, to, role, dates)
    }
  }
}

/// An institution with which an organisation has contacts.
public struct Partner: Hashable, Sendable {
  /// The institution.
  public var institution: NamedRecord
  /// Its country, as a code in capitals.
  public var country: String?
  /// How many contacts; the history of the two has as many.
  public var contacts: Int
  /// How many of them are of strength `met`.
  public var met: Int
  /// How many of them are of strength `joint`.
  public var joint: Int
  /// From the start of the first contact to the end of the last.
  public var dates: DateRange?

  /// A partner put together from its parts.
  public init(
    institution: NamedRecord, country: String? = nil, contacts: Int, met: Int, joint: Int, dates: DateRange? = nil
  ) {
    (self.institution, self.country, self.contacts) = (institution, country, contacts)
    (self.met, self.joint, self.dates) = (met, joint, dates)
  }

  /// How many of the contacts are of strength `present`.
  public var present: Int { contacts - met - joint }
}
