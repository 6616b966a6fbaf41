import NameMatching
package import NewsroomModel

/// Whether somebody on a list is known.
package enum GuestStatus: String, Sendable, CaseIterable {
  case known, perhaps, unknown
}

/// What the catalogue says of a name on a list.
package struct GuestMatch: Sendable {
  package var status: GuestStatus
  /// Records that it may be, the most alike first.
  package var candidates: [NameCandidate]
  /// The row of the first candidate, with its latest role and date.
  package var row: ListRow?
  /// The date of the last occasion at which the first candidate took part.
  package var lastOccasion: String?
  /// Whether the organisation on the list is one of the first candidate's.
  package var isConfirmed: Bool
}

/// Matches the names of a list with people and organisations.
package struct GuestMatcher {
  private let catalogue: Catalogue
  /// From this score on a name is known without other evidence.
  private static let known = 0.86
  /// With the organisation as evidence this is enough.
  private static let knownWithOrganisation = 0.75

  package init(_ catalogue: Catalogue) { self.catalogue = catalogue }

  /// - Parameter organisation: as the list has it; one that the catalogue does not know is no evidence either way.
  package func match(_ name: String, organisation: String?) throws -> GuestMatch {
    let organisations =
      try organisation.map { try catalogue.records(matching: $0, kinds: [.organisation], limit: 5).map(\.address) }
      ?? []
    var candidates = try catalogue.records(matching: name, limit: 5)
    let confirmed = try candidates.filter { try catalogue.isPerson($0.address, of: organisations) }
    if let first = confirmed.first, let index = candidates.firstIndex(of: first) {
      candidates.insert(candidates.remove(at: index), at: 0)
    }
    guard let best = candidates.first else {
      return GuestMatch(status: .unknown, candidates: [], row: nil, lastOccasion: nil, isConfirmed: false)
    }
    let isConfirmed = !confirmed.isEmpty
    let status = status(best, candidates, isConfirmed: isConfirmed, contradicts: !organisations.isEmpty && !isConfirmed)
    return GuestMatch(
      status: status, candidates: candidates, row: try catalogue.rows(of: [best.address]).first,
      lastOccasion: try catalogue.lastOccasion(of: best.address), isConfirmed: isConfirmed)
  }

  /// A name is known where it is alike enough and nobody else is as much alike. Another organisation than those of the record
  /// leaves it to the reader.
  private func status(
    _ best: NameCandidate, _ candidates: [NameCandidate], isConfirmed: Bool, contradicts: Bool
  ) -> GuestStatus {
    if isConfirmed, best.match.score >= Self.knownWithOrganisation { return .known }
    let isSingular = candidates.count < 2 || candidates[1].match.score < best.match.score - 0.04
    let differs = best.match.reasons.contains(.initials) || best.match.reasons.contains(.spelling)
    if contradicts && differs { return .perhaps }
    return best.match.score >= Self.known && isSingular && !best.match.reasons.contains(.initials) ? .known : .perhaps
  }
}
