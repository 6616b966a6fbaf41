/// One value or key of a JSON text: what it is and where it stands. The nodes of a text, in the order of the text, are its tape.
///
/// An object's node is followed by its keys, each followed by the nodes of its value; an array's by the nodes of its elements.
/// `next` leads past a node's own descendants. Sixteen bytes a node; offsets are 32 bits wide, so a text ends before 4 GiB.
struct JSONNode {
  /// What a node stands for; `true` and `false` are called `yes` and `no`, for Swift keeps those words to itself.
  enum Kind: UInt8 {
    case object, array, string, number, yes, no, null
    /// A member's name; the next node is its value.
    case key
  }

  /// First byte of the value; for strings and keys the first byte after the quotation mark.
  var start: UInt32
  /// First byte after the value; for strings and keys the closing quotation mark.
  var end: UInt32
  /// Index of the first node that is not a part of this one.
  var next: UInt32
  /// What the node stands for.
  var kind: Kind
  /// True where a string or key holds a backslash, so that its bytes are not its characters.
  var isEscaped: Bool
}
