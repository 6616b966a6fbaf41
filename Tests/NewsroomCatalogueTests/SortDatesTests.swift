import GRDB
import NewsroomTestSupport
import Testing

@testable import NewsroomCatalogue

@Suite("Sort dates by number")
struct SortDatesTests {
  @Test("They are found however they came: in order, late, a few at a time, again")
  func theyAreFoundHoweverTheyCameInOrderLateAFewAtATimeAgain() throws {
    let database = try DatabaseQueue()
    try database.write { try Schema.create(in: $0) }
    let limit = 3 * DateColumn.rowSize + 100
    var (random, expected) = (SeededGenerator(seed: 7), [UInt32: Int64]())
    let inOrder = Array(stride(from: 1, to: limit, by: 3))
    let late = (0..<500).map { _ in 1 + random.below(limit - 1) }
    for numbers in [inOrder, late, [1, limit - 1, 1, DateColumn.rowSize, DateColumn.rowSize - 1]] {
      try database.write { database in
        var writer = DateColumn.Writer()
        for number in numbers {
          let key = Int64(bitPattern: random.next())
          try writer.set(key, of: number, database)
          expected[UInt32(number)] = key
        }
        try writer.finish(database)
      }
    }
    let all = try Self.dates(expected.keys.map { Int($0) }, limit, database)
    #expect(all == expected)
    let few = expected.filter { $0.key % 701 == 1 }
    #expect(try Self.dates(few.keys.map { Int($0) }, limit, database) == few)
  }

  @Test("A row that is too short is passed over, whatever its bytes")
  func aRowThatIsTooShortIsPassedOverWhateverItsBytes() throws {
    let database = try DatabaseQueue()
    try database.write { database in
      try Schema.create(in: database)
      try database.execute(sql: "INSERT INTO sort_dates VALUES (0, x''), (1, x'0102')")
    }
    #expect(try Self.dates([1, 2_000, 4_000], 5_000, database).isEmpty)
  }

  private static func dates(_ numbers: [Int], _ limit: Int, _ database: DatabaseQueue) throws -> [UInt32: Int64] {
    var set = RecordBitmap(limit: limit)
    set.insert(numbers)
    var dates: [UInt32: Int64] = [:]
    try database.read { try DateColumn.forEach(in: set, $0) { dates[$0] = $1 } }
    return dates
  }
}
