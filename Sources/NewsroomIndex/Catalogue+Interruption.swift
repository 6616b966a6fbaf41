import GRDB

extension Catalogue {
  /// Whether a question failed only because it was interrupted.
  package static func isInterruption(_ error: any Error) -> Bool {
    (error as? DatabaseError)?.resultCode == .SQLITE_INTERRUPT
  }
}
