import GRDB
import NewsroomModel

/// Finds the record that a mention in an article means: by `literal`, then by `uri`, then by name when only one has it.
///
/// Answers are remembered, because articles mention the same few records over and over; a linker therefore lives no longer
/// than one batch of an update, within which the entities do not change.
final class Linker {
  let ties: Ties
  private var links: [Key: Outcome] = [:]
  private var entities: [RecordAddress: LinkedEntity] = [:]

  init(_ ties: Ties) { self.ties = ties }

  /// What became of a mention.
  enum Outcome {
    /// It means this record.
    case found(RecordAddress)
    /// It means none, or one of several.
    case unresolved(candidates: Int)
  }

  private struct Key: Hashable {
    var kind: RecordKind
    var literal: String?
    var uri: String?
    var name: String?
  }

  /// The record a mention means.
  func resolve(_ mention: Article.Mention, as kind: RecordKind) throws -> Outcome {
    let key = Key(kind: kind, literal: mention.literal, uri: mention.uri, name: mention.name)
    if let known = links[key] { return known }
    let outcome = try find(mention, kind)
    if links.count > 50_000 { links.removeAll(keepingCapacity: true) }
    links[key] = outcome
    return outcome
  }

  private func find(_ mention: Article.Mention, _ kind: RecordKind) throws -> Outcome {
    for id in [mention.literal, mention.uri].compactMap({ $0 }) {
      let address = RecordAddress(kind, id)
      if try ties.exists(address) { return .found(address) }
    }
    for uri in [mention.uri, mention.literal].compactMap({ $0 }) {
      let ids = try ties.strings("SELECT DISTINCT id FROM alias WHERE uri = ? AND kind = ?", [uri, kind.number])
      if ids.count == 1 { return .found(RecordAddress(kind, ids[0])) }
    }
    guard let name = mention.name else { return .unresolved(candidates: 0) }
    let ids = try ties.strings(
      "SELECT DISTINCT id FROM name WHERE key = ? AND kind = ? LIMIT 3", [LinkKey.of(name), kind.number])
    return ids.count == 1 ? .found(RecordAddress(kind, ids[0])) : .unresolved(candidates: ids.count)
  }

  /// What an article takes over from a record it is linked with.
  func entity(_ address: RecordAddress) throws -> LinkedEntity {
    if let known = entities[address] { return known }
    let entity = try LinkedEntity(address, ties)
    if entities.count > 20_000 { entities.removeAll(keepingCapacity: true) }
    entities[address] = entity
    return entity
  }
}

/// What an article takes over from a record it is linked with: names to be found by, and what filters should know.
struct LinkedEntity {
  var names: [String] = []
  var shortName = ""
  var country: String?
  var date: DateSpan?
  var classification: String?
  var place: String?
  var organisations: [String] = []
  var delegations: [String] = []
  var programmes: [String] = []
  var roles: [String] = []

  init(_ address: RecordAddress, _ ties: Ties) throws {
    names = try ties.names(of: address)
    switch address.kind {
    case .organisation:
      shortName = try ties.shortName(of: address.id)
      country = try ties.country(ofOrganisation: address.id)
    case .event: try fill(event: address.id, ties)
    case .delegation:
      date = try ties.date(of: address)
      organisations = try ties.organisations(ofDelegation: address.id)
      roles = try ties.participants(address).compactMap(\.role)
    case .article, .person, .programme: break
    }
  }

  private mutating func fill(event id: String, _ ties: Ties) throws {
    let address = RecordAddress(.event, id)
    date = try ties.date(of: address)
    let row = try ties.rows("SELECT classification, location FROM event WHERE id = ?", [id]).first
    (classification, place) = (row?["classification"], row?["location"])
    organisations = try ties.organisations(ofEvent: id)
    delegations = try ties.delegations(ofEvent: id)
    programmes = try ties.strings("SELECT programme FROM event_programme WHERE event = ?", [id])
    roles = try ties.participants(address).compactMap(\.role)
  }
}
