import GRDB
import NewsroomModel

/// Puts records in the order of a list.
///
/// The order of all records takes a look at each of them, a fifth of a second at a million. The first rows by date are
/// found without it: by the dates of all matches, or, where many are new, by going through the newest records, which are kept
/// for the next question.
///
/// A class, because it is filled while a question is answered; touched only inside accesses of the reader, as all of
/// ``SearchCache`` is.
final class SortIndex: @unchecked Sendable {
  private var newest: [RecordScope: DateOrder] = [:]
  private var oldest: [RecordScope: [UInt32]] = [:]
  private var names: [RecordKind: [UInt32]] = [:]
  private let limits: SearchLimits

  init(_ limits: SearchLimits) { self.limits = limits }

  /// Whether no order by date was read.
  var isEmpty: Bool { newest.isEmpty }

  /// A part of a list.
  /// - Parameter set: the records in the list, all of them of the view; nil for the whole view, newest first.
  func part(
    _ range: Range<Int>, of set: RecordBitmap?, in view: RecordScope, _ sort: NewsroomModel.SortOrder,
    _ database: Database
  ) throws -> [UInt32] {
    switch sort {
    case .newest, .relevance: try newest(range, of: set, in: view, database)
    case .oldest: try oldest(range, of: set, in: view, database)
    case .name: try byName(view.kind, database).part(range, of: set)
    }
  }

  /// At which place of a list a record stands; nil when it is not there.
  /// - Parameter set: the records in the list.
  func place(
    of number: UInt32, in set: RecordBitmap, _ view: RecordScope, _ sort: NewsroomModel.SortOrder, _ database: Database
  ) throws -> Int? {
    switch sort {
    case .newest, .relevance: try placeAmongNewest(number, set, view, database)
    case .oldest: try DateOrder.place(of: number, in: set, .oldestFirst, database)
    case .name: try byName(view.kind, database).place(of: number, in: set)
    }
  }

  private func newest(
    _ range: Range<Int>, of set: RecordBitmap?, in view: RecordScope, _ database: Database
  ) throws -> [UInt32] {
    let end = min(range.upperBound, set?.count ?? .max)
    guard range.lowerBound < end else { return [] }
    let patience = set.map { self.patience(with: $0, upTo: end, in: view) } ?? Int.max
    var (numbers, index) = ([UInt32](), 0)
    try walk(view, upTo: patience, database) { number in
      guard set?.contains(Int(number)) ?? true else { return true }
      if index >= range.lowerBound { numbers.append(number) }
      index += 1
      return index < end
    }
    guard let set, index < end else { return numbers }
    return try DateOrder.first(end, of: set, .newestFirst, database).part(range, of: nil)
  }

  /// Most records are asked for where they stand by somebody who had the newest before his eyes.
  private func placeAmongNewest(
    _ wanted: UInt32, _ set: RecordBitmap, _ view: RecordScope, _ database: Database
  ) throws -> Int? {
    var (index, isFound) = (0, false)
    try walk(view, upTo: max(limits.orderStep, newest[view]?.count ?? 0), database) { number in
      isFound = number == wanted
      if !isFound, set.contains(Int(number)) { index += 1 }
      return !isFound
    }
    return isFound ? index : try DateOrder.place(of: wanted, in: set, .newestFirst, database)
  }

  /// Rows far down the list need the order of all records, which is kept then.
  private func oldest(
    _ range: Range<Int>, of set: RecordBitmap?, in view: RecordScope, _ database: Database
  ) throws -> [UInt32] {
    if let order = oldest[view] { return order.part(range, of: set) }
    let end = min(range.upperBound, set?.count ?? .max)
    if let set, end <= limits.maxSelected {
      return try DateOrder.first(end, of: set, .oldestFirst, database).part(range, of: nil)
    }
    try walk(view, database) { _ in true }
    let order = newest[view]?.oldestFirst ?? []
    oldest[view] = order
    return order.part(range, of: set)
  }

  /// The records of a kind by name, hidden ones among them: by letters whatever their case and accents, in the reader's order
  /// (`NameCollation`), and these decide between names of the same letters. Of articles there may be a million, whose headlines are
  /// not read for that.
  private func byName(_ kind: RecordKind, _ database: Database) throws -> [UInt32] {
    if let order = names[kind] { return order }
    var order = try Self.numbers(
      "SELECT number FROM record WHERE kind = ? AND number > 0 ORDER BY sort_name, id", kind, database)
    if kind != .article { try sortByTitle(&order, kind, database) }
    names[kind] = order
    return order
  }

  /// Puts names of the same letters in order. Rows are read for these alone: an index has the rest.
  private func sortByTitle(_ order: inout [UInt32], _ kind: RecordKind, _ database: Database) throws {
    let alike = try Self.numbers(
      """
      SELECT number FROM record WHERE kind = ?1 AND number > 0 AND sort_name IN
        (SELECT sort_name FROM record WHERE kind = ?1 AND number > 0 GROUP BY sort_name HAVING count(*) > 1)
      ORDER BY sort_name, title, id
      """, kind, database)
    let places = Set(alike)
    var next = alike.startIndex
    for place in order.indices where places.contains(order[place]) {
      order[place] = alike[next]
      next += 1
    }
  }

  private static func numbers(_ sql: String, _ kind: RecordKind, _ database: Database) throws -> [UInt32] {
    var numbers: [UInt32] = []
    var statement = try UnmanagedStatement(database, sql: sql)
    statement.bind(kind.number)
    try statement.forEachRow { numbers.append(UInt32(truncatingIfNeeded: $0.integer(0))) }
    return numbers
  }

  /// Takes in what was committed since.
  func update(removed: Set<UInt32>, added: [RecordScope: [DateOrder.Entry]]) {
    (oldest, names) = ([:], [:])
    for view in newest.keys { newest[view]?.update(removed: removed, added: added[view] ?? []) }
  }

  /// After how many of the newest records the dates of all matches are looked at instead of going on: at once where that takes
  /// less time than to find `end` matches would if they were spread evenly. Matches may all be old, as those of a year are, so
  /// that the walk ends too where many more than those were passed.
  private func patience(with set: RecordBitmap, upTo end: Int, in view: RecordScope) -> Int {
    let (all, count, known) = (set.words.count * 64, set.count, newest[view]?.count ?? 0)
    let expected = end * all / count
    let byDates = limits.datesCost * min(count, all / DateColumn.rowSize + 1) + count / 16 + end
    // What was read before is gone through much faster.
    guard max(expected - known, 0) + min(expected, known) / 32 <= byDates else { return 0 }
    return max(known, min(known + byDates, 2 * expected))
  }

  /// Calls `body` with the first `end` records, newest first, until it says false; reads on where need be.
  private func walk(
    _ view: RecordScope, upTo end: Int = .max, _ database: Database, _ body: (UInt32) -> Bool
  ) throws {
    var next = 0
    while next < end {
      let (numbers, isComplete) = (newest[view]?.numbers ?? [], newest[view]?.isComplete ?? false)
      for number in numbers[next..<max(next, min(numbers.count, end))] where !body(number) { return }
      next = numbers.count
      if isComplete { return }
      let more = max(limits.orderStep, min(next, end - next))
      try newest[view, default: DateOrder()].read(more, of: view, database)
    }
  }
}

extension [UInt32] {
  /// A part of the numbers that a set has; of all of them where there is none.
  func part(_ range: Range<Int>, of set: RecordBitmap?) -> [UInt32] {
    guard let set else { return Array(self[range.clamped(to: 0..<count)]) }
    var (part, index) = ([UInt32](), 0)
    for number in self where set.contains(Int(number)) {
      if index >= range.upperBound { break }
      if index >= range.lowerBound { part.append(number) }
      index += 1
    }
    return part
  }

  /// At which place among the numbers that a set has one of them stands.
  func place(of wanted: UInt32, in set: RecordBitmap) -> Int? {
    firstIndex(of: wanted).map { index in self[..<index].count { set.contains(Int($0)) } }
  }
}
