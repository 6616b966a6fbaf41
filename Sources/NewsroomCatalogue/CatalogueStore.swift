import Foundation
import GRDB

/// Where a catalogue is kept: the connections to a file, or to memory, and what was learnt from it.
struct CatalogueStore: Sendable {
  /// The file and its lock; nil in memory.
  let file: CatalogueFile?
  /// Writes; used by one update at a time.
  let writer: DatabaseQueue
  /// Answers; in memory it is the writer itself, because a second connection would see nothing.
  let reader: DatabaseQueue
  /// What was learnt for answering, as of one generation.
  let memory = CatalogueCaches()
  /// The file that was opened, whatever stands at its path by now.
  private let identity: UInt64?

  init(file: CatalogueFile, writer: DatabaseQueue, reader: DatabaseQueue) {
    (self.file, self.writer, self.reader) = (file, writer, reader)
    identity = file.identity
  }

  /// The same file, read through a connection that goes on seeing its present state; nil in memory.
  func snapshot() throws -> CatalogueStore? {
    guard let file else { return nil }
    let reader = try file.openReader(isSnapshot: true)
    try reader.writeWithoutTransaction { database in
      try database.beginTransaction(.deferred)
      // A deferred transaction begins with the first question.
      _ = try Int.fetchOne(database, sql: "SELECT value FROM meta WHERE key = 'generation'")
    }
    return CatalogueStore(file: file, writer: writer, reader: reader)
  }

  private init(memory queue: DatabaseQueue) { (file, writer, reader, identity) = (nil, queue, queue, nil) }

  /// A catalogue that ends with the process.
  static func inMemory() throws -> CatalogueStore {
    let queue = try DatabaseQueue(configuration: CatalogueFile.configuration())
    try queue.write(Schema.create)
    return CatalogueStore(memory: queue)
  }

  /// Whether the file that was opened still stands at its path.
  var fileStillExists: Bool { file == nil || file?.identity == identity }

  /// Where the catalogue goes on after an error; nil where the error does not come from the file.
  ///
  /// A damaged file is deleted and begun anew, for it is never the only copy of anything. Where nothing can be written, memory
  /// has to do.
  func successor(after error: DatabaseError) throws -> CatalogueStore? {
    guard let file else { return nil }
    if CatalogueFile.isDamage(error) {
      if fileStillExists { file.remove() }
      return try file.open() ?? .inMemory()
    }
    switch error.resultCode {
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_IOERR, .SQLITE_FULL:
      return try fileStillExists ? .inMemory() : file.open() ?? .inMemory()
    default: return nil
    }
  }
}

/// Holds the state between questions.
///
/// Unchecked, because it is only touched inside accesses of the reader, and a `DatabaseQueue` runs these one after another.
final class CatalogueCaches: @unchecked Sendable {
  var state = SearchCache()
}
