/// A programme or project that organisations run.
public struct Programme: Hashable, Sendable {
  /// The key.
  public var id: String
  /// What it is called.
  public var name: String
  /// How else it is called.
  public var otherNames: [OtherName]
  /// What it is, in a few sentences.
  public var description: String?
  /// Who runs it, by id.
  public var organizationIDs: [String]
  /// When it began.
  public var startDate: PartialDate?
  /// When it ended.
  public var endDate: PartialDate?
  /// Addresses about it.
  public var links: [Link]
  /// Where the record comes from.
  public var sources: [Source]

  /// A programme of which only key and name are known.
  public init(id: String, name: String) {
    (self.id, self.name) = (id, name)
    (otherNames, organizationIDs, links, sources) = ([], [], [], [])
  }
}
