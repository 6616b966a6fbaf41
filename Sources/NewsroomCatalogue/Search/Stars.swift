import GRDB
package import NewsroomModel
import Synchronization

/// What the user starred. It is no part of the data: whoever opens the catalogue says it.
struct Stars: Sendable {
  var addresses: Set<RecordAddress> = []
  /// Counts what was said, so that answers from before can be told.
  var version = 0
}

extension Catalogue {
  /// Says what `is:starred` finds from now on.
  package func setStars(_ addresses: Set<RecordAddress>) {
    starred.withLock { $0 = Stars(addresses: addresses, version: $0.version + 1) }
  }
}

extension Stars {
  /// The numbers of the starred records of a kind.
  func numbers(of kind: RecordKind, limit: Int, _ database: Database) throws -> RecordBitmap {
    var set = RecordBitmap(limit: limit)
    let statement = try database.cachedStatement(
      sql: "SELECT number FROM record WHERE kind = ? AND id = ? AND number > 0")
    for address in addresses where address.kind == kind {
      if let number = try Int.fetchOne(statement, arguments: [kind.number, address.id]) { set.insert(number) }
    }
    return set
  }
}
