import Foundation

/// Partners and contacts as a plain scan of the JSON finds them, for comparison. It shares no code with the catalogue: the tables
/// of data/README.md are written down here again.
struct PlainRelationScan {
  typealias Object = [String: Any]

  struct Present {
    var person: String?
    var organisation: String?
    var what: String
  }

  struct Occasion {
    var key: String
    var isMeeting = false
    var isReceived = false
    var present: [Present] = []
    var programmes: Set<String> = []
    var outcomes: [String] = []
  }

  struct Figure: Hashable {
    var contacts = 0
    var met = 0
    var joint = 0
  }

  var organisations: [String: Object] = [:]
  var people: [String: Object] = [:]
  var events: [String: Object] = [:]
  var delegations: [String: Object] = [:]
  var occasions: [Occasion] = []

  init(_ folder: String) throws {
    organisations = try Self.records(folder + "/organisations")
    people = try Self.records(folder + "/people")
    events = try Self.records(folder + "/events")
    delegations = try Self.records(folder + "/delegations")
    makeOccasions()
  }

  private static func records(_ folder: String) throws -> [String: Object] {
    var records: [String: Object] = [:]
    let files = (FileManager.default.subpaths(atPath: folder) ?? []).filter { $0.hasSuffix(".json") }
    for file in files {
      let value = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: folder + "/" + file)))
      for record in value as? [Object] ?? [value as? Object ?? [:]] {
        if let id = record["id"] as? String { records[id] = record }
      }
    }
    return records
  }

  // MARK: Units

  static let units: Set = [
    "unit", "office", "department", "division", "section", "faculty", "school", "secretariat", "project team",
    "committee",
    "governing body", "advisory body", "headquarters unit", "field office", "unesco headquarters unit",
    "unesco field office",
    "unesco governing body",
  ]

  func institution(_ id: String) -> String {
    guard let record = organisations[id], let parent = record["parent_id"] as? String, organisations[parent] != nil
    else {
      return id
    }
    let kind = (record["classification"] as? String)?.lowercased()
    let isUnit = record["is_unit"] as? Bool ?? (kind.map(Self.units.contains) ?? true)
    return isUnit ? institution(parent) : id
  }

  // MARK: Occasions

  private mutating func makeOccasions() {
    var journeys: [String: [Object]] = [:]
    for delegation in delegations.values {
      let stops = (delegation["event_ids"] as? [String] ?? []).filter { events[$0] != nil }
      for stop in Set(stops) { journeys["event:" + stop, default: []].append(delegation) }
      if stops.isEmpty, let id = delegation["id"] as? String { journeys["delegation:" + id] = [delegation] }
    }
    var made: [String: Occasion] = [:]
    for event in events.values {
      let (key, root) = occasion(of: event, journeys)
      if ["cancelled", "canceled", "postponed"].contains((root["status"] as? String ?? "").lowercased()) { continue }
      var occasion = made[key] ?? Occasion(key: key)
      let kind = (root["classification"] as? String ?? "").lowercased()
      occasion.isMeeting = ["visit", "bilateral meeting", "meeting", "consultation"].contains(kind)
      occasion.present += Self.present(event)
      occasion.programmes.formUnion(event["programme_ids"] as? [String] ?? [])
      occasion.outcomes += event["outcomes"] as? [String] ?? []
      made[key] = occasion
    }
    for (key, delegations) in journeys where key.hasPrefix("delegation:") || made[key] != nil {
      var occasion = made[key] ?? Occasion(key: key)
      occasion.isReceived = true
      for delegation in delegations { occasion.present += Self.travelling(delegation) }
      made[key] = occasion
    }
    occasions = made.values.sorted { $0.key < $1.key }
  }

  private func occasion(of event: Object, _ journeys: [String: [Object]]) -> (String, Object) {
    var event = event
    while journeys["event:" + (event["id"] as? String ?? "")] == nil, let parent = event["parent_id"] as? String,
      let next = events[parent]
    {
      event = next
    }
    return ("event:" + (event["id"] as? String ?? ""), event)
  }

  private static func present(_ event: Object) -> [Present] {
    let organisers = (event["organizers"] as? [Object] ?? []).map { organiser in
      let what: String
      switch (organiser["role"] as? String)?.lowercased() {
      case "host", "co-host", "hosts": what = "host"
      case "signatory", "co-signatory": what = "signatory"
      case "participant", "sponsor", "co-sponsor", "funder", "guided by", "supporter", "supported by": what = "other"
      default: what = "organiser"
      }
      return Present(person: nil, organisation: organiser["organization_id"] as? String, what: what)
    }
    return organisers
      + (event["attendees"] as? [Object] ?? []).map { attendee in
        let part = attendee["part"] as? String ?? ""
        let known = ["counterpart": "counterpart", "host": "host", "co-host": "host", "signatory": "signatory"]
        return Present(
          person: attendee["person_id"] as? String,
          organisation: attendee["on_behalf_of_id"] as? String ?? attendee["organization_id"] as? String,
          what: known[part] ?? "other")
      }
  }

  private static func travelling(_ delegation: Object) -> [Present] {
    (delegation["on_behalf_of_ids"] as? [String] ?? []).map { Present(person: nil, organisation: $0, what: "sender") }
      + (delegation["members"] as? [Object] ?? []).map { member in
        Present(
          person: member["person_id"] as? String,
          organisation: member["on_behalf_of_id"] as? String ?? member["organization_id"] as? String, what: "member")
      }
  }

  // MARK: Contacts

  /// The institutions with which an institution has contacts.
  func partners(ofInstitution id: String) -> [String: Figure] {
    var figures: [String: Figure] = [:]
    for occasion in occasions {
      let roles = roles(in: occasion)
      guard let own = roles[id] else { continue }
      for (other, its) in roles where other != id { Self.count(own, its, occasion, &figures[other, default: Figure()]) }
    }
    return figures
  }

  /// The institutions with which a person has contacts, but for those for which the person came.
  func partners(ofPerson id: String) -> [String: Figure] {
    var figures: [String: Figure] = [:]
    for occasion in occasions {
      let parts = occasion.present.filter { $0.person == id }
      guard !parts.isEmpty else { continue }
      let own = Set(parts.compactMap { $0.organisation.map(institution) })
      var others = occasion
      others.present.removeAll { $0.person == id }
      for (other, its) in roles(in: others) where !own.contains(other) {
        Self.count(Set(parts.map(\.what)), its, occasion, &figures[other, default: Figure()])
      }
    }
    return figures
  }

  private func roles(in occasion: Occasion) -> [String: Set<String>] {
    occasion.present.reduce(into: [:]) { roles, present in
      if let id = present.organisation { roles[institution(id), default: []].insert(present.what) }
    }
  }

  private static func count(_ left: Set<String>, _ right: Set<String>, _ occasion: Occasion, _ figure: inout Figure) {
    figure.contacts += 1
    let travelling: Set = ["sender", "member"]
    let receiving: Set = ["host", "counterpart"]
    let organising: Set = ["host", "organiser", "signatory"]
    func visits(_ guest: Set<String>, _ other: Set<String>) -> Bool {
      !guest.isDisjoint(with: travelling) && other.isDisjoint(with: travelling)
        && (occasion.isMeeting || !other.isDisjoint(with: receiving))
    }
    let facing =
      !left.isDisjoint(with: receiving) && !right.isDisjoint(with: receiving)
      && (left.contains("counterpart") || right.contains("counterpart"))
    let jointly =
      !left.isDisjoint(with: organising) && !right.isDisjoint(with: organising)
      || left.contains("sender") && right.contains("sender")
    if occasion.isReceived ? visits(left, right) || visits(right, left) : facing {
      figure.met += 1
    } else if jointly {
      figure.joint += 1
    } else if occasion.isMeeting, !occasion.isReceived {
      figure.met += 1
    }
  }
}
