/// Checks strings and numbers whose type is right: dates that exist, words of a list, numbers within bounds.
struct ScalarCheck {
  /// Where problems go.
  let context: DecodingContext

  func check(_ value: JSONValue, _ form: ValueType, isRequired: Bool) {
    switch form {
    case .identifier: checkIdentifier(value)
    case .string where isRequired, .reference where isRequired: checkNotEmpty(value)
    case .reference: checkNames(value)
    case .country: checkCountry(value)
    case .date: checkDate(value, severity: .error)
    case .ninjsDate: checkDate(value, severity: .warning)
    case .choice(let words): checkWord(value, words)
    case .integer(let bounds): checkInteger(value, bounds)
    default: break
    }
  }

  private func checkIdentifier(_ value: JSONValue) {
    if value.kind == .number {
      return context.report(
        .wrongType, .warning, at: value, "the id must be a string, found \(value.summary)",
        hint: "put it in quotation marks")
    }
    guard value.node.isEscaped || value.tape.hasControls || value.bytes.isEmpty else { return }
    let text = JSONText.decode(value)
    guard text.isEmpty || text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else { return }
    context.isPartial = true
    context.report(.wrongType, at: value, text.isEmpty ? "the id is empty" : "the id contains control characters")
  }

  private func checkNotEmpty(_ value: JSONValue) {
    guard value.bytes.allSatisfy({ $0 == 0x20 }) else { return }
    context.isPartial = true
    context.report(.missingKey, at: value, "the required value is empty")
  }

  /// A key that may be missing, or an element of an array, that names nobody. Others write such keys where they know nothing.
  private func checkNames(_ value: JSONValue) {
    guard value.bytes.allSatisfy({ $0 == 0x20 }), !context.isForeignDialect else { return }
    context.isPartial = true
    context.report(
      .wrongType, .warning, at: value, "the reference is empty", hint: "omit the key when the value is unknown")
  }

  private func checkCountry(_ value: JSONValue) {
    let text = JSONText.decode(value)
    guard !text.isEmpty, !CountryCode.isKnown(text), !context.isForeignDialect else { return }
    context.report(
      .unknownValue, at: value, "\(JSONExcerpt.quoted(text)) is not a country code",
      hint: "use an ISO 3166-1 code of two letters, such as CN")
  }

  private func checkDate(_ value: JSONValue, severity: Diagnostic.Severity) {
    if severity == .warning, LenientDate.date(value) != nil { return }
    if severity == .warning, let (one, other) = LenientDate.readings(JSONText.decode(value)) {
      context.isPartial = true
      return context.report(
        .impossibleDate, severity, at: value,
        "the date \(JSONExcerpt.quoted(JSONText.decode(value))) is either \(one) or \(other) and is not read",
        hint: "use YYYY-MM-DD")
    }
    guard value.kind == .string else {
      context.isPartial = true
      return context.report(.impossibleDate, severity, at: value, "\(value.summary) is not a valid date")
    }
    do throws(PartialDate.Fault) {
      _ = try PartialDate(value)
    } catch {
      guard !value.bytes.isEmpty else { return }
      context.isPartial = true
      let text = JSONExcerpt.quoted(JSONText.decode(value))
      switch error {
      case .impossible: context.report(.impossibleDate, severity, at: value, "the date \(text) does not exist")
      case .malformed:
        context.report(
          .impossibleDate, severity, at: value, "\(text) is not a valid date",
          hint: "use YYYY-MM-DD, YYYY-MM or YYYY, or a time such as 2024-06-07T10:30:00+02:00")
      }
    }
  }

  private func checkWord(_ value: JSONValue, _ words: [String]) {
    let word = JSONText.decode(value)
    guard !words.contains(word) else { return }
    let nearest = SpellingSuggestion.nearest(to: word, in: words)
    context.report(
      .unknownValue, at: value, "\(JSONExcerpt.quoted(word)) is not one of \(words.joined(separator: ", "))",
      hint: nearest.map { "did you mean \"\($0)\"?" })
  }

  private func checkInteger(_ value: JSONValue, _ bounds: ClosedRange<Int>?) {
    let text = JSONText.decode(value)
    guard let number = Int(text) ?? Double(text).flatMap({ Int(exactly: $0) }) else {
      context.isPartial = true
      return context.report(.wrongType, .warning, at: value, "expected a whole number, found \(text.prefix(40))")
    }
    if let bounds, !bounds.contains(number) {
      context.report(
        .unknownValue, at: value, "\(number) is not between \(bounds.lowerBound) and \(bounds.upperBound)")
    }
  }
}
