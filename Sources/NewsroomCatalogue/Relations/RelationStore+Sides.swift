import GRDB
import NewsroomModel

extension RelationStore {
  /// The two sides of a delegation: on whose behalf it went, and who received it.
  func sides(ofDelegation id: String) throws -> (senders: [String], hosts: [String]) {
    let sides = try DelegationParties(self, of: [id])[id]
    return (sides.senders, sides.hosts)
  }

  /// "UNESCO-ICHEI → UNESCO-IBE"; nil where one side is not known.
  func route(ofDelegation id: String) throws -> String? {
    try route(DelegationParties(self, of: [id])[id])
  }

  /// The same for sides that were read already.
  func route(_ sides: DelegationParties.Sides) throws -> String? {
    guard !sides.senders.isEmpty, !sides.hosts.isEmpty else { return nil }
    return try names(sides.senders) + " → " + names(sides.hosts)
  }

  /// Short names in one line, at most three of them.
  func names(_ organisations: [String]) throws -> String {
    let shown = try organisations.prefix(3).map(shortName)
    return shown.joined(separator: " · ") + (organisations.count > 3 ? " …" : "")
  }

  /// Every organisation that a delegation involves on its own side.
  func organisations(ofDelegation id: String) throws -> [String] {
    let senders = try senders(ofDelegation: id)
    return try (senders + participants(RecordAddress(.delegation, id)).flatMap(\.organisations)).uniqued()
  }
}

extension Sequence where Element: Hashable {
  /// Each element once, where it stood first.
  func uniqued() -> [Element] {
    var (unique, seen): ([Element], Set<Element>) = ([], [])
    for element in self {
      // A few are sooner compared than hashed.
      if unique.count < 12 {
        if !unique.contains(element) { unique.append(element) }
      } else {
        if seen.isEmpty { seen = Set(unique) }
        if seen.insert(element).inserted { unique.append(element) }
      }
    }
    return unique
  }
}
