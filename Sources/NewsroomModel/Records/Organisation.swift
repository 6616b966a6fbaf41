/// An organisation or a part of one (Popolo 1.0 Organization, plus country, description and affiliations).
public struct Organisation: Hashable, Sendable {
  /// The key.
  public var id: String
  /// The full name.
  public var name: String
  /// Acronyms, former names, names in other languages.
  public var otherNames: [OtherName]
  /// Codes by which others know it.
  public var identifiers: [Identifier]
  /// What kind of organisation it is: "university", "UNESCO category 2 centre".
  public var classification: String?
  /// The organisation of which this one is a part. "Under the auspices of" is an affiliation instead.
  public var parentID: String?
  /// Whether it is a unit that counts for the organisation of which it is a part, where the record states it.
  public var statedUnit: Bool?
  /// When it was founded.
  public var foundingDate: PartialDate?
  /// ISO 3166-1 alpha-2 code of its country.
  public var country: String?
  /// What it is, in a few sentences.
  public var description: String?
  /// RelationStore that are not parts: under the auspices of, member of.
  public var affiliations: [Affiliation]
  /// Addresses about it.
  public var links: [Link]
  /// Where the record comes from.
  public var sources: [Source]

  /// An organisation of which only key and name are known.
  public init(id: String, name: String) {
    (self.id, self.name) = (id, name)
    (otherNames, identifiers, affiliations, links, sources) = ([], [], [], [], [])
  }

  /// A tie between organisations that does not make one a part of the other.
  public struct Affiliation: Hashable, Sendable {
    /// The other organisation.
    public var organizationID: String
    /// What the tie is: "under the auspices of".
    public var role: String?
    /// When it began.
    public var startDate: PartialDate?
    /// When it ended.
    public var endDate: PartialDate?
    /// Where this is said.
    public var sources: [Source]

    /// An affiliation put together from its parts.
    public init(
      organizationID: String, role: String? = nil, startDate: PartialDate? = nil, endDate: PartialDate? = nil,
      sources: [Source] = []
    ) {
      (self.organizationID, self.role, self.startDate) = (organizationID, role, startDate)
      (self.endDate, self.sources) = (endDate, sources)
    }
  }
}

extension Organisation {
  /// Whether it counts for the organisation of which it is a part: as stated, else by the table of classifications.
  public var isUnit: Bool {
    UnitTable.isUnit(stated: statedUnit, classification: classification, hasParent: parentID != nil)
  }

  /// The name for narrow places: the first acronym, else the full name.
  public var shortName: String { otherNames.first { $0.note == "acronym" }?.name ?? name }
}
