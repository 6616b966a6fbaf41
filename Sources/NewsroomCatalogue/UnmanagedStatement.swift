import GRDB
import GRDBSQLite

/// A statement that runs for every record there is: its values go to SQLite and come from there as they are. GRDB's values in
/// between take as long as SQLite itself, which shows in a million rows and nowhere else.
struct UnmanagedStatement {
  private let statement: OpaquePointer
  private let database: OpaquePointer?
  private var bound: Int32 = 0

  /// A statement for use within the present access to the database.
  init(_ database: Database, sql: String) throws {
    statement = try database.cachedStatement(sql: sql).sqliteStatement
    self.database = database.sqliteConnection
    sqlite3_reset(statement)
    sqlite3_clear_bindings(statement)
  }

  /// Binds the next parameter.
  mutating func bind(_ value: Int?) {
    bound += 1
    if let value { sqlite3_bind_int64(statement, bound, Int64(value)) }
  }

  /// Binds the next parameter.
  mutating func bind(_ text: String?) {
    bound += 1
    guard let text else { return }
    _ = text.withCString { sqlite3_bind_text(statement, bound, $0, Int32(text.utf8.count), Self.copied) }
  }

  /// Binds UTF-8 to the next parameter, which must stay where it is until the statement was executed.
  mutating func bind(lent text: Slice<UnsafeBufferPointer<UInt8>>) {
    bound += 1
    let text = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: text))
    sqlite3_bind_text(statement, bound, text.assumingMemoryBound(to: CChar.self).baseAddress, Int32(text.count), nil)
  }

  /// Binds bytes to the next parameter, which must stay where they are until the statement was executed.
  mutating func bind(lent bytes: UnsafeRawBufferPointer) {
    bound += 1
    sqlite3_bind_blob(statement, bound, bytes.baseAddress, Int32(bytes.count), nil)
  }

  /// Runs a statement that gives no rows.
  func execute() throws { try forEachRow { _ in } }

  /// Calls `body` with each row, whose columns are read through it.
  func forEachRow(_ body: (UnmanagedStatement) throws -> Void) throws {
    defer { sqlite3_reset(statement) }
    while true {
      let code = sqlite3_step(statement)
      if code == SQLITE_DONE { return }
      guard code == SQLITE_ROW else {
        let message = database.flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) }
        throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
      }
      try body(self)
    }
  }

  /// A column of the present row.
  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

  /// The bytes of a column of the present row, which stay there as long as the row is the present one.
  func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
    let start = sqlite3_column_blob(statement, column)
    return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
  }

  /// `SQLITE_TRANSIENT`, a macro that Swift cannot see: SQLite copies the text.
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
