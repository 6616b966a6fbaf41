import GRDB
import NewsroomModel

/// Puts records in the order of a list.
///
/// The order of all records takes a look at each of them, a fifth of a second at a million. The first rows, newest first, are
/// found without it: few matches by their own dates, many by going through the newest records, which are kept for the next
/// question.
///
/// A class, because it is filled while a question is answered; touched only inside accesses of the reader, as all of
/// ``SearchState`` is.
final class ListOrders: @unchecked Sendable {
  private var newest: [RecordView: RecordOrder] = [:]
  private var oldest: [RecordView: [UInt32]] = [:]
  private var names: [RecordKind: [UInt32]] = [:]
  private let limits: SearchLimits

  init(_ limits: SearchLimits) { self.limits = limits }

  /// Whether no order by date was read.
  var isEmpty: Bool { newest.isEmpty }

  /// A part of a list.
  /// - Parameter set: the records in the list, all of them of the view; nil for the whole view, but not by name.
  func part(
    _ range: Range<Int>, of set: NumberSet?, in view: RecordView, _ sort: NewsroomModel.SortOrder, _ database: Database
  ) throws -> [UInt32] {
    switch sort {
    case .newest, .relevance: try newest(range, of: set, in: view, database)
    case .oldest: try oldest(of: set, in: view, database).part(range, of: set)
    case .name: try byName(view.kind, database).part(range, of: set)
    }
  }

  /// At which place of a list a record stands; nil when it is not there.
  func place(
    of number: UInt32, in set: NumberSet?, _ view: RecordView, _ sort: NewsroomModel.SortOrder, _ database: Database
  ) throws -> Int? {
    switch sort {
    case .newest, .relevance: try placeAmongNewest(number, set, view, database)
    case .oldest: try oldest(of: set, in: view, database).place(of: number, in: set)
    case .name: try byName(view.kind, database).place(of: number, in: set)
    }
  }

  private func newest(
    _ range: Range<Int>, of set: NumberSet?, in view: RecordView, _ database: Database
  ) throws -> [UInt32] {
    var end = range.upperBound
    if let set {
      end = min(end, set.count)
      guard range.lowerBound < end else { return [] }
      if isFew(set, upTo: end, in: view) { return try Self.order(of: set, database).numbers.part(range, of: nil) }
    }
    let patience = set.map { self.patience(with: $0, upTo: end, in: view) } ?? Int.max
    var (numbers, index, walked) = ([UInt32](), 0, 0)
    try walk(view, database) { number in
      guard index < end, walked < patience else { return false }
      walked += 1
      guard set?.contains(Int(number)) ?? true else { return true }
      if index >= range.lowerBound { numbers.append(number) }
      index += 1
      return index < end
    }
    guard let set, index < end, walked >= patience else { return numbers }
    return try Self.order(of: set, database).numbers.part(range, of: nil)
  }

  private func placeAmongNewest(
    _ wanted: UInt32, _ set: NumberSet?, _ view: RecordView, _ database: Database
  ) throws -> Int? {
    if let set, isFew(set, upTo: set.count, in: view) {
      return try Self.order(of: set, database).numbers.firstIndex(of: wanted)
    }
    var (index, isFound) = (0, false)
    try walk(view, database) { number in
      isFound = number == wanted
      if !isFound, set?.contains(Int(number)) ?? true { index += 1 }
      return !isFound
    }
    return isFound ? index : nil
  }

  /// Records, oldest first: those of the set, where they are few, or all.
  private func oldest(of set: NumberSet?, in view: RecordView, _ database: Database) throws -> [UInt32] {
    if let order = oldest[view] { return order }
    if let set, isFew(set, upTo: set.count, in: view) { return try Self.order(of: set, database).oldestFirst }
    try walk(view, database) { _ in true }
    let order = newest[view]?.oldestFirst ?? []
    oldest[view] = order
    return order
  }

  /// The records of a kind by name, hidden ones among them: by letters whatever their case and accents, in the reader's order
  /// (`NameOrder`), and these decide between names of the same letters. Of articles there may be a million, whose headlines are
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
    var statement = try BareStatement(database, sql: sql)
    statement.bind(kind.number)
    try statement.forEachRow { numbers.append(UInt32(truncatingIfNeeded: $0.integer(0))) }
    return numbers
  }

  /// Takes in what was committed since.
  func update(removed: Set<UInt32>, added: [RecordView: [RecordOrder.Entry]]) {
    (oldest, names) = ([:], [:])
    for view in newest.keys { newest[view]?.update(removed: removed, added: added[view] ?? []) }
  }

  /// Whether it takes less time to look up the dates of all of a set than to go through all records until `end` are found.
  private func isFew(_ set: NumberSet, upTo end: Int, in view: RecordView) -> Bool {
    let (count, order) = (set.count, newest[view] ?? RecordOrder())
    guard count > 0, !order.isComplete else { return false }
    return limits.lookUpCost * count < end * set.words.count * 64 / count - order.count
  }

  /// After how many records the first matches are looked up instead of going on. Matches may all be old, as those of a year are,
  /// and are then not where as many of the newest records would have them.
  private func patience(with set: NumberSet, upTo end: Int, in view: RecordView) -> Int {
    let (all, lookUp) = (set.words.count * 64, limits.lookUpCost * set.count)
    guard lookUp < all else { return .max }
    let known = newest[view]?.count ?? 0
    return known + min(lookUp, 4 * end * all / set.count)
  }

  /// Calls `body` with all records, newest first, until it says false; reads on where need be.
  private func walk(_ view: RecordView, _ database: Database, _ body: (UInt32) -> Bool) throws {
    var next = 0
    while true {
      let (numbers, isComplete) = (newest[view]?.numbers ?? [], newest[view]?.isComplete ?? false)
      for number in numbers[next...] where !body(number) { return }
      next = numbers.count
      if isComplete { return }
      try newest[view, default: RecordOrder()].read(max(limits.orderStep, next), of: view, database)
    }
  }

  /// The records of a set by their dates, looked up one by one.
  private static func order(of set: NumberSet, _ database: Database) throws -> RecordOrder {
    var entries: [RecordOrder.Entry] = []
    var statement = try BareStatement(
      database,
      sql: """
        SELECT number, sort_date FROM record INDEXED BY record_date WHERE number IN (SELECT value FROM json_each(?))
        """)
    statement.bind("[" + set.numbers.map(String.init).joined(separator: ",") + "]")
    try statement.forEachRow { entries.append((UInt32(truncatingIfNeeded: $0.integer(0)), $0.integer(1))) }
    return RecordOrder(entries)
  }
}

extension [UInt32] {
  /// A part of the numbers that a set has; of all of them where there is none.
  func part(_ range: Range<Int>, of set: NumberSet?) -> [UInt32] {
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
  func place(of wanted: UInt32, in set: NumberSet?) -> Int? {
    guard let index = firstIndex(of: wanted) else { return nil }
    return set.map { set in self[..<index].count { set.contains(Int($0)) } } ?? index
  }
}
