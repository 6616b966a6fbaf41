/// The six kinds of record that a data directory holds.
public enum RecordKind: String, CaseIterable, Sendable, Codable {
  /// A news item, in IPTC ninjs.
  case article
  /// A group of people who went somewhere on behalf of an organisation.
  case delegation
  /// A person, in Popolo.
  case person
  /// An organisation or a part of one, in Popolo.
  case organisation
  /// An occasion: a visit, a meeting, a signing, a session within a meeting; in Popolo.
  case event
  /// A programme or project that organisations run.
  case programme

  /// The plural, as tabs and summaries print it: "articles", "people".
  public var plural: String {
    switch self {
    case .person: "people"
    default: rawValue + "s"
    }
  }

  /// The folder of the data directory that holds this kind, preferred spelling first.
  public var folders: [String] {
    switch self {
    case .organisation: ["organisations", "organizations"]
    case .person: ["people", "persons"]
    case .programme: ["programmes", "programs"]
    default: [plural]
    }
  }
}
