import GRDB
import NewsroomModel

/// Institutions that an organisation and its parts have dealt with: the other side of delegations, co-organisers,
/// co-signatories, affiliations; each contact counted once, with the dates of the first and the last.
struct Partners {
  private let ties: Ties

  init(_ ties: Ties) { self.ties = ties }

  /// One occasion on which two institutions met.
  private struct Contact: Hashable {
    var partner: String
    var occasion: String
    var date: PartialDate?
  }

  /// The partners, most contacts first.
  func rows(of id: String, _ source: PageSource) throws -> [RelationRow] {
    let own = try Set(ties.parts(ofOrganisation: id))
    let wholes = try Set(ties.wholes(ofOrganisation: id))
    let contacts = try Set(delegationContacts(own) + eventContacts(own) + own.flatMap(affiliationContacts))
    let foreign = contacts.filter { !own.contains($0.partner) && !wholes.contains($0.partner) }
    // By id first, which decides between partners that are equal in all that is shown.
    let rows = try Dictionary(grouping: foreign, by: \.partner).sorted { $0.key < $1.key }.map { partner, contacts in
      let dates = contacts.compactMap(\.date).sorted()
      return try source.organisationRow(
        partner, role: kinds(contacts), date: DateSpan(start: dates.first, end: dates.last),
        count: Set(contacts.map(\.occasion)).count)
    }
    return rows.sorted { left, right in
      (-(left.count ?? 0), right.date?.end?.firstDay ?? .min, left.label)
        < (-(right.count ?? 0), left.date?.end?.firstDay ?? .min, right.label)
    }
  }

  private func kinds(_ contacts: [Contact]) -> String {
    let kinds = Set(contacts.map { $0.occasion.prefix { $0 != " " } })
    return ["delegation", "event", "affiliation"].filter { kinds.contains($0[...]) }.joined(separator: " · ")
  }

  /// Each delegation is looked at once, however many parts of the organisation it concerns.
  private func delegationContacts(_ own: Set<String>) throws -> [Contact] {
    try Set(own.flatMap { try ties.delegations(ofOrganisation: $0) }).flatMap { delegation in
      let (senders, hosts) = try ties.sides(ofDelegation: delegation)
      let travelled = try ties.organisations(ofDelegation: delegation)
      let others = own.isDisjoint(with: travelled) ? senders : hosts
      let date = try ties.date(of: RecordAddress(.delegation, delegation))?.sortDate
      return others.map { Contact(partner: $0, occasion: "delegation \(delegation)", date: date) }
    }
  }

  /// Co-organisers and co-signatories.
  private func eventContacts(_ own: Set<String>) throws -> [Contact] {
    try Set(own.flatMap { try ties.events(ofOrganisation: $0) }).flatMap { event in
      let organisers = try ties.organisers(ofEvent: event).map(\.organisation)
      let signatories = try ties.participants(RecordAddress(.event, event)).filter { $0.part == "signatory" }
        .compactMap { $0.behalf ?? $0.organisation }
      let date = try ties.date(of: RecordAddress(.event, event))?.sortDate
      let groups = [organisers, signatories].filter { !own.isDisjoint(with: $0) }
      return groups.joined().map { Contact(partner: $0, occasion: "event \(event)", date: date) }
    }
  }

  private func affiliationContacts(_ id: String) throws -> [Contact] {
    try ties.rows(
      """
      SELECT other, start FROM affiliation WHERE organisation = ?1
      UNION ALL SELECT organisation, start FROM affiliation WHERE other = ?1
      """, [id]
    ).map { row in
      let start: String? = row[1]
      return Contact(partner: row[0], occasion: "affiliation", date: start.flatMap { try? PartialDate($0) })
    }
  }
}
