import GRDB
import Synchronization

/// The wish to have no answer any more to the question being answered on another thread.
///
/// SQLite is told as well, but that only ends a statement which runs at that moment; between statements this is looked at.
/// A wish that comes too late ends the next question instead, which then has to be asked again.
final class Abandonment: Sendable {
  private let isWished = Atomic(false)

  /// Utters the wish.
  func wish() { isWished.store(true, ordering: .relaxed) }

  /// Throws what SQLite throws when it is interrupted, if the answer is not wanted any more.
  func check() throws {
    guard isWished.load(ordering: .relaxed) else { return }
    isWished.store(false, ordering: .relaxed)
    throw DatabaseError(resultCode: .SQLITE_INTERRUPT)
  }

  /// Takes the wish back, because SQLite has ended the question.
  func fulfil() { isWished.store(false, ordering: .relaxed) }
}
