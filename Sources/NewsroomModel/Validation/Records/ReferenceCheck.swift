/// Follows every `*_id` of a record and says which lead nowhere.
struct ReferenceCheck<Known: RecordLookup> {
  /// What there is.
  let known: Known
  /// Suggestions looked for so far are kept: one misspelled id often stands in many places.
  private var suggestions: [RecordAddress: String?] = [:]

  init(known: Known) { self.known = known }

  /// What is wrong with the references of a record.
  mutating func issues(in located: LocatedRecord) throws(Known.CLIError) -> [RecordIssue] {
    var seen: Set<RecordAddress> = []
    var issues: [RecordIssue] = []
    for reference in located.record.references {
      guard seen.insert(RecordAddress(reference.kind, reference.id)).inserted,
        try !known.exists(reference.kind, reference.id)
      else { continue }
      issues.append(try dangling(reference, in: located))
    }
    return issues
  }

  private mutating func dangling(
    _ reference: Record.Reference, in located: LocatedRecord
  ) throws(Known.CLIError) -> RecordIssue {
    let nearest = try suggestion(RecordAddress(reference.kind, reference.id))
    return RecordIssue(
      .danglingReference, located.isConverted ? .warning : nil, in: located,
      at: .value(within: nil, key: reference.key, text: reference.id),
      "unknown \(reference.kind.rawValue) \(JSONExcerpt.quoted(reference.id))",
      hint: nearest.map { "did you mean \"\($0)\"?" })
  }

  /// The id that may have been meant. After some hundred different ones nobody reads on, and looking takes time.
  mutating func suggestion(_ address: RecordAddress) throws(Known.CLIError) -> String? {
    if let found = suggestions[address] { return found }
    guard suggestions.count < 300 else { return nil }
    let nearest = SpellingSuggestion.nearest(to: address.id, in: try known.ids(address.kind))
    suggestions[address] = nearest
    return nearest
  }
}

extension Record {
  /// A key that names another record.
  struct Reference {
    /// The key.
    let key: StaticString
    /// What it names.
    let kind: RecordKind
    /// Whom.
    let id: String
  }

  /// The references of a record by `*_id` and `*_ids`. Articles refer otherwise.
  var references: [Reference] {
    switch self {
    case .article: []
    case .person(let person):
      person.memberships.flatMap(\.references)
    case .organisation(let organisation):
      [Reference("parent_id", .organisation, organisation.parentID)].compactMap { $0 }
        + organisation.affiliations.compactMap { Reference("organization_id", .organisation, $0.organizationID) }
    case .delegation(let delegation):
      delegation.onBehalfOfIDs.compactMap { Reference("on_behalf_of_ids", .organisation, $0) }
        + delegation.members.flatMap(\.references)
        + delegation.eventIDs.compactMap { Reference("event_ids", .event, $0) }
    case .event(let event):
      [Reference("parent_id", .event, event.parentID)].compactMap { $0 }
        + event.organizers.compactMap { Reference("organization_id", .organisation, $0.organizationID) }
        + event.attendees.flatMap(\.references)
        + event.programmeIDs.compactMap { Reference("programme_ids", .programme, $0) }
    case .programme(let programme):
      programme.organizationIDs.compactMap { Reference("organization_ids", .organisation, $0) }
    }
  }
}

extension Record.Reference {
  fileprivate init?(_ key: StaticString, _ kind: RecordKind, _ id: String?) {
    guard let id else { return nil }
    self.init(key: key, kind: kind, id: id)
  }
}

extension Membership {
  fileprivate var references: [Record.Reference] {
    [
      Record.Reference("person_id", .person, personID),
      Record.Reference("organization_id", .organisation, organizationID),
      Record.Reference("on_behalf_of_id", .organisation, onBehalfOfID),
    ].compactMap { $0 }
  }
}

extension Participation {
  fileprivate var references: [Record.Reference] {
    [
      Record.Reference("person_id", .person, personID),
      Record.Reference("organization_id", .organisation, organizationID),
      Record.Reference("on_behalf_of_id", .organisation, onBehalfOfID),
    ].compactMap { $0 }
  }
}
