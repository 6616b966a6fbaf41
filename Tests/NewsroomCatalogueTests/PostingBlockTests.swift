import Foundation
import NewsroomTestSupport
import Testing

@testable import NewsroomCatalogue

@Suite("A block of postings")
struct PostingBlockTests {
  @Test("Tokens of every length, and that share few bytes or many, come out as they went in", arguments: 1...4)
  func tokensOfEveryLengthAndThatShareFewBytesOrManyComeOutAsTheyWentIn(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var tokens: Set<[UInt8]> = [[], [0], Array(repeating: 7, count: 254), Array(repeating: 7, count: 255)]
    for _ in 0..<300 {
      let baseName = tokens.randomElement(using: &random)?.prefix(Int.random(in: 0...240, using: &random)) ?? []
      tokens.insert(
        baseName + (0..<Int.random(in: 1...15, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) })
    }
    let entries = tokens.sorted { $0.lexicographicallyPrecedes($1) }.map { token in
      (token, (0..<Int.random(in: 0...300, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) })
    }
    var (block, length, last) = (PostingBlock(), 0, [UInt8]()[...])
    for (token, numbers) in entries {
      token.withUnsafeBufferPointer { token in
        numbers.withUnsafeBufferPointer { numbers in
          length += PostingBlock.size(of: token, after: last, numbers)
          block.append(token, numbers)
        }
      }
      last = token[...]
    }
    #expect(block.bytes.count == length)
    #expect(block.first == entries.first?.0)
    let found = Self.entries(of: block.bytes)
    #expect(found.map(\.token) == entries.map(\.0))
    #expect(found.map(\.numbers) == entries.map(\.1))
  }

  @Test("A damaged block ends where it makes no sense any more")
  func aDamagedBlockEndsWhereItMakesNoSenseAnyMore() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<2_000 {
      let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      for entry in Self.entries(of: bytes) {
        entry.numbers.withUnsafeBytes {
          PostingListCodec.forEach(in: $0) { #expect((0..<PostingListCodec.chunkSize).contains($0)) }
        }
      }
    }
  }

  private static func entries(of bytes: [UInt8]) -> [(token: [UInt8], numbers: [UInt8])] {
    var entries: [(token: [UInt8], numbers: [UInt8])] = []
    bytes.withUnsafeBytes { block in
      PostingBlock.forEach(in: block) { token, numbers in
        entries.append((Array(token), Array(numbers)))
        return true
      }
    }
    return entries
  }
}
