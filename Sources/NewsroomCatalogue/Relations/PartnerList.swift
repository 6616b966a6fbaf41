import NewsroomModel

/// The partner institutions of a party.
struct PartnerList {
  private let source: RelationSource

  init(_ source: RelationSource) { self.source = source }

  /// Most contacts first, then the latest, then by name. Institutions that only attended the same events come where asked for.
  func partners(
    of party: Party, _ period: Period = Period(), in region: Party? = nil, programme: String? = nil,
    includesPresent: Bool = false
  ) throws -> [Partner] {
    let finder = source.finder
    let selector = source.selector(party)
    let attendance = try Attendance(source.store, of: finder.occasions(of: selector))
    let dates = try source.dates(of: attendance.entries.values)
    let concerned = try programme.map { try OccasionFinder(store: source.store).occasions(ofProgramme: $0) }
    let counts = finder.counts(in: attendance, of: selector) { entry in
      period.overlaps(dates[entry.occasion]) && (concerned?.contains(entry.occasion) ?? true)
    }
    let countries = region.map(countries)
    return counts.filter { id, count in
      guard includesPresent || count.met + count.joint > 0 else { return false }
      guard let countries else { return true }
      return source.institutions.country(of: id).map(countries.contains) ?? false
    }.map { id, count in
      Partner(
        institution: source.institutions.named(id), country: source.institutions.country(of: id),
        contacts: count.contacts, met: count.met, joint: count.joint,
        dates: Self.span(count.occasions.compactMap { dates[$0] }))
    }.sorted(by: Self.precedes)
  }

  private func countries(_ territory: Party) -> Set<String> {
    switch territory {
    case .country(let code): [code]
    case .region(let code): source.countries(inRegion: code)
    case .record: []
    }
  }

  /// From the start of the first to the end of the last.
  static func span(_ dates: [DateRange]) -> DateRange? {
    DateRange(
      start: dates.compactMap { $0.start ?? $0.end }.min {
        $0.firstDay < $1.firstDay || $0.firstDay == $1.firstDay && $0 < $1
      },
      end: dates.compactMap { $0.end ?? $0.start }.max { ($0.lastDay, $0.firstDay) < ($1.lastDay, $1.firstDay) })
  }

  private static func precedes(_ left: Partner, _ right: Partner) -> Bool {
    // The ids decide between partners that are equal in all that is shown.
    (-left.contacts, right.dates?.end?.lastDay ?? .min, left.institution.name, left.institution.address.id)
      < (-right.contacts, left.dates?.end?.lastDay ?? .min, right.institution.name, right.institution.address.id)
  }
}
