import GRDB
import NewsroomModel

extension CatalogueUpdate {
  /// Writes an entity's row and ties; its words and filters follow when all ties are known.
  /// - Parameter isAnnounced: whether an article announces it.
  func register(_ located: LocatedRecord, at place: RecordPlace, isAnnounced: Bool) throws -> Bool {
    let draft = Self.row(of: located)
    guard try writer.register(draft, at: place, to: database) else { return false }
    try EntityWriter(database: database).write(located.record)
    changed.insert(draft.address)
    if !isAnnounced { entities.add(located) }
    return true
  }

  /// What a list row needs of an entity alone.
  private static func row(of located: LocatedRecord) -> IndexDocument {
    let address = located.record.address
    var draft: IndexDocument
    switch located.record {
    case .article(let article): draft = IndexDocument(address, title: article.title)
    case .person(let person):
      draft = IndexDocument(address, title: person.name)
      draft.sortName = person.sortName ?? person.familyName.map { "\($0) \(person.givenName ?? "")" }
    case .organisation(let organisation): draft = IndexDocument(address, title: organisation.name)
    case .delegation(let delegation):
      draft = IndexDocument(address, title: delegation.name)
      draft.date = DateRange(start: delegation.startDate, end: delegation.endDate)
    case .event(let event):
      draft = IndexDocument(address, title: event.name)
      draft.date = DateRange(start: event.startDate, end: event.endDate)
    case .programme(let programme):
      draft = IndexDocument(address, title: programme.name)
      draft.date = DateRange(start: programme.startDate, end: programme.endDate)
    }
    if located.isPartial { draft.mark = "read in part" }
    return draft
  }

  /// Writes words and filters of the entities that changed and of those that depend on them, and notes which articles do.
  func indexEntities() throws {
    guard !changed.isEmpty || !touched.isEmpty else { return }
    try cutCircles(drafts.linker)
    for address in changed {
      touched.formUnion(try relationStore.neighbours(of: address))
      toValidate.formUnion(try dependents(of: address))
    }
    try touchMovedParts()
    try noteStaleArticles(concerning: changed)
    try noteArticlesOfNewKinds()
    try renewLinker()
    let entities = EntityIndexer(drafts.linker, drafts.vocabulary)
    for address in pendingEntities {
      guard let (draft, number) = try entities.draft(of: address) else { continue }
      try writer.rewrite(draft, from: number, in: database)
    }
    try finishPendingEntities(isFirst: false)
  }

  /// The entities whose words and filters are to be written, in an order that does not depend on hashing, so that two builds of
  /// one directory are the same.
  var pendingEntities: [RecordAddress] {
    touched.union(changed).sorted { ($0.kind.number, $0.id) < ($1.kind.number, $1.id) }
  }

  /// Forgets what was known of entities before they changed.
  func renewLinker() throws {
    for kind in kindsWithNames.keys { kindsWithNames[kind] = try relationStore.hasNames(kind) }
    let linker = EntityResolver(relationStore, drafts.vocabulary)
    drafts = ArticleIndexer(linker: linker, vocabulary: drafts.vocabulary)
    articleCheck = ArticleCheck(known: linker)
  }

  /// Checks the entities that were settled.
  /// - Parameter isFirst: true where there were none before.
  func finishPendingEntities(isFirst: Bool) throws {
    try checkEntities(isFirst: isFirst)
    (changed, touched, previousParents) = ([], [], [:])
  }

  /// An organisation that is a part of another one now takes its own parts with it, and whatever they are tied to.
  private func touchMovedParts() throws {
    for address in changed where address.kind == .organisation {
      let isMoved = try previousParents[address.id] != .some(relationStore.parent(of: address))
      guard isMoved else { continue }
      for part in try relationStore.parts(ofOrganisation: address.id).map({ RecordAddress(.organisation, $0) }) {
        touched.insert(part)
        touched.formUnion(try relationStore.neighbours(of: part))
      }
    }
  }
}
