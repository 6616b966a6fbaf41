import GRDB
import NewsroomModel

extension RelationStore {
  /// An organisation as a role names it: "Capacity Development Unit, UNESCO-IBE". A unit's name alone tells nobody whose it is.
  /// - Parameter whole: an organisation that is understood, such as the one whose page it is.
  func place(of organisation: String, within whole: String? = nil) throws -> String {
    let unit = try shortName(of: organisation)
    guard let institution = try institution(of: organisation), institution.id != whole else { return unit }
    return "\(unit), \(institution.name)"
  }

  /// The institution that a unit is of: the nearest whole that goes by an acronym, else the whole of all. Nil where the unit's name
  /// says it, and for what is a part of nothing.
  func institution(of organisation: String) throws -> (id: String, name: String)? {
    var (seen, last): (Set<String>, Whole?) = ([organisation], nil)
    var parent = try parent(of: RecordAddress(.organisation, organisation))
    while let id = parent, seen.insert(id).inserted, let whole = try whole(id) {
      last = whole
      if whole.short != whole.name { break }
      parent = whole.parent
    }
    guard let last else { return nil }
    let unit = try shortName(of: organisation).lowercased()
    let isSaid = [last.short, last.name].contains { unit.contains($0.lowercased()) }
    return isSaid ? nil : (last.id, last.short)
  }

  private typealias Whole = (id: String, short: String, name: String, parent: String?)

  private func whole(_ id: String) throws -> Whole? {
    try first(
      """
      SELECT o.id, o.short, r.title, o.parent FROM organisation o JOIN record r ON r.kind = 3 AND r.id = o.id
      WHERE o.id = ?
      """, [id]
    ) { ($0[0], $0[1], $0[2], $0[3]) }
  }
}
