import GRDB
import NewsroomModel

/// Sections that several kinds of pages share: outcomes, and posts with their holders.
extension PageSource {
  /// What a party agreed, the latest first.
  func outcomeSection(_ party: Party) throws -> PageSection? {
    try section(.outcomes, OutcomeReader(relations).outcomes(of: party)) { outcome in
      let names = outcome.parties.filter { .record($0.address) != party }.map(\.name)
      let shown = names.prefix(4).joined(separator: " · ") + (names.count > 4 ? " …" : "")
      return PageRow(
        target: .record(outcome.statedIn.address), label: outcome.text, role: shown, date: outcome.dates,
        relation: PageRow.Relation(sources: outcome.sources))
    }
  }

  /// The posts in an organisation and its units, each with its holders in order of time. A holder whose dates overlap those of
  /// the one before is marked.
  func postSection(_ id: String) throws -> PageSection? {
    let tenures = try TenureReader(relations).tenures(ofOrganisation: id).filter { $0.role != nil }
    let posts = Dictionary(grouping: tenures) { [$0.role?.lowercased(), $0.organisation?.address.id] }
    let held = posts.values.filter { Set($0.map(\.person)).count > 1 }.map { holders in
      holders.sorted { Self.key($0) < Self.key($1) }
    }.sorted { ($0[0].role ?? "", $0[0].organisation?.name ?? "") < ($1[0].role ?? "", $1[0].organisation?.name ?? "") }
    let rows = held.flatMap { holders in
      holders.enumerated().map { index, tenure in (tenure, index == 0 ? nil : holders[index - 1]) }
    }
    return try section(.posts, rows) { tenure, previous in try postRow(tenure, after: previous, of: id) }
  }

  private static func key(_ tenure: Tenure) -> (Int, Int, String) {
    let known = tenure.known
    return (known?.start?.firstDay ?? .max, known?.end?.lastDay ?? .max, tenure.person.address.id)
  }

  private func postRow(_ tenure: Tenure, after previous: Tenure?, of id: String) throws -> PageRow {
    let post = try relationStore.roleLine(
      tenure.role, acting: tenure.acting, label: nil, organisation: tenure.organisation?.address.id, within: id)
    let last = previous?.known?.end?.lastDay
    let overlaps = last.flatMap { last in tenure.known?.start.map { $0.firstDay <= last } } ?? false
    let relation = previous.map { "\(overlaps ? "at the same time as" : "after") \($0.person.name)" }
    let former = tenure.formerBy.map { "former by \(dates.string($0))" }
    return PageRow(
      target: .record(tenure.person.address), label: tenure.person.name,
      role: [post, relation, former].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · "),
      date: tenure.known,
      relation: PageRow.Relation(
        role: tenure.role, acting: tenure.acting, label: tenure.label, organisation: tenure.organisation,
        institution: tenure.institution, attested: tenure.attestations.map(\.date), formerBy: tenure.formerBy))
  }
}
