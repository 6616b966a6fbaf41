import GRDB
import NewsroomModel

extension Catalogue {
  /// Brings the catalogue up to date with the files. Only files whose fingerprint changed are read.
  ///
  /// What was read is committed in batches, so that lists fill while a big directory is read for the first time, and so that
  /// a kill loses at most one batch. Runs on the calling thread.
  /// - Parameters:
  ///   - scope: which files to look at. Where links lead to other files of the directory, always all: a change is told by one
  ///     of their paths only.
  ///   - progress: called from the calling thread, a few times a second.
  ///   - isCancelled: asked often; true makes the update stop with `CancellationError`, keeping what was committed.
  /// - Throws: `DataDirectoryError` when the directory is not there any more, or bare; the catalogue stays as it was.
  public func update(
    _ scope: UpdateScope = UpdateScope(), progress: (UpdateProgress) -> Void = { _ in },
    isCancelled: () -> Bool = { false }
  ) throws -> UpdateSummary {
    try directory.checkPresence()
    if directory.isBare, try !hasNoRecords() { throw DataDirectoryError.emptied(path: directory.root) }
    try reopenIfDeleted()
    // A file that proves damaged is left for another, and that, when the disk is full, for memory.
    for _ in 0..<3 {
      let store = store
      do {
        return try update(store, scope, progress, isCancelled)
      } catch let error as DatabaseError {
        guard try replace(store, after: error) else { throw error }
      }
    }
    return try update(store, scope, progress, isCancelled)
  }

  private func update(
    _ store: CatalogueStore, _ scope: UpdateScope, _ progress: (UpdateProgress) -> Void, _ isCancelled: () -> Bool
  ) throws -> UpdateSummary {
    guard let file = store.file else { return try run(store, scope, progress, isCancelled) }
    guard let lock = try UpdateLock(file) else { return UpdateSummary(isLockedByAnotherProcess: true) }
    return try withExtendedLifetime(lock) { try run(store, scope, progress, isCancelled) }
  }

  private func run(
    _ store: CatalogueStore, _ scope: UpdateScope, _ progress: (UpdateProgress) -> Void, _ isCancelled: () -> Bool
  ) throws -> UpdateSummary {
    // A build takes some hundred megabytes, and browsing a fifth of them; the rest goes back to the system.
    defer { Allocator.trim() }
    return try withoutActuallyEscaping(progress) { progress in
      try withoutActuallyEscaping(isCancelled) { isCancelled in
        try store.writer.writeWithoutTransaction { database in
          var (summary, scope) = (UpdateSummary(), scope)
          // Each round moves a record to an earlier file, so there is an end; the number only guards against errors.
          for round in 0..<20 {
            let update = try CatalogueUpdate(
              directory, database, names: names, linking: store.file.map { file in { try file.openReader() } },
              progress, isCancelled)
            let more = try update.run(scope)
            summary = round == 0 ? more : summary.adding(more)
            if update.superseded.isEmpty { break }
            scope.paths = update.superseded
          }
          return summary
        }
      }
    }
  }
}
