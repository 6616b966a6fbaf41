/// Text that may reach a terminal. The gate is the only way to make one, and nothing else can be drawn.
///
/// A safe text is valid Unicode without any character that could begin a control sequence, move the cursor, reorder its
/// neighbours or hide between them. What the gate (`TextSanitizer`) replaces stays visible; what it removes has no look of its own.
/// No character of a safe text depends on its neighbours for its width, so a width is the same in layout, in ncurses and
/// in the terminal.
///
/// Two invisible characters remain: the soft hyphen, which is drawn (as a hyphen) only where it ends a text, that is, where
/// a line was broken at it; and the joiners of scripts that spell with them. A text made by `init(multiline:)` also keeps
/// line feeds, at which `lines(width:)` always breaks; drawing passes over them.
package struct SafeText: Sendable {
  /// The text; safe to be written to a terminal as it is.
  package private(set) var string: String

  /// What is known about the characters, so that most texts skip most work.
  private(set) var traits: TextTraits

  /// Lets `untrusted` through the gate. Printable ASCII passes without being copied.
  package init(_ untrusted: some StringProtocol) { self.init(gating: String(untrusted), keepsLines: false) }

  /// Lets `untrusted` through the gate and keeps its line breaks (LF, CR, CR LF, U+0085, U+2028, U+2029) as line feeds;
  /// a tab becomes a space.
  package init(multiline untrusted: some StringProtocol) { self.init(gating: String(untrusted), keepsLines: true) }

  private init(gating untrusted: String, keepsLines: Bool) {
    let traits = TextTraits(scanning: untrusted)
    if traits.contains(.unchangedByGate) {
      (string, self.traits) = (untrusted, traits)
    } else {
      var gate = TextSanitizer(keepsLines: keepsLines)
      string = gate.pass(untrusted)
      self.traits = TextTraits(scanning: string)
    }
  }

  /// A text made of parts of safe texts.
  init(passed: String, traits: TextTraits) { (string, self.traits) = (passed, traits) }

  /// The empty text.
  package static let empty = SafeText(passed: "", traits: .ofEmptyText)

  /// Length in UTF-8 bytes: the unit in which ranges of a safe text are given.
  package var count: Int { string.utf8.count }

  package var isEmpty: Bool { string.isEmpty }

  /// Two safe texts, one after the other.
  package static func + (left: SafeText, right: SafeText) -> SafeText {
    SafeText(passed: left.string + right.string, traits: left.traits.joined(with: right.traits))
  }

  /// Adds a safe text at the end, at the cost of what is added.
  package mutating func append(_ more: SafeText) {
    string += more.string
    traits = traits.joined(with: more.traits)
  }

  /// The part of the text at `range` of UTF-8 offsets, which must fall on character boundaries.
  package subscript(range: Range<Int>) -> SafeText {
    let start = string.utf8.index(string.startIndex, offsetBy: range.lowerBound)
    let end = string.utf8.index(string.startIndex, offsetBy: range.upperBound)
    return self[start..<end]
  }

  /// The part of the text between two of its own indices.
  subscript(range: Range<String.Index>) -> SafeText {
    let part = String(string[range])
    return SafeText(passed: part, traits: traits.contains(.plainASCII) ? traits : TextTraits(scanning: part))
  }
}

extension SafeText: Hashable {
  package static func == (left: SafeText, right: SafeText) -> Bool { left.string == right.string }
  package func hash(into hasher: inout Hasher) { hasher.combine(string) }
}

extension SafeText: ExpressibleByStringInterpolation, CustomStringConvertible {
  package init(stringLiteral value: String) { self.init(value) }
  package var description: String { string }
}
