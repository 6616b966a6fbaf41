import Collation
import Foundation
import GRDB
package import NewsroomModel

/// The file a catalogue lives in, and the lock that lets one process at a time update it.
///
/// The name is made from the data directory's real path, the order of names where it is not the usual one, and the schema
/// number, so that another version of newsroom, a reader of another language or a directory moved elsewhere finds a file of
/// its own.
struct CatalogueFile: Sendable {
  /// Path of the SQLite file.
  let path: String
  private let folder: String
  private let directory: DataDirectory

  /// The file for `directory` in `folder`.
  init(folder: String, directory: DataDirectory, names: NameCollation) {
    (self.folder, self.directory) = (folder, directory)
    let order = names.name.map { "-" + $0 } ?? ""
    path = "\(folder)/\(directory.cacheKey)\(order)-\(Schema.number).sqlite"
  }

  /// Opens the file, replacing one that is damaged, foreign or of another schema. Nil when no file can be had here.
  func open() -> CatalogueStore? {
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    guard FileManager.default.isWritableFile(atPath: folder), refusal == nil else { return nil }
    do {
      return try openOnce()
    } catch let error as DatabaseError where Self.isDamage(error) || error.resultCode == .SQLITE_ERROR {
      remove()
      return try? openOnce()
    } catch {
      // Not the file's fault, such as a full disk or a lock held too long by another newsroom: the file stays.
      return nil
    }
  }

  /// Why the folder is not used: where other users can write, they can plant links and files. Nil when it is safe.
  var refusal: String? {
    var status = stat()
    guard stat(folder, &status) == 0 else { return nil }
    guard status.st_uid == geteuid() else { return "the folder '\(folder)' belongs to another user" }
    guard status.st_mode & 0o022 == 0 else {
      return "other users can write to the folder '\(folder)'; run chmod go-w on it"
    }
    let names = ["", "-wal", "-shm", "-journal", ".lock"].map { path + $0 }
    return names.first { !Self.isOwnFile($0) }.map { "'\($0)' is a link or belongs to another user" }
  }

  /// Whether nothing is at a path, or a file that only this user has put there.
  private static func isOwnFile(_ path: String) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0 else { return true }
    return status.st_mode & S_IFMT == S_IFREG && status.st_uid == geteuid() && status.st_nlink == 1
  }

  /// Makes the file for this user alone, whatever the umask; SQLite gives the files beside it the same mode.
  private func makePrivate() {
    let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return }
    fchmod(descriptor, 0o600)
    close(descriptor)
  }

  /// Whether an error says that the file is no good, as opposed to the disk.
  static func isDamage(_ error: DatabaseError) -> Bool {
    error.resultCode == .SQLITE_CORRUPT || error.resultCode == .SQLITE_NOTADB
      || error.extendedResultCode == .SQLITE_IOERR_SHORT_READ
  }

  /// Tells the file that stands at the path from any other; nil when none does.
  var identity: UInt64? {
    var status = stat()
    return stat(path, &status) == 0 ? UInt64(status.st_ino) : nil
  }

  /// Deletes the file and what SQLite keeps beside it.
  func remove() {
    for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
  }

  private func openOnce() throws -> CatalogueStore {
    let isNew = identity == nil
    makePrivate()
    let writer = try DatabaseQueue(path: path, configuration: Self.configuration())
    try writer.writeWithoutTransaction { database in
      if isNew { try database.execute(sql: "PRAGMA page_size = \(pageSize)") }
      try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
      // Looked at without a lock first: another newsroom may be writing for long.
      if try !Schema.isPresent(in: database) {
        try database.inTransaction(.immediate) {
          if try !Schema.isPresent(in: database) { try Schema.create(in: database) }
          return .commit
        }
      }
      guard try Schema.isUsable(in: database) else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
    }
    return CatalogueStore(file: self, writer: writer, reader: try openReader())
  }

  /// The page size of a new file, in bytes. Large pages take less time to fill; but every table has one at least, and fifty of
  /// these would be most of a small catalogue.
  private var pageSize: Int { directory.isSmall ? 4_096 : 16_384 }

  /// Another connection that only reads.
  /// - Parameter isSnapshot: whether a transaction may stay open between questions.
  func openReader(isSnapshot: Bool = false) throws -> DatabaseQueue {
    var configuration = Self.configuration(isReader: true)
    configuration.allowsUnsafeTransactions = isSnapshot
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// How long a connection waits for another, in milliseconds.
  static let patience = 10_000

  /// Settings of every connection. A reader never writes; both wait for one another instead of failing. A writer may keep the
  /// index by date of a million records in memory, into which they come in any order; after an update it gives it back.
  static func configuration(isReader: Bool = false) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = isReader
    configuration.busyMode = .timeout(Double(patience) / 1_000)
    configuration.label = isReader ? "catalogue reader" : "catalogue writer"
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA cache_size = \(isReader ? -8_000 : -32_000)")
    }
    return configuration
  }
}

/// A lock on the catalogue, held while one process updates it and released by the system when that process dies.
final class UpdateLock {
  private let descriptor: Int32

  /// Takes the lock beside `file`; nil while another process holds it.
  /// - Throws: where no lock can be had at all.
  init?(_ file: CatalogueFile) throws {
    descriptor = open(file.path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw DatabaseError(resultCode: .SQLITE_CANTOPEN) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return nil }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }
}

extension DataDirectory {
  /// A name for files about this directory that are kept elsewhere, made from its real path: another one for each directory.
  package var cacheKey: String {
    let name = URL(fileURLWithPath: root).lastPathComponent.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    return "\(name.prefix(24))-\(String(root.utf8.stableHash, radix: 16))"
  }

  /// Whether so little stands in it that a catalogue of it is built in a moment.
  var isSmall: Bool { !holds(moreThan: 8_000_000) }
}

extension Sequence<UInt8> {
  /// A hash that is the same in every process and version (FNV-1a, 64 bits).
  var stableHash: UInt64 {
    reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
