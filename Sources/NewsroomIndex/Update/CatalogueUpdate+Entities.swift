import GRDB
import NewsroomModel

extension CatalogueUpdate {
  /// Writes an entity's row and ties; its words and filters follow when all ties are known.
  func register(_ located: LocatedRecord, at place: RecordPlace) throws -> Bool {
    let draft = Self.row(of: located)
    guard try writer.register(draft, at: place, to: database) else { return false }
    try EntityWriter(database: database).write(located.record)
    changed.insert(draft.address)
    if !isAnnounced(place) { entities.add(located) }
    return true
  }

  /// Whether an article announces what stands there.
  private func isAnnounced(_ place: RecordPlace) -> Bool { articleFile == place.file }

  /// What a list row needs of an entity alone.
  private static func row(of located: LocatedRecord) -> RecordDraft {
    let address = located.record.address
    var draft: RecordDraft
    switch located.record {
    case .article(let article): draft = RecordDraft(address, title: article.headline ?? article.uri)
    case .person(let person):
      draft = RecordDraft(address, title: person.name)
      draft.sortName = person.sortName ?? person.familyName.map { "\($0) \(person.givenName ?? "")" }
    case .organisation(let organisation):
      draft = RecordDraft(address, title: organisation.name)
      draft.date = DateSpan(start: organisation.foundingDate, end: nil)
    case .delegation(let delegation):
      draft = RecordDraft(address, title: delegation.name)
      draft.date = DateSpan(start: delegation.startDate, end: delegation.endDate)
    case .event(let event):
      draft = RecordDraft(address, title: event.name)
      draft.date = DateSpan(start: event.startDate, end: event.endDate)
    case .programme(let programme):
      draft = RecordDraft(address, title: programme.name)
      draft.date = DateSpan(start: programme.startDate, end: programme.endDate)
    }
    if located.isPartial { draft.mark = "read in part" }
    return draft
  }

  /// Writes words and filters of the entities that changed and of those that depend on them, and notes which articles do.
  /// - Parameter isFirst: true while no article that stays was read, so that none can depend on them.
  func settleEntities(isFirst: Bool = false) throws {
    guard !changed.isEmpty || !touched.isEmpty else { return }
    if !isFirst {
      for address in changed {
        touched.formUnion(try ties.neighbours(of: address))
        recheck.formUnion(try dependents(of: address))
      }
      try touchMovedParts()
      try noteStaleArticles(concerning: changed)
      try noteArticlesOfNewKinds()
    }
    for kind in hadNames.keys { hadNames[kind] = try ties.hasNames(kind) }
    let linker = Linker(ties, drafts.vocabulary)
    drafts = ArticleDrafts(linker: linker, vocabulary: drafts.vocabulary)
    articleCheck = ArticleCheck(known: linker)
    let entities = EntityDrafts(linker, drafts.vocabulary)
    for address in touched.union(changed).sorted(by: Self.precedes) { try settle(address, entities) }
    try checkEntities(isFirst: isFirst)
    (changed, touched, formerParents) = ([], [], [:])
  }

  /// An organisation that is a part of another one now takes its own parts with it, and whatever they are tied to.
  private func touchMovedParts() throws {
    for address in changed where address.kind == .organisation {
      let isMoved = try formerParents[address.id] != .some(ties.parent(ofOrganisation: address.id))
      guard isMoved else { continue }
      for part in try ties.parts(ofOrganisation: address.id).map({ RecordAddress(.organisation, $0) }) {
        touched.insert(part)
        touched.formUnion(try ties.neighbours(of: part))
      }
    }
  }

  /// An order that does not depend on hashing, so that two builds of one directory are the same.
  private static func precedes(_ left: RecordAddress, _ right: RecordAddress) -> Bool {
    (left.kind.number, left.id) < (right.kind.number, right.id)
  }

  private func settle(_ address: RecordAddress, _ entities: EntityDrafts) throws {
    let row = try ties.rows(
      "SELECT number, title, start, finish, sort_name FROM record WHERE kind = ? AND id = ?",
      [address.kind.number, address.id]
    ).first
    guard let row else { return }
    let date = DateSpan(start: row["start"], finish: row["finish"])
    let draft = try entities.draft(address, title: row["title"], date: date, sortName: row["sort_name"])
    try writer.rewrite(draft, from: row["number"], in: database)
  }
}
