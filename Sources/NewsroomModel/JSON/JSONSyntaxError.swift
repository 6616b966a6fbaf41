/// Why a text is not JSON by RFC 8259, and at which byte.
struct JSONSyntaxError: Error, Equatable {
  /// What was wrong.
  enum Cause: Equatable {
    /// Something else stood where a value should begin.
    case expectedValue
    /// Something else stood where a member's name should begin.
    case expectedKey
    /// A closing bracket followed a comma.
    case trailingComma
    /// No colon after a member's name.
    case expectedColon
    /// Neither comma nor closing bracket after a value.
    case expectedCommaOr(UInt8)
    /// The text ended within a string.
    case openString
    /// A control character stood unescaped in a string.
    case controlCharacter(UInt8)
    /// A backslash began no escape of RFC 8259.
    case badEscape
    /// A number not written as RFC 8259 has it.
    case badNumber
    /// A word other than true, false and null.
    case unknownWord
    /// Something followed the end of the text's one value.
    case afterEnd
    /// The text has no value at all.
    case empty
    /// Nested more deeply than ``JSONScanner/depthLimit``.
    case tooDeep
  }

  /// What was wrong.
  var cause: Cause
  /// The byte at which it shows.
  var offset: Int
}

extension JSONSyntaxError {
  /// What was expected and what stood there, in one sentence; `found` quotes the text at the fault.
  func message(found: String) -> String {
    switch cause {
    case .expectedValue: "expected a value, found \(found)"
    case .expectedKey: "expected a name in quotation marks, found \(found)"
    case .trailingComma: "expected another element after the comma, found \(found)"
    case .expectedColon: "expected \":\" after the name, found \(found)"
    case .expectedCommaOr(let bracket): "expected \",\" or \"\(Character(UnicodeScalar(bracket)))\", found \(found)"
    case .openString: "the string that begins here has no closing quotation mark"
    case .controlCharacter(let byte): "a string contains \(Self.name(ofControl: byte)), which must be escaped"
    case .badEscape: "expected one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0000, found \(found)"
    case .badNumber: "expected a digit, found \(found)"
    case .unknownWord: "expected a value, found \(found)"
    case .afterEnd: "expected the end of the text, found \(found)"
    case .empty: "the text is empty"
    case .tooDeep: "nested more than \(JSONScanner.depthLimit) levels deep"
    }
  }

  /// What to do about it, where that can be said.
  /// - Parameter inLines: whether the text is a line of JSON Lines.
  func hint(inLines: Bool) -> String? {
    switch cause {
    case .afterEnd where inLines: "write each record on a line of its own"
    case .trailingComma: "remove the comma"
    case .controlCharacter(10), .controlCharacter(13): "write a line break as \\n"
    case .controlCharacter(9): "write a tab as \\t"
    case .afterEnd: "a file of several records is an array, or has the suffix .jsonl"
    default: nil
    }
  }

  private static func name(ofControl byte: UInt8) -> String {
    switch byte {
    case 9: "a tab"
    case 10, 13: "a line break"
    default: "the control character \(byte)"
    }
  }
}
