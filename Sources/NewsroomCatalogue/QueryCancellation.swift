import GRDB
import GRDBSQLite
import Synchronization

/// The wish to have no answer any more to the question being answered on another thread.
///
/// SQLite is told as well, but that only ends a statement which runs at that moment; between statements this is looked at.
/// A wish that comes too late ends the next question instead, which then has to be asked again.
final class QueryCancellation: Sendable {
  /// A connection that any thread may interrupt, as SQLite allows while it is open.
  private struct Connection: @unchecked Sendable {
    let pointer: OpaquePointer
  }

  private struct State {
    var isWished = false
    /// Where a question is being answered. Only then SQLite may be told: beginning and ending the transaction around it must not
    /// be hit, for one that cannot be ended by either COMMIT or ROLLBACK stays open.
    var connection: Connection?
  }

  private let state = Mutex(State())

  /// Utters the wish.
  func cancel() {
    state.withLock { state in
      state.isWished = true
      if let connection = state.connection { sqlite3_interrupt(connection.pointer) }
    }
  }

  /// Answers a question, within a transaction, so that it can be abandoned.
  func withCancellation<Value>(_ database: Database, _ answer: () throws -> Value) throws -> Value {
    let connection = database.sqliteConnection.map(Connection.init)
    try state.withLock { state in
      try Self.check(&state)
      state.connection = connection
    }
    defer { state.withLock { $0.connection = nil } }
    return try answer()
  }

  /// Throws what SQLite throws when it is interrupted, if the answer is not wanted any more.
  func check() throws { try state.withLock { try Self.check(&$0) } }

  /// The error as it is to be understood: SQLite calls it an error of its own when it was interrupted while it opened a
  /// virtual table.
  func explained(_ error: DatabaseError) -> DatabaseError {
    guard [.SQLITE_INTERRUPT, .SQLITE_ERROR].contains(error.resultCode), state.withLock({ Self.take(&$0) }) else {
      return error
    }
    return DatabaseError(resultCode: .SQLITE_INTERRUPT)
  }

  private static func check(_ state: inout State) throws {
    if take(&state) { throw DatabaseError(resultCode: .SQLITE_INTERRUPT) }
  }

  private static func take(_ state: inout State) -> Bool {
    defer { state.isWished = false }
    return state.isWished
  }
}
