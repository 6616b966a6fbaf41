/// Reads JSON texts byte by byte and writes down where each value stands, without making any value.
///
/// One pass, no recursion: open brackets are kept in a list of at most ``depthLimit``. It accepts what RFC 8259 accepts and
/// nothing else. That the bytes are UTF-8 is checked before, by ``UTF8Check``.
struct JSONScanner {
  /// How deeply a text may be nested.
  static let depthLimit = 128

  /// The text.
  private(set) var bytes: UnsafeRawBufferPointer
  /// The next byte to read.
  var position: Int
  /// The tape: the nodes of all values scanned since it was last emptied.
  private(set) var nodes: [JSONNode] = []
  /// The containers not yet closed, outermost first, as indices into `nodes`.
  private(set) var open: [Int] = []
  /// Which element of a top-level array is being scanned, while its former elements are not kept.
  var elementIndex: Int?

  /// A scanner that begins at the first byte.
  init(_ bytes: UnsafeRawBufferPointer, from position: Int = 0) {
    (self.bytes, self.position) = (bytes, position)
    nodes.reserveCapacity(256)
    open.reserveCapacity(Self.depthLimit)
  }

  /// Turns to another text and keeps the memory of the former.
  mutating func begin(_ bytes: UnsafeRawBufferPointer, from position: Int) {
    removeNodes()
    (self.bytes, self.position, elementIndex) = (bytes, position, nil)
  }

  /// Forgets the values scanned so far and keeps their memory.
  mutating func removeNodes() {
    nodes.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
  }

  /// Forgets the elements of the one open container, an array.
  mutating func removeElements() { nodes.removeSubrange(1...) }

  /// Opens an array; false when it is empty and therefore already closed.
  mutating func opensArray() throws(JSONSyntaxError) -> Bool { try opens(.array, closing: UInt8(ascii: "]")) }

  /// After an element of the one open array: true when another follows, false when the array ends.
  mutating func scanElementEnd() throws(JSONSyntaxError) -> Bool {
    defer { elementIndex = elementIndex.map { $0 + 1 } }
    return try finishesIntoNextValue(0)
  }

  /// Scans a text of one value to its end.
  mutating func scanText() throws(JSONSyntaxError) {
    skipSpace()
    guard position < bytes.count else { throw JSONSyntaxError(cause: .empty, offset: position) }
    try scanValue()
    try scanEnd()
  }

  /// Makes sure that nothing but space follows.
  mutating func scanEnd() throws(JSONSyntaxError) {
    skipSpace()
    guard position == bytes.count else { throw fault(.afterEnd) }
  }

  /// Scans one value, with all that is in it, from the next byte that is not space.
  mutating func scanValue() throws(JSONSyntaxError) {
    let outermost = open.count
    while true {
      skipSpace()
      if try startsContainer() { continue }
      guard try finishesIntoNextValue(outermost) else { return }
    }
  }

  /// Reads a scalar or an empty container, or opens a container up to its first value; true in the latter case.
  private mutating func startsContainer() throws(JSONSyntaxError) -> Bool {
    guard position < bytes.count else { throw fault(.expectedValue) }
    switch bytes[position] {
    case UInt8(ascii: "{"): return try opens(.object, closing: UInt8(ascii: "}"))
    case UInt8(ascii: "["): return try opens(.array, closing: UInt8(ascii: "]"))
    case UInt8(ascii: "\""): try scanString(.string)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try scanNumber()
    default: try scanWord()
    }
    return false
  }

  private mutating func opens(_ kind: JSONNode.Kind, closing: UInt8) throws(JSONSyntaxError) -> Bool {
    guard open.count < Self.depthLimit else { throw fault(.tooDeep) }
    open.append(nodes.count)
    append(kind, from: position, to: position)
    position += 1
    skipSpace()
    if position < bytes.count, bytes[position] == closing {
      position += 1
      closeInnermost()
      return false
    }
    if kind == .object { try scanKey() }
    return true
  }

  /// After a value: closes what ends here; true when a comma promises another value within the outermost container.
  private mutating func finishesIntoNextValue(_ outermost: Int) throws(JSONSyntaxError) -> Bool {
    while open.count > outermost {
      skipSpace()
      let isObject = nodes[open[open.count - 1]].kind == .object
      let closing: UInt8 = isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
      guard position < bytes.count else { throw fault(.expectedCommaOr(closing)) }
      let byte = bytes[position]
      if byte == UInt8(ascii: ",") {
        try scanComma(closing)
        return true
      }
      guard byte == closing else { throw fault(.expectedCommaOr(closing)) }
      position += 1
      closeInnermost()
    }
    return false
  }

  private mutating func scanComma(_ closing: UInt8) throws(JSONSyntaxError) {
    position += 1
    skipSpace()
    if position < bytes.count, bytes[position] == closing { throw fault(.trailingComma) }
    if closing == UInt8(ascii: "}") { try scanKey() }
  }

  private mutating func scanKey() throws(JSONSyntaxError) {
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { throw fault(.expectedKey) }
    try scanString(.key)
    skipSpace()
    guard position < bytes.count, bytes[position] == UInt8(ascii: ":") else { throw fault(.expectedColon) }
    position += 1
  }

  private mutating func closeInnermost() {
    let index = open.removeLast()
    nodes[index].end = UInt32(truncatingIfNeeded: position)
    nodes[index].next = UInt32(truncatingIfNeeded: nodes.count)
  }

  /// Writes down a node that has no descendants.
  @inline(__always)
  mutating func append(_ kind: JSONNode.Kind, from start: Int, to end: Int, isEscaped: Bool = false) {
    nodes.append(
      JSONNode(
        start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end),
        next: UInt32(truncatingIfNeeded: nodes.count + 1), kind: kind, isEscaped: isEscaped))
  }

  /// A fault at the next byte.
  func fault(_ cause: JSONSyntaxError.Cause) -> JSONSyntaxError { JSONSyntaxError(cause: cause, offset: position) }

  /// Passes over the four characters that RFC 8259 calls whitespace.
  @inline(__always)
  mutating func skipSpace() {
    while position < bytes.count {
      let byte = bytes[position]
      guard byte <= 0x20, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
      position += 1
    }
  }
}
