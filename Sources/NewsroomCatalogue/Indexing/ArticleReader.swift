import NewsroomModel

/// Reads files of articles and drafts their records, handing them on in parcels; before them, in a first build, the entities.
///
/// Runs on a thread of its own, the first of three (see ``BatchAnalyzer``), because reading and linking, folding, and what
/// SQLite does take about as long as one another. It only reads from the database, through a connection that was made for it.
struct ArticleReader {
  /// What was read, in order.
  enum Piece: Sendable {
    /// The records that follow come from this file.
    case begin(DataFile)
    /// An entity that was noted before under this number.
    case settled(IndexDocument, from: Int)
    /// All entities were handed on.
    case endOfEntities
    /// An article, where it stands, and what is wrong between it and others.
    case article(IndexDocument, RecordLocation, [Diagnostic])
    /// An entity found among the articles.
    case entity(LocatedRecord)
    /// Filter values of the records that follow that were not written down yet.
    case vocabulary([FilterValueCount])
    /// The file was read to its end.
    case end(DataFile, [Diagnostic])
  }

  private let directory: DataDirectory
  private let drafts: ArticleIndexer
  private var check: ArticleCheck<EntityResolver>
  private let send: ([Piece]) throws -> Void
  private var parcel: [Piece] = []
  private var parcelBytes = 0
  /// Parcels hold no more of the data than this and one record: several wait to be prepared, and records may be of any size.
  private static let parcelSize = 250_000

  init(_ directory: DataDirectory, _ relationStore: RelationStore, send: @escaping ([Piece]) throws -> Void) {
    let vocabulary = FilterValueWriter()
    (self.directory, self.send) = (directory, send)
    drafts = ArticleIndexer(linker: EntityResolver(relationStore, vocabulary), vocabulary: vocabulary)
    check = ArticleCheck(known: drafts.linker)
  }

  /// Drafts entities whose ties are all known.
  mutating func settle(_ addresses: [RecordAddress]) throws {
    guard !addresses.isEmpty else { return }
    let entities = EntityIndexer(drafts.linker, drafts.vocabulary)
    for address in addresses {
      guard let (draft, number) = try entities.draft(of: address) else { continue }
      try hand(.settled(draft, from: number), bytes: draft.texts.reduce(0) { $0 + $1.utf8.count })
    }
    parcel.append(.endOfEntities)
  }

  /// Reads the files one after another.
  mutating func run(_ files: [DataFile]) throws {
    for file in files {
      parcel.append(.begin(file))
      let problems = try directory.read(file, placing: { try take($0, $1) })
      parcel.append(.end(file, problems))
    }
    try sendParcel()
  }

  private mutating func take(_ located: LocatedRecord, _ places: RecordLocator) throws {
    guard case .article(let article) = located.record else {
      return try hand(.entity(located), bytes: located.location.length)
    }
    var draft = try drafts.draft(article)
    if located.isPartial { draft.mark = draft.mark ?? "read in part" }
    let problems = try places.problems(check.issues(in: article, located)).map(\.problem)
    try hand(.article(draft, located.location, problems), bytes: located.location.length)
  }

  private mutating func hand(_ piece: Piece, bytes: Int) throws {
    parcel.append(piece)
    parcelBytes += bytes
    if parcel.count >= 100 || parcelBytes >= Self.parcelSize { try sendParcel() }
  }

  private mutating func sendParcel() throws {
    let notes = drafts.vocabulary.takeNotes()
    try send(notes.isEmpty ? parcel : [.vocabulary(notes)] + parcel)
    parcel.removeAll(keepingCapacity: true)
    parcelBytes = 0
  }
}
