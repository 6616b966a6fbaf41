/// Collects the runs of one paragraph: spaces collapsed, none at the ends, neighbours set alike joined.
struct InlineBuilder {
  private var runs: [TextRun] = []
  private var text: [UInt8] = []
  private var needsSpace = false
  private var emphasis: TextRun.Emphasis = []
  private var target: LinkTarget?
  /// True while all text so far stood within `cite`.
  private(set) var isAllCited = true

  /// Whether nothing was added yet.
  var isEmpty: Bool { runs.isEmpty && text.isEmpty }

  /// Adds text as it stands in HTML.
  mutating func add(
    _ bytes: UnsafeBufferPointer<UInt8>, _ emphasis: TextRun.Emphasis, _ target: LinkTarget?, isCited: Bool
  ) {
    if emphasis != self.emphasis || target != self.target { change(emphasis, target, before: bytes) }
    if text.capacity == 0 { text.reserveCapacity(480) }
    var index = 0
    while index < bytes.count {
      let start = index
      // Single spaces between words are taken along: nearly all spaces are such.
      while index < bytes.count, !Self.isSpace(bytes[index]) || (index > start && Self.isSingle(bytes, index)) {
        index += 1
      }
      if index > start {
        if needsSpace { putSpace() }
        text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
        isAllCited = isAllCited && isCited
      }
      while index < bytes.count, Self.isSpace(bytes[index]) {
        needsSpace = true
        index += 1
      }
    }
  }

  /// Whether one space stands at `index`, with a word after it.
  @inline(__always)
  private static func isSingle(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    bytes[index] == 0x20 && index + 1 < bytes.count && !isSpace(bytes[index + 1])
  }

  /// The five characters that HTML calls whitespace.
  @inline(__always)
  private static func isSpace(_ byte: UInt8) -> Bool {
    byte <= 0x20 && (byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C)
  }

  /// Adds a line break.
  mutating func addLineBreak() {
    guard !isEmpty else { return }
    needsSpace = false
    text.append(0x0A)
  }

  /// The runs, and a builder as new.
  mutating func take() -> [TextRun] {
    endRun()
    while let last = runs.last, last.text.last == "\n" {
      runs[runs.count - 1].text.removeLast()
      if runs[runs.count - 1].text.isEmpty { runs.removeLast() }
    }
    defer {
      runs = []
      (needsSpace, emphasis, target, isAllCited) = (false, [], nil, true)
    }
    return runs
  }

  /// Begins another run. A space between two runs belongs to the plainer one, so that a link neither begins nor ends with it.
  private mutating func change(
    _ emphasis: TextRun.Emphasis, _ target: LinkTarget?, before bytes: UnsafeBufferPointer<UInt8>
  ) {
    if let first = bytes.first, Self.isSpace(first) { needsSpace = true }
    let isPlainer = Self.weight(self.emphasis, self.target) <= Self.weight(emphasis, target)
    if needsSpace, isPlainer, !isEmpty { putSpace() }
    endRun()
    (self.emphasis, self.target) = (emphasis, target)
  }

  private static func weight(_ emphasis: TextRun.Emphasis, _ target: LinkTarget?) -> Int {
    (target == nil ? 0 : 2) + (emphasis.isEmpty ? 0 : 1)
  }

  private mutating func putSpace() {
    needsSpace = false
    let last = text.last ?? runs.last?.text.utf8.last
    if let last, last != 0x20, last != 0x0A { text.append(0x20) }
  }

  private mutating func endRun() {
    guard !text.isEmpty else { return }
    runs.append(TextRun(String(decoding: text, as: UTF8.self), emphasis: emphasis, target: target))
    text.removeAll(keepingCapacity: true)
  }
}
