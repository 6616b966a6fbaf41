import GRDB
import Synchronization

/// The wish to have no answer any more to the question being answered on another thread.
///
/// SQLite is told as well, but that only ends a statement which runs at that moment; between statements this is looked at.
/// A wish that comes too late ends the next question instead, which then has to be asked again.
final class Abandonment: Sendable {
  private let isWished = Mutex(false)

  /// Utters the wish.
  /// - Parameter tellSQLite: done before anybody learns of the wish, so that it cannot hit a later question.
  func wish(tellSQLite: () -> Void) {
    isWished.withLock { isWished in
      isWished = true
      tellSQLite()
    }
  }

  /// Throws what SQLite throws when it is interrupted, if the answer is not wanted any more.
  func check() throws {
    if take() { throw DatabaseError(resultCode: .SQLITE_INTERRUPT) }
  }

  /// The error as it is to be understood: SQLite calls it an error of its own when it was interrupted while it opened a
  /// virtual table.
  func explained(_ error: DatabaseError) -> DatabaseError {
    guard [.SQLITE_INTERRUPT, .SQLITE_ERROR].contains(error.resultCode), take() else { return error }
    return DatabaseError(resultCode: .SQLITE_INTERRUPT)
  }

  private func take() -> Bool {
    isWished.withLock { isWished in
      defer { isWished = false }
      return isWished
    }
  }
}
