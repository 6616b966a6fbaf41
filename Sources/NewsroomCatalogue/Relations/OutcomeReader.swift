import GRDB
import NewsroomModel

/// Reads what was agreed.
struct OutcomeReader {
  private let source: RelationSource

  init(_ source: RelationSource) { self.source = source }

  /// The latest first, undated last. Outcomes of a delegation with several stops have its senders as parties.
  func outcomes(of party: Party?, _ period: Period = Period()) throws -> [Outcome] {
    let occasions = try self.occasions(of: party)
    let attendance = try Attendance(source.store, of: occasions)
    let dates = try source.dates(of: attendance.entries.values)
    let entries = Array(attendance.entries.values)
    let details = try OccasionDetails(source, of: entries, dates)
    var outcomes = try entries.flatMap { try details.outcomes($0) }
    outcomes += try details.outcomesOfJourneys()
    return outcomes.filter { period.overlaps($0.dates) }.uniqued().sorted(by: Self.precedes)
  }

  /// The occasions at which a party was and about which an outcome is stated.
  private func occasions(of party: Party?) throws -> Set<RecordAddress> {
    let finder = OccasionFinder(store: source.store)
    func owners(_ kind: RecordKind) throws -> [String] {
      try source.store.strings("SELECT DISTINCT owner FROM outcome WHERE kind = ?", [kind.number])
    }
    let stated = try finder.occasions(events: owners(.event), delegations: owners(.delegation))
    guard let party else { return stated }
    return try stated.intersection(source.finder.occasions(of: source.selector(party)))
  }

  private static func precedes(_ left: Outcome, _ right: Outcome) -> Bool {
    func key(_ outcome: Outcome) -> (Int, String, String) {
      (-(outcome.dates?.sortDate?.firstDay ?? .min + 1), outcome.statedIn.address.description, outcome.text)
    }
    return key(left) < key(right)
  }
}
