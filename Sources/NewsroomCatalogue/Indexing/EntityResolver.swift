import GRDB
import NewsroomModel

/// Finds the record that a mention in an article means: by `literal`, then by `uri`, then by name when only one has it.
///
/// Answers are remembered, because articles mention the same few records over and over; a linker therefore lives no longer
/// than one batch of an update, within which the entities do not change.
final class EntityResolver {
  let relationStore: RelationStore
  private var links = TwoGenerationCache<Key, Outcome>()
  private var entities = TwoGenerationCache<RecordAddress, ResolvedEntity>()
  private var ancestors = TwoGenerationCache<String, [String]>()
  let vocabulary: FilterValueWriter
  /// What it learnt about characters is shared by the names of all entities.
  private var folder = TextNormalizer()
  private var delegationSources: Set<String>?
  private var namedKinds: [RecordKind: Bool] = [:]
  private var existing = TwoGenerationCache<RecordAddress, Bool>()
  private var eventDates = TwoGenerationCache<String, (start: PartialDate?, end: PartialDate?)?>()

  init(_ relationStore: RelationStore, _ vocabulary: FilterValueWriter) {
    (self.relationStore, self.vocabulary) = (relationStore, vocabulary)
  }

  /// The delegations that name an article's address among their sources. Few do, so the addresses are known beforehand.
  func delegations(withSource uri: String) throws -> [String] {
    let known: Set<String>
    if let delegationSources {
      known = delegationSources
    } else {
      known = try Set(relationStore.strings("SELECT url FROM source WHERE kind = ?", [RecordKind.delegation.number]))
      delegationSources = known
    }
    return known.contains(uri) ? try relationStore.delegations(withSource: uri) : []
  }

  /// What became of a mention.
  enum Outcome {
    /// It means this record.
    case found(RecordAddress)
    /// It means none, or one of several.
    case unresolved(candidates: [String])
  }

  private struct Key: Hashable {
    var kind: RecordKind
    var literal: String?
    var uri: String?
    var name: String?

    /// One of the three nearly always tells mentions apart.
    func hash(into hasher: inout Hasher) { hasher.combine(literal ?? uri ?? name) }
  }

  /// The record a mention means.
  func resolve(_ mention: Article.Mention, as kind: RecordKind) throws -> Outcome {
    // What bears the `literal` as its id is what the mention means, whatever else it says.
    if let literal = mention.literal, try exists(kind, literal) { return .found(RecordAddress(kind, literal)) }
    let key = Key(kind: kind, literal: mention.literal, uri: mention.uri, name: mention.name)
    if let known = links[key] { return known }
    let outcome = try find(mention, kind)
    links[key] = outcome
    return outcome
  }

  /// What an article takes over from the record a mention means; nil where it means none.
  func entity(meantBy mention: Article.Mention, as kind: RecordKind) throws -> ResolvedEntity? {
    guard case .found(let address) = try resolve(mention, as: kind) else { return nil }
    return try entity(address)
  }

  private func find(_ mention: Article.Mention, _ kind: RecordKind) throws -> Outcome {
    if let uri = mention.uri, try exists(kind, uri) { return .found(RecordAddress(kind, uri)) }
    for uri in [mention.uri, mention.literal].compactMap({ $0 }) {
      let ids = try relationStore.strings(
        "SELECT DISTINCT id FROM alias WHERE uri = ? AND kind = ?", [uri, kind.number])
      if ids.count == 1 { return .found(RecordAddress(kind, ids[0])) }
    }
    guard let name = mention.name else { return .unresolved(candidates: []) }
    let ids = try relationStore.strings(
      "SELECT DISTINCT id FROM name WHERE key = ? AND kind = ? ORDER BY id", [LookupKey.of(name), kind.number])
    return ids.count == 1 ? .found(RecordAddress(kind, ids[0])) : .unresolved(candidates: ids)
  }

  /// What an article takes over from a record it is linked with.
  func entity(_ address: RecordAddress) throws -> ResolvedEntity {
    if let known = entities[address] { return known }
    let entity = try ResolvedEntity(address, self)
    entities[address] = entity
    return entity
  }

  /// Names folded, one after the other.
  func folded(_ names: [String]) -> TextNormalizer {
    folder.removeAll()
    for name in names { folder.append(name) }
    return folder.trimmed
  }

  /// An organisation and everything it is a part of, at any height.
  func ancestors(ofOrganisation id: String) throws -> [String] {
    if let known = ancestors[id] { return known }
    let found = try relationStore.ancestors(ofOrganisation: id)
    ancestors[id] = found
    return found
  }
}

// What checks ask of the records that are there: the catalogue knows it all.
extension EntityResolver: RecordLookup {
  func exists(_ kind: RecordKind, _ id: String) throws -> Bool {
    let address = RecordAddress(kind, id)
    if let known = existing[address] { return known }
    let exists = try relationStore.exists(address)
    existing[address] = exists
    return exists
  }

  func ids(_ kind: RecordKind) throws -> [String] {
    try relationStore.strings("SELECT id FROM record WHERE kind = ?", [kind.number])
  }

  func ids(_ kind: RecordKind, named name: String) throws -> [String] {
    try relationStore.strings(
      """
      SELECT DISTINCT n.id, f.path, r.position FROM name n
      JOIN record r ON r.kind = n.kind AND r.id = n.id JOIN file f ON f.id = r.file
      WHERE n.key = ? AND n.kind = ? ORDER BY f.kind IS 0, f.path, r.position
      """, [LookupKey.of(name), kind.number])
  }

  func hasNames(_ kind: RecordKind) throws -> Bool {
    if let known = namedKinds[kind] { return known }
    let hasNames = try relationStore.hasNames(kind)
    namedKinds[kind] = hasNames
    return hasNames
  }

  func resolution(of mention: Article.Mention, as kind: RecordKind) throws -> MentionResolution {
    switch try resolve(mention, as: kind) {
    case .found(let address): .found(address.id)
    case .unresolved(let candidates): candidates.isEmpty ? .unknown : .ambiguous(candidates)
    }
  }

  func parent(of address: RecordAddress) throws -> String? {
    try relationStore.namedParent(of: address)
  }

  func location(of address: RecordAddress) throws -> RecordLocation? { try relationStore.location(of: address) }

  func posts(ofPerson id: String) throws -> [Membership] {
    try relationStore.rows("SELECT * FROM membership WHERE person = ? ORDER BY position", [id]).map { row in
      let attested: String = row["attested"]
      return Membership(
        organizationID: row["organisation"], role: row["role"], startDate: Self.date(row["start"]),
        endDate: Self.date(row["finish"]), attested: attested.split(separator: ",").compactMap { Self.date(String($0)) }
      )
    }
  }

  func dates(ofEvent id: String) throws -> (start: PartialDate?, end: PartialDate?)? {
    if let known = eventDates[id] { return known }
    let row = try relationStore.rows(
      """
      SELECT r.start, r.finish FROM record r JOIN file f ON f.id = r.file
      WHERE r.kind = 4 AND r.id = ? AND \(RelationStore.isNotAnnounced)
      """, [id]
    ).first
    let dates = row.map { (start: Self.date($0[0]), end: Self.date($0[1])) }
    eventDates[id] = .some(dates)
    return dates
  }

  func counterparts(ofEvent id: String) throws -> Set<String> {
    try Set(
      relationStore.strings(
        "SELECT person FROM participation WHERE kind = 4 AND owner = ? AND part = 'counterpart'", [id]))
  }

  private static func date(_ text: String?) -> PartialDate? { text.flatMap { try? PartialDate($0) } }
}

extension RelationStore {
  /// Whether no article announces the record `r` of the file `f`: one that does stands at the same place in a file of articles.
  static let isNotAnnounced = """
    (f.kind IS NOT 0
      OR NOT EXISTS (SELECT 1 FROM record a WHERE a.file = r.file AND a.position = r.position AND a.kind = 0))
    """

  /// Whether any record of the kind bears a name, announced events left aside.
  func hasNames(_ kind: RecordKind) throws -> Bool {
    try !rows(
      "SELECT 1 FROM record r JOIN file f ON f.id = r.file WHERE r.kind = ? AND \(Self.isNotAnnounced) LIMIT 1",
      [kind.number]
    ).isEmpty
  }
}
