/// What a query's text is made of, before its grammar.
struct QueryToken: Equatable {
  /// What it is.
  enum Kind: Equatable {
    case open
    case close
    case minus
    case or
    case and
    case word(String)
    case phrase(String, isClosed: Bool)
    case field(String, [Value])
  }

  /// A value after a field's colon.
  struct Value: Equatable {
    var text: String
    var range: Range<Int>
    var excludesDescendants: Bool
    var isClosed = true
  }

  var kind: Kind
  var range: Range<Int>
}

/// Cuts a query into tokens; every text gives tokens, no text is refused.
struct QueryScanner {
  private let bytes: [UInt8]
  private var index = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The tokens, with their ranges in `text`.
  static func tokens(of text: String) -> [QueryToken] {
    let marks = PlainMarks(text)
    var scanner = QueryScanner(marks.bytes)
    var tokens: [QueryToken] = []
    while let token = scanner.next() { tokens.append(token.moved(to: marks.origins)) }
    return tokens
  }

  private mutating func next() -> QueryToken? {
    while index < bytes.count, isSpace(bytes[index]) { index += 1 }
    guard index < bytes.count else { return nil }
    let start = index
    let kind = scanKind()
    return QueryToken(kind: kind, range: start..<index)
  }

  private mutating func scanKind() -> QueryToken.Kind {
    switch bytes[index] {
    case UInt8(ascii: "("):
      index += 1
      return .open
    case UInt8(ascii: ")"):
      index += 1
      return .close
    case UInt8(ascii: "-") where !isAtGap(index + 1):
      index += 1
      return .minus
    case UInt8(ascii: "\""):
      let (text, isClosed) = scanQuoted()
      return .phrase(text, isClosed: isClosed)
    default: return scanWord()
    }
  }

  /// A bare word, a keyword, or a field with its values.
  private mutating func scanWord() -> QueryToken.Kind {
    let start = index
    while index < bytes.count, !endsWord(bytes[index]) {
      if bytes[index] == UInt8(ascii: ":"), isFieldName(start..<index), !isAddress(index) {
        let name = string(start..<index)
        index += 1
        return .field(name, scanValues())
      }
      index += 1
    }
    switch string(start..<index) {
    case "OR": return .or
    case "AND": return .and
    case "NOT": return .minus
    case let word: return .word(word)
    }
  }

  private mutating func scanValues() -> [QueryToken.Value] {
    var values: [QueryToken.Value] = []
    while index < bytes.count, !endsValue(bytes[index]) || bytes[index] == UInt8(ascii: "\"") {
      if let value = scanValue() { values.append(value) }
      guard index < bytes.count, bytes[index] == UInt8(ascii: ",") else { break }
      index += 1
    }
    return values
  }

  private mutating func scanValue() -> QueryToken.Value? {
    let excludesDescendants = bytes[index] == UInt8(ascii: "~")
    if excludesDescendants { index += 1 }
    let start = index
    if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
      let (text, isClosed) = scanQuoted()
      guard !text.isEmpty else { return nil }
      return QueryToken.Value(
        text: text, range: start..<index, excludesDescendants: excludesDescendants, isClosed: isClosed)
    }
    while index < bytes.count, !endsValue(bytes[index]), bytes[index] != UInt8(ascii: ",") { index += 1 }
    guard index > start else { return nil }
    return QueryToken.Value(text: string(start..<index), range: start..<index, excludesDescendants: excludesDescendants)
  }

  /// From the opening quote to the closing one, or to the end. Inside, `""` stands for one quote.
  private mutating func scanQuoted() -> (text: String, isClosed: Bool) {
    index += 1
    var content: [UInt8] = []
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\"") {
        index += 1
        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
          return (String(decoding: content, as: UTF8.self), true)
        }
      }
      content.append(bytes[index])
      index += 1
    }
    return (String(decoding: content, as: UTF8.self), false)
  }

  private func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == 0x7F }

  private func isAtGap(_ index: Int) -> Bool { index >= bytes.count || isSpace(bytes[index]) }

  private func endsWord(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "\"")
  }

  /// A bracket may stand inside a value (`event:board(2024)`), but a closing one ends it.
  private func endsValue(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "\"")
  }

  private func isFieldName(_ range: Range<Int>) -> Bool {
    !range.isEmpty && bytes[range].allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
  }

  /// `https://…` is a word, not a field.
  private func isAddress(_ colon: Int) -> Bool {
    colon + 2 < bytes.count && bytes[colon + 1] == UInt8(ascii: "/") && bytes[colon + 2] == UInt8(ascii: "/")
  }
}

extension QueryToken {
  /// The token with its ranges in the text of which the scanned one was made.
  fileprivate func moved(to origins: [Int]) -> QueryToken {
    func moved(_ range: Range<Int>) -> Range<Int> { origins[range.lowerBound]..<origins[range.upperBound] }
    var token = QueryToken(kind: kind, range: moved(range))
    if case .field(let name, let values) = kind {
      token.kind = .field(
        name,
        values.map { value in
          var value = value
          value.range = moved(value.range)
          return value
        })
    }
    return token
  }
}
