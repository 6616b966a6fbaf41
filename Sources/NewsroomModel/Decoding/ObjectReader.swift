/// A cursor on one object of a record: `reader.string("name")`.
///
/// What is absent, empty or of the wrong type is nil; that it is wrong was said by ``SchemaValidator``. So the reading of a record
/// is a table of its keys and nothing else.
struct ObjectReader {
  /// The object.
  let object: JSONValue
  /// What it may hold.
  let shape: ObjectSchema
  /// What is known of the file.
  let context: DecodingContext

  /// The value of a key, under its older names too while an older dialect is read.
  func member(_ name: StaticString) -> JSONValue? {
    if let value = object.member(name) { return value.kind == .null ? nil : value }
    guard context.usesLegacyKeys else { return nil }
    let wanted = UnsafeRawBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    guard let index = shape.index(of: wanted) else { return nil }
    for member in object.members where shape.index(ofOlder: member.key.bytes) == index {
      return member.value.kind == .null ? nil : member.value
    }
    return nil
  }

  /// A string that is not empty.
  func string(_ name: StaticString) -> String? {
    guard let value = member(name) else { return nil }
    return string(value)
  }

  /// A string that is shown on one line: a name, a role, a place.
  func line(_ name: StaticString) -> String? { string(name).map(PlainText.oneLine).flatMap { $0.isEmpty ? nil : $0 } }

  /// The strings of an array, each on one line.
  func lines(_ name: StaticString) -> [String] { strings(name).map(PlainText.oneLine).filter { !$0.isEmpty } }

  /// The key of a record, its own or of one that is named: see ``RecordID``.
  func key(_ name: StaticString) -> String? { string(name).map(RecordID.of) }

  /// The keys of an array.
  func keys(_ name: StaticString) -> [String] { strings(name).map(RecordID.of) }

  /// The strings of an array.
  func strings(_ name: StaticString) -> [String] { elements(name).compactMap(string) }

  /// A date that exists.
  func date(_ name: StaticString) -> PartialDate? { member(name).flatMap(date) }

  /// A date in any form in which articles have them.
  func instant(_ name: StaticString) -> PartialDate? { member(name).flatMap(LenientDate.date) }

  /// The address of an attachment and what it is, from an object or a text.
  func attachment(_ value: JSONValue) -> Link? {
    if value.kind == .string { return string(value).map { Link(url: $0) } }
    func first(_ names: [StaticString]) -> String? { names.lazy.compactMap { value.member($0).flatMap(string) }.first }
    return first(["url", "href", "contentUrl", "link", "embedUrl"]).map { url in
      Link(
        url: url, note: first(["title", "name", "description", "filename", "mime_type", "type"]).map(PlainText.title))
    }
  }

  /// The dates of an array that exist.
  func dates(_ name: StaticString) -> [PartialDate] { elements(name).compactMap(date) }

  /// true or false.
  func boolean(_ name: StaticString) -> Bool? {
    switch member(name)?.kind {
    case .yes: true
    case .no: false
    default: nil
    }
  }

  /// A reader on an object.
  func object(_ name: StaticString, _ shape: ObjectSchema) -> ObjectReader? {
    guard let value = member(name), value.kind == .object else { return nil }
    return ObjectReader(object: value, shape: shape, context: context)
  }

  /// What `make` makes of the objects of an array; those of which it makes nothing are left out. A single object that is
  /// not in brackets is taken for an array of one.
  func objects<Part>(_ name: StaticString, _ shape: ObjectSchema, _ make: (ObjectReader) -> Part?) -> [Part] {
    guard let value = member(name) else { return [] }
    if value.kind == .object {
      return make(ObjectReader(object: value, shape: shape, context: context)).map { [$0] } ?? []
    }
    var parts: [Part] = []
    parts.reserveCapacity(value.elements.reduce(0) { count, _ in count + 1 })
    for element in value.elements where element.kind == .object {
      if let part = make(ObjectReader(object: element, shape: shape, context: context)) { parts.append(part) }
    }
    return parts
  }

  private func elements(_ name: StaticString) -> [JSONValue] { member(name).map { Array($0.elements) } ?? [] }

  /// The characters of a string, without control characters; nil for other values and for nothing.
  func string(_ value: JSONValue) -> String? {
    guard value.kind == .string else { return nil }
    var hasControls = value.tape.hasControls
    var text = JSONText.decode(value, &hasControls)
    if hasControls {
      context.removedControls += ControlCharacters.remove(from: &text)
    }
    return text.isEmpty ? nil : text
  }

  private func date(_ value: JSONValue) -> PartialDate? {
    value.kind == .string ? try? PartialDate(value) : nil
  }
}
