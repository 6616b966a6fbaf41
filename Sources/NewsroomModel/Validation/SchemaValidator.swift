/// Holds an object against its shape and says what is wrong: keys missing or unknown, values of the wrong type or form.
///
/// It goes as deep as the shape does, and a text is at most ``JSONScanner/depthLimit`` deep, so its recursion is bounded.
struct SchemaValidator {
  /// Where problems go.
  let context: DecodingContext

  /// Checks an object. `hasFallbackID`: its id may be missing, because its file's name stands for it.
  func check(_ object: JSONValue, _ shape: ObjectSchema, hasFallbackID: Bool = false) {
    var seen: UInt64 = 0
    for member in object.members {
      guard let index = index(of: member.key, in: shape) else {
        reportUnknown(member.key, shape)
        continue
      }
      seen |= 1 << UInt64(index)
      let key = shape.keys[index]
      check(member.value, key.form, key: member.key, isRequired: key.isRequired)
    }
    let missing = shape.requiredKeys & ~seen
    if missing != 0 { reportMissing(missing, in: object, shape, hasFallbackID: hasFallbackID) }
    for pair in shape.exclusiveKeys where seen & pair == pair { reportExclusive(pair, in: object, shape) }
    if shape.hasSpan { DateRangeValidator(context: context).check(object) }
  }

  private func index(of key: JSONValue, in shape: ObjectSchema) -> Int? {
    if let index = shape.index(of: key.bytes) { return index }
    if key.node.isEscaped { return shape.index(ofName: JSONText.decode(key)) }
    return context.usesLegacyKeys ? shape.index(ofOlder: key.bytes) : nil
  }

  /// Checks a value against the form that its key asks for.
  private func check(_ value: JSONValue, _ form: ValueType, key: JSONValue, isRequired: Bool) {
    switch form {
    case .anything: return
    case .either(let today, let older):
      let isOlder = context.usesLegacyKeys && older.accepts(value.kind)
      return check(value, isOlder ? older : today, key: key, isRequired: isRequired)
    default: break
    }
    if value.kind == .null, !isRequired, acceptsNull { return }
    guard form.accepts(value.kind) else { return reportType(value, form, key: key, isRequired: isRequired) }
    switch form {
    case .array(let element): for part in value.elements { check(part, element, key: key, isRequired: false) }
    case .map(let element): for member in value.members { check(member.value, element, key: key, isRequired: false) }
    case .object(let shape): check(value, shape())
    default: ScalarCheck(context: context).check(value, form, isRequired: isRequired)
    }
  }

  /// Whether an object may be written by a system for which null is absence. People write the others.
  private var acceptsNull: Bool { context.isForeignDialect || context.isForeignRecord || context.isArticle }

  private func reportType(_ value: JSONValue, _ form: ValueType, key: JSONValue, isRequired: Bool) {
    if value.kind != .null || isRequired { context.isPartial = true }
    let hint: String? =
      switch value.kind {
      case .null: "omit the key when the value is unknown"
      case .string, .number, .object: form.isArray ? "put it in brackets: [ ]" : nil
      default: nil
      }
    context.report(
      .wrongType, isRequired ? .error : .warning, at: value,
      "\(JSONExcerpt.quoted(JSONText.decode(key))) must be \(form.expectation), found \(value.summary)", hint: hint)
  }

  private func reportUnknown(_ key: JSONValue, _ shape: ObjectSchema) {
    guard context.reports, !shape.isOpen, !context.isForeignDialect, !context.isForeignRecord,
      key.bytes.first != UInt8(ascii: "_")
    else {
      return
    }
    let name = JSONText.decode(key)
    let nearest =
      shape.index(ofOlder: key.bytes).map { shape.keys[$0].name.description }
      ?? SpellingSuggestion.nearest(to: name, in: shape.suggestedNames)
    if context.isArticle, key.index > 0, isText(JSONValue(tape: key.tape, index: key.index + 1)) {
      context.unreadTexts += 1
    }
    context.report(
      .unknownKey, context.usesLegacyKeys ? .note : .warning, at: key,
      "unknown key \(JSONExcerpt.quoted(name)) in \(shape.name)", hint: nearest.map { "did you mean \"\($0)\"?" })
  }

  /// Whether a value may be the text of an article: several words.
  private func isText(_ value: JSONValue) -> Bool {
    value.kind == .string && value.bytes.count >= 20 && value.bytes.contains(UInt8(ascii: " "))
  }

  private func reportMissing(_ missing: UInt64, in object: JSONValue, _ shape: ObjectSchema, hasFallbackID: Bool) {
    for (index, key) in shape.keys.enumerated() where missing & 1 << UInt64(index) != 0 {
      if hasFallbackID, case .identifier = key.form { continue }
      if hasName(object, key.name) { continue }
      context.isPartial = true
      context.report(.missingKey, at: object, "\(shape.name) needs a key \"\(key.name)\"")
    }
  }

  /// Whether a missing name is there in parts, and a missing reference as Popolo's examples write it.
  private func hasName(_ object: JSONValue, _ key: StaticString) -> Bool {
    if key.description == "person_id" { return object.member("id") != nil || object.member("person") != nil }
    guard key.description == "name" else { return false }
    return (["given_name", "family_name", "other_names"] as [StaticString]).contains {
      object.member($0).map { $0.kind != .null } ?? false
    }
  }

  private func reportExclusive(_ pair: UInt64, in object: JSONValue, _ shape: ObjectSchema) {
    let names = shape.keys.enumerated().filter { pair & 1 << UInt64($0.offset) != 0 }.map { "\"\($0.element.name)\"" }
    context.report(.unknownValue, at: object, "\(names.joined(separator: " and ")) are mutually exclusive")
  }
}

extension ValueType {
  /// Whether a JSON type is right for the form.
  func accepts(_ kind: JSONNode.Kind) -> Bool {
    switch self {
    case .string, .text, .address, .reference, .country, .date, .choice: kind == .string
    case .identifier, .ninjsDate: kind == .string || kind == .number
    case .number, .integer: kind == .number
    case .boolean: kind == .yes || kind == .no
    case .object, .map: kind == .object
    case .array: kind == .array
    case .either(let form, _): form.accepts(kind)
    case .anything: true
    }
  }

  /// Whether it takes several values.
  var isArray: Bool { if case .array = self { true } else { false } }
}
