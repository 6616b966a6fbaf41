import Foundation
import NewsroomTestSupport
import TerminalText
import Testing

/// Throws generated texts at the gate, the width and the wrap. `NEWSROOM_FUZZ_SECONDS` and `NEWSROOM_FUZZ_SEED` make it longer or
/// repeat it; what a failure prints is enough to do so.
@Suite("Text of any kind")
struct TextFuzzTests {
  private static let environment = ProcessInfo.processInfo.environment
  private let seconds = Double(environment["NEWSROOM_FUZZ_SECONDS"] ?? "") ?? 1
  private let seed = UInt64(environment["NEWSROOM_FUZZ_SEED"] ?? "") ?? 20_240_607

  @Test("becomes safe, measures the same everywhere, and sets into lines that fit")
  func becomesSafeMeasuresTheSameEverywhereAndSetsIntoLinesThatFit() {
    var generator = SeededGenerator(seed: seed)
    let end = Date(timeIntervalSinceNow: seconds)
    var runs = 0
    while Date() < end {
      let bytes = TextGenerator.bytes(&generator)
      check(bytes, width: Int.random(in: 1...90, using: &generator))
      runs += 1
    }
    print("fuzz: \(runs) texts from seed \(seed)")
    #expect(runs > 10)
  }

  private func check(_ bytes: [UInt8], width: Int) {
    let single = SafeText(String(decoding: bytes, as: UTF8.self))
    let text = SafeText(multiline: String(decoding: bytes, as: UTF8.self))
    #expect(isHarmless(single.string, allowed: []), "\(bytes)")
    #expect(isHarmless(text.string, allowed: ["\n"]), "\(bytes)")
    #expect(single.string.unicodeScalars.allSatisfy { (0x20..<0x7F).contains(ASCIIFallback.byte(for: $0.value)) })
    #expect(SafeText(single.string) == single, "\(bytes)")
    #expect(single.units.reduce(0) { $0 + $1.columns } == single.width, "\(bytes)")
    #expect(single.visualUnits.reduce(0) { $0 + $1.columns } == single.width, "\(bytes)")
    #expect(single.truncated(toWidth: width).width <= width, "\(bytes)")
    #expect(single.truncatedInMiddle(toWidth: width).width <= width, "\(bytes)")
    #expect(single.prefix(columns: width).width <= width, "\(bytes)")
    checkLines(text, width, bytes)
  }

  private func checkLines(_ text: SafeText, _ width: Int, _ bytes: [UInt8]) {
    var position = 0
    for line in text.lines(width: width) {
      #expect(line.lowerBound >= position, "\(bytes)")
      let widest = text[line].units.map(\.columns).max() ?? 0
      #expect(text[line].width <= max(width, widest), "\(bytes) at \(width)")
      position = line.upperBound
    }
    let isRestBlank = text[position..<text.count].string.allSatisfy { $0 == " " || $0 == "\n" }
    #expect(isRestBlank, "\(bytes)")
  }

  /// No byte that could begin, or belong to, a control sequence.
  private func isHarmless(_ text: String, allowed: Set<Unicode.Scalar>) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      allowed.contains(scalar) || (scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value))
    }
  }

  @Test(
    "costs time that grows with its length alone",
    arguments: [
      "a", " ", "中", "e\u{301}", "\u{301}", "क्", "👨\u{200D}", "א", "\u{202E}", "\u{AD}", "a\u{AD}", "\n", "\u{1B}[",
      "\u{1F1E6}", "ก", "/", "א1(",
    ])
  func costsTimeThatGrowsWithItsLengthAlone(unit: String) {
    let isLinear = Growth.isLinear(unit, from: 2_000) { untrusted in
      let text = SafeText(multiline: untrusted)
      _ = text.lines(width: 40).count + text.width + text.visualUnits.count + text.truncated(toWidth: 30).count
    }
    #expect(isLinear)
  }
}

/// Texts that are likely to go wrong: pieces of many scripts, controls, broken bytes.
enum TextGenerator {
  private static let ranges: [ClosedRange<UInt32>] = [
    0x00...0x1F, 0x20...0x7E, 0x7F...0x9F, 0xA0...0x24F, 0x300...0x36F, 0x400...0x4FF, 0x590...0x6FF, 0x900...0x97F,
    0xE00...0xE7F,
    0x1100...0x11FF, 0x2000...0x206F, 0x2500...0x27BF, 0x3000...0x30FF, 0x4E00...0x4EFF, 0xAC00...0xACFF,
    0xD7B0...0xD7FF,
    0xE000...0xE010, 0xFE00...0xFEFF, 0xFFF0...0xFFFF, 0x1F1E6...0x1F1FF, 0x1F3F0...0x1F4FF, 0xE0000...0xE007F,
    0x0...0x10FFFF,
  ]

  static func bytes(_ generator: inout SeededGenerator) -> [UInt8] {
    (0..<Int.random(in: 0...12, using: &generator)).flatMap { _ -> [UInt8] in piece(&generator) }
  }

  private static func piece(_ generator: inout SeededGenerator) -> [UInt8] {
    switch Int.random(in: 0..<12, using: &generator) {
    case 0: return (0..<3).map { _ in UInt8.random(in: 0...255, using: &generator) }
    case 1: return Array((SampleTexts.all.randomElement(using: &generator) ?? "").utf8)
    case 2: return Array([" ", "\n", "\u{AD}", "\u{200D}"].randomElement(using: &generator)?.utf8 ?? "".utf8)
    default: return characters(&generator)
    }
  }

  private static func characters(_ generator: inout SeededGenerator) -> [UInt8] {
    let range = ranges.randomElement(using: &generator) ?? 0...0
    let scalars = (0..<Int.random(in: 1...8, using: &generator)).compactMap { _ in
      Unicode.Scalar(UInt32.random(in: range, using: &generator))
    }
    return Array(String(String.UnicodeScalarView(scalars)).utf8)
  }
}
