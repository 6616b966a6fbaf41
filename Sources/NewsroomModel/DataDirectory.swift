import Foundation

/// A directory of JSON records, as data/README.md describes it.
///
/// Reading gives records *and* problems, never all or nothing. Nothing is ever written.
///
///     let directory = try DataDirectory(path: "data")
///     for file in directory.files() {
///       let problems = directory.read(file) { located in print(located.record.address) }
///     }
public struct DataDirectory: Sendable {
  /// The directory's real path, links resolved.
  public let root: String

  /// Opens the directory at `path`.
  /// - Throws: ``DataDirectoryError`` when there is none, or when it cannot be read.
  public init(path: String) throws(DataDirectoryError) {
    guard let resolved = realpath(path, nil) else { throw DataDirectoryError(path: path, errno: errno) }
    defer { free(resolved) }
    root = String(cString: resolved)
    var status = stat()
    guard stat(root, &status) == 0 else { throw DataDirectoryError(path: path, errno: errno) }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw .notADirectory(path: path) }
    guard access(root, R_OK | X_OK) == 0 else { throw .unreadable(path: path) }
  }

  /// Every file that may hold records, sorted by path, with what is needed to tell whether it changed.
  public func files() -> [DataFile] { walk().files }

  /// Every file that may hold records, and what is wrong with those that may not be read: links that lead out of the
  /// directory, names that are not UTF-8, folders that may not be opened.
  public func walk() -> DirectoryWalk { DirectoryWalk(root: root) }

  /// Reads `file` from first to last record, giving each to `body` as soon as it is read, so that a file of any size takes
  /// little memory.
  /// - Returns: what is wrong in the file.
  public func read(_ file: DataFile, _ body: (LocatedRecord) throws -> Void) rethrows -> [DataProblem] {
    let context = ReadingContext(path: file.path)
    try FileReading(file: file, context: context).read(below: root, body)
    return context.problems
  }

  /// Reads one record again from where it stands; nil when it is not there any more.
  public func record(_ kind: RecordKind, at location: RecordLocation) -> Record? {
    RecordAgain(root: root, kind: kind, location: location).record
  }

  /// `newsroom.json`, where there is one: the name of the newsroom, the organisation it belongs to, its language.
  public func settings() -> NewsroomSettings { NewsroomSettings() }
}

/// What `newsroom.json` says.
public struct NewsroomSettings: Hashable, Sendable {
  /// The name of the newsroom.
  public var name: String?
  /// The organisation whose newsroom it is.
  public var homeOrganizationID: String?
  /// BCP 47 tag.
  public var language: String?

  /// Settings of which nothing is known.
  public init() {}
}

/// A file of the data directory and its fingerprint: while path, size and time stay, its records stay.
public struct DataFile: Hashable, Sendable {
  /// Path below the data directory.
  public var path: String
  /// The kind of record it holds; nil for a Popolo collection, which may hold several.
  public var kind: RecordKind?
  /// Size in bytes.
  public var size: Int
  /// Time of last modification in nanoseconds since 1970.
  public var modified: Int64

  /// A file put together from its parts.
  public init(path: String, kind: RecordKind?, size: Int, modified: Int64) {
    (self.path, self.kind, self.size, self.modified) = (path, kind, size, modified)
  }
}

/// A record and where it stands.
public struct LocatedRecord: Hashable, Sendable {
  /// The record.
  public var record: Record
  /// Where it stands.
  public var location: RecordLocation
  /// True where something of the record could not be used, so that it is shown in part.
  public var isPartial: Bool

  /// A record with its place.
  public init(record: Record, location: RecordLocation, isPartial: Bool = false) {
    (self.record, self.location, self.isPartial) = (record, location, isPartial)
  }
}
