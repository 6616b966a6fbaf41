import CICU

/// The visual order of a line: its runs from left to right, and the edge at which it starts.
package struct VisualOrder: Hashable, Sendable {
  /// Runs by UTF-8 offsets from the start of the line, in the order in which they are seen.
  package var runs: [BidiParagraphs.Run]
  /// The direction of the paragraph: one from the right is set from the right edge.
  package var direction: ReadingDirection

  package init(runs: [BidiParagraphs.Run], direction: ReadingDirection) {
    (self.runs, self.direction) = (runs, direction)
  }
}

extension SafeText {
  /// Whether any of it may be seen in another order than it is written; false for most texts, at no cost.
  package var needsOrdering: Bool { !traits.contains(.leftToRight) }

  /// The visual order of the text as one line; nil where it equals the logical order.
  package var visualOrder: VisualOrder? { needsOrdering ? visualOrders(ofLines: [0..<count])[0] : nil }

  /// How each of the lines into which the text is set is seen. The levels are found for whole paragraphs, and only then
  /// ordered line by line, as the algorithm asks. nil stands for lines that are seen as they are written.
  package func visualOrders(ofLines lines: [Range<Int>]) -> [VisualOrder?] {
    guard needsOrdering else { return Array(repeating: nil, count: lines.count) }
    let (units, offsets) = utf16Units
    var orders = [VisualOrder?](repeating: nil, count: lines.count)
    var (start, next) = (0, 0)
    while start < units.count, next < lines.count {
      let end = units[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? units.count
      let paragraph = Array(units[start..<end])
      let bidi = BidiParagraphs(paragraph, direction: ReadingDirection.dominant(in: paragraph))
      while next < lines.count {
        let line = lines[next]
        let range = SafeText.unit(at: line.lowerBound, offsets)..<SafeText.unit(at: line.upperBound, offsets)
        if range.lowerBound >= end && end < units.count { break }
        orders[next] = SafeText.order(range, of: bidi, from: start, offsets, line)
        next += 1
      }
      start = end
    }
    return orders
  }

  /// The order of one line, a range of units, whose paragraph begins at a unit.
  private static func order(
    _ range: Range<Int>, of bidi: borrowing BidiParagraphs, from start: Int, _ offsets: [Int], _ line: Range<Int>
  ) -> VisualOrder? {
    let relative = range.lowerBound - start..<range.upperBound - start
    guard !range.isEmpty, let order = bidi.visualRuns(ofLine: relative) else { return nil }
    let runs = order.runs.map { run in
      let (first, last) = (offsets[run.range.lowerBound + start], offsets[run.range.upperBound + start])
      return BidiParagraphs.Run(range: first - line.lowerBound..<last - line.lowerBound, direction: run.direction)
    }
    return VisualOrder(runs: runs, direction: order.direction)
  }

  /// The text in UTF-16, and the UTF-8 offset of each unit and of the end.
  private var utf16Units: ([UInt16], [Int]) {
    var (units, offsets, offset): ([UInt16], [Int], Int) = ([], [], 0)
    units.reserveCapacity(count)
    offsets.reserveCapacity(count + 1)
    var brackets = BracketDepth()
    for scalar in string.unicodeScalars {
      for unit in UTF16.encode(brackets.standIn(for: scalar)) ?? .init() {
        units.append(unit)
        offsets.append(offset)
      }
      offset += UTF8.width(scalar)
    }
    return (units, offsets + [offset])
  }

  /// The first unit at a UTF-8 offset.
  private static func unit(at offset: Int, _ offsets: [Int]) -> Int {
    var (low, high) = (0, offsets.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The characters of the text as one line, in visual order.
  package var visualUnits: [DisplayWidth.Unit] {
    guard let order = visualOrder else { return Array(units) }
    return order.runs.flatMap { visualUnits(of: $0) }
  }

  /// The characters of a run in the order in which they are seen, mirrored where the run goes from right to left.
  package func visualUnits(of run: BidiParagraphs.Run) -> [DisplayWidth.Unit] {
    let units = Array(DisplayUnits(self[run.range].string, showsHyphen: run.range.upperBound == count))
    return run.direction == .leftToRight ? units : units.reversed().map(\.mirrored)
  }
}

extension DisplayWidth.Unit {
  /// The character as it looks in text from right to left: `(` for `)`.
  var mirrored: DisplayWidth.Unit {
    var mirrored = self
    mirrored.replaceBase(UInt32(bitPattern: newsroom_u_charMirror(Int32(bitPattern: lanes[0]))))
    return mirrored
  }
}

/// Stops looking for pairs of brackets where 63 are open at once, as the algorithm says (BD16). ICU goes on, in time that grows
/// with the square of their number.
private struct BracketDepth {
  private var depth = 0
  private var hasOverflown = false
  private static let deepest = 63

  /// The scalar itself, or for a bracket after the overflow some neutral of the same length in UTF-16.
  mutating func standIn(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x0A: (depth, hasOverflown) = (0, false)
    case 0x28, 0x5B, 0x7B: depth += 1
    case 0x29, 0x5D, 0x7D: depth = max(0, depth - 1)
    case 0x2000...0x30FF, 0xFF00...0xFF65, 0xF3A...0xF3D, 0x169B...0x169C: return standIn(forOther: scalar)
    default: return scalar
    }
    return standIn(forBracket: scalar)
  }

  private mutating func standIn(forOther scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.properties.generalCategory {
    case .openPunctuation: depth += 1
    case .closePunctuation: depth = max(0, depth - 1)
    default: return scalar
    }
    return standIn(forBracket: scalar)
  }

  private mutating func standIn(forBracket scalar: Unicode.Scalar) -> Unicode.Scalar {
    if depth > BracketDepth.deepest { hasOverflown = true }
    return hasOverflown && scalar != "\n" ? "*" : scalar
  }
}

extension SafeText {
  /// The column at which the character at a UTF-8 offset is seen, for a cursor; behind the text for its end.
  /// - Parameter ordersText: whether right-to-left text is put into the order in which it is seen.
  package func column(of offset: Int, reordersBidi: Bool = true) -> Int {
    guard reordersBidi, let order = visualOrder else { return self[0..<min(offset, count)].width }
    var column = 0
    for run in order.runs {
      guard run.range.contains(offset) else {
        column += self[run.range].width
        continue
      }
      let isLeftToRight = run.direction == .leftToRight
      // In a run from right to left, what follows in the text stands before it on the screen.
      let before = isLeftToRight ? run.range.lowerBound..<offset : characterEnd(after: offset)..<run.range.upperBound
      return column + self[before].width
    }
    return order.direction == .leftToRight ? column : 0
  }

  private func characterEnd(after offset: Int) -> Int {
    let index = string.utf8.index(string.startIndex, offsetBy: offset)
    return offset + (index < string.endIndex ? string[index].utf8.count : 0)
  }
}
