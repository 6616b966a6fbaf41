import GRDB
import NewsroomModel

extension Ties {
  /// The two sides of a delegation: on whose behalf it went, and who received it.
  func sides(ofDelegation id: String) throws -> (senders: [String], hosts: [String]) {
    let senders = try senders(ofDelegation: id)
    return (senders, try hosts(ofDelegation: id, senders: senders))
  }

  /// Who received a delegation: the hosts of its stops; where none is named, the organisations of the counterparts; where
  /// there are none either, whoever else organised the stops.
  private func hosts(ofDelegation id: String, senders: [String]) throws -> [String] {
    let own = try Set(senders + participants(RecordAddress(.delegation, id)).flatMap(\.organisations))
    var (hosts, others, met) = ([String](), [String](), [String]())
    for event in try events(ofDelegation: id) {
      for organiser in try organisers(ofEvent: event) where !senders.contains(organiser.organisation) {
        let isHost = organiser.role?.lowercased().contains("host") ?? false
        if isHost { hosts.append(organiser.organisation) } else { others.append(organiser.organisation) }
      }
      met += try participants(RecordAddress(.event, event)).filter { $0.part == "counterpart" }
        .compactMap { $0.behalf ?? $0.organisation }.filter { !own.contains($0) }
    }
    let chosen = !hosts.isEmpty ? hosts : !met.isEmpty ? met : others.filter { !own.contains($0) }
    return chosen.uniqued()
  }

  /// "UNESCO-ICHEI → UNESCO-IBE"; nil where one side is not known.
  func route(ofDelegation id: String) throws -> String? {
    let (senders, hosts) = try sides(ofDelegation: id)
    guard !senders.isEmpty, !hosts.isEmpty else { return nil }
    return try names(senders) + " → " + names(hosts)
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
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
