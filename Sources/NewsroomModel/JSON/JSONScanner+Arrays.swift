// A top-level array of any length is scanned with a tape no longer than one of its elements.
extension JSONScanner {
  /// Scans a text that is one array to its end, keeping no node.
  mutating func scanArrayText() throws(JSONSyntaxError) {
    skipSpace()
    guard try opensArray() else { return try scanEnd() }
    elementIndex = 0
    repeat {
      removeElements()
      try scanValue()
    } while try scanElementEnd()
    removeNodes()
    elementIndex = nil
    try scanEnd()
  }

  /// Turns to the elements of the array that begins at `start` and that ``scanArrayText()`` found good.
  mutating func enterArray(at start: Int) {
    removeNodes()
    position = start + 1
  }

  /// Turns to the next element; false at the end of the array.
  mutating func nextElement() -> Bool {
    removeNodes()
    skipSpace()
    guard position < bytes.count, bytes[position] != UInt8(ascii: "]") else { return false }
    if bytes[position] == UInt8(ascii: ",") { position += 1 }
    return true
  }

  /// JSON Pointer to the place up to which the text was scanned: the innermost open container, and the key in it that still
  /// awaits its value.
  var openPointer: String {
    var pointer = ""
    for (outer, inner) in zip(open, open.dropFirst()) { pointer += "/" + step(from: outer, to: inner) }
    if let last = nodes.last, last.kind == .key, !open.isEmpty { pointer += "/" + name(ofKey: nodes.count - 1) }
    return pointer
  }

  private func step(from outer: Int, to inner: Int) -> String {
    if nodes[outer].kind == .object { return name(ofKey: inner - 1) }
    if outer == 0, let elementIndex { return String(elementIndex) }
    var position = 0
    var child = outer + 1
    while child < inner {
      position += 1
      child = Int(nodes[child].next)
    }
    return String(position)
  }

  private func name(ofKey index: Int) -> String {
    nodes.withUnsafeBufferPointer { nodes in
      let tape = JSONTape(bytes: bytes, nodes: nodes, hasControls: false)
      return JSONPointer.escaped(JSONText.decode(JSONValue(tape: tape, index: index)))
    }
  }
}
