/// What a query may have. What exceeds it is reported and ignored.
package enum QueryLimits {
  /// The length of the text.
  package static let bytes = 8_192
  /// Words, phrases and values of fields.
  package static let terms = 500
  /// Words of a phrase.
  package static let phraseWords = 40
  /// Brackets and minus signs inside one another; they must not exhaust the stack.
  package static let depth = 40
  /// Problems that are reported.
  static let problems = 50
}

/// A word without the operators at its end: `*`, which makes it a beginning, and those of other programs, `~1` and `^2`.
struct OperatorSuffix {
  /// The word.
  private(set) var plain: String
  /// Whether the word ends in a star.
  private(set) var isPrefix = false
  /// Operators that are not understood.
  private(set) var unknown = ""

  /// By scalars, as the word is printed: after some characters a star is no Character of its own.
  init(_ text: String) {
    var scalars = Array(text.unicodeScalars)
    while let last = scalars.last {
      if last == "*" {
        isPrefix = true
        scalars.removeLast()
      } else if let start = scalars.lastIndex(where: { $0 == "~" || $0 == "^" }),
        scalars[(start + 1)...].allSatisfy({ ("0"..."9").contains($0) || $0 == "." })
      {
        unknown = String(String.UnicodeScalarView(scalars[start...])) + unknown
        scalars.removeSubrange(start...)
      } else {
        break
      }
    }
    plain = String(String.UnicodeScalarView(scalars))
  }
}
