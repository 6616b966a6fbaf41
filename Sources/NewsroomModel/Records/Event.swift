/// An occasion: a visit, a meeting, a signing, a session within a meeting (Popolo 1.0 Event, with organisers and attendees).
public struct Event: Hashable, Sendable {
  /// The key.
  public var id: String
  /// What it is called.
  public var name: String
  /// What happened, in a few sentences.
  public var description: String?
  /// visit, bilateral meeting, annual meeting, session, signing …
  public var classification: String?
  /// First day.
  public var startDate: PartialDate?
  /// Last day.
  public var endDate: PartialDate?
  /// Where it took place, as printed.
  public var location: String?
  /// confirmed, cancelled, postponed …
  public var status: String?
  /// The event of which this one is a session.
  public var parentID: String?
  /// Who organised it and in what role.
  public var organizers: [Organizer]
  /// Who took part, with role then and part taken.
  public var attendees: [Participation]
  /// What was discussed, in order.
  public var themes: [String]
  /// Programmes concerned, by id.
  public var programmeIDs: [String]
  /// What came of it, a sentence each.
  public var outcomes: [String]
  /// What is to follow, a sentence each. It is no outcome.
  public var plans: [String] = []
  /// Where the record comes from.
  public var sources: [Source]

  /// An event of which only key and name are known.
  public init(id: String, name: String) {
    (self.id, self.name) = (id, name)
    (organizers, attendees, themes, programmeIDs, outcomes, sources) = ([], [], [], [], [], [])
  }

  /// An organisation that organised the event.
  public struct Organizer: Hashable, Sendable {
    /// The organisation.
    public var organizationID: String
    /// organiser, co-organiser, collaborator, host …
    public var role: String?
    /// Where this is said.
    public var sources: [Source]

    /// An organiser put together from its parts.
    public init(organizationID: String, role: String? = nil, sources: [Source] = []) {
      (self.organizationID, self.role, self.sources) = (organizationID, role, sources)
    }
  }
}
