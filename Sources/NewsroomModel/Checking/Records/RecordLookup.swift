/// What there is, as far as records refer to one another: what a check of one record asks about all others.
///
/// Two answer: the records of a directory in memory, for a check of the whole, and the catalogue, for a check of what changed.
package protocol RecordLookup {
  /// Why a question may go unanswered.
  associatedtype Failure: Error

  /// Whether there is such a record.
  func exists(_ kind: RecordKind, _ id: String) throws(Failure) -> Bool
  /// The ids of a kind, in any order.
  func ids(_ kind: RecordKind) throws(Failure) -> [String]
  /// The ids of those who bear a name, in the order in which they are read.
  func ids(_ kind: RecordKind, named name: String) throws(Failure) -> [String]
  /// Whether any record of the kind bears a name.
  func hasNames(_ kind: RecordKind) throws(Failure) -> Bool
  /// What a mention leads to: by `literal`, then by address, then by name, in the order of data/README.md.
  func resolution(of mention: Article.Mention, as kind: RecordKind) throws(Failure) -> MentionResolution
  /// What an organisation or event is a part of.
  func parent(of address: RecordAddress) throws(Failure) -> String?
  /// Where a record stands.
  func location(of address: RecordAddress) throws(Failure) -> RecordLocation?
  /// The posts of a person.
  func posts(ofPerson id: String) throws(Failure) -> [Membership]
  /// When an event took place; nil where there is no such event, or an article announces it.
  func dates(ofEvent id: String) throws(Failure) -> (start: PartialDate?, end: PartialDate?)?
  /// The people whom an event's visitors met.
  func counterparts(ofEvent id: String) throws(Failure) -> Set<String>
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
