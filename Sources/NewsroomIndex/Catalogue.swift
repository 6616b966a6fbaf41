import Foundation
import GRDB
public import NewsroomModel

/// What lists, pages, filters and search ask; built from a data directory and always replaceable by building it again.
///
/// Safe to use from several threads: one thread may ``update(progress:isCancelled:)`` while others ask. Several processes
/// may use one catalogue; one of them updates, the others see what it committed.
public final class Catalogue: Sendable {
  let directory: DataDirectory
  /// How pages write dates.
  let dates: DateForm
  /// Writes; used by one update at a time.
  let writer: DatabaseQueue
  /// Answers; in memory it is the writer itself, because a second connection would see nothing.
  let reader: DatabaseQueue
  /// The file and its lock; nil in memory.
  let file: CatalogueFile?
  /// What was learnt from the catalogue for answering, as of one generation.
  private let memory = Memory()

  /// Opens the catalogue of `directory`.
  /// - Parameter folder: where catalogues live; nil, or a folder that cannot be written, keeps the catalogue in memory.
  /// - Parameter dates: how pages write dates.
  public init(directory: DataDirectory, folder: String?, dates: DateForm = .english) throws {
    (self.directory, self.dates) = (directory, dates)
    if let file = folder.flatMap({ CatalogueFile(folder: $0, directory: directory.root) }),
      let opened = file.open()
    {
      (self.file, writer, reader) = (file, opened.writer, opened.reader)
    } else {
      let queue = try DatabaseQueue(configuration: CatalogueFile.configuration())
      try queue.write(Schema.create)
      (file, writer, reader) = (nil, queue, queue)
    }
  }

  /// Where catalogues live unless the user says otherwise: `$XDG_CACHE_HOME/newsroom`, else `~/.cache/newsroom`.
  public static func defaultFolder(environment: [String: String]) -> String? {
    if let cache = environment["XDG_CACHE_HOME"], cache.hasPrefix("/") { return cache + "/newsroom" }
    guard let home = environment["HOME"], !home.isEmpty else { return nil }
    return home + "/.cache/newsroom"
  }

  /// True while nothing has been built yet.
  public var isEmpty: Bool {
    (try? reader.read { try Int.fetchOne($0, sql: "SELECT 1 FROM record LIMIT 1") == nil }) ?? true
  }

  /// Whether the catalogue is a file that outlives this process.
  public var isStored: Bool { file != nil }

  /// Abandons the question being answered on another thread; it throws, and the next one is answered as usual.
  public func interrupt() { if file != nil { reader.interrupt() } }

  /// How many records of each kind there are.
  public func totals() throws -> [RecordKind: Int] {
    try reading { _, state in
      Dictionary(uniqueKeysWithValues: RecordKind.allCases.map { ($0, state.newest(of: $0).count) })
    }
  }

  /// Reads one consistent state of the catalogue, with what was learnt from it brought up to date.
  func reading<Value>(_ body: (Database, inout SearchState) throws -> Value) throws -> Value {
    try reader.read { database in
      try memory.state.refresh(from: database)
      return try body(database, &memory.state)
    }
  }

  /// Reads without loading anything; the state is as of an earlier generation, or of none.
  func readingAtOnce<Value>(_ body: (Database, SearchState) throws -> Value) throws -> Value {
    try reader.read { database in try body(database, memory.state) }
  }
}

/// Holds the state between questions.
///
/// Unchecked, because it is only touched inside accesses of the reader, and a `DatabaseQueue` runs these one after another.
private final class Memory: @unchecked Sendable {
  var state = SearchState()
}
