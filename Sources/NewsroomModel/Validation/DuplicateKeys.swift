/// Finds names that stand twice in one object. RFC 8259 leaves open which one counts; here the last one does.
struct DuplicateKeys {
  /// Where problems go.
  let context: DecodingContext

  /// Looks at every object of a tape.
  func check(_ tape: JSONTape) {
    guard context.reports else { return }
    for index in tape.nodes.indices where tape.nodes[index].kind == .object {
      let members = JSONValue(tape: tape, index: index).members
      if members.count(upTo: 32) < 32 { compare(members) } else { lookUp(members) }
    }
  }

  /// Compares each with each: nearly all differ in length or first letter already.
  private func compare(_ members: JSONValue.Members) {
    for later in members {
      for earlier in members {
        guard earlier.key.index < later.key.index else { break }
        guard equal(earlier.key, later.key) else { continue }
        report(later.key, first: earlier.key)
        break
      }
    }
  }

  private func lookUp(_ members: JSONValue.Members) {
    var first: [String: JSONValue] = [:]
    for member in members {
      let name = JSONText.decode(member.key)
      if let earlier = first[name] { report(member.key, first: earlier) } else { first[name] = member.key }
    }
  }

  @inline(__always)
  private func equal(_ left: JSONValue, _ right: JSONValue) -> Bool {
    let (one, other) = (left.node, right.node)
    if one.isEscaped || other.isEscaped { return JSONText.decode(left) == JSONText.decode(right) }
    guard one.end &- one.start == other.end &- other.start else { return false }
    return left.bytes.elementsEqual(right.bytes)
  }

  private func report(_ key: JSONValue, first: JSONValue) {
    let place = context.place(of: first.offset)
    context.report(
      .duplicateKey, at: key,
      "\(JSONExcerpt.quoted(JSONText.decode(key))) appears twice in this object, first at \(place.line):\(place.column)",
      hint: "the last one is used")
  }
}
