/// How a cell is set: attributes and two colours.
package struct Style: Hashable, Sendable {
  package var attributes: Attributes
  package var foreground: Colour
  package var background: Colour

  package init(_ attributes: Attributes = [], foreground: Colour = .terminal, background: Colour = .terminal) {
    (self.attributes, self.foreground, self.background) = (attributes, foreground, background)
  }

  /// What a terminal can do to a cell besides colouring it.
  package struct Attributes: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    package static let bold = Attributes(rawValue: 1)
    package static let dim = Attributes(rawValue: 2)
    package static let italic = Attributes(rawValue: 4)
    package static let underline = Attributes(rawValue: 8)
    package static let reverse = Attributes(rawValue: 16)
  }

  /// The terminal's own text.
  package static let plain = Style()
}

/// A colour of the terminal.
package enum Colour: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case terminal
  /// One of the terminal's 16 colours, 0 to 15.
  case palette(UInt8)
  /// A colour by its red, green and blue, for terminals that can show it.
  case rgb(UInt8, UInt8, UInt8)
}
