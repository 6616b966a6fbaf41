import GRDB
import NewsroomModel

/// What is told about occasions beside who was there: names, places, programmes, outcomes, reports, sources. The tables are asked
/// once for all of them, but for the reports.
struct OccasionDetails {
  private let source: RelationSource
  private let dates: [RecordAddress: DateRange]
  private var names: [RecordAddress: String] = [:]
  private var events: [String: (classification: String?, location: String?)] = [:]
  private var programmes: [String: [String]] = [:]
  private var outcomes: [RecordAddress: [String]] = [:]
  private var addresses: [RecordAddress: [String]] = [:]
  private var stopCounts: [String: Int] = [:]

  init(_ source: RelationSource, of entries: [Attendance.Entry], _ dates: [RecordAddress: DateRange]) throws {
    (self.source, self.dates) = (source, dates)
    let delegations = Set(entries.flatMap(\.delegations))
    let events = Set(entries.flatMap(\.events))
    for (kind, ids) in [(RecordKind.event, events), (.delegation, delegations)] {
      let list = RelationStore.list(ids)
      for row in try source.store.rows(
        "SELECT id, title FROM record WHERE kind = ? AND id IN (SELECT value FROM json_each(?))", [kind.number, list])
      {
        names[RecordAddress(kind, row[0])] = row[1]
      }
      for row in try source.store.rows(
        "SELECT owner, text FROM outcome WHERE kind = ? AND owner IN (SELECT value FROM json_each(?)) ORDER BY owner, position",
        [kind.number, list])
      {
        outcomes[RecordAddress(kind, row[0]), default: []].append(row[1])
      }
      for row in try source.store.rows(
        "SELECT id, url FROM source WHERE kind = ? AND id IN (SELECT value FROM json_each(?)) ORDER BY id, url",
        [kind.number, list])
      {
        addresses[RecordAddress(kind, row[0]), default: []].append(row[1])
      }
    }
    try readEvents(RelationStore.list(events), RelationStore.list(delegations))
  }

  private mutating func readEvents(_ events: String, _ delegations: String) throws {
    for row in try source.store.rows(
      "SELECT id, classification, location FROM event WHERE id IN (SELECT value FROM json_each(?))", [events])
    {
      self.events[row[0]] = (row[1], row[2])
    }
    programmes = try source.store.lists(
      "SELECT event, programme FROM event_programme WHERE event IN (SELECT value FROM json_each(?)) ORDER BY event, position",
      [events])
    for row in try source.store.rows(
      """
      SELECT delegation, count(*) FROM delegation_event WHERE delegation IN (SELECT value FROM json_each(?))
      GROUP BY delegation
      """, [delegations])
    {
      stopCounts[row[0]] = row[1]
    }
  }

  func occasion(_ entry: Attendance.Entry) throws -> Occasion {
    let event = events[entry.occasion.id]
    return Occasion(
      address: entry.occasion, name: name(entry.occasion), classification: event?.classification,
      location: event?.location, dates: dates[entry.occasion],
      delegations: entry.delegations.map {
        let address = RecordAddress(.delegation, $0)
        return NamedRecord(address, name: name(address))
      },
      programmes: try entry.events.sorted().flatMap { programmes[$0] ?? [] }.uniqued()
        .map { try source.named(RecordAddress(.programme, $0)) })
  }

  private func name(_ address: RecordAddress) -> String { names[address] ?? address.id }

  /// The records that tell of an occasion: its events, and a delegation that made no other stop.
  private func records(of entry: Attendance.Entry) -> [RecordAddress] {
    entry.events.sorted().map { RecordAddress(.event, $0) }
      + entry.delegations.filter { stopCounts[$0, default: 0] <= 1 }.map { RecordAddress(.delegation, $0) }
  }

  /// What was agreed, each sentence once. Outcomes of a delegation with several stops belong to the delegation alone.
  func outcomes(_ entry: Attendance.Entry) throws -> [Outcome] {
    var seen: Set<String> = []
    let parties = parties(of: entry)
    return try records(of: entry).flatMap { address in
      try (outcomes[address] ?? []).filter { seen.insert($0.lowercased()).inserted }.map { text in
        Outcome(
          text: text, statedIn: NamedRecord(address, name: name(address)), dates: dates[entry.occasion],
          parties: parties, programmes: try occasion(entry).programmes, sources: addresses[address] ?? [])
      }
    }
  }

  /// What delegations with several stops agreed: their senders are the parties.
  func outcomesOfJourneys() throws -> [Outcome] {
    let journeys = outcomes.keys.filter { $0.kind == .delegation && stopCounts[$0.id, default: 0] > 1 }
    let ownDates = try source.dates(of: journeys)
    return try journeys.flatMap { address in
      let parties = try source.store.senders(ofDelegation: address.id)
        .map(source.institutions.institution(of:)).uniqued().sorted().map(source.institutions.named)
      return (outcomes[address] ?? []).map { text in
        Outcome(
          text: text, statedIn: NamedRecord(address, name: name(address)), dates: ownDates[address], parties: parties,
          sources: addresses[address] ?? [])
      }
    }
  }

  /// Those who agreed: the two sides, organisers and signatories; all who were there where it was a meeting.
  private func parties(of entry: Attendance.Entry) -> [NamedRecord] {
    entry.presences.filter { entry.isMeeting || $0.capacity != .attendee }
      .compactMap { $0.organisation.map(source.institutions.institution(of:)) }.uniqued().sorted()
      .map(source.institutions.named)
  }

  /// The newest articles that name the occasion or a session of it.
  func reports(_ entry: Attendance.Entry) throws -> [NamedRecord] {
    let events = entry.events.map { Term.filter(.event, $0) }
    let terms = events.isEmpty ? entry.delegations.map { Term.filter(.delegation, $0) } : events
    return try source.articles(in: source.articles(terms), atMost: 20)
  }

  func sources(_ entry: Attendance.Entry) -> [String] { records(of: entry).flatMap { addresses[$0] ?? [] }.uniqued() }
}
