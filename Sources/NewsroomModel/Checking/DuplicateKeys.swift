/// Finds names that stand twice in one object. RFC 8259 leaves open which one counts; here the last one does.
struct DuplicateKeys {
  /// Where problems go.
  let context: ReadingContext

  /// Looks at every object of a tape.
  func check(_ tape: JSONTape) {
    guard context.reports else { return }
    var keys: [Int] = []
    for index in tape.nodes.indices where tape.nodes[index].kind == .object {
      keys.removeAll(keepingCapacity: true)
      for member in JSONValue(tape: tape, index: index).members { keys.append(member.key.index) }
      if keys.count < 32 { compare(keys, tape) } else { lookUp(keys, tape) }
    }
  }

  /// Compares each with each: nearly all differ in length or first letter already.
  private func compare(_ keys: [Int], _ tape: JSONTape) {
    for later in keys.indices.dropFirst() {
      let key = JSONValue(tape: tape, index: keys[later])
      for earlier in 0..<later where equal(key, JSONValue(tape: tape, index: keys[earlier])) {
        report(key, first: JSONValue(tape: tape, index: keys[earlier]))
        break
      }
    }
  }

  private func lookUp(_ keys: [Int], _ tape: JSONTape) {
    var first: [String: JSONValue] = [:]
    for index in keys {
      let key = JSONValue(tape: tape, index: index)
      let name = JSONText.decode(key)
      if let earlier = first[name] { report(key, first: earlier) } else { first[name] = key }
    }
  }

  private func equal(_ left: JSONValue, _ right: JSONValue) -> Bool {
    let (one, other) = (left.node, right.node)
    if one.isEscaped || other.isEscaped { return JSONText.decode(left) == JSONText.decode(right) }
    guard one.end - one.start == other.end - other.start else { return false }
    return left.bytes.elementsEqual(right.bytes)
  }

  private func report(_ key: JSONValue, first: JSONValue) {
    let place = context.place(of: first.offset)
    context.report(
      .duplicateKey, at: key,
      "\(JSONExcerpt.quoted(JSONText.decode(key))) stands twice in this object, first at \(place.line):\(place.column)",
      hint: "the last one is used")
  }
}
