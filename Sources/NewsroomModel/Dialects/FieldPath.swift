/// The way to a value below an object, written `fields.date.created`.
///
/// Keys are compared without regard to case and to `_`, `-` and `:`, so that `publishedAt`, `published_at` and `PublishedAt` are one
/// key. An array on the way stands for each of its elements.
struct FieldPath: ExpressibleByStringLiteral, Sendable {
  private let steps: [[UInt8]]

  init(stringLiteral text: String) {
    steps = text.split(separator: ".").map { step in step.utf8.compactMap(Self.normalized) }
  }

  /// The values at the end of the path, without nulls.
  func values(in value: JSONValue) -> [JSONValue] {
    guard let first = steps.first, var found = value.member(normalized: first).map({ [$0] }) else { return [] }
    for step in steps.dropFirst() { found = found.flatMap(Self.elements).compactMap { $0.member(normalized: step) } }
    return found.filter { $0.kind != .null }
  }

  /// Whether there is a value that is more than null.
  func isPresent(in value: JSONValue) -> Bool { !values(in: value).isEmpty }

  /// The elements of nested arrays; another value is its own only element.
  static func elements(_ value: JSONValue) -> [JSONValue] {
    value.kind == .array ? value.elements.flatMap(elements) : [value]
  }

  /// A byte of a key as it is compared; nil for signs that part words.
  @inline(__always)
  fileprivate static func normalized(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: ":"): nil
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    default: byte
    }
  }
}

extension JSONValue {
  /// The value of the member whose name is this one without regard to case and signs.
  fileprivate func member(normalized name: [UInt8]) -> JSONValue? {
    members.first { $0.key.bytes.count >= name.count && Self.isSame($0.key.bytes, name) }?.value
  }

  private static func isSame(_ key: UnsafeRawBufferPointer, _ name: [UInt8]) -> Bool {
    var index = 0
    for byte in key {
      guard let byte = FieldPath.normalized(byte) else { continue }
      guard index < name.count, name[index] == byte else { return false }
      index += 1
    }
    return index == name.count
  }
}

/// Reads texts, addresses and dates from the values of an item, whatever shape each has.
struct FieldReader {
  /// The item.
  let item: ObjectReader

  /// The values of the first path that has some.
  func values(_ paths: [FieldPath]) -> [JSONValue] {
    for path in paths {
      let found = path.values(in: item.object)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The texts of the first path that has some.
  func texts(_ paths: [FieldPath]) -> [String] {
    for path in paths {
      let texts = path.values(in: item.object).flatMap { self.texts(of: $0, Self.textKeys) }
      if !texts.isEmpty { return texts }
    }
    return []
  }

  /// The addresses of the first path that has some.
  func addresses(_ paths: [FieldPath]) -> [String] {
    for path in paths {
      let texts = path.values(in: item.object).flatMap { self.texts(of: $0, Self.addressKeys) }
      if !texts.isEmpty { return texts }
    }
    return []
  }

  /// The first of the texts, on one line, without tags and references.
  func line(_ paths: [FieldPath]) -> String? {
    for path in paths {
      let texts = path.values(in: item.object).flatMap { self.texts(of: $0, Self.textKeys) }
      if let line = texts.lazy.map(PlainText.title).first(where: { !$0.isBlank }) { return line }
    }
    return nil
  }

  /// Names of people or sites; numbers are keys of another table and name nobody.
  func names(_ paths: [FieldPath]) -> [String] {
    for path in paths {
      let values = path.values(in: item.object).flatMap(FieldPath.elements).filter { $0.kind != .number }
      let names = values.flatMap { texts(of: $0, Self.textKeys) }.map(PlainText.title).filter { !$0.isBlank }
      if !names.isEmpty { return names }
    }
    return []
  }

  /// The first date that can be read.
  func date(_ paths: [FieldPath]) -> PartialDate? {
    for path in paths {
      for value in path.values(in: item.object).flatMap(FieldPath.elements) {
        let inner = value.kind == .object ? Self.textKeys.lazy.compactMap { value.member($0) }.first ?? value : value
        if let date = LenientDate.date(inner) { return date }
        report(inner)
      }
    }
    return nil
  }

  private func report(_ value: JSONValue) {
    guard value.kind == .string, !value.bytes.isEmpty else { return }
    ScalarCheck(context: item.context).check(value, .ninjsDate, isRequired: false)
  }

  private static let textKeys: [StaticString] = [
    "rendered", "processed", "value", "@value", "name", "title", "webTitle", "headline", "fullname", "display_name",
    "text", "#text", "$t", "__cdata", "longname", "shortname", "label",
  ]
  private static let addressKeys: [StaticString] = ["href", "url", "@id", "rendered", "value", "#text", "link"]

  private func texts(of value: JSONValue, _ keys: [StaticString]) -> [String] {
    switch value.kind {
    case .string: item.string(value).map { [$0] } ?? []
    case .number: [JSONText.decode(value)]
    case .array: value.elements.flatMap { texts(of: $0, keys) }
    case .object: keys.lazy.compactMap { value.member($0) }.map { texts(of: $0, keys) }.first { !$0.isEmpty } ?? []
    case .yes, .no, .null, .key: []
    }
  }
}
