import GRDB
import NewsroomModel

/// The numbers of the records there are, by kind, as of one generation.
///
/// A class, because it is filled while a question is answered; touched only inside accesses of the reader, as all of
/// ``SearchCache`` is.
final class RecordSets: @unchecked Sendable {
  private let limit: Int
  private var sets: [RecordScope: RecordBitmap] = [:]
  private var entities: RecordBitmap?
  private var tombstones: RecordBitmap?

  /// - Parameter limit: one more than the highest number.
  init(limit: Int) { self.limit = limit }

  /// The records of a kind.
  func set(of view: RecordScope, _ database: Database) throws -> RecordBitmap {
    if let set = sets[view] { return set }
    let set = try view.kind == .article ? articles(view, database) : entities(of: view.kind, database)
    sets[view] = set
    return set
  }

  /// Whether any of the numbers is that of a record there is.
  func hasAny(of numbers: RecordBitmap, _ database: Database) throws -> Bool {
    var numbers = numbers
    numbers.subtract(try tombstones(database))
    return !numbers.isEmpty
  }

  /// Every record that is no article.
  func entities(_ database: Database) throws -> RecordBitmap {
    if let set = entities { return set }
    var set = RecordBitmap(limit: limit)
    for number in 1..<max(limit, 1) { set.insert(number) }
    set.subtract(try self.set(of: RecordScope(kind: .article, withHidden: true), database))
    set.subtract(try tombstones(database))
    entities = set
    return set
  }

  /// Every article has a status, so that postings tell them all; their rows, or the index of these, take much longer to read.
  private func articles(_ view: RecordScope, _ database: Database) throws -> RecordBitmap {
    let postings = Postings(database: database, limit: limit)
    var set = RecordBitmap(limit: limit)
    for status in PublishingStatus.allCases where view.withHidden || !status.isHidden {
      try postings.add(Term.filter(.status, status.rawValue), to: &set)
    }
    set.subtract(try tombstones(database))
    return set
  }

  private func entities(of kind: RecordKind, _ database: Database) throws -> RecordBitmap {
    try numbers("SELECT number FROM record WHERE kind = ? AND number > 0", kind.number, database)
  }

  /// Numbers that are of no use any more; postings have them still.
  private func tombstones(_ database: Database) throws -> RecordBitmap {
    if let set = tombstones { return set }
    let set = try numbers("SELECT number FROM removed", nil, database)
    tombstones = set
    return set
  }

  private func numbers(_ sql: String, _ argument: Int?, _ database: Database) throws -> RecordBitmap {
    var set = RecordBitmap(limit: limit)
    var statement = try UnmanagedStatement(database, sql: sql)
    if let argument { statement.bind(argument) }
    try statement.forEachRow { row in
      let number = Int(row.integer(0))
      if number < limit { set.insert(number) }
    }
    return set
  }
}
