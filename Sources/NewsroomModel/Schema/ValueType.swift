/// How a value is written.
indirect enum ValueType: Sendable {
  /// A string; an empty one is as good as none.
  case string
  /// A string that may well be empty.
  case text
  /// An address on the web or a URN.
  case address
  /// A key by which other records refer to this one: a string without control characters, not empty.
  case identifier
  /// The id of a record of a kind; it must exist.
  case reference(RecordKind)
  /// The code of a country.
  case country
  /// `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, optionally with a time.
  case date
  /// A date and time as ninjs writes them; a wrong one is a warning.
  case ninjsDate
  /// Any number.
  case number
  /// A whole number, within bounds where they are given.
  case integer(ClosedRange<Int>?)
  /// true or false.
  case boolean
  /// One of some words.
  case choice([String])
  /// An object.
  case object(@Sendable () -> ObjectSchema)
  /// Elements of one form.
  case array(ValueType)
  /// An object whose keys are names and whose values are of one form, as ninjs 1 wrote what ninjs 2 writes as an array.
  case map(ValueType)
  /// The first form today, the second in older dialects.
  case either(ValueType, older: ValueType)
  /// Whatever it is.
  case anything

  /// An object of a shape.
  static func object(_ shape: @autoclosure @escaping @Sendable () -> ObjectSchema) -> ValueType { .object(shape) }
  /// An array of objects of a shape.
  static func objects(_ shape: @autoclosure @escaping @Sendable () -> ObjectSchema) -> ValueType {
    .array(.object(shape))
  }
  /// An array of strings.
  static var strings: ValueType { .array(.string) }
}

extension ValueType {
  /// What is expected, for sentences: "a string".
  var expectation: String {
    switch self {
    case .string, .text, .address, .country, .choice: "a string"
    case .identifier: "a string without control characters"
    case .reference(let kind): "the id of \(kind.withArticle)"
    case .date, .ninjsDate: "a date"
    case .number: "a number"
    case .integer: "a whole number"
    case .boolean: "true or false"
    case .object, .map: "an object"
    case .array: "an array"
    case .either(let form, _): form.expectation
    case .anything: "a value"
    }
  }
}

extension RecordKind {
  /// The kind with its article: "an event".
  var withArticle: String {
    switch self {
    case .article, .organisation, .event: "an \(rawValue)"
    default: "a \(rawValue)"
    }
  }
}
