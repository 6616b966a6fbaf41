import GRDB
import NewsroomModel

extension PageSource {
  func page(of delegation: Delegation) throws -> RecordPage {
    let id = delegation.id
    let (senders, hosts) = try relationStore.sides(ofDelegation: id)
    let route = try relationStore.route(ofDelegation: id)
    var page = RecordPage(address: RecordAddress(.delegation, id), title: delegation.name)
    page.facts = try facts(of: delegation, route: route == delegation.name ? nil : route)
    page.source = Self.webSource(delegation.sources)
    let articles = try articleSet([Term.filter(.delegation, id)])
    page.sections = try [
      section(.senders, senders.map { try organisationRow($0) }),
      section(.hosts, hosts.map { try organisationRow($0) }),
      section(.members, members(of: delegation), list: list(.people, .delegation, id)),
      section(.counterparts, counterparts(of: delegation, senders)),
      section(.stops, delegation.eventIDs.map { try eventRow($0) }), section(.themes, textRows(themes(of: delegation))),
      section(.outcomes, outcomes(of: delegation)), section(.plans, textRows(delegation.plans)),
      articleSection(articles, .delegation, id),
      section(.relatedDelegations, related(to: id, senders, hosts)), section(.sources, sourceRows(delegation.sources)),
    ].compactMap { $0 }
    return page
  }

  private func facts(of delegation: Delegation, route: String?) throws -> [RecordPage.PageField] {
    var facts: [RecordPage.PageField] = []
    if let route { facts.append(RecordPage.PageField("From and to", route)) }
    if let date = DateRange(start: delegation.startDate, end: delegation.endDate) {
      facts.append(RecordPage.PageField("Dates", dates.string(date)))
    }
    let places = try delegation.eventIDs.flatMap { id in
      try relationStore.strings("SELECT location FROM event WHERE id = ? AND location <> ''", [id])
    }.uniqued()
    if !places.isEmpty { facts.append(RecordPage.PageField("Place", places.joined(separator: " · "))) }
    if let others = delegation.others { facts.append(RecordPage.PageField("Others", others)) }
    if delegation.membersComplete == false {
      facts.append(RecordPage.PageField("Members", "the sources name some of them only"))
    }
    return facts
  }

  private func members(of delegation: Delegation) throws -> [PageRow] {
    let rows = try relationStore.participants(RecordAddress(.delegation, delegation.id))
    return try (rows.filter(\.isHead) + rows.filter { !$0.isHead }).map(participantRow)
  }

  /// Those whom the members met: attendees of the stops who did not travel with them.
  private func counterparts(of delegation: Delegation, _ senders: [String]) throws -> [PageRow] {
    let members = Set(delegation.members.map(\.personID))
    let own = Set(senders + delegation.members.compactMap(\.organizationID))
    let attendees = try delegation.eventIDs.flatMap { try relationStore.participants(RecordAddress(.event, $0)) }
    let met = attendees.filter { row in
      !members.contains(row.person)
        && (row.part == "counterpart" || !own.contains(row.behalf ?? row.organisation ?? ""))
    }
    return try eachOnce(met).map(participantRow)
  }

  /// Who was met at several stops in the same role is one counterpart, with every part taken.
  private func eachOnce(_ met: [ParticipationRow]) -> [ParticipationRow] {
    var (rows, places): ([ParticipationRow], [ParticipationRow: Int]) = ([], [:])
    for row in met {
      var post = row
      (post.owner, post.part, post.isHead) = (met[0].owner, nil, false)
      guard let place = places[post] else {
        places[post] = rows.count
        rows.append(row)
        continue
      }
      let parts = [rows[place].part, row.part].compactMap { $0 }.filter { $0 != "counterpart" }.uniqued()
      rows[place].part = parts.isEmpty ? "counterpart" : parts.joined(separator: " · ")
    }
    return rows
  }

  private func events(of delegation: Delegation) throws -> [Event] {
    try delegation.eventIDs.compactMap { id in
      guard let location = try relationStore.location(of: RecordAddress(.event, id)),
        case .event(let event) = directory.record(.event, at: location)
      else { return nil }
      return event
    }
  }

  private func themes(of delegation: Delegation) throws -> [String] {
    try events(of: delegation).flatMap(\.themes).uniqued()
  }

  /// What came of it, and of each stop, which is named where there are several.
  private func outcomes(of delegation: Delegation) throws -> [PageRow] {
    let own = textRows(delegation.outcomes)
    let stops = try events(of: delegation).flatMap { event in
      try event.outcomes.filter { !delegation.outcomes.contains($0) }.map { outcome in
        try delegation.eventIDs.count > 1
          ? row(.event, event.id, label: outcome, role: event.name) : PageRow(label: outcome)
      }
    }
    return (own + stops).uniqued()
  }

  /// Other delegations between the same two sides, in either direction, in order of time.
  private func related(to id: String, _ senders: [String], _ hosts: [String]) throws -> [PageRow] {
    let candidates = try (senders + hosts).flatMap(relationStore.delegations(ofOrganisation:)).uniqued().filter {
      $0 != id
    }
    let sides = try DelegationParties(relationStore, of: candidates)
    let related = candidates.filter { candidate in
      let other = sides[candidate]
      let isSame = Self.meet(other.senders, senders) && Self.meet(other.hosts, hosts)
      return isSame || (Self.meet(other.senders, hosts) && Self.meet(other.hosts, senders))
    }
    return newestFirst(try delegationRows(related))
  }

  private static func meet(_ left: [String], _ right: [String]) -> Bool { !Set(left).isDisjoint(with: right) }
}
