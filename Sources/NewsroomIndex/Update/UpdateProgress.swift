/// How far an update has come.
package struct UpdateProgress: Hashable, Sendable {
  /// Files that are done with.
  package var filesDone: Int
  /// Files that have to be read.
  package var filesTotal: Int
  /// Bytes of the files that are done with.
  package var bytesDone: Int
  /// Bytes of the files that have to be read.
  package var bytesTotal: Int
  /// Records read so far.
  package var records: Int
  /// Counts up whenever there is something new to show; lists asked again show it.
  package var commits: Int
}

/// What an update did.
package struct UpdateSummary: Hashable, Sendable {
  /// Files read because they were new or had changed.
  package var filesRead = 0
  /// Files whose fingerprint had not changed.
  package var filesUnchanged = 0
  /// Files that were in the catalogue and are not there any more.
  package var filesRemoved = 0
  /// Records that were added, removed or written anew.
  package var recordsChanged = 0
  /// True when another process was updating the catalogue, so that this one did nothing.
  package var isBusyElsewhere = false

  /// Whether lists may look different now.
  package var hasChanges: Bool { recordsChanged > 0 || filesRead > 0 || filesRemoved > 0 }
}
