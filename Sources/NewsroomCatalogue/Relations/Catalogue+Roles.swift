import GRDB
public import NewsroomModel

extension Catalogue {
  /// The posts of a person, or those in an organisation and its units, the latest first.
  public func tenures(of address: RecordAddress) throws -> [Tenure] {
    try relations { source in
      let reader = TenureReader(source, addresses: try membershipSources(of: address, source.store))
      return switch address.kind {
      case .person: try reader.tenures(ofPerson: address.id)
      case .organisation: try reader.tenures(ofOrganisation: address.id)
      case .article, .delegation, .event, .programme: []
      }
    }
  }

  /// The addresses that the memberships of a person name, by position: they are in the file alone.
  private func membershipSources(of address: RecordAddress, _ store: RelationStore) throws -> [Int: [String]] {
    guard address.kind == .person, let location = try store.location(of: address),
      case .person(let person) = directory.record(.person, at: location)
    else { return [:] }
    return TenureReader.addresses(of: person)
  }

  /// What was agreed, the latest first: by a party, by the records that match a query, or all.
  /// - Parameter party: whose outcomes; nil for all.
  public func outcomes(
    of party: Party? = nil, since: PartialDate? = nil, until: PartialDate? = nil
  ) throws -> [Outcome] {
    try relations { source in
      try OutcomeReader(source).outcomes(of: party, Period(since: since, until: until))
    }
  }
}
