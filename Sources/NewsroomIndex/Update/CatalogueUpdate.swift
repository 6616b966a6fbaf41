import Foundation
import GRDB
import NewsroomModel

/// One run of bringing the catalogue up to date.
///
/// Entities first, in one transaction: their ties decide what articles are linked with. Then articles that are linked with a
/// changed entity, which the first transaction wrote down as stale, so that a kill in between forgets none of them. Then the
/// articles of new and changed files, in batches.
final class CatalogueUpdate {
  let directory: DataDirectory
  let database: Database
  let ties: Ties
  var writer: RecordWriter
  var drafts: ArticleDrafts
  var summary = UpdateSummary()
  private let progress: (UpdateProgress) -> Void
  private let isCancelled: () -> Bool
  private var state = UpdateProgress(filesDone: 0, filesTotal: 0, bytesDone: 0, bytesTotal: 0, records: 0, commits: 0)
  private var lastReport = ContinuousClock.now
  private var batch = 0
  private var batchLimit = 500
  /// Entities that were changed since articles were last looked at.
  var changed: Set<RecordAddress> = []
  /// Entities that depend on a changed one, as it was or as it is.
  var touched: Set<RecordAddress> = []

  init(
    _ directory: DataDirectory, _ database: Database, _ progress: @escaping (UpdateProgress) -> Void,
    _ isCancelled: @escaping () -> Bool
  ) throws {
    (self.directory, self.database, ties) = (directory, database, Ties(database: database))
    (self.progress, self.isCancelled) = (progress, isCancelled)
    writer = try RecordWriter(database)
    drafts = ArticleDrafts(linker: Linker(ties), vocabulary: Vocabulary(ties))
  }

  func run() throws -> UpdateSummary {
    let walk = directory.walk()
    let comparison = try FileComparison(walk.files, database)
    (summary.filesUnchanged, summary.filesRemoved) = (comparison.unchangedCount, comparison.removedCount)
    let isIdle = try comparison.changed.isEmpty && comparison.void.isEmpty && staleCount() == 0
    guard !isIdle else { return summary }
    do {
      try work(comparison, walk.problems)
    } catch {
      if database.isInsideTransaction { try? database.rollback() }
      throw error
    }
    return summary
  }

  private func work(_ comparison: FileComparison, _ walkProblems: [DataProblem]) throws {
    try database.beginTransaction(.immediate)
    let files = try removeVoid(comparison)
    try writeProblems(walkProblems, file: 0)
    state.filesTotal = files.count
    state.bytesTotal = files.reduce(0) { $0 + $1.size }
    for file in files where file.kind != .article { try read(file) }
    try settleEntities()
    try commit()
    try renewStale()
    for file in files where file.kind == .article { try read(file) }
    if !changed.isEmpty { try settleEntities() }
    try writeLinkProblems()
    try commit()
    try renewStale()
    try finish()
  }

  private func finish() throws {
    try writer.finish(database)
    try database.commit()
    report(always: true)
  }

  /// Commits what was written so far and begins the next batch.
  func commit() throws {
    try writer.finish(database)
    try database.commit()
    state.commits += 1
    batch = 0
    report(always: true)
    try database.beginTransaction(.immediate)
  }

  /// Counts a record, and commits when the batch is full. The first batches are small, so that a list is there at once.
  func didWrite() throws {
    (batch, state.records) = (batch + 1, state.records + 1)
    summary.recordsChanged += 1
    if batch % 64 == 0 {
      if isCancelled() { throw CancellationError() }
      report(always: false)
    }
    guard batch >= batchLimit else { return }
    batchLimit = min(batchLimit * 4, Posting.chunkSize)
    try commit()
  }

  private func report(always: Bool) {
    let now = ContinuousClock.now
    guard always || now - lastReport > .milliseconds(100) else { return }
    lastReport = now
    progress(state)
  }

  /// Reads a file and writes its records and problems. Until it is read to its end it counts as unread.
  private func read(_ file: DataFile) throws {
    if isCancelled() { throw CancellationError() }
    try database.cachedStatement(
      sql: "INSERT INTO file(path, size, modified, kind, is_complete) VALUES (?, ?, ?, ?, 0)"
    )
    .execute(arguments: [file.path, file.size, file.modified, file.kind?.number])
    let number = Int(database.lastInsertedRowID)
    let problems = try directory.read(file) { try take($0, fromFile: number) }
    try writeProblems(problems, file: number)
    try database.cachedStatement(sql: "UPDATE file SET is_complete = 1 WHERE id = ?").execute(arguments: [number])
    summary.filesRead += 1
    (state.filesDone, state.bytesDone) = (state.filesDone + 1, state.bytesDone + file.size)
    report(always: false)
  }

  private func take(_ located: LocatedRecord, fromFile number: Int) throws {
    let place = RecordPlace(file: number, location: located.location)
    let isNew =
      if case .article(let article) = located.record {
        try write(article, at: place, isPartial: located.isPartial)
      } else {
        try register(located, at: place)
      }
    if isNew { try didWrite() } else { try noteDuplicate(located.record.address, place) }
  }

  func write(_ article: Article, at place: RecordPlace, isPartial: Bool) throws -> Bool {
    var draft = try drafts.draft(article)
    if isPartial { draft.mark = draft.mark ?? "read in part" }
    return try writer.write(draft, at: place, to: database)
  }
}
