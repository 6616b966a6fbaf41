import GRDB
import NewsroomModel

/// What an article takes over from a record it is linked with: names to be found by, and what filters should know.
///
/// Made once for a record and shared by the articles that are linked with it.
final class ResolvedEntity: Sendable {
  let address: RecordAddress
  /// Few and each once, in alphabetical order.
  let names: [String]
  /// The names folded.
  let words: TextNormalizer
  let facts: Facts
  /// Keys of postings.
  let tokens: [[UInt8]]

  /// What only some kinds of records have.
  struct Facts: Sendable {
    var shortName = ""
    var date: DateRange?
    var classification: String?
    var place: String?
    var delegations: [String] = []
    var programmes: [String] = []
  }

  init(_ address: RecordAddress, _ linker: EntityResolver) throws {
    self.address = address
    names = try Set(linker.relationStore.names(of: address)).sorted()
    words = linker.folded(names)
    var facts = Facts()
    var draft = IndexDocument(address, title: "")
    if let category = address.kind.category, address.kind != .organisation { draft.add(category, address.id) }
    try facts.fill(&draft, linker)
    (self.facts, tokens) = (facts, draft.tokens.uniqued())
  }
}

extension ResolvedEntity.Facts {
  /// Finds what there is to take over from the record of a draft, whose filter values go into the draft.
  fileprivate mutating func fill(_ draft: inout IndexDocument, _ linker: EntityResolver) throws {
    let (address, relationStore) = (draft.address, linker.relationStore)
    switch address.kind {
    case .organisation:
      try draft.addOrganisation(address.id, linker)
      shortName = try relationStore.shortName(of: address.id)
    case .event: try fillEvent(&draft, linker)
    case .delegation:
      date = try relationStore.date(of: address)
      for organisation in try relationStore.organisations(ofDelegation: address.id) {
        try draft.addOrganisation(organisation, linker)
      }
      for row in try relationStore.participants(address) { draft.add(.role, row.role, noting: linker.vocabulary) }
    case .article, .person, .programme: break
    }
  }

  private mutating func fillEvent(_ draft: inout IndexDocument, _ linker: EntityResolver) throws {
    let (address, relationStore, vocabulary) = (draft.address, linker.relationStore, linker.vocabulary)
    date = try relationStore.date(of: address)
    draft.add(date)
    let row = try relationStore.rows("SELECT classification, location FROM event WHERE id = ?", [address.id]).first
    (classification, place) = (row?["classification"], row?["location"])
    draft.add(.kind, classification, noting: vocabulary)
    draft.add(.place, place, noting: vocabulary)
    let participants = try relationStore.participants(address)
    let organisers = try relationStore.organisers(ofEvent: address.id).map(\.organisation)
    for organisation in (organisers + participants.flatMap(\.organisations)).uniqued() {
      try draft.addOrganisation(organisation, linker)
    }
    programmes = try relationStore.strings("SELECT programme FROM event_programme WHERE event = ?", [address.id])
    for programme in programmes { draft.add(.programme, programme) }
    for row in participants { draft.add(.role, row.role, noting: vocabulary) }
    delegations = try relationStore.delegations(ofEvent: address.id)
  }
}
