/// What `newsroom.json` says.
public struct NewsroomSettings: Hashable, Sendable {
  /// The name of the newsroom.
  public var name: String?
  /// The organisation whose newsroom it is.
  public var homeOrganizationID: String?
  /// BCP 47 tag.
  public var language: String?

  /// Settings of which nothing is known.
  public init() {}
}
