/// JSON Schemas (draft 2020-12) of the records of a data directory, drawn from the tables by which they are read.
///
/// An article's schema is that of ninjs 3.1 as newsroom reads it; a valid one is valid by IPTC's own schema but for dates,
/// which may be without time here. In a file of one record the file's name stands for a missing `id`, so that `id` is not
/// required here; in arrays, lines and collections it is.
public enum NewsroomSchemas {
  /// The schema of one record of a kind, as JSON text.
  public static func schema(of kind: RecordKind) -> String {
    let shape = ObjectSchema.shape(of: kind)
    var definitions = SchemaDefinitions()
    let top = definitions.members(of: shape)
    let heading: [(String, SchemaNode)] = [
      ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
      ("title", .text("\(kind.rawValue) (newsroom)")),
    ]
    let all = heading + top + (definitions.isEmpty ? [] : [("$defs", definitions.node)])
    return SchemaNode.object(all).rendered() + "\n"
  }

  /// The schemas of all kinds, as one JSON object by kind.
  public static var all: String {
    let parts = RecordKind.allCases.map { kind in
      let schema = schema(of: kind).dropLast().split(separator: "\n", omittingEmptySubsequences: false)
      return "  \"\(kind.rawValue)\": " + schema.joined(separator: "\n  ")
    }
    return "{\n" + parts.joined(separator: ",\n") + "\n}\n"
  }
}

/// The shapes that a schema refers to, each once.
private struct SchemaDefinitions {
  private var nodes: [(String, SchemaNode)] = []
  private var names: Set<String> = []

  var isEmpty: Bool { nodes.isEmpty }
  var node: SchemaNode { .object(nodes.sorted { $0.0 < $1.0 }) }

  /// The members of an object's schema.
  mutating func members(of shape: ObjectSchema) -> [(String, SchemaNode)] {
    let keys = shape.keys.filter { !$0.isOlder }
    let required = keys.filter { $0.isRequired && $0.name.description != "id" }.map {
      SchemaNode.text($0.name.description)
    }
    var members: [(String, SchemaNode)] = [("type", .text("object"))]
    if !required.isEmpty { members.append(("required", .array(required))) }
    var properties: [(String, SchemaNode)] = []
    for key in keys { properties.append((key.name.description, property(key))) }
    members.append(("properties", .object(properties)))
    guard !shape.isOpen else { return members }
    // Keys that begin with an underscore are anybody's own.
    return members + [
      ("patternProperties", .object([("^_", .boolean(true))])), ("additionalProperties", .boolean(false)),
    ]
  }

  private mutating func property(_ key: SchemaProperty) -> SchemaNode {
    let meaning: [(String, SchemaNode)] = key.meaning.isEmpty ? [] : [("description", .text(key.meaning))]
    return .object(members(of: key.form) + meaning)
  }

  private mutating func members(of form: ValueType) -> [(String, SchemaNode)] {
    switch form {
    case .string, .text: [("type", .text("string"))]
    case .address: [("type", .text("string")), ("format", .text("uri-reference"))]
    case .identifier: [("type", .text("string")), ("pattern", .text("^[^\\u0000-\\u001f\\u007f]+$"))]
    case .reference(let kind):
      [("type", .text("string")), ("minLength", .number(1)), ("$comment", .text("id of \(kind.withArticle)"))]
    case .country: [("type", .text("string")), ("pattern", .text("^[A-Za-z]{2}$"))]
    case .date, .ninjsDate: [("type", .text("string")), ("pattern", .text(Self.datePattern))]
    case .number: [("type", .text("number"))]
    case .integer(let bounds):
      [("type", .text("integer"))]
        + (bounds.map { [("minimum", .number($0.lowerBound)), ("maximum", .number($0.upperBound))] } ?? [])
    case .boolean: [("type", .text("boolean"))]
    case .choice(let words): [("enum", .array(words.map(SchemaNode.text)))]
    case .object(let shape): reference(to: shape())
    case .array(let element): [("type", .text("array")), ("items", .object(members(of: element)))]
    case .map(let element): [("type", .text("object")), ("additionalProperties", .object(members(of: element)))]
    case .either(let today, _): members(of: today)
    case .anything: []
    }
  }

  private mutating func reference(to shape: ObjectSchema) -> [(String, SchemaNode)] {
    let name = shape.schemaName
    if names.insert(name).inserted {
      let members = members(of: shape)
      nodes.append((name, .object(members)))
    }
    return [("$ref", .text("#/$defs/\(name)"))]
  }

  private static let datePattern = "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01])(T\(timePattern))?)?)?$"
  private static let timePattern =
    "(24:00(:00)?|\(hourPattern):[0-5][0-9](:([0-5][0-9]|60)([.,][0-9]+)?)?)(Z|[+-]\(hourPattern)(:?[0-5][0-9])?)?"
  private static let hourPattern = "([01][0-9]|2[0-3])"
}

extension ObjectSchema {
  /// The shape's name as a key: "an alternative id" is `alternative-id`.
  fileprivate var schemaName: String {
    let words = name.split(separator: " ")
    let isArticle = ["a", "an"].contains(words.first ?? "")
    return words.dropFirst(isArticle ? 1 : 0).joined(separator: "-")
  }
}
