import Collation
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
  let relationStore: RelationStore
  var writer: RecordWriter
  var drafts: ArticleIndexer
  var summary = UpdateSummary()
  private let progress: (UpdateProgress) -> Void
  private let isCancelled: () -> Bool
  private var state = UpdateProgress(filesDone: 0, filesTotal: 0, bytesDone: 0, bytesTotal: 0, records: 0, commits: 0)
  private var lastReport = ContinuousClock.now
  /// The file of articles being read; 0 while it is none.
  private(set) var articleFile = 0
  private let isFirstBuild: Bool
  /// Where the article before stands: an event that stands there too is announced by it.
  private var lastArticle: RecordLocation?
  /// Files of which the first articles were written beforehand, by path.
  private var firstFiles: [String: Int] = [:]
  /// Opens the connection through which articles are linked while others are written; nil in memory.
  private let openLinking: (() throws -> DatabaseQueue)?
  private let names: NameCollation
  /// Files with a record that another file, to be read before them, turned out to have as well. They count as unread.
  var superseded: Set<String> = []
  /// Entities that were changed since articles were last looked at.
  var changed: Set<RecordAddress> = []
  /// The wholes that changed organisations were parts of before.
  var previousParents: [String: String?] = [:]
  /// Entities that depend on a changed one, as it was or as it is.
  var touched: Set<RecordAddress> = []
  /// Entities of which something else may be wrong now, whether they are written anew or not.
  var toValidate: Set<RecordAddress> = []
  /// The entities that were read since they were last checked; held in memory until then.
  var entities = InMemoryRecords()
  /// Records of the present file that stood before.
  var duplicates: [RecordIssue] = []
  /// Of which kinds there were any at the beginning, and later when articles were last looked at for that.
  var kindsWithNames: [RecordKind: Bool] = [:]
  var articleCheck: ArticleCheck<EntityResolver>
  /// Collections with articles among their records, by path: they are read a second time for these, once all entities are known.
  private var filesWithMixedKinds: [String: Int] = [:]

  init(
    _ directory: DataDirectory, _ database: Database, names: NameCollation, linking: (() throws -> DatabaseQueue)?,
    _ progress: @escaping (UpdateProgress) -> Void,
    _ isCancelled: @escaping () -> Bool
  ) throws {
    (self.directory, self.database, relationStore) = (directory, database, RelationStore(database: database))
    (self.progress, self.isCancelled) = (progress, isCancelled)
    (self.names, openLinking) = (names, linking)
    writer = try RecordWriter(database, names: names)
    isFirstBuild = writer.next == 1
    let vocabulary = FilterValueWriter()
    drafts = ArticleIndexer(linker: EntityResolver(relationStore, vocabulary), vocabulary: vocabulary)
    articleCheck = ArticleCheck(known: drafts.linker)
    for kind in [RecordKind.person, .organisation, .event] { kindsWithNames[kind] = try relationStore.hasNames(kind) }
  }

  func run(_ scope: UpdateScope) throws -> UpdateSummary {
    let paths = try isFirstBuild || followsLinks() ? nil : scope.paths.map(addingUnread)
    let walk = paths.map(directory.walk(paths:)) ?? directory.walk()
    var comparison = try FileComparison(walk.files, below: paths, isUnread: walk.isUnread, database)
    let faults = try keepUnread(&comparison)
    summary.filesUnread += walk.unreadPaths.count
    if scope.skipsIncompleteFiles { postponeUnfinished(&comparison) }
    (summary.filesUnchanged, summary.filesRemoved) = (comparison.unchangedCount, comparison.removedCount)
    summary.hasOtherEntryProblems =
      try hasOtherEntryProblems(walk.problems, below: paths) || hasOtherSettingsProblems()
    let isSame = try walk.followsLinks == followsLinks() || paths != nil && !walk.followsLinks
    let isIdle =
      try comparison.changed.isEmpty && comparison.tombstones.isEmpty && faults.isEmpty && staleCount() == 0
      && !hasUnsettled()
    guard !isIdle || !isSame || summary.hasOtherEntryProblems else { return summary }
    do {
      try work(comparison) {
        try writeEntryProblems(walk, below: paths)
        try note(faults)
      }
    } catch {
      if database.isInsideTransaction { try? database.rollback() }
      throw error
    }
    return summary
  }

  /// Leaves out files that somebody is still writing. Many files at once are not looked at twice: each tells its own end.
  private func postponeUnfinished(_ comparison: inout FileComparison) {
    guard comparison.changed.count <= 200 else { return }
    summary.filesDeferred = Set(comparison.changed.filter(directory.isUnfinished).map(\.path))
    comparison.postpone(summary.filesDeferred)
  }

  private func work(_ comparison: FileComparison, writeEntryProblems: () throws -> Void) throws {
    try database.beginTransaction(.immediate)
    try writeEntryProblems()
    let files = try removeVoid(comparison)
    state.filesTotal = files.count
    state.bytesTotal = files.reduce(0) { $0 + $1.size }
    try resumePendingEntities()
    if isFirstBuild { try writeFirstArticles(files) }
    for file in files where file.kind != .article { try read(file) }
    let articleFiles = files.filter { $0.kind == .article || filesWithMixedKinds[$0.path] != nil }
    if isFirstBuild {
      try cutCircles(entities)
      // No article depends on the entities yet, so they are settled like articles: prepared there and written here.
      try renewLinker()
      try commit()
      try takeProduced(settling: pendingEntities, articleFiles)
    } else {
      try indexEntities()
      try commit()
      try renewStale()
      try commit()
      try takeProduced(settling: [], articleFiles)
    }
    try indexEntities()
    try commit()
    try renewStale()
    try renewSettingsProblems()
    try finish()
  }

  /// As many articles as the tallest terminals show.
  private static let firstArticles = 60

  /// Writes the first few articles before anything else, so that a list is there at once. They are not linked yet, have the words
  /// of their headlines alone and count as unread; they give way when their files are read.
  private func writeFirstArticles(_ files: [DataFile]) throws {
    struct Enough: Error {}
    var written = 0
    for file in files where file.kind == .article && written < Self.firstArticles {
      let number = try begin(file)
      firstFiles[file.path] = number
      do {
        _ = try directory.read(file) { located in
          guard case .article(let article) = located.record else { return }
          let place = RecordPlace(file: number, location: located.location)
          if try write(article, at: place, isPartial: located.isPartial, withText: false) { written += 1 }
          if written >= Self.firstArticles { throw Enough() }
        }
      } catch is Enough {}
    }
    if written > 0 { try commit() }
  }

  /// Whether an earlier run was cut short before it settled the entities that it wrote: their files are all read by then.
  private func hasUnsettled() throws -> Bool {
    try Int.fetchOne(database, sql: "SELECT 1 FROM record WHERE number < 0 LIMIT 1") != nil
  }

  /// Entities that an earlier run wrote and did not come to settle.
  private func resumePendingEntities() throws {
    for row in try Row.fetchAll(database, sql: "SELECT kind, id FROM record WHERE number < 0") {
      if let kind = RecordKind(number: row[0]) { changed.insert(RecordAddress(kind, row[1])) }
    }
  }

  /// Enough for two threads to go on while the third sorts the postings of a batch or commits it.
  private static let parcelsWaiting = 20

  /// Reads entities and articles on a thread of its own, prepares them on another and writes them on this one. Without a second
  /// connection, in memory, all of it happens here.
  private func takeProduced(settling addresses: [RecordAddress], _ files: [DataFile]) throws {
    guard !addresses.isEmpty || !files.isEmpty else { return }
    var preparation = BatchAnalyzer(next: writer.next, names: names, batchLimit: firstBatch)
    let directory = directory
    guard let linking = try openLinking?() else {
      var reader = ArticleReader(directory, relationStore) { try self.take(preparation.prepare($0)) }
      try reader.settle(addresses)
      try reader.run(files)
      return try take(preparation.finish())
    }
    let pieces = Channel<[ArticleReader.Piece]>(capacity: Self.parcelsWaiting) { channel in
      try linking.unsafeRead { database in
        var reader = ArticleReader(directory, RelationStore(database: database), send: channel.send)
        try database.inTransaction(.deferred) {
          try reader.settle(addresses)
          return .commit
        }
        // Without a transaction: a snapshot held for as long as a build takes would keep the WAL from being emptied.
        try reader.run(files)
      }
    }
    let jobs = Channel<[BatchAnalyzer.Job]>(capacity: Self.parcelsWaiting) { [preparation] channel in
      defer { pieces.close() }
      var preparation = preparation
      while let parcel = try pieces.receive() { try channel.send(preparation.prepare(parcel)) }
      try channel.send(preparation.finish())
    }
    defer { jobs.close() }
    while let parcel = try jobs.receive() { try take(parcel) }
  }

  /// How many records are in the first batch; later ones are larger. A first build of much shows a few soon; one of little takes
  /// no time, and all at once takes less of it.
  private var firstBatch: Int { isFirstBuild ? directory.isSmall ? PostingListCodec.chunkSize : 300 : 2_000 }

  private func take(_ jobs: [BatchAnalyzer.Job]) throws {
    for job in jobs {
      switch job {
      case .begin(let file): articleFile = try filesWithMixedKinds[file.path] ?? begin(file)
      case .settled(let record, let old): try writer.rewrite(record, from: old, in: database)
      case .endOfEntities: try finishPendingEntities(isFirst: true)
      case .article(let record):
        lastArticle = record.location
        try take(record)
      case .entity(let located):
        if filesWithMixedKinds[located.location.path] == nil {
          try take(located, fromFile: articleFile, isAnnounced: located.location == lastArticle)
        }
      case .vocabulary(let notes): for note in notes { try note.write(to: database) }
      case .postings(let postings): try PostingsWriter.write(postings, to: database)
      case .commit(let next):
        writer.next = next
        try commit()
      case .end(let file, let problems):
        try end(file, articleFile, filesWithMixedKinds[file.path] == nil ? problems : [])
      }
    }
    try checkCancellation()
  }

  /// Ends the run where that is wanted, and reports now and then.
  func checkCancellation() throws {
    if isCancelled() { throw CancellationError() }
    report(always: false)
  }

  private func take(_ record: AnalyzedDocument) throws {
    if try writer.write(record, file: articleFile, to: database) {
      try writeProblems(record.problems, file: articleFile, record: record.number)
      didWrite()
    } else {
      try takeVersion(record, RecordPlace(file: articleFile, location: record.location))
    }
  }

  private func finish() throws {
    for note in drafts.vocabulary.takeNotes() { try note.write(to: database) }
    // Made when everything is there: filling an index in the order of reading takes several times as long.
    try database.execute(sql: "CREATE INDEX IF NOT EXISTS record_name ON record(kind, sort_name, id)")
    try writer.finish(database)
    try forgetUnread()
    try database.commit()
    report(always: true)
    emptyLog()
    if state.records > 1_000 { database.releaseMemory() }
  }

  /// Moves what was written from SQLite's log into the file: the next start would have to go through all of it first. Nobody
  /// is waited for long; while somebody reads, a later update does it.
  private func emptyLog() {
    try? database.execute(sql: "PRAGMA busy_timeout = 200")
    _ = try? database.checkpoint(.truncate)
    try? database.execute(sql: "PRAGMA busy_timeout = \(CatalogueFile.patience)")
  }

  /// Commits what was written so far and begins the next batch.
  func commit() throws {
    for note in drafts.vocabulary.takeNotes() { try note.write(to: database) }
    try writer.finish(database)
    try database.commit()
    state.commits += 1
    report(always: true)
    try database.beginTransaction(.immediate)
  }

  /// Counts a record.
  func didWrite() {
    state.records += 1
    summary.recordsChanged += 1
  }

  private func report(always: Bool) {
    let now = ContinuousClock.now
    guard always || now - lastReport > .milliseconds(100) else { return }
    lastReport = now
    progress(state)
  }

  /// Reads a file of entities and writes its records and problems.
  private func read(_ file: DataFile) throws {
    if isCancelled() { throw CancellationError() }
    let number = try begin(file)
    let problems = try directory.read(file) { located in
      if located.record.address.kind == .article {
        filesWithMixedKinds[file.path] = number
      } else {
        try take(located, fromFile: number, isAnnounced: false)
      }
    }
    if filesWithMixedKinds[file.path] == nil {
      try end(file, number, problems)
    } else {
      try writeProblems(problems, file: number)
    }
    report(always: false)
  }

  /// Notes a file. Until it is read to its end it counts as unread.
  private func begin(_ file: DataFile) throws -> Int {
    if let first = firstFiles.removeValue(forKey: file.path) { try removeRecords(ofFile: first) }
    try database.cachedStatement(
      sql: "INSERT INTO file(path, size, modified, changed, kind, is_complete) VALUES (?, ?, ?, ?, ?, 0)"
    ).execute(arguments: [file.path, file.size, file.modified, file.changed, file.kind?.number])
    return Int(database.lastInsertedRowID)
  }

  private func end(_ file: DataFile, _ number: Int, _ problems: [Diagnostic]) throws {
    try writeProblems(problems, file: number)
    if !duplicates.isEmpty { try writeDuplicates(ofFile: number) }
    if problems.contains(where: { $0.code == .unreadable }) {
      // It goes on counting as unread, so that the next update tries again.
      summary.filesUnread += 1
      try rememberUnread()
    } else {
      try database.cachedStatement(sql: "UPDATE file SET is_complete = 1 WHERE id = ?").execute(arguments: [number])
      summary.filesRead += 1
    }
    (state.filesDone, state.bytesDone) = (state.filesDone + 1, state.bytesDone + file.size)
  }

  private func take(_ located: LocatedRecord, fromFile number: Int, isAnnounced: Bool) throws {
    let place = RecordPlace(file: number, location: located.location)
    if try register(located, at: place, isAnnounced: isAnnounced) {
      didWrite()
    } else {
      try noteDuplicate(located.record.address, place, isAnnounced: isAnnounced)
    }
  }

  func write(_ article: Article, at place: RecordPlace, isPartial: Bool, withText: Bool = true) throws -> Bool {
    var draft = try drafts.draft(article)
    if !withText { (draft.texts, draft.body) = ([], nil) }
    if isPartial { draft.mark = draft.mark ?? "read in part" }
    return try writer.write(draft, at: place, to: database)
  }
}
