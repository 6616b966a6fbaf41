import GRDB
import NewsroomModel

// Files that the system does not let be read. Such a fault may pass without a trace in the file, so these files count as unread
// and every update tries them again; until then the records that were read before stay.
extension CatalogueUpdate {
  /// A file whose records stay although it cannot be read, and why; nil where a folder above it is at fault.
  struct UnreadFile {
    let number: Int
    let problem: Diagnostic?
  }

  /// Leaves changed files that cannot be read as the catalogue knows them.
  /// - Returns: the files of which the catalogue does not yet know that they cannot be read.
  func keepUnread(_ comparison: inout FileComparison) throws -> [UnreadFile] {
    var unread: [UnreadFile] = []
    for known in comparison.unread where try isComplete(known.number) {
      unread.append(UnreadFile(number: known.number, problem: nil))
    }
    let numbers = Dictionary(
      comparison.tombstones.map { ($0.path, $0.number) }, uniquingKeysWith: { first, _ in first })
    guard !numbers.isEmpty else { return unread }
    var kept: Set<String> = []
    for file in comparison.changed {
      guard let number = numbers[file.path], let problem = directory.readFault(of: file) else { continue }
      kept.insert(file.path)
      if try !isKnown(problem, ofFile: number) { unread.append(UnreadFile(number: number, problem: problem)) }
    }
    if !kept.isEmpty { comparison.postpone(kept) }
    summary.filesUnread += kept.count
    return unread
  }

  /// Writes down that files could not be read, and marks the records that were read from them before.
  func note(_ files: [UnreadFile]) throws {
    guard !files.isEmpty else { return }
    for file in files {
      try database.execute(sql: "UPDATE file SET is_complete = 0 WHERE id = ?", arguments: [file.number])
      try database.execute(
        sql: "UPDATE record SET mark = 'not readable now' WHERE file = ? AND mark IS NULL", arguments: [file.number])
      summary.recordsChanged += database.changesCount
      guard let problem = file.problem else { continue }
      try database.execute(
        sql: "DELETE FROM problem WHERE file = ? AND code = ?", arguments: [file.number, problem.code.rawValue])
      try writeProblems([problem], file: file.number)
    }
    try rememberUnread()
  }

  /// Counts the file of a record that could not be read again as unread.
  func noteUnread(file: Int) throws {
    try database.execute(sql: "UPDATE file SET is_complete = 0 WHERE id = ?", arguments: [file])
    try rememberUnread()
  }

  /// Notes that there are unread files, so that updates of a few paths know without looking through all files.
  func rememberUnread() throws {
    try database.execute(sql: "INSERT OR REPLACE INTO meta(key, value) VALUES ('has_unread', 1)")
  }

  /// Notes that no file is unread any more, where that is so.
  func forgetUnread() throws {
    guard try Int.fetchOne(database, sql: "SELECT value FROM meta WHERE key = 'has_unread'") == 1 else { return }
    try database.execute(
      sql: "UPDATE meta SET value = EXISTS (SELECT 1 FROM file WHERE is_complete = 0) WHERE key = 'has_unread'")
  }

  /// The paths with those of the unread files.
  func addingUnread(_ paths: Set<String>) throws -> Set<String> {
    guard try Int.fetchOne(database, sql: "SELECT value FROM meta WHERE key = 'has_unread'") == 1 else { return paths }
    return try paths.union(String.fetchAll(database, sql: "SELECT path FROM file WHERE is_complete = 0"))
  }

  private func isComplete(_ file: Int) throws -> Bool {
    try Bool.fetchOne(database, sql: "SELECT is_complete FROM file WHERE id = ?", arguments: [file]) == true
  }

  private func isKnown(_ problem: Diagnostic, ofFile file: Int) throws -> Bool {
    try Int.fetchOne(
      database, sql: "SELECT 1 FROM problem WHERE file = ? AND code = ? AND sentence = ?",
      arguments: [file, problem.code.rawValue, problem.message]) != nil
  }
}
