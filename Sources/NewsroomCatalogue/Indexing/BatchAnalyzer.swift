import Collation
import NewsroomModel

/// Prepares the records that an ``ArticleReader`` read and says where batches end. Needs no database; runs on a thread of its
/// own between the one that reads and the one that writes.
struct BatchAnalyzer {
  /// A piece of work for the thread that writes, to be done in order.
  enum Job: Sendable {
    /// The records that follow come from this file.
    case begin(DataFile)
    /// An entity that was noted before under this number.
    case settled(AnalyzedDocument, from: Int)
    /// All entities were handed on.
    case endOfEntities
    /// An article.
    case article(AnalyzedDocument)
    /// An entity found among the articles.
    case entity(LocatedRecord)
    /// Filter values that were not written down yet.
    case vocabulary([FilterValueCount])
    /// The tokens of the records since the last postings.
    case postings(AnalyzedPostings)
    /// The end of a batch; everything before is complete and can be committed.
    case commit(next: Int)
    /// The file was read to its end.
    case end(DataFile, [Diagnostic])
  }

  private var preparation: DocumentAnalyzer
  private var jobs: [Job] = []
  private var batch = 0
  private var batchLimit: Int

  /// - Parameters:
  ///   - next: the number of the first record.
  ///   - batchLimit: records in the first batch; later ones are larger, up to a chunk.
  init(next: Int, names: NameCollation, batchLimit: Int) {
    preparation = DocumentAnalyzer(next: next, names: names)
    self.batchLimit = batchLimit
  }

  /// What is to be written for these pieces.
  mutating func prepare(_ pieces: [ArticleReader.Piece]) -> [Job] {
    for piece in pieces {
      switch piece {
      case .begin(let file): jobs.append(.begin(file))
      case .settled(let draft, let old): add { .settled($0.prepare(draft, at: .none), from: old) }
      case .endOfEntities:
        jobs.append(.endOfEntities)
        endBatch()
      case .article(let draft, let location, let problems):
        add {
          var record = $0.prepare(draft, at: location)
          record.problems = problems
          return .article(record)
        }
      case .entity(let located): jobs.append(.entity(located))
      case .vocabulary(let notes): jobs.append(.vocabulary(notes))
      case .end(let file, let problems): jobs.append(.end(file, problems))
      }
    }
    return takeJobs()
  }

  /// What is to be written last.
  mutating func finish() -> [Job] {
    endBatch()
    return takeJobs()
  }

  private mutating func add(_ job: (inout DocumentAnalyzer) -> Job) {
    if preparation.isAtChunkEnd { endBatch() }
    jobs.append(job(&preparation))
    batch += 1
    if batch >= batchLimit { endBatch() }
  }

  private mutating func endBatch() {
    if let postings = preparation.takePostings() { jobs.append(.postings(postings)) }
    jobs.append(.commit(next: preparation.next))
    (batch, batchLimit) = (0, min(batchLimit * 4, PostingListCodec.chunkSize))
  }

  private mutating func takeJobs() -> [Job] {
    defer { jobs.removeAll(keepingCapacity: true) }
    return jobs
  }
}
