import Collation
import Foundation
import GRDB
import NewsroomModel
import Testing

@testable import NewsroomCatalogue

@Suite("Postings in blocks")
struct PostingsTests {
  @Test("Numbers are found however they came: in one piece, in many, a few at a time")
  func numbersAreFoundHoweverTheyCameInOnePieceInManyAFewAtATime() throws {
    let database = try Self.database()
    var expected: [String: [Int]] = [:]
    var number = 1
    for size in [300, 1, 1_200, 1, 2, 700, 7] {
      let texts = (number..<number + size).map { Self.text($0) }
      for (place, text) in texts.enumerated() {
        for word in Set(TextNormalizer.words(of: text)) { expected[word, default: []].append(number + place) }
      }
      try database.write { try Self.write(texts, from: number, to: $0) }
      number += size
    }
    try database.read { database in
      let postings = Postings(database: database, limit: number)
      for (word, numbers) in expected {
        let found = try postings.set(of: Array(word.utf8)).numbers
        #expect(found == numbers, "\(word)")
      }
    }
  }

  @Test("Blocks stay within a quarter of a page, and one more record writes the fewer of them")
  func blocksStayWithinAQuarterOfAPageAndOneMoreRecordWritesTheFewerOfThem() throws {
    let database = try Self.database()
    try database.write { try Self.write((1...4_000).map(Self.text), from: 1, to: $0) }
    let blocks = try database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM posting") } ?? 0
    let changes = try database.write { database in
      let before = database.totalChangesCount
      for number in 4_001...4_020 { try Self.write([Self.text(number)], from: number, to: database) }
      return (database.totalChangesCount - before) / 20
    }
    let longest = try database.read { try Int.fetchOne($0, sql: "SELECT max(length(block)) FROM posting") } ?? 0
    // A block that is written was taken out before.
    #expect(changes < blocks / 2, "of \(blocks) blocks")
    #expect(longest < 4_000)
  }

  @Test("A set is packed as its numbers are, and what is packed in parts joins to the same", arguments: [1, 7, 8, 9])
  func aSetIsPackedAsItsNumbersAreAndWhatIsPackedInPartsJoinsToTheSame(step: Int) throws {
    let numbers = Array(stride(from: 0, to: PostingListCodec.chunkSize, by: step))
    var set = RecordBitmap(limit: PostingListCodec.chunkSize)
    set.insert(numbers)
    let packed = PostingListCodec.packed(set)
    #expect(packed == Self.packed(numbers[...]))
    for half in [1, numbers.count / 2, numbers.count - 1] {
      let parts = [numbers[..<half], numbers[half...]].map(Self.packed)
      let joined = parts[0].withUnsafeBytes { first in parts[1].withUnsafeBytes { PostingListCodec.joined(first, $0) } }
      #expect(joined == packed, "after \(half)")
    }
    #expect(packed.withUnsafeBytes { PostingListCodec.joined($0, $0) } == nil)
  }

  private static func packed(_ numbers: ArraySlice<Int>) -> [UInt8] {
    PostingListCodec.packed(gaps: PostingListCodec.encodedGaps(Array(numbers)), last: numbers.last ?? 0)
  }

  /// Some words that many have, some that few have, and some of its own, from anywhere in the alphabet.
  private static func text(_ number: Int) -> String {
    let words = (1...12).map { "word\((number * $0 * $0) % ($0 * $0 * 60 + 1))" }
    let own = (1...8).map { String(number * $0 * 104_729 % 16_777_213, radix: 36) }
    return (words + own).joined(separator: " ")
  }

  private static func database() throws -> DatabaseQueue {
    let database = try DatabaseQueue()
    try database.write { try Schema.create(in: $0) }
    return database
  }

  private static func write(_ texts: [String], from first: Int, to database: Database) throws {
    var preparation = DocumentAnalyzer(next: first, names: .root)
    for (place, text) in texts.enumerated() {
      if preparation.isAtChunkEnd, let postings = preparation.takePostings() {
        try PostingsWriter.write(postings, to: database)
      }
      var draft = IndexDocument(RecordAddress(.article, "\(first + place)"), title: "")
      draft.texts = [text]
      _ = preparation.prepare(draft, at: RecordLocation(path: "a.json", offset: 0, length: 0, line: 1))
    }
    if let postings = preparation.takePostings() { try PostingsWriter.write(postings, to: database) }
  }
}

@Suite("Numbers added up by token")
struct TokenCountsTests {
  @Test("Tokens that come, stay away and come again in later chunks are counted once each")
  func tokensThatComeStayAwayAndComeAgainInLaterChunksAreCountedOnceEach() {
    var (counts, wanted) = (TermCounts(), [String: Int]())
    for chunk in 0..<6 {
      for token in ["a", "ab", "b", "c", "ca", "d"] where (chunk + Int(token.utf8.first ?? 0)) % 3 != 0 {
        Array(token.utf8).withUnsafeBytes { counts.add($0, chunk + 1, chunk) }
        wanted[token, default: 0] += chunk + 1
      }
    }
    #expect(counts.byToken { String(decoding: $0, as: UTF8.self) } == wanted)
  }
}
