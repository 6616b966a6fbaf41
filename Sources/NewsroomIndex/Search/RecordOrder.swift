/// The live records of one kind, newest first, those without a date last.
struct RecordOrder: Sendable {
  /// The numbers, in order.
  private(set) var numbers: [UInt32] = []
  private var keys: [Int64] = []

  /// How many records there are.
  var count: Int { numbers.count }

  /// Records from a query that gives them in order.
  mutating func append(_ number: Int, _ key: Int64) {
    numbers.append(UInt32(truncatingIfNeeded: number))
    keys.append(key)
  }

  /// A record and its key.
  typealias Entry = (number: UInt32, key: Int64)

  /// The records with their keys, in order.
  var entries: [Entry] { Array(zip(numbers, keys)) }

  /// Takes void records out and new ones in.
  mutating func update(removed: Set<UInt32>, added: [Entry]) {
    let added = added.sorted { ($0.key, $1.number) > ($1.key, $0.number) }
    var merged = RecordOrder()
    merged.numbers.reserveCapacity(count + added.count)
    merged.keys.reserveCapacity(count + added.count)
    var next = added.startIndex
    for (number, key) in zip(numbers, keys) where !removed.contains(number) {
      while next < added.endIndex, added[next].key > key {
        merged.append(Int(added[next].number), added[next].key)
        next += 1
      }
      merged.append(Int(number), key)
    }
    for entry in added[next...] { merged.append(Int(entry.number), entry.key) }
    self = merged
  }

  /// Oldest first; those without a date stay last.
  var oldestFirst: [UInt32] {
    let dated = keys.firstIndex { !SortDate.isKnown($0) } ?? keys.count
    return numbers[..<dated].reversed() + numbers[dated...]
  }

  /// The numbers as a set.
  func set(limit: Int) -> NumberSet {
    var set = NumberSet(limit: limit)
    for number in numbers { set.insert(Int(number)) }
    return set
  }
}
