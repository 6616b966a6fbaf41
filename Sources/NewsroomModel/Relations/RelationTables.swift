/// Which organisations are units of an institution: data/README.md shows the table.
package enum UnitTable {
  /// The classifications of units. A part with any other classification is an institution of its own.
  package static let classifications: Set<String> = [
    "unit", "office", "department", "division", "section", "faculty", "school", "secretariat", "project team",
    "committee",
    "governing body", "advisory body", "headquarters unit", "field office", "unesco headquarters unit",
    "unesco field office",
    "unesco governing body",
  ]

  /// Whether an organisation is a unit: as its record states; else by its classification; else, where it has none, every part is.
  package static func isUnit(stated: Bool?, classification: String?, hasParent: Bool) -> Bool {
    guard hasParent else { return false }
    if let stated { return stated }
    guard let classification else { return true }
    return classifications.contains(classification.lowercased())
  }
}

/// What the role of an organiser means.
package enum OrganiserRole: Sendable {
  /// It received the guests.
  case host
  /// It organised the event, alone or with others.
  case organiser
  /// It signed.
  case signatory
  /// It paid or advised; it is no organiser.
  case supporter
  /// It took part, though a record lists it among the organisers.
  case participant

  /// The table. A role that is not in it, and none, is that of an organiser.
  package init(_ role: String?) {
    switch role?.lowercased() {
    case "host", "co-host", "hosts": self = .host
    case "signatory", "co-signatory": self = .signatory
    case "sponsor", "co-sponsor", "funder", "guided by", "supporter", "supported by": self = .supporter
    case "participant": self = .participant
    case _: self = .organiser
    }
  }
}

/// What kinds of event are meetings, at which those present deal with one another.
package enum MeetingTable {
  /// The classifications of meetings.
  package static let classifications: Set<String> = ["visit", "bilateral meeting", "meeting", "consultation"]

  /// Whether an event is a meeting.
  package static func isMeeting(_ classification: String?) -> Bool {
    classification.map { classifications.contains($0.lowercased()) } ?? false
  }
}

/// What the status of an event says about whether it was held.
package enum EventStatus {
  /// Whether the event was not held: nobody met there.
  package static func isNotHeld(_ status: String?) -> Bool {
    status.map { ["cancelled", "canceled", "postponed"].contains($0.lowercased()) } ?? false
  }
}

/// In what capacities a party was at an occasion.
package struct Capacity: OptionSet, Hashable, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  /// The delegation went on its behalf.
  package static let sender = Capacity(rawValue: 1)
  /// It was a member of the delegation, or a member stood for it.
  package static let traveller = Capacity(rawValue: 2)
  /// It was a host.
  package static let host = Capacity(rawValue: 4)
  /// It was a counterpart.
  package static let counterpart = Capacity(rawValue: 8)
  /// It was an organiser.
  package static let organiser = Capacity(rawValue: 16)
  /// It signed.
  package static let signatory = Capacity(rawValue: 32)
  /// It took part in another way.
  package static let attendee = Capacity(rawValue: 64)

  /// That of an organiser.
  package init(_ role: OrganiserRole) {
    switch role {
    case .host: self = .host
    case .organiser: self = .organiser
    case .signatory: self = .signatory
    case .supporter, .participant: self = .attendee
    }
  }

  /// That of an attendee.
  package init(part: String?) {
    switch part?.lowercased() {
    case "counterpart": self = .counterpart
    case "host", "co-host": self = .host
    case "signatory": self = .signatory
    case _: self = .attendee
    }
  }

  /// The side, as far as records say it: hosts are on the receiving side where a delegation came.
  package func side(hasDelegation: Bool) -> Side {
    if contains(.sender) { return .sent }
    if hasDelegation, !isDisjoint(with: [.host, .counterpart]), !contains(.traveller) { return .received }
    return isDisjoint(with: [.host, .organiser, .signatory]) ? .present : .organised
  }

  private static let travelled: Capacity = [.sender, .traveller]
  private static let organised: Capacity = [.host, .organiser, .signatory]
  private static let received: Capacity = [.host, .counterpart]

  /// How close two parties came to one another.
  package static func strength(
    _ left: Capacity, _ right: Capacity, isMeeting: Bool, hasDelegation: Bool
  ) -> ContactStrength {
    if hasDelegation {
      if isOpposite(left, right, isMeeting) || isOpposite(right, left, isMeeting) { return .met }
    } else if !left.isDisjoint(with: received), !right.isDisjoint(with: received),
      left.contains(.counterpart) || right.contains(.counterpart)
    {
      return .met
    }
    if !left.isDisjoint(with: organised), !right.isDisjoint(with: organised) { return .joint }
    if left.contains(.sender), right.contains(.sender) { return .joint }
    return isMeeting && !hasDelegation ? .met : .present
  }

  /// Whether the first travelled, and the second received it or, at a meeting, was there already.
  private static func isOpposite(_ guest: Capacity, _ other: Capacity, _ isMeeting: Bool) -> Bool {
    guard !guest.isDisjoint(with: travelled), other.isDisjoint(with: travelled) else { return false }
    return isMeeting || !other.isDisjoint(with: received)
  }
}
