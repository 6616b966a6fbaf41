import GRDB

extension Catalogue {
  /// Whether a question failed because ``interrupt()`` abandoned it.
  package static func isInterruption(_ error: any Error) -> Bool {
    (error as? DatabaseError)?.resultCode == .SQLITE_INTERRUPT
  }
}
