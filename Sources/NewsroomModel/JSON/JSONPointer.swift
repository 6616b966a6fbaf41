/// Makes JSON Pointers (RFC 6901) to places of a tape.
///
/// How far one has come in a long array or object is kept, so that a pointer to each of its elements, in order, takes no more
/// time than going through it once.
struct JSONPointer {
  private let tape: JSONTape
  /// The child of a container at which the last pointer into it left off, and the child's position.
  private var reached: [Int: (child: Int, position: Int)] = [:]
  /// In shorter containers nothing is kept.
  private static let long = 32

  init(in tape: JSONTape) { self.tape = tape }

  /// The pointer to the node at `target`, with `prefix` before it; a key's pointer is that of its value.
  mutating func pointer(to target: Int, prefix: String = "") -> String {
    var pointer = prefix
    var index = 0
    while index < target, let step = step(from: index, towards: target) {
      pointer += "/" + step.name
      index = step.index
    }
    return pointer
  }

  /// The name and the node of the child in which `target` lies.
  private mutating func step(from container: Int, towards target: Int) -> (name: String, index: Int)? {
    let node = tape.nodes[container]
    guard node.kind == .object || node.kind == .array else { return nil }
    // A member is a key and its value.
    let key = node.kind == .object ? 1 : 0
    var (child, position) = (container + 1, 0)
    if let kept = reached[container], kept.child <= target { (child, position) = kept }
    while child < Int(node.next) {
      let next = Int(tape.nodes[child + key].next)
      if target < next {
        if position > Self.long { reached[container] = (child, position) }
        let name = key == 1 ? Self.escaped(JSONText.decode(JSONValue(tape: tape, index: child))) : String(position)
        return (name, child + key)
      }
      (child, position) = (next, position + 1)
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
