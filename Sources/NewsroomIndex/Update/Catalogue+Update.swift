import GRDB
import NewsroomModel

extension Catalogue {
  /// Brings the catalogue up to date with the files. Only files whose fingerprint changed are read.
  ///
  /// What was read is committed in batches, so that lists fill while a big directory is read for the first time, and so that
  /// a kill loses at most one batch. Runs on the calling thread.
  /// - Parameters:
  ///   - progress: called from the calling thread, a few times a second.
  ///   - isCancelled: asked often; true makes the update stop with `CancellationError`, keeping what was committed.
  public func update(
    progress: (UpdateProgress) -> Void = { _ in }, isCancelled: () -> Bool = { false }
  ) throws -> UpdateSummary {
    let lock = file.map { UpdateLock($0) }
    if case .some(.none) = lock { return UpdateSummary(isBusyElsewhere: true) }
    return try withoutActuallyEscaping(progress) { progress in
      try withoutActuallyEscaping(isCancelled) { isCancelled in
        try writer.writeWithoutTransaction { database in
          let linking = try file?.openReader()
          let update = try CatalogueUpdate(directory, database, linking: linking, progress, isCancelled)
          return try update.run()
        }
      }
    }
  }
}
