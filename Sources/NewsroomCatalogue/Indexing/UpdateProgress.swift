/// How far an update has come.
public struct UpdateProgress: Hashable, Sendable {
  /// Files that are done with.
  public var filesDone: Int
  /// Files that have to be read.
  public var filesTotal: Int
  /// Bytes of the files that are done with.
  public var bytesDone: Int
  /// Bytes of the files that have to be read.
  public var bytesTotal: Int
  /// Records read so far.
  public var records: Int
  /// Counts up whenever there is something new to show; lists asked again show it.
  public var commits: Int
}

/// What an update did.
public struct UpdateSummary: Hashable, Sendable {
  /// Files read because they were new or had changed.
  public var filesRead = 0
  /// Files whose fingerprint had not changed.
  public var filesUnchanged = 0
  /// Files that were in the catalogue and are not there any more.
  public var filesRemoved = 0
  /// Files and folders that could not be read; every update tries them again.
  public var filesUnread = 0
  /// Records that were added, removed or written anew.
  public var recordsChanged = 0
  /// Files that seemed to be half-written, so that they were left as they were; they are to be looked at again soon.
  public var filesDeferred: Set<String> = []
  /// True when what is wrong with the directory's entries, as opposed to their contents, is not what it was.
  public var hasOtherEntryProblems = false
  /// True when another process was updating the catalogue, so that this one did nothing.
  public var isLockedByAnotherProcess = false

  /// Whether lists may look different now.
  public var hasChanges: Bool { recordsChanged > 0 || filesRead > 0 || filesRemoved > 0 || hasOtherEntryProblems }
}

extension UpdateSummary {
  /// What this and a further round did together.
  func adding(_ further: UpdateSummary) -> UpdateSummary {
    var sum = self
    sum.filesRead += further.filesRead
    sum.filesUnread = max(sum.filesUnread, further.filesUnread)
    sum.recordsChanged += further.recordsChanged
    sum.filesDeferred.formUnion(further.filesDeferred)
    return sum
  }
}

/// Which files an update looks at, and how.
public struct UpdateScope: Hashable, Sendable {
  /// Paths below the data directory, looked at with all that is below them; nil for everything.
  public var paths: Set<String>?
  /// Whether files that seem to be half-written are left as they were.
  public var skipsIncompleteFiles: Bool

  /// A scope put together from its parts; without any, everything.
  public init(paths: Set<String>? = nil, skipsIncompleteFiles: Bool = false) {
    (self.paths, self.skipsIncompleteFiles) = (paths, skipsIncompleteFiles)
  }
}
