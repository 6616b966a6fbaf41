import GRDB

extension Catalogue {
  /// Whether a question failed because ``interrupt()`` abandoned it.
  package static func isInterruption(_ error: any Error) -> Bool {
    (error as? DatabaseError)?.resultCode == .SQLITE_INTERRUPT
  }

  /// Asks a question that nobody abandons. A wish meant for another thread's question may come when that was just answered, and
  /// end this one instead: it is asked again.
  package func retryingInterrupts<Value>(_ question: (Catalogue) throws -> Value) throws -> Value {
    while true {
      do {
        return try question(self)
      } catch {
        guard Self.isInterruption(error) else { throw error }
      }
    }
  }
}
