/// Text that may reach a terminal. The gate is the only way to make one, and nothing else can be drawn.
///
/// A safe text is valid Unicode without any character that could begin a control sequence, move the cursor, reorder its
/// neighbours or hide between them. What the gate replaces stays visible, so that nothing is passed over in silence.
package struct SafeText: Hashable, Sendable {
  /// The text; safe to be written to a terminal as it is.
  package let string: String

  /// Lets `untrusted` through the gate.
  package init(_ untrusted: some StringProtocol) {
    string = String(String.UnicodeScalarView(untrusted.unicodeScalars.map(Gate.replacement(for:))))
  }

  /// Lets a text of several lines through the gate; its line feeds stay.
  package init(multiline untrusted: some StringProtocol) {
    let gated = untrusted.unicodeScalars.map { $0 == "\n" ? $0 : Gate.replacement(for: $0) }
    string = String(String.UnicodeScalarView(gated))
  }

  private init(passed: String) { string = passed }

  /// The empty text.
  package static let empty = SafeText(passed: "")

  /// Length in UTF-8 bytes: the unit in which ranges of a safe text are given.
  package var count: Int { string.utf8.count }

  package var isEmpty: Bool { string.isEmpty }

  /// Two safe texts, one after the other.
  package static func + (left: SafeText, right: SafeText) -> SafeText { SafeText(passed: left.string + right.string) }

  /// The part of the text at `range` of UTF-8 offsets, which must fall on character boundaries.
  package subscript(range: Range<Int>) -> SafeText {
    let start = string.utf8.index(string.startIndex, offsetBy: range.lowerBound)
    let end = string.utf8.index(string.startIndex, offsetBy: range.upperBound)
    return SafeText(passed: String(string[start..<end]))
  }
}

extension SafeText: ExpressibleByStringInterpolation, CustomStringConvertible {
  package init(stringLiteral value: String) { self.init(value) }
  package var description: String { string }
}

/// What becomes of each character at the gate.
enum Gate {
  static func replacement(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    case 0x80..<0xA0: "\u{FFFD}"
    default: scalar
    }
  }
}
