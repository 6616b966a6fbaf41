import Foundation
import NewsroomTestSupport
import TerminalText
import Testing

/// Runs the standard's own cases through the type that orders every line drawn. A debug build takes a sample; with
/// `NEWSROOM_UNICODE_TESTS=full` it takes all.
@Suite("Bidirectional text by UAX #9", .enabled(if: UnicodeData.isInstalled, "needs Debian's unicode-data"))
struct BidiConformanceTests {
  private let step = ProcessInfo.processInfo.environment["NEWSROOM_UNICODE_TESTS"] == "full" ? 1 : 25

  @Test("BidiCharacterTest.txt passes")
  func bidiCharacterTestTxtPasses() throws {
    var (passed, excepted, failed): (Int, Int, [Substring]) = (0, 0, [])
    for (number, line) in try UnicodeData.lines(of: "BidiCharacterTest.txt").enumerated() where number % step == 0 {
      let fields = line.split(separator: ";")
      let units = Array(UnicodeData.text(fields[0]).utf16)
      let direction: ReadingDirection? = fields[1] == "0" ? .leftToRight : fields[1] == "1" ? .rightToLeft : nil
      let expected = BidiCase(levels: words(fields[3]).map { Int($0) }, order: words(fields[4]).compactMap { Int($0) })
      let isException = BidiConformanceTests.exceptions.contains { $0.isMet(fields[0]) }
      if expected.isMet(by: units, direction) {
        passed += 1
      } else if isException {
        excepted += 1
      } else {
        failed.append(line)
      }
    }
    let count = passed + excepted + failed.count
    print("BidiCharacterTest.txt: \(passed) of \(count) passed, \(excepted) excepted (every \(step)th case)")
    #expect(failed.isEmpty, "\(failed.prefix(5))")
    #expect(passed > 90_000 / step && excepted <= 30)
  }

  /// Where ICU 72 departs from the file.
  private static let exceptions: [(reason: String, isMet: @Sendable (Substring) -> Bool)] = [
    (
      "brackets paired across embeddings and overrides, which the gate lets into no text",
      { field in ["202A", "202B", "202D", "202E"].contains { field.contains($0) } }
    ),
    (
      "marks on a closing bracket, which ICU leaves at the level of the text after it",
      { field in ["0331", "0333", "20D6"].contains { field.contains($0) } }
    ),
    ("more than 63 brackets in one another", { $0.split(separator: " ").count { $0 == "0028" } > 63 }),
  ]

  @Test("BidiTest.txt passes")
  func bidiTestTxtPasses() throws {
    var (passed, failed, number): (Int, [Substring], Int) = (0, [], 0)
    var expected = BidiCase(levels: [], order: [])
    for line in try UnicodeData.lines(of: "BidiTest.txt") {
      if line.hasPrefix("@Levels:") { expected.levels = words(line.dropFirst(8)).map { Int($0) } }
      if line.hasPrefix("@Reorder:") { expected.order = words(line.dropFirst(9)).compactMap { Int($0) } }
      if line.hasPrefix("@") { continue }
      number += 1
      guard number % step == 0 else { continue }
      let fields = line.split(separator: ";")
      let units = words(fields[0]).compactMap { BidiCase.samples[String($0)] }
      for direction in directions(UInt8(fields[1].filter(\.isHexDigit), radix: 16) ?? 0) {
        if expected.isMet(by: units, direction) { passed += 1 } else { failed.append(line) }
      }
    }
    print("BidiTest.txt: \(passed) of \(passed + failed.count) passed (every \(step)th line)")
    #expect(failed.isEmpty, "\(failed.count): \(failed.prefix(5))")
    #expect(passed > 750_000 / step)
  }

  private func words(_ field: Substring) -> [Substring] { field.split(whereSeparator: \.isWhitespace) }

  private func directions(_ bits: UInt8) -> [ReadingDirection?] {
    (bits & 1 == 0 ? [] : [nil]) + (bits & 2 == 0 ? [] : [.leftToRight]) + (bits & 4 == 0 ? [] : [.rightToLeft])
  }
}

/// What one case expects: a level for every character that the algorithm does not remove, and their order as seen.
struct BidiCase {
  /// nil for a character that is removed.
  var levels: [Int?]
  var order: [Int]

  func isMet(by units: [UInt16], _ direction: ReadingDirection?) -> Bool {
    let paragraphs = BidiParagraphs(units, direction: direction)
    let found = paragraphs.levels(ofLine: 0..<units.count).map { Int($0) }
    guard found.count == levels.count, let seen = paragraphs.visualRuns(ofLine: 0..<units.count) else { return false }
    // Where all goes one way ICU does without higher levels of that way: they would change nothing that is seen.
    let isOneWay = Set(seen.runs.map(\.direction)).count < 2
    let agrees = zip(found, levels).allSatisfy { found, expected in
      guard let expected else { return true }
      return isOneWay ? found % 2 == expected % 2 : found == expected
    }
    let order = seen.runs.flatMap { $0.direction == .leftToRight ? Array($0.range) : $0.range.reversed() }
    return agrees && order.filter { levels[$0] != nil } == self.order
  }

  /// A character of each class.
  static let samples: [String: UInt16] = [
    "L": 0x61, "R": 0x5D0, "AL": 0x627, "EN": 0x30, "ES": 0x2B, "ET": 0x23, "AN": 0x660, "CS": 0x2C, "B": 0x2029,
    "S": 0x09,
    "WS": 0x20, "ON": 0x21, "NSM": 0x300, "BN": 0xAD, "LRE": 0x202A, "RLE": 0x202B, "PDF": 0x202C, "LRO": 0x202D,
    "RLO": 0x202E,
    "LRI": 0x2066, "RLI": 0x2067, "FSI": 0x2068, "PDI": 0x2069,
  ]
}
