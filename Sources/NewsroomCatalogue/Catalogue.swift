public import Collation
import Foundation
import GRDB
public import NewsroomModel
import Synchronization

/// What lists, pages, filters and search ask; built from a data directory and always replaceable by building it again.
///
/// Safe to use from several threads: one thread may ``update(progress:isCancelled:)`` while others ask. Several processes
/// may use one catalogue; one of them updates, the others see what it committed.
public final class Catalogue: Sendable {
  let directory: DataDirectory
  /// How pages write dates.
  let dates: DateStyle
  /// How names are sorted.
  let names: NameCollation
  /// Where it is kept at present; another place takes over when this one is damaged, deleted or full.
  private let place: Mutex<CatalogueStore>
  /// Set when an answer is not wanted any more.
  let abandonment = QueryCancellation()
  /// What the user starred.
  let starred = Mutex(Stars())
  /// Why the folder for catalogues is not used, so that this one is in memory; nil where it is used.
  package let folderRefusal: String?
  /// How much a question may take.
  let limits: SearchLimits

  /// Opens the catalogue of `directory`.
  /// - Parameter folder: where catalogues live; nil, or a folder that cannot be written, keeps the catalogue in memory.
  /// - Parameter dates: how pages write dates.
  /// - Parameter names: how names are sorted; every order has a catalogue of its own.
  public convenience init(
    directory: DataDirectory, folder: String?, dates: DateStyle = .english, names: NameCollation = .root
  ) throws {
    try self.init(directory: directory, folder: folder, dates: dates, names: names, limits: SearchLimits())
  }

  /// The same with other limits, so that tests need no million articles to come to them.
  init(
    directory: DataDirectory, folder: String?, dates: DateStyle = .english, names: NameCollation = .root,
    limits: SearchLimits
  ) throws {
    (self.directory, self.dates, self.names, self.limits) = (directory, dates, names, limits)
    let file = folder.map { CatalogueFile(folder: $0, directory: directory, names: names) }
    folderRefusal = file?.refusal
    place = Mutex(try file?.open() ?? CatalogueStore.inMemory())
  }

  private init(_ other: Catalogue, store: CatalogueStore) {
    (directory, dates, names, limits) = (other.directory, other.dates, other.names, other.limits)
    folderRefusal = other.folderRefusal
    place = Mutex(store)
    setStars(other.starred.withLock { $0.addresses })
  }

  /// A catalogue that answers from the present state whatever is written meanwhile; itself where it is in memory.
  public func snapshot() throws -> Catalogue {
    guard let snapshot = try store.snapshot() else { return self }
    return Catalogue(self, store: snapshot)
  }

  /// Where catalogues live unless the user says otherwise: `$XDG_CACHE_HOME/newsroom`, else `~/.cache/newsroom`.
  public static func defaultFolder(environment: [String: String]) -> String? {
    UserFolder.cache.path(environment)
  }

  /// Where it is kept at present.
  var store: CatalogueStore { place.withLock { $0 } }

  /// The file and its lock; nil in memory.
  var file: CatalogueFile? { store.file }

  /// True while nothing has been built yet.
  public var isEmpty: Bool { (try? hasNoRecords()) ?? true }

  /// The same, for what must not take an error for an answer.
  func hasNoRecords() throws -> Bool {
    try retryingInterrupts { try $0.asking { try Int.fetchOne($0, sql: "SELECT 1 FROM record LIMIT 1") == nil } }
  }

  /// Whether the catalogue is a file that outlives this process.
  public var isStored: Bool { file != nil }

  /// Abandons the question being answered on another thread; it throws, and the next one is answered as usual. Where it was
  /// answered by then, the next one throws.
  public func interrupt() { abandonment.cancel() }

  /// Counts up whenever something was committed, by whichever process.
  public func generation() throws -> Int { try asking(SearchCache.generation) }

  /// How many records of each kind there are.
  public func totals() throws -> [RecordKind: Int] {
    try asking { database in
      try Dictionary(
        uniqueKeysWithValues: RecordKind.allCases.map { ($0, try SearchCache.count(of: $0, database)) })
    }
  }

  /// Reads one consistent state of the catalogue, with what was learnt from it brought up to date.
  func reading<Value>(_ body: (Database, inout SearchCache) throws -> Value) throws -> Value {
    try asking { database, memory in
      try memory.state.refresh(from: database, limits)
      memory.state.take(starred.withLock { $0 })
      return try body(database, &memory.state)
    }
  }

  /// Reads without what was learnt before.
  func asking<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try asking { database, _ in try body(database) }
  }

  private func asking<Value>(_ body: (Database, CatalogueCaches) throws -> Value) throws -> Value {
    let store = store
    do {
      return try store.reader.read { database in
        try abandonment.withCancellation(database) { try body(database, store.memory) }
      }
    } catch let error as DatabaseError {
      let error = abandonment.explained(error)
      guard try replace(store, after: error) else { throw error }
      throw CatalogueReplaced()
    }
  }

  /// Lets another place take over from `store` where an error says that it is of no more use.
  /// - Returns: whether asking again makes sense.
  func replace(_ store: CatalogueStore, after error: DatabaseError) throws -> Bool {
    try place.withLock { place in
      guard place.reader === store.reader else { return true }
      guard let successor = try store.successor(after: error) else { return false }
      place = successor
      return true
    }
  }

  /// Opens the file anew where it was deleted or replaced since it was opened: what is written to it would be lost.
  func reopenIfDeleted() throws {
    try place.withLock { place in
      if let file = place.file, !place.fileStillExists { place = try file.open() ?? .inMemory() }
    }
  }
}

/// The catalogue was found damaged. It is empty now and has to be brought up to date before it can answer.
public struct CatalogueReplaced: Error, CustomStringConvertible {
  /// What happened, for a message.
  public var description: String { "the catalogue was damaged and is built anew" }
}
