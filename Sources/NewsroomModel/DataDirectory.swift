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
  private let frames = CollectionMetadataCache()

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

  /// The same for some paths below the directory and what lies below them, without looking at anything else.
  public func walk(paths: Set<String>) -> DirectoryWalk { DirectoryWalk(root: root, paths: paths) }

  /// Throws when the directory is not there any more, or may not be read now.
  public func checkPresence() throws(DataDirectoryError) { _ = try DataDirectory(path: root) }

  /// Whether nothing stands in the directory but hidden files.
  package var isBare: Bool {
    (try? FileManager.default.contentsOfDirectory(atPath: root))?.allSatisfy { $0.hasPrefix(".") } ?? false
  }

  /// Reads `file` from first to last record, giving each to `body` as soon as it is read, so that a file of any size takes
  /// little memory.
  /// - Returns: what is wrong in the file.
  public func read(_ file: DataFile, _ body: (LocatedRecord) throws -> Void) rethrows -> [Diagnostic] {
    let context = DecodingContext(path: file.path)
    try FileReader(file: file, context: context).read(below: root, body)
    return context.problems
  }

  /// The same, and with each record a way to find the place of what is found wrong in it; good for that call alone.
  package func read(
    _ file: DataFile, placing body: (LocatedRecord, RecordLocator) throws -> Void
  ) rethrows -> [Diagnostic] {
    let context = DecodingContext(path: file.path)
    var value: JSONValue?
    context.visit = { value = $0 }
    try FileReader(file: file, context: context).read(below: root) { located in
      if let value { try body(located, RecordLocator(record: value, context: context)) }
    }
    return context.problems
  }

  /// What keeps the system from reading a file; nil when it can be read. Of a large file only the beginning and the end are
  /// tried.
  package func readFault(of file: DataFile) -> Diagnostic? {
    do throws(ReadError) {
      let opened = try OpenFile(root + "/" + file.path)
      let chunk = 1 << 20
      let limit = 64 * chunk
      for offset in stride(from: 0, to: min(opened.size, limit), by: chunk) {
        _ = try opened.bytes(at: offset, length: chunk)
      }
      if opened.size > limit { _ = try opened.bytes(at: opened.size - chunk, length: chunk) }
      return nil
    } catch {
      return Diagnostic(code: .unreadable, path: file.path, message: error.message, hint: error.hint)
    }
  }

  /// Reads one record again from where it stands; nil when it is not there any more.
  public func record(_ kind: RecordKind, at location: RecordLocation) -> Record? {
    located(kind, at: location)?.record
  }

  /// The same, with what is known of it besides.
  package func located(_ kind: RecordKind, at location: RecordLocation) -> LocatedRecord? {
    text(kind, at: location)?.located
  }

  /// The same, with the text it was read from.
  func text(_ kind: RecordKind, at location: RecordLocation) -> RecordReloader.Text? {
    RecordReloader(root: root, frames: frames, kind: kind, location: location).text
  }

  /// `newsroom.json`, where there is one: the name of the newsroom, the organisation it belongs to, its language.
  public func settings() -> NewsroomSettings { SettingsDecoder(root: root).read().settings }

  /// What is wrong in the directory, sorted by file and place: in each file by itself, and between its records.
  ///
  /// Entities are held in memory while articles are gone through one by one. Places of problems between records are found by
  /// reading again the files that have some.
  /// - Parameter paths: files and folders whose problems are wanted, as paths below the directory or as the shell has them; nil
  ///   for all.
  public func check(files paths: [String]? = nil) -> [Diagnostic] {
    DataCheck(self, files: paths).problems()
  }

  /// Reads the whole directory into memory: for programs that want everything at once.
  public func load() -> NewsroomArchive { NewsroomArchive(reading: self) }
}
