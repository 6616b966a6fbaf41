/// Makes JSON Pointers (RFC 6901) to places of a tape.
enum JSONPointer {
  /// The pointer to the node at `target`, with `prefix` before it; a key's pointer is that of its value.
  static func pointer(to target: Int, in tape: JSONTape, prefix: String = "") -> String {
    var pointer = prefix
    var index = 0
    while index < target, let step = step(from: JSONValue(tape: tape, index: index), towards: target) {
      pointer += "/" + step.name
      index = step.index
    }
    return pointer
  }

  /// The name and the node of the child in which `target` lies.
  private static func step(from value: JSONValue, towards target: Int) -> (name: String, index: Int)? {
    for member in value.members where target < Int(member.value.node.next) {
      return (escaped(JSONText.decode(member.key)), member.value.index)
    }
    for (position, element) in value.elements.enumerated() where target < Int(element.node.next) {
      return (String(position), element.index)
    }
    return nil
  }

  /// A name as it stands in a pointer: `~` as `~0`, `/` as `~1`.
  static func escaped(_ name: String) -> String {
    guard name.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return name }
    return name.split(separator: "~", omittingEmptySubsequences: false).joined(separator: "~0")
      .split(separator: "/", omittingEmptySubsequences: false).joined(separator: "~1")
  }
}
