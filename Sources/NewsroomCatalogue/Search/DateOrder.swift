import GRDB
import NewsroomModel

/// The records of a kind, with or without those that lists leave out.
struct RecordScope: Hashable, Sendable {
  var kind: RecordKind
  var withHidden = false
}

/// The live records of one kind, newest first, those without a date last: from the newest as far as they were read.
struct DateOrder: Sendable {
  /// A record and its key.
  typealias Entry = (number: UInt32, key: Int64)

  /// The numbers, in order.
  private(set) var numbers: [UInt32] = []
  private var keys: [Int64] = []
  /// Whether these are all.
  private(set) var isComplete = false
  /// The last record that was read, whether it is still there or not.
  private var last: Entry?

  /// How many records were read.
  var count: Int { numbers.count }

  /// Reads on.
  /// - Parameter more: how many records.
  mutating func read(_ more: Int, of view: RecordScope, _ database: Database) throws {
    // Both parts come in order from an index, and SQLite merges them.
    func part(_ isHidden: String) -> String {
      """
      SELECT number, sort_date FROM record WHERE kind = ?1 AND is_hidden = \(isHidden) AND number > 0
      AND sort_date <= ?2 AND (sort_date < ?2 OR number > ?3)
      """
    }
    let parts = view.withHidden ? [part("0"), part("1")] : [part("0")]
    var statement = try UnmanagedStatement(
      database, sql: parts.joined(separator: " UNION ALL ") + " ORDER BY sort_date DESC, number LIMIT ?4")
    statement.bind(view.kind.number)
    statement.bind(last.map { Int($0.key) } ?? Int.max)
    statement.bind(last.map { Int($0.number) } ?? 0)
    statement.bind(more)
    let before = count
    try statement.forEachRow {
      let entry = (number: UInt32(truncatingIfNeeded: $0.integer(0)), key: $0.integer(1))
      numbers.append(entry.number)
      keys.append(entry.key)
      last = entry
    }
    isComplete = count - before < more
  }

  /// Takes void records out and new ones in, those aside that come after what was read.
  mutating func update(removed: Set<UInt32>, added: [Entry]) {
    let added = added.filter { entry in isComplete || last.map { Self.precedes(entry, $0) } ?? false }
      .sorted(by: Self.precedes)
    var merged = DateOrder()
    (merged.isComplete, merged.last) = (isComplete, last)
    merged.numbers.reserveCapacity(count + added.count)
    merged.keys.reserveCapacity(count + added.count)
    func append(_ entry: Entry) {
      merged.numbers.append(entry.number)
      merged.keys.append(entry.key)
    }
    var next = added.startIndex
    for entry in zip(numbers, keys) where !removed.contains(entry.0) {
      while next < added.endIndex, Self.precedes(added[next], entry) {
        append(added[next])
        next += 1
      }
      append(entry)
    }
    added[next...].forEach(append)
    self = merged
  }

  /// Oldest first; those without a date stay last.
  var oldestFirst: [UInt32] {
    let dated = keys.firstIndex { !DateSortKey.isKnown($0) } ?? keys.count
    return numbers[..<dated].reversed() + numbers[dated...]
  }

  private static func precedes(_ left: Entry, _ right: Entry) -> Bool { Direction.newestFirst.precedes(left, right) }
}

extension DateOrder {
  /// Which end of the dates comes first; records without a date come last.
  enum Direction {
    case newestFirst, oldestFirst

    /// Whether one record stands before another.
    @inline(__always)
    func precedes(_ left: Entry, _ right: Entry) -> Bool {
      if self == .oldestFirst, DateSortKey.isKnown(left.key), DateSortKey.isKnown(right.key) {
        return (left.key, right.number) < (right.key, left.number)
      }
      return (left.key, right.number) > (right.key, left.number)
    }
  }

  /// The first records of a set, by the dates of all.
  static func first(
    _ count: Int, of set: RecordBitmap, _ direction: Direction, _ database: Database
  ) throws -> [UInt32] {
    var (first, last): ([Entry], Entry?) = ([], nil)
    func cut() {
      first.sort(by: direction.precedes)
      if first.count > count { first.removeSubrange(count...) }
      if first.count == count { last = first.last }
    }
    try DateColumn.forEach(in: set, database) { number, key in
      if let last, !direction.precedes((number, key), last) { return }
      first.append((number, key))
      // Sorted now and then: most records are dropped by one comparison.
      if first.count >= 2 * count + 1_000 { cut() }
    }
    cut()
    return first.map(\.number)
  }

  /// How many records of a set stand before one of them; nil where it is not in the set.
  static func place(
    of wanted: UInt32, in set: RecordBitmap, _ direction: Direction, _ database: Database
  ) throws -> Int? {
    guard set.contains(Int(wanted)) else { return nil }
    var one = RecordBitmap(limit: Int(wanted) + 1)
    one.insert(Int(wanted))
    var (entry, count) = ((number: wanted, key: DateSortKey.unknown), 0)
    try DateColumn.forEach(in: one, database) { entry = ($0, $1) }
    try DateColumn.forEach(in: set, database) { if direction.precedes(($0, $1), entry) { count += 1 } }
    return count
  }
}
