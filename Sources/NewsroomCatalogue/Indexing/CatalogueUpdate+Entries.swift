import GRDB
import NewsroomModel

// What is wrong with entries of the directory themselves, such as a link that leads out of it. Such problems belong to no file
// that the catalogue knows, and are kept under file 0.
extension CatalogueUpdate {
  /// Whether links lead to other files of the directory, so that one file has several paths.
  func followsLinks() throws -> Bool {
    try Int.fetchOne(database, sql: "SELECT value FROM meta WHERE key = 'follows_links'") == 1
  }

  /// Whether what a walk found wrong differs from what is written down.
  func hasOtherEntryProblems(_ problems: [Diagnostic], below paths: Set<String>?) throws -> Bool {
    var known: [String] = []
    for condition in Self.conditions(paths) {
      known += try String.fetchAll(
        database, sql: "SELECT path || char(10) || sentence FROM problem WHERE file = 0 AND \(condition.sql)",
        arguments: condition.arguments)
    }
    return Set(known) != Set(problems.map { "\($0.path)\n\($0.message)" })
  }

  /// Writes what a walk found wrong in the place of what was known.
  func writeEntryProblems(_ walk: DirectoryWalk, below paths: Set<String>?) throws {
    for condition in Self.conditions(paths) {
      try database.execute(
        sql: "DELETE FROM problem WHERE file = 0 AND \(condition.sql)", arguments: condition.arguments)
    }
    try writeProblems(walk.problems, file: 0)
    guard paths == nil || walk.followsLinks else { return }
    try database.execute(
      sql: "UPDATE meta SET value = ? WHERE key = 'follows_links'", arguments: [walk.followsLinks])
  }

  private static func conditions(_ paths: Set<String>?) -> [(sql: String, arguments: StatementArguments)] {
    guard let paths else { return [("1", [])] }
    return paths.map { ("(path = ?1 OR path > ?1 || '/' AND path < ?1 || '0')", [$0]) }
  }
}
