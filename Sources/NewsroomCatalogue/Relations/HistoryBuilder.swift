import GRDB
import NewsroomModel

/// Puts a history together: the contacts with the people of both sides, what was agreed, reports and sources.
struct HistoryBuilder {
  private let source: RelationSource

  init(_ source: RelationSource) { self.source = source }

  func history(_ left: Party, _ right: Party, _ period: Period = Period()) throws -> History {
    let (first, second) = (source.selector(left), source.selector(right))
    var history = try History(
      left: left, leftName: source.name(of: left), right: right, rightName: source.name(of: right))
    let found = try source.finder.contacts(first, second)
    let dates = try source.dates(of: found.map(\.entry))
    let details = try OccasionDetails(source, of: found.map(\.entry), dates)
    let kept = found.filter { period.overlaps(dates[$0.entry.occasion]) }
      .sorted { Self.precedes($0.entry.occasion, $1.entry.occasion, dates) }
    history.contacts = try kept.map { try contact($0, first, second, details) }
    history.years = Self.years(history.contacts.map(\.occasion.dates))
    history.people = Self.people(history.contacts)
    history.programmes = try programmes(left, right, first, second, history.contacts)
    history.affiliations = try AffiliationLinks(source).links(first, second)
    try addArticles(left, right, to: &history)
    return history
  }

  /// Oldest first, undated last; of those that began on one day, by address.
  private static func precedes(
    _ left: RecordAddress, _ right: RecordAddress, _ dates: [RecordAddress: DateRange]
  ) -> Bool {
    func key(_ address: RecordAddress) -> (Int, Int, String) {
      let date = dates[address]?.sortDate
      return (date?.firstDay ?? .max, date?.lastDay ?? .max, address.description)
    }
    return key(left) < key(right)
  }

  private func contact(
    _ found: ContactFinder.Found, _ left: ContactFinder.Selector, _ right: ContactFinder.Selector,
    _ details: OccasionDetails
  ) throws -> Contact {
    let entry = found.entry
    return Contact(
      occasion: try details.occasion(entry), strength: found.strength,
      leftSide: found.left.side(hasDelegation: entry.hasDelegation),
      rightSide: found.right.side(hasDelegation: entry.hasDelegation),
      left: try participations(in: entry, of: left, besides: right),
      right: try participations(in: entry, of: right, besides: left), outcomes: try details.outcomes(entry),
      reports: try details.reports(entry), sources: details.sources(entry))
  }

  /// Those of a party who were there; an organisation is named only where nobody stands for it or it had a part of its own.
  private func participations(
    in entry: Attendance.Entry, of party: ContactFinder.Selector, besides other: ContactFinder.Selector
  ) throws -> [OccasionParticipation] {
    let (own, _) = ContactFinder.apart(party, other) ?? (party, other)
    return try entry.presences.filter { presence in
      if case .person(let id) = other, presence.person == id { return false }
      return ContactFinder.isOf(presence, own)
    }.map { try participation($0, hasDelegation: entry.hasDelegation) }.uniqued()
  }

  private func participation(_ presence: Attendance.Presence, hasDelegation: Bool) throws -> OccasionParticipation {
    let held = presence.row?.organisation ?? presence.organisation
    let institution = held.map(source.institutions.institution(of:))
    return OccasionParticipation(
      person: try presence.person.map { try source.named(RecordAddress(.person, $0)) }, role: presence.row?.role,
      acting: presence.row?.acting, label: presence.row?.label, honorific: presence.row?.honorific,
      organisation: held.map(source.institutions.named),
      institution: institution == held ? nil : institution.map(source.institutions.named), part: presence.part,
      side: presence.capacity.contains(.traveller) ? .sent : presence.capacity.side(hasDelegation: hasDelegation),
      statedIn: presence.statedIn)
  }

  /// Contacts by the year in which they began.
  static func years(_ dates: [DateRange?]) -> [RecordPage.YearCount] {
    let counts = dates.compactMap { $0?.sortDate?.year }.reduce(into: [Int: Int]()) { $0[$1, default: 0] += 1 }
    guard let first = counts.keys.min(), let last = counts.keys.max() else { return [] }
    return (first...last).map { RecordPage.YearCount(year: $0, count: counts[$0] ?? 0) }
  }

  /// Through whom: the people of either side by the number of contacts at which they were; `present` does not count.
  private static func people(_ contacts: [Contact]) -> [History.PersonCount] {
    var counts: [History.PersonCount: Int] = [:]
    for contact in contacts where contact.strength != .present {
      for (people, isLeft) in [(contact.left, true), (contact.right, false)] {
        for person in Set(people.compactMap(\.person)) {
          counts[History.PersonCount(person: person, isLeft: isLeft, count: 0), default: 0] += 1
        }
      }
    }
    return counts.map { History.PersonCount(person: $0.person, isLeft: $0.isLeft, count: $1) }.sorted {
      (-$0.count, $0.person.name, $0.person.address.id) < (-$1.count, $1.person.name, $1.person.address.id)
    }
  }

  /// Programmes that both run, and those that a contact concerns.
  private func programmes(
    _ left: Party, _ right: Party, _ first: ContactFinder.Selector, _ second: ContactFinder.Selector,
    _ contacts: [Contact]
  ) throws -> [NamedRecord] {
    func run(by selector: ContactFinder.Selector) throws -> Set<String> {
      guard let ids = selector.organisations else { return [] }
      return try Set(
        source.store.strings(
          """
          SELECT programme FROM programme_organisation WHERE organisation IN (SELECT value FROM json_each(?))
          """, [RelationStore.list(ids)]))
    }
    let common = try run(by: first).intersection(run(by: second)).sorted()
      .map { try source.named(RecordAddress(.programme, $0)) }
    let named = contacts.flatMap(\.occasion.programmes)
    return (common + named).uniqued().filter { Party.record($0.address) != left && Party.record($0.address) != right }
  }

  private func addArticles(_ left: Party, _ right: Party, to history: inout History) throws {
    guard let first = try articles(of: left), let second = try articles(of: right) else { return }
    var common = first
    common.formIntersection(second)
    history.articleCount = common.count
    history.articles = try source.articles(in: common, atMost: 50)
  }

  private func articles(of party: Party) throws -> RecordBitmap? {
    switch party {
    case .record(let address):
      guard let category = address.kind == .organisation ? .whole : address.kind.category else { return nil }
      return try source.articles([Term.filter(category, address.id)])
    case .country(let code): return try source.articles([Term.filter(.country, code)])
    case .region(let code):
      return try source.articles(source.countries(inRegion: code).map { Term.filter(.country, $0) })
    }
  }
}

extension RelationSource {
  /// The articles that have any of the terms.
  func articles(_ terms: [[UInt8]]) throws -> RecordBitmap {
    var set = RecordBitmap(limit: postings.limit)
    for term in terms { try postings.add(term, to: &set) }
    set.formIntersection(try records.set(of: RecordScope(kind: .article), store.database))
    return set
  }

  /// The newest of some articles, by headline.
  func articles(in set: RecordBitmap, atMost count: Int) throws -> [NamedRecord] {
    guard set.count > 0 else { return [] }
    let numbers = try orders.part(0..<count, of: set, in: RecordScope(kind: .article), .newest, store.database)
    return try numbers.compactMap { number in
      try store.rows("SELECT id, title FROM record WHERE number = ?", [number]).first
        .map { NamedRecord(RecordAddress(.article, $0[0]), name: $0[1]) }
    }
  }
}
