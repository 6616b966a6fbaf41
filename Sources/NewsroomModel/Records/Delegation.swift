/// People who went somewhere on behalf of one or more organisations. One delegation may make several stops.
public struct Delegation: Hashable, Sendable {
  /// The key.
  public var id: String
  /// What it is called: "UNESCO-ICHEI delegation to UNESCO-IBE".
  public var name: String
  /// The senders, by id.
  public var onBehalfOfIDs: [String]
  /// First day of the journey.
  public var startDate: PartialDate?
  /// Last day of the journey.
  public var endDate: PartialDate?
  /// Who went, with the roles held then.
  public var members: [Participation]
  /// False when a source says that there were others; nil when none says.
  public var membersComplete: Bool?
  /// Unnamed people, in words.
  public var others: String?
  /// The stops, by event id.
  public var eventIDs: [String]
  /// What came of it, a sentence each.
  public var outcomes: [String]
  /// What is to follow, a sentence each. It is no outcome.
  public var plans: [String] = []
  /// Where the record comes from.
  public var sources: [Source]

  /// A delegation of which only key and name are known.
  public init(id: String, name: String) {
    (self.id, self.name) = (id, name)
    (onBehalfOfIDs, members, eventIDs, outcomes, sources) = ([], [], [], [], [])
  }
}
