/// A scanned JSON text: its bytes and its tape. Valid as long as both memories are.
struct JSONTape {
  /// The text.
  let bytes: UnsafeRawBufferPointer
  /// Its nodes.
  let nodes: UnsafeBufferPointer<JSONNode>
  /// True where texts may hold DEL or C1 controls.
  let hasControls: Bool

  /// The outermost value.
  var root: JSONValue { JSONValue(tape: self, index: 0) }
}

/// One value of a scanned text: a view, decoded only as far as it is asked.
struct JSONValue {
  /// The text it is a part of.
  let tape: JSONTape
  /// Its node.
  let index: Int

  @inline(__always)
  var node: JSONNode { tape.nodes[index] }
  /// What it is.
  var kind: JSONNode.Kind { node.kind }
  /// Its bytes; those of a string without the quotation marks.
  var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: tape.bytes[Int(node.start)..<Int(node.end)])
  }
  /// Where it begins in the text, a string with its quotation mark.
  var offset: Int { Int(node.start) - (kind == .string || kind == .key ? 1 : 0) }
  /// Where it ends in the text, a string with its quotation mark.
  var endOffset: Int { Int(node.end) + (kind == .string || kind == .key ? 1 : 0) }

  /// The members of an object; none for other values.
  var members: Members { Members(tape: tape, index: index + 1, end: kind == .object ? Int(node.next) : index + 1) }
  /// The elements of an array; none for other values.
  var elements: Elements { Elements(tape: tape, index: index + 1, end: kind == .array ? Int(node.next) : index + 1) }

  /// The value of the member `name`; the last one where several bear the name, as most readers have it.
  func member(_ name: StaticString) -> JSONValue? {
    guard kind == .object else { return nil }
    let nodes = tape.nodes
    let length = UInt32(truncatingIfNeeded: name.utf8CodeUnitCount)
    let end = Int(nodes[index].next)
    var found = 0
    var index = index + 1
    while index < end {
      let key = nodes[index]
      if key.end &- key.start == length || key.isEscaped, JSONValue(tape: tape, index: index).isNamed(name) {
        found = index + 1
      }
      index = Int(nodes[index + 1].next)
    }
    return found == 0 ? nil : JSONValue(tape: tape, index: found)
  }

  /// Whether a key or string is `name`, character by character.
  @inline(__always)
  func isNamed(_ name: StaticString) -> Bool {
    let node = node
    if node.isEscaped { return JSONText.decode(self) == name.description }
    return bytes.spell(name)
  }

  /// A member of an object.
  struct Member {
    /// Its name.
    let key: JSONValue
    /// Its value.
    var value: JSONValue { JSONValue(tape: key.tape, index: key.index + 1) }
  }

  /// The members of an object, in the order of the text.
  struct Members: Sequence, IteratorProtocol {
    let tape: JSONTape
    var index: Int
    let end: Int

    @inline(__always)
    mutating func next() -> Member? {
      guard index < end else { return nil }
      let key = JSONValue(tape: tape, index: index)
      index = Int(tape.nodes[index + 1].next)
      return Member(key: key)
    }

    /// How many there are, not counting further than `limit`.
    func count(upTo limit: Int) -> Int { prefix(limit).reduce(0) { count, _ in count + 1 } }
  }

  /// The elements of an array, in the order of the text.
  struct Elements: Sequence, IteratorProtocol {
    let tape: JSONTape
    var index: Int
    let end: Int

    @inline(__always)
    mutating func next() -> JSONValue? {
      guard index < end else { return nil }
      let value = JSONValue(tape: tape, index: index)
      index = Int(value.node.next)
      return value
    }
  }
}
