/// What names one record everywhere: on the command line, between screens, in the catalogue. Printed `person:bi-xiaohan`.
///
/// An article's id is its `uri`, every other record's its `id`; ids are unique within a kind.
public struct RecordAddress: Hashable, Sendable, CustomStringConvertible {
  /// The kind of the record.
  public var kind: RecordKind
  /// The record's id within its kind.
  public var id: String

  /// An address put together from its parts.
  public init(_ kind: RecordKind, _ id: String) {
    self.kind = kind
    self.id = id
  }

  /// Reads `kind:id`; nil when there is no colon, the kind is unknown or the id is empty.
  public init?(_ text: some StringProtocol) {
    guard let colon = text.firstIndex(of: ":"), let kind = RecordKind(rawValue: String(text[..<colon])) else {
      return nil
    }
    let id = text[text.index(after: colon)...]
    guard !id.isEmpty else { return nil }
    self.init(kind, RecordID.of(String(id)))
  }

  /// Reads what somebody typed: `kind:id`, or the name that queries have for the kind: `org:unesco-ibe`.
  package init?(typed text: String) {
    if let address = RecordAddress(text) {
      self = address
      return
    }
    guard let colon = text.firstIndex(of: ":"), let kind = QueryField(name: String(text[..<colon]))?.recordKind,
      text.index(after: colon) < text.endIndex
    else { return nil }
    self.init(kind, RecordID.of(String(text[text.index(after: colon)...])))
  }

  /// Ids alone nearly always tell addresses apart, and a kind is hashed by the letters of its name.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }

  /// The address as one types it.
  public var description: String { "\(kind.rawValue):\(id)" }
}
