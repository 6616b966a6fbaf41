/// A person (Popolo 1.0), with the posts that sources show.
public struct Person: Hashable, Sendable {
  /// The key.
  public var id: String
  /// The preferred print form: "BI Xiaohan".
  public var name: String
  /// Family name, where it is known which part that is.
  public var familyName: String?
  /// Given name, where it is known which part that is.
  public var givenName: String?
  /// The form lists are sorted by.
  public var sortName: String?
  /// "Ms.", "Prof.".
  public var honorificPrefix: String?
  /// How else the name is printed.
  public var otherNames: [OtherName]
  /// Codes by which others know the person.
  public var identifiers: [Identifier]
  /// Posts held, as sources show them.
  public var memberships: [Membership]
  /// Addresses about the person.
  public var links: [Link]
  /// Where the record comes from.
  public var sources: [Source]

  /// A person of whom only key and name are known.
  public init(id: String, name: String) {
    (self.id, self.name) = (id, name)
    (otherNames, identifiers, memberships, links, sources) = ([], [], [], [], [])
  }
}

/// A post that a person holds or held in an organisation (Popolo 1.0, plus `attested`, `acting` and `former_by`).
public struct Membership: Hashable, Sendable {
  /// The organisation.
  public var organizationID: String?
  /// The post: "Deputy Director".
  public var role: String?
  /// When it began, where a source says so.
  public var startDate: PartialDate?
  /// When it ended, where a source says so.
  public var endDate: PartialDate?
  /// The post in one line, where the parts do not make it.
  public var label: String?
  /// Dates on which a source shows the person in this post.
  public var attested: [PartialDate]
  /// "a.i.", "Officer-in-Charge".
  public var acting: String?
  /// The date by which a source calls the person a former holder.
  public var formerBy: PartialDate?
  /// Where this is said.
  public var sources: [Source]
  /// The organisation for which the post is held: the party of a member of parliament.
  public var onBehalfOfID: String?
  /// Whose it is, where the membership says so itself.
  public var personID: String?

  /// A membership put together from its parts.
  public init(
    organizationID: String? = nil, role: String? = nil, startDate: PartialDate? = nil, endDate: PartialDate? = nil,
    label: String? = nil, attested: [PartialDate] = [], acting: String? = nil, formerBy: PartialDate? = nil,
    sources: [Source] = [], onBehalfOfID: String? = nil, personID: String? = nil
  ) {
    (self.organizationID, self.role, self.startDate, self.endDate) = (organizationID, role, startDate, endDate)
    (self.label, self.attested, self.acting, self.formerBy) = (label, attested, acting, formerBy)
    (self.sources, self.onBehalfOfID, self.personID) = (sources, onBehalfOfID, personID)
  }
}

extension Membership {
  /// The last date on which the post is known to have been held.
  public var latestDate: PartialDate? { endDate ?? attested.max() ?? startDate }
}
