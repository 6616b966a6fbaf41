import Collation
import NewsroomModel

/// Reads files of articles and prepares their records, handing them on in parcels; before them, in a first build, the entities.
///
/// Runs on a thread of its own beside the one that writes, because parsing and folding take as long as SQLite does. It only
/// reads from the database, through a connection that was made for it.
struct ArticleProducer {
  /// A piece of work for the thread that writes, to be done in order.
  enum Job: Sendable {
    /// The records that follow come from this file.
    case begin(DataFile)
    /// An entity that was noted before under this number.
    case settled(PreparedRecord, from: Int)
    /// All entities were handed on.
    case endOfEntities
    /// An article.
    case article(PreparedRecord)
    /// An entity found among the articles.
    case entity(LocatedRecord)
    /// Filter values that were not written down yet.
    case vocabulary([VocabularyNote])
    /// The tokens of the articles since the last postings.
    case postings(PreparedPostings)
    /// The end of a batch; everything before is complete and can be committed.
    case commit(next: Int)
    /// The file was read to its end.
    case end(DataFile, [DataProblem])
  }

  private let directory: DataDirectory
  private let drafts: ArticleDrafts
  private var check: ArticleCheck<Linker>
  private let send: ([Job]) throws -> Void
  private var preparation: RecordPreparation
  private var parcel: [Job] = []
  private var parcelBytes = 0
  /// Parcels hold no more text than this and one record: several wait to be written, and records may be of any size.
  private static let parcelSize = 250_000
  private var batch = 0
  private var batchLimit: Int

  /// - Parameters:
  ///   - next: the number of the first record.
  ///   - batchLimit: records in the first batch; later ones are larger, up to a chunk.
  init(
    _ directory: DataDirectory, _ ties: Ties, next: Int, names: NameOrder, batchLimit: Int,
    send: @escaping ([Job]) throws -> Void
  ) {
    let vocabulary = Vocabulary()
    (self.directory, self.send, self.batchLimit) = (directory, send, batchLimit)
    drafts = ArticleDrafts(linker: Linker(ties, vocabulary), vocabulary: vocabulary)
    check = ArticleCheck(known: drafts.linker)
    preparation = RecordPreparation(next: next, names: names)
  }

  /// Prepares entities whose ties are all known.
  mutating func settle(_ addresses: [RecordAddress]) throws {
    let entities = EntityDrafts(drafts.linker, drafts.vocabulary)
    for address in addresses {
      guard let (draft, number) = try entities.draft(of: address) else { continue }
      if preparation.isAtChunkEnd { try endBatch() }
      let record = preparation.prepare(draft, at: .none)
      try hand(.settled(record, from: number), record)
    }
    parcel.append(.endOfEntities)
    try endBatch()
  }

  /// Reads the files one after another.
  mutating func run(_ files: [DataFile]) throws {
    for file in files {
      parcel.append(.begin(file))
      let problems = try directory.read(file, placing: { try take($0, $1) })
      parcel.append(.end(file, problems))
    }
    try endBatch()
    try sendParcel()
  }

  private mutating func take(_ located: LocatedRecord, _ places: RecordPlaces) throws {
    guard case .article(let article) = located.record else {
      parcel.append(.entity(located))
      return
    }
    if preparation.isAtChunkEnd { try endBatch() }
    var draft = try drafts.draft(article)
    if located.isPartial { draft.mark = draft.mark ?? "read in part" }
    var record = preparation.prepare(draft, at: located.location)
    record.problems = try places.problems(check.findings(in: article, located)).map(\.problem)
    try hand(.article(record), record)
  }

  private mutating func hand(_ job: Job, _ record: PreparedRecord) throws {
    parcel.append(job)
    parcelBytes += record.names.utf8.count + record.body.utf8.count
    batch += 1
    if batch >= batchLimit { try endBatch() }
    if parcel.count >= 100 || parcelBytes >= Self.parcelSize { try sendParcel() }
  }

  private mutating func endBatch() throws {
    let notes = drafts.vocabulary.takeNotes()
    if !notes.isEmpty { parcel.append(.vocabulary(notes)) }
    if let postings = preparation.takePostings() { parcel.append(.postings(postings)) }
    parcel.append(.commit(next: preparation.next))
    (batch, batchLimit) = (0, min(batchLimit * 4, Posting.chunkSize))
  }

  private mutating func sendParcel() throws {
    guard !parcel.isEmpty else { return }
    try send(parcel)
    parcel.removeAll(keepingCapacity: true)
    parcelBytes = 0
  }
}
