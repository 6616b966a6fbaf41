import GRDB
import NewsroomModel

/// Every organisation with what relations need of it: which institution it counts for, its names and its country.
struct InstitutionTable: Sendable {
  struct Entry: Sendable {
    var id: String
    var name: String
    var country: String?
    var parent: String?
    var isUnit: Bool
    /// The nearest whole that is no unit; itself where it is none.
    var institution: String
  }

  private(set) var entries: [String: Entry] = [:]
  private var units: [String: [String]] = [:]

  init(_ database: Database) throws {
    let rows = try Row.fetchCursor(database, sql: "SELECT id, short, country, parent, is_unit FROM organisation")
    while let row = try rows.next() {
      let (id, country): (String, String?) = (row[0], row[2])
      entries[id] = Entry(
        id: id, name: row[1], country: country.flatMap { $0.isEmpty ? nil : $0.uppercased() }, parent: row[3],
        isUnit: row[4], institution: id)
    }
    for (id, entry) in entries where entry.isUnit {
      guard let parent = entry.parent, entries[parent] != nil else { continue }
      units[parent, default: []].append(id)
      let institution = institution(above: entry)
      entries[id]?.institution = institution
    }
  }

  /// Climbs from a unit to the first whole that is none. Circles are cut before they are written here.
  private func institution(above entry: Entry) -> String {
    var current = entry
    while current.isUnit, let next = current.parent.flatMap({ entries[$0] }) { current = next }
    return current.id
  }

  /// The institution for which an organisation counts; the id itself where it dangles.
  func institution(of id: String) -> String { entries[id]?.institution ?? id }

  /// An organisation with the units that count for it.
  func withUnits(_ id: String) -> Set<String> {
    var (found, waiting): (Set<String>, [String]) = ([id], [id])
    while let next = waiting.popLast() {
      for unit in units[next] ?? [] where found.insert(unit).inserted { waiting.append(unit) }
    }
    return found
  }

  /// Where an organisation is: its own country, else that of its institution.
  func country(of id: String) -> String? { entries[id]?.country ?? entries[institution(of: id)]?.country }

  /// The organisations in some countries.
  func organisations(in countries: Set<String>) -> Set<String> {
    Set(entries.keys.filter { country(of: $0).map(countries.contains) ?? false })
  }

  /// An organisation by its short name.
  func named(_ id: String) -> NamedRecord {
    NamedRecord(RecordAddress(.organisation, id), name: entries[id]?.name ?? id, exists: entries[id] != nil)
  }
}
