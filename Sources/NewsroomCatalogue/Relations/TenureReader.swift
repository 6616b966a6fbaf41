import GRDB
import NewsroomModel

/// Reads posts in time: from memberships, and from the roles printed at events and in delegations.
struct TenureReader {
  private let source: RelationSource
  /// The addresses that the memberships of the person asked about name, by position.
  private let addresses: [Int: [String]]

  init(_ source: RelationSource, addresses: [Int: [String]] = [:]) {
    (self.source, self.addresses) = (source, addresses)
  }

  /// The addresses that memberships name, by position.
  static func addresses(of person: Person) -> [Int: [String]] {
    let pairs = person.memberships.enumerated().map { ($0.offset, $0.element.sources.compactMap(\.url)) }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  /// All posts of a person, the latest first.
  func tenures(ofPerson id: String) throws -> [Tenure] {
    let memberships = try source.store.rows(Self.memberships + "WHERE person = ? ORDER BY position", [id])
    let roles = try source.store.rows(
      Self.participations + "WHERE p.person = ? ORDER BY p.kind, p.owner, p.position", [id])
    return try merge(memberships, roles)
  }

  /// All posts in an organisation and its units, the latest first.
  func tenures(ofOrganisation id: String) throws -> [Tenure] {
    let list = RelationStore.list(source.institutions.withUnits(id).sorted())
    let own = "IN (SELECT value FROM json_each(?1))"
    let memberships = try source.store.rows(
      Self.memberships + "WHERE organisation \(own) OR behalf \(own) ORDER BY person, position", [list])
    let roles = try source.store.rows(
      Self.participations + """
        WHERE p.organisation \(own) OR p.organisation IS NULL AND p.behalf \(own) ORDER BY p.kind, p.owner, p.position
        """, [list])
    return try merge(memberships, roles)
  }

  private static let memberships = """
    SELECT person, coalesce(organisation, behalf), role, acting, label, start, finish, former_by, attested, position
    FROM membership
    """ + " "

  private static let participations = """
    SELECT p.person, coalesce(p.organisation, p.behalf), p.role, p.acting, p.label, r.start, r.finish, p.kind, p.owner
    FROM participation p JOIN record r ON r.kind = p.kind AND r.id = p.owner
    """ + " "

  private struct Post: Hashable {
    var person: String
    var organisation: String?
    var role: String?
    var acting: String?

    init(_ row: Row) {
      let role: String? = row[2]
      (person, organisation, self.role, acting) = (row[0], row[1], role?.lowercased(), row[3])
    }
  }

  /// One tenure for each membership; a role printed at an occasion attests the membership of the same post, or is one of its own.
  private func merge(_ memberships: [Row], _ participations: [Row]) throws -> [Tenure] {
    var tenures: [Tenure] = []
    var places: [Post: [Int]] = [:]
    for row in memberships {
      places[Post(row), default: []].append(tenures.count)
      tenures.append(try membership(row))
    }
    let sources = try sources(of: participations)
    for row in participations where (row[2] as String?) != nil {
      let post = Post(row)
      let place: Int
      if let known = places[post]?.first(where: { fits(row, tenures[$0]) }) ?? places[post]?.first {
        place = known
      } else {
        place = tenures.count
        places[post] = [place]
        tenures.append(try tenure(row))
      }
      if let attestation = try attestation(row, sources) { tenures[place].attestations.append(attestation) }
    }
    for index in tenures.indices { tenures[index].attestations = Self.oncePerDate(tenures[index].attestations) }
    return tenures.enumerated().sorted { Self.precedes($0.element, $1.element, $0.offset < $1.offset) }.map(\.element)
  }

  /// Whether an occasion lies in the stated period of a membership.
  private func fits(_ row: Row, _ tenure: Tenure) -> Bool {
    guard let date = DateRange(start: row[5], finish: row[6])?.sortDate else { return false }
    return tenure.start.map { $0.firstDay <= date.lastDay } ?? true
      && tenure.end.map { $0.lastDay >= date.firstDay } ?? true
  }

  private func membership(_ row: Row) throws -> Tenure {
    var tenure = try tenure(row)
    func date(_ column: Int) -> PartialDate? { (row[column] as String?).flatMap { try? PartialDate($0) } }
    (tenure.start, tenure.end, tenure.formerBy) = (date(5), date(6), date(7))
    tenure.attestations = (row[8] as String).split(separator: ",").compactMap { try? PartialDate($0) }.map {
      Tenure.Attestation(date: $0, statedIn: tenure.person, sources: addresses[row[9]] ?? [])
    }
    return tenure
  }

  private func tenure(_ row: Row) throws -> Tenure {
    let organisation: String? = row[1]
    let institution = organisation.map(source.institutions.institution(of:))
    return Tenure(
      person: try source.named(RecordAddress(.person, row[0])),
      organisation: organisation.map(source.institutions.named),
      institution: institution == organisation ? nil : institution.map(source.institutions.named), role: row[2],
      acting: row[3], label: row[4])
  }

  private func attestation(_ row: Row, _ sources: [RecordAddress: [String]]) throws -> Tenure.Attestation? {
    guard let kind = RecordKind(number: row[7]), let date = DateRange(start: row[5], finish: row[6])?.sortDate else {
      return nil
    }
    let address = RecordAddress(kind, row[8])
    return Tenure.Attestation(date: date, statedIn: try source.named(address), sources: sources[address] ?? [])
  }

  private func sources(of rows: [Row]) throws -> [RecordAddress: [String]] {
    var sources: [RecordAddress: [String]] = [:]
    for (number, rows) in Dictionary(grouping: rows, by: { $0[7] as Int }) {
      guard let kind = RecordKind(number: number) else { continue }
      let list = RelationStore.list(Set(rows.map { $0[8] as String }))
      for row in try source.store.rows(
        "SELECT id, url FROM source WHERE kind = ? AND id IN (SELECT value FROM json_each(?)) ORDER BY id, url",
        [number, list])
      {
        sources[RecordAddress(kind, row[0]), default: []].append(row[1])
      }
    }
    return sources
  }

  /// Each date once, oldest first, with the event or delegation that attests it rather than the person's record.
  private static func oncePerDate(_ attestations: [Tenure.Attestation]) -> [Tenure.Attestation] {
    var byDate: [PartialDate: Tenure.Attestation] = [:]
    for attestation in attestations {
      let known = byDate[attestation.date]
      if known == nil || known?.statedIn.address.kind == .person { byDate[attestation.date] = attestation }
    }
    return byDate.values.sorted { $0.date < $1.date }
  }

  /// The latest first, undated last.
  private static func precedes(_ left: Tenure, _ right: Tenure, _ isEarlier: Bool) -> Bool {
    let (first, second) = (left.known?.end?.lastDay ?? .min, right.known?.end?.lastDay ?? .min)
    return first == second ? isEarlier : first > second
  }
}
