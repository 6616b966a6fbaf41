/// Where a record's statement comes from (Popolo `sources`).
public struct Source: Hashable, Sendable {
  /// Address of the page.
  public var url: String?
  /// What the source says or how it was read.
  public var note: String?

  /// A source put together from its parts.
  public init(url: String? = nil, note: String? = nil) { (self.url, self.note) = (url, note) }
}

/// Another form of a name (Popolo `other_names`): an acronym, a former name, another script.
public struct OtherName: Hashable, Sendable {
  /// The name as printed.
  public var name: String
  /// What kind of name it is, for example "acronym" or "Chinese".
  public var note: String?
  /// When it began to be used.
  public var startDate: PartialDate?
  /// When it ceased to be used.
  public var endDate: PartialDate?

  /// A name put together from its parts.
  public init(name: String, note: String? = nil, startDate: PartialDate? = nil, endDate: PartialDate? = nil) {
    (self.name, self.note, self.startDate, self.endDate) = (name, note, startDate, endDate)
  }
}

/// An address about the record on the web (Popolo `links`).
public struct Link: Hashable, Sendable {
  /// The address.
  public var url: String
  /// What is found there.
  public var note: String?

  /// A link put together from its parts.
  public init(url: String, note: String? = nil) { (self.url, self.note) = (url, note) }
}

/// A number or code by which others know the record (Popolo `identifiers`).
public struct Identifier: Hashable, Sendable {
  /// Who issues it: "ROR", "wikidata".
  public var scheme: String?
  /// The code itself.
  public var identifier: String

  /// An identifier put together from its parts.
  public init(scheme: String? = nil, identifier: String) { (self.scheme, self.identifier) = (scheme, identifier) }
}

/// A person taking part in a delegation or an event, with the role *as printed then*: a snapshot, not the person's post today.
public struct Participation: Hashable, Sendable {
  /// The person, by id.
  public var personID: String
  /// The role as printed then: "Deputy Director".
  public var role: String?
  /// The organisation in which the role was held.
  public var organizationID: String?
  /// The organisation for which the person came, where it is another one.
  public var onBehalfOfID: String?
  /// "Ms.", "Prof.".
  public var honorificPrefix: String?
  /// "a.i.", "Officer-in-Charge": how a role was held provisionally.
  public var acting: String?
  /// The role in one line, where the parts do not make it.
  public var label: String?
  /// True for the head of a delegation.
  public var isHead: Bool
  /// The part taken in an event: counterpart, speaker, chair, signatory.
  public var part: String?

  /// A participation put together from its parts.
  public init(
    personID: String, role: String? = nil, organizationID: String? = nil, onBehalfOfID: String? = nil,
    honorificPrefix: String? = nil, acting: String? = nil, label: String? = nil, isHead: Bool = false,
    part: String? = nil
  ) {
    (self.personID, self.role, self.organizationID, self.onBehalfOfID) = (personID, role, organizationID, onBehalfOfID)
    (self.honorificPrefix, self.acting, self.label) = (honorificPrefix, acting, label)
    (self.isHead, self.part) = (isHead, part)
  }
}
