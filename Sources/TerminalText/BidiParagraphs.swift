import CICU

/// Which way a paragraph begins: from the left edge or from the right.
package enum ReadingDirection: Hashable, Sendable {
  case leftToRight, rightToLeft

  /// The direction of most of a paragraph's letters, where one prevails by far: an English sentence that begins with an Arabic
  /// quotation is English (UAX #9, HL1). nil leaves the choice to the first strong character.
  static func dominant(in units: [UInt16]) -> ReadingDirection? {
    var (left, right) = (0, 0)
    for scalar in String(decoding: units, as: UTF16.self).unicodeScalars {
      switch newsroom_u_strong_direction(Int32(bitPattern: scalar.value)) {
      case 1: left += 1
      case -1: right += 1
      default: break
      }
    }
    if left >= 3 * right, left > 0 { return .leftToRight }
    return right >= 3 * left && right > 0 ? .rightToLeft : nil
  }
}

/// The levels and the visual order of text by the Unicode bidirectional algorithm (UAX #9), as ICU has it.
///
/// Offsets are in UTF-16 units, ICU's own. Text ends paragraphs at its paragraph separators; each finds its own direction by
/// its first strong character unless one is given.
package struct BidiParagraphs: ~Copyable {
  private let paragraphs = newsroom_ubidi_open()
  private let line = newsroom_ubidi_open()
  /// ICU does not copy the text, so it stands in memory that does not move.
  private let units: UnsafeMutableBufferPointer<UInt16>

  /// ICU's levels that leave the direction to the text.
  private static let automatic: UInt8 = 0xFE

  /// A stretch of text in one direction.
  package struct Run: Hashable, Sendable {
    package var range: Range<Int>
    package var direction: ReadingDirection

    package init(range: Range<Int>, direction: ReadingDirection) { (self.range, self.direction) = (range, direction) }
  }

  /// Whether ICU did what it was asked; without it, text stays as it is written.
  private let isUsable: Bool

  /// - Parameter direction: that of every paragraph; nil to let each find its own.
  package init(_ text: [UInt16], direction: ReadingDirection? = nil) {
    units = UnsafeMutableBufferPointer<UInt16>.allocate(capacity: max(1, text.count))
    _ = units.update(from: text)
    let level = direction.map { $0 == .leftToRight ? UInt8(0) : 1 } ?? BidiParagraphs.automatic
    isUsable = newsroom_ubidi_set_paragraphs(paragraphs, units.baseAddress, Int32(text.count), level) && line != nil
  }

  deinit {
    newsroom_ubidi_close(line)
    newsroom_ubidi_close(paragraphs)
    units.deallocate()
  }

  /// The runs of one line, which lies in one paragraph, from left to right as they are seen; and the paragraph's direction.
  package func visualRuns(ofLine range: Range<Int>) -> (runs: [Run], direction: ReadingDirection)? {
    guard setLine(range) else { return nil }
    let level = newsroom_ubidi_paragraph_level(paragraphs, Int32(range.lowerBound))
    let runs = (0..<newsroom_ubidi_count_runs(line)).map { index in
      var (start, count): (Int32, Int32) = (0, 0)
      let isRightToLeft = newsroom_ubidi_is_right_to_left_run(line, index, &start, &count)
      let first = range.lowerBound + Int(start)
      return Run(range: first..<first + Int(count), direction: isRightToLeft ? .rightToLeft : .leftToRight)
    }
    return (runs, level & 1 == 0 ? .leftToRight : .rightToLeft)
  }

  /// The embedding levels of one line, a unit each.
  package func levels(ofLine range: Range<Int>) -> [UInt8] {
    guard setLine(range), let levels = newsroom_ubidi_levels(line) else { return [] }
    return Array(UnsafeBufferPointer(start: levels, count: range.count))
  }

  private func setLine(_ range: Range<Int>) -> Bool {
    isUsable && newsroom_ubidi_set_line(paragraphs, Int32(range.lowerBound), Int32(range.upperBound), line)
  }
}
