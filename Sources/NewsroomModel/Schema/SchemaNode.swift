/// A piece of a JSON Schema, with its keys in the order in which they are printed.
indirect enum SchemaNode {
  case text(String)
  case number(Int)
  case boolean(Bool)
  case array([SchemaNode])
  case object([(String, SchemaNode)])

  /// The piece as JSON, indented by two spaces a level; arrays of words on one line.
  func rendered(indent: String = "") -> String {
    let inner = indent + "  "
    switch self {
    case .text(let text): return Self.quoted(text)
    case .number(let number): return String(number)
    case .boolean(let value): return value ? "true" : "false"
    case .array(let elements): return "[" + elements.map { $0.rendered(indent: inner) }.joined(separator: ", ") + "]"
    case .object(let members) where members.isEmpty: return "{}"
    case .object(let members):
      let lines = members.map { "\(inner)\(Self.quoted($0.0)): \($0.1.rendered(indent: inner))" }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for character in text {
      if character == "\"" || character == "\\" { quoted.append("\\") }
      quoted.append(character)
    }
    return quoted + "\""
  }
}
