import GRDBSQLite

extension Catalogue {
  /// The version of the SQLite library in use, for example 3.40.1.
  package static var libraryVersion: String { String(cString: sqlite3_libversion()) }
}
