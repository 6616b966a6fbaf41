/// Sets a text into lines: takes the places where a line may end one after the other, and ends a line at the last one that
/// fits. Every character is measured once, or twice where a word is wider than a line, so the cost grows with the text alone.
struct LineWrapper {
  private let text: SafeText
  private let bytes: UnsafeBufferPointer<UInt8>
  private let width: Int
  private(set) var lines: [Range<Int>] = []

  /// Where the line begins that is being set.
  private var start = 0
  /// Columns from `start` to the last place looked at, spaces at its end included.
  private var columns = 0
  /// The last place at which the line may end and fits.
  private var fit: Fit?
  private var position = 0

  private struct Fit {
    /// Where the line's text ends, without the spaces at which it is broken.
    var end: Int
    /// Where the next line begins.
    var next: Int
    /// Columns to `next`.
    var columns: Int
  }

  init(_ text: SafeText, bytes: UnsafeBufferPointer<UInt8>, width: Int) {
    (self.text, self.bytes, self.width) = (text, bytes, max(1, width))
  }

  /// Goes on to `next`, a place where a line may end, or must if a line feed stands before it.
  mutating func advance(to next: Int) {
    let piece = Piece(position..<next, of: bytes)
    position = next
    add(piece)
    if piece.endsParagraph { endParagraph(piece) }
  }

  /// Ends the last line.
  mutating func finish() {
    guard start < bytes.count || lines.isEmpty else { return }
    var end = bytes.count
    while columns > width, end > start, bytes[end - 1] == 0x20 { (end, columns) = (end - 1, columns - 1) }
    lines.append(start..<end)
  }

  private mutating func add(_ piece: Piece) {
    let needed = columns + piece.columns
    if needed + piece.hyphen <= width {
      columns = needed + piece.spaces
      fit = Fit(end: piece.end, next: piece.next, columns: columns)
    } else if needed <= width {
      columns = needed  // It fits, but not with the hyphen that ending here would show.
    } else if let fit {
      lines.append(start..<fit.end)
      (start, columns) = (fit.next, columns - fit.columns)
      self.fit = nil
      add(piece)
    } else {
      splitWord(to: piece)
    }
  }

  private mutating func endParagraph(_ piece: Piece) {
    lines.append(start..<(fit?.next == piece.next ? piece.end : max(start, piece.end)))
    (start, columns, fit) = (piece.next, 0, nil)
  }

  /// Breaks what is wider than a line and has no place to break it: after a sign that divides addresses if one stands in the
  /// second half of the line, else wherever the line is full.
  private mutating func splitWord(to piece: Piece) {
    var splitter = WordSplitter(start: start, width: width)
    text.forEachUnbreakable(in: start..<piece.end, width: width) { part, columns in
      splitter.add(part, columns: columns, sign: bytes[part.upperBound - 1], isSoftHyphen: isSoftHyphen(part))
    }
    lines += splitter.lines
    (start, columns) = (splitter.start, splitter.columns + piece.spaces)
    let fits = splitter.columns + piece.hyphen <= width
    fit = fits ? Fit(end: piece.end, next: piece.next, columns: columns) : nil
  }
}

extension LineWrapper {
  private func isSoftHyphen(_ part: Range<Int>) -> Bool {
    part.count == 2 && bytes[part.lowerBound] == 0xC2 && bytes[part.lowerBound + 1] == 0xAD
  }

  /// The text between two break opportunities.
  private struct Piece {
    /// Where its text ends and its spaces begin.
    let end: Int
    let next: Int
    let columns: Int
    let spaces: Int
    /// 1 if a line that ends here shows a hyphen.
    let hyphen: Int
    let endsParagraph: Bool

    init(_ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) {
      next = range.upperBound
      endsParagraph = !range.isEmpty && bytes[next - 1] == 0x0A
      var end = endsParagraph ? next - 1 : next
      while end > range.lowerBound, bytes[end - 1] == 0x20 { end -= 1 }
      (self.end, spaces) = (end, (endsParagraph ? next - 1 : next) - end)
      columns = DisplayWidth.columns(ofUTF8: UnsafeBufferPointer(rebasing: bytes[range.lowerBound..<end]))
      hyphen = end - 2 >= range.lowerBound && bytes[end - 2] == 0xC2 && bytes[end - 1] == 0xAD ? 1 : 0
    }
  }

  /// Fills lines with the parts of a word that is too wide for one.
  private struct WordSplitter {
    var start: Int
    let width: Int
    var columns = 0
    var lines: [Range<Int>] = []
    private var endsInSoftHyphen = false
    /// The last good place in this line: offset, and columns up to it.
    private var good: (offset: Int, columns: Int)?

    init(start: Int, width: Int) { (self.start, self.width) = (start, width) }

    mutating func add(_ part: Range<Int>, columns more: Int, sign: UInt8, isSoftHyphen: Bool) {
      if columns > 0 && columns + more > width { endLine(before: part.lowerBound) }
      columns += more
      endsInSoftHyphen = isSoftHyphen
      if WordSplitter.divides(sign) && columns * 2 > width { good = (part.upperBound, columns) }
    }

    private mutating func endLine(before offset: Int) {
      let place = good ?? (offset, columns)
      // A full line has no room for the hyphen that a soft hyphen at its end would show.
      let isFull = good == nil && endsInSoftHyphen && columns >= width
      lines.append(start..<(isFull ? offset - 2 : place.offset))
      (start, columns, good) = (place.offset, columns - place.columns, nil)
    }

    /// Signs after which an address may be broken.
    private static func divides(_ sign: UInt8) -> Bool {
      switch sign {
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "&"), UInt8(ascii: "="), UInt8(ascii: "#"): true
      case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"): true
      default: false
      }
    }
  }
}
