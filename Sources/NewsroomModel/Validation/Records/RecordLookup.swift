/// What there is, as far as records refer to one another: what a check of one record asks about all others.
///
/// Two answer: the records of a directory in memory, for a check of the whole, and the catalogue, for a check of what changed.
package protocol RecordLookup {
  /// Why a question may go unanswered.
  associatedtype CLIError: Error

  /// Whether there is such a record.
  func exists(_ kind: RecordKind, _ id: String) throws(CLIError) -> Bool
  /// The ids of a kind, in any order.
  func ids(_ kind: RecordKind) throws(CLIError) -> [String]
  /// The ids of those who bear a name, in the order in which they are read.
  func ids(_ kind: RecordKind, named name: String) throws(CLIError) -> [String]
  /// Whether any record of the kind bears a name.
  func hasNames(_ kind: RecordKind) throws(CLIError) -> Bool
  /// What a mention leads to: by `literal`, then by address, then by name, in the order of data/README.md.
  func resolution(of mention: Article.Mention, as kind: RecordKind) throws(CLIError) -> MentionResolution
  /// What an organisation or event is a part of.
  func parent(of address: RecordAddress) throws(CLIError) -> String?
  /// Where a record stands.
  func location(of address: RecordAddress) throws(CLIError) -> RecordLocation?
  /// The posts of a person.
  func posts(ofPerson id: String) throws(CLIError) -> [Membership]
  /// When an event took place; nil where there is no such event, or an article announces it.
  func dates(ofEvent id: String) throws(CLIError) -> (start: PartialDate?, end: PartialDate?)?
  /// The people whom an event's visitors met.
  func counterparts(ofEvent id: String) throws(CLIError) -> Set<String>
}

/// What a mention leads to.
package enum MentionResolution: Equatable, Sendable {
  /// This record.
  case found(String)
  /// One of these, nobody knows which.
  case ambiguous([String])
  /// None.
  case unknown
}
