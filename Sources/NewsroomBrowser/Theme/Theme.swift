import Glibc
package import TerminalCells

/// What a piece of the screen is, for a theme to give it a style.
package enum StyleRole: Hashable, Sendable, CaseIterable {
  case plain
  /// Less important: dates, captions, labels.
  case dim
  /// Headlines and names of records.
  case title
  /// Headings of sections and within texts.
  case heading
  case strong, emphasised
  /// What can be followed.
  case link
  /// What matches the query or search.
  case match
  /// The row or link that has the keys.
  case focus
  /// The row with the cursor in a pane that does not have the keys.
  case selected
  /// Tabs, hints and the breadcrumb.
  case bar
  /// The tab one is in.
  case activeTab
  case warning
  /// Frames and bars beside quotations.
  case frame
}

/// How the screen is coloured. No meaning hangs on colour alone: what matters is also bold, reversed or underlined.
package struct Theme: Hashable, Sendable {
  package var name: String
  /// Whether nothing but ASCII is to be drawn; what has no likeness in it is a question mark.
  package var isASCII = false
  /// Foreground and background of everything that has no other.
  private let ground: (foreground: Colour, background: Colour)
  private let styles: [StyleRole: Style]

  init(
    name: String, foreground: Colour = .terminal, background: Colour = .terminal, styles: [StyleRole: Style]
  ) {
    (self.name, self.styles, ground) = (name, styles, (foreground, background))
  }

  /// The style of a tone; what a tone leaves open is the theme's own ground.
  package func style(_ tone: StyleRole) -> Style {
    var style = styles[tone] ?? .plain
    if style.foreground == .terminal { style.foreground = ground.foreground }
    if style.background == .terminal { style.background = ground.background }
    return style
  }

  package static func == (left: Theme, right: Theme) -> Bool { left.name == right.name }

  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension Theme {
  /// The built-in themes, in the order in which `T` walks them.
  package static let all: [Theme] = [standard, dark, light, highContrast, mono, ascii]

  /// The built-in theme of a name.
  package static func named(_ name: String) -> Theme? { all.first { $0.name == name } }

  /// The terminal's own colours.
  package static let standard = Theme(
    name: "standard",
    styles: [
      .dim: Style(.dim), .title: Style(.bold), .heading: Style(.bold, foreground: .palette(6)), .strong: Style(.bold),
      .emphasised: Style(.italic), .link: Style(.underline, foreground: .palette(6)),
      .match: Style(.bold, foreground: .palette(0), background: .palette(3)), .focus: Style(.reverse),
      .selected: Style(.bold), .bar: Style(.dim), .activeTab: Style([.bold, .reverse]),
      .warning: Style(.bold, foreground: .palette(3)), .frame: Style(.dim),
    ])

  /// No colour at all: what NO_COLOR and terminals without colours get.
  package static let mono = Theme(
    name: "mono",
    styles: [
      .dim: Style(.dim), .title: Style(.bold), .heading: Style([.bold, .underline]), .strong: Style(.bold),
      .emphasised: Style(.italic), .link: Style(.underline), .match: Style([.bold, .underline]),
      .focus: Style(.reverse), .selected: Style(.bold), .bar: Style(.dim), .activeTab: Style([.bold, .reverse]),
      .warning: Style([.bold]), .frame: Style(.dim),
    ])

  /// As `mono`, in ASCII alone: for fonts and devices that show nothing else.
  package static let ascii: Theme = {
    var theme = mono
    (theme.name, theme.isASCII) = ("ascii", true)
    return theme
  }()

  package static let dark = painted(
    "dark", RGBColour(0xE6E6E6), on: RGBColour(0x16181D), dim: RGBColour(0x9AA0AA), accent: RGBColour(0x7CC7E8),
    match: RGBColour(0xF2C14E),
    warning: RGBColour(0xFFB454))

  package static let light = painted(
    "light", RGBColour(0x1B1D22), on: RGBColour(0xFBFAF7), dim: RGBColour(0x5C6068), accent: RGBColour(0x0B5C8A),
    match: RGBColour(0xFFD866),
    warning: RGBColour(0x9A4A00))

  package static let highContrast = painted(
    "high-contrast", RGBColour(0xFFFFFF), on: RGBColour(0x000000), dim: RGBColour(0xE0E0E0),
    accent: RGBColour(0x66E0FF),
    match: RGBColour(0xFFFF00), warning: RGBColour(0xFFC040))

  private static func painted(
    _ name: String, _ text: RGBColour, on ground: RGBColour, dim: RGBColour, accent: RGBColour, match: RGBColour,
    warning: RGBColour
  ) -> Theme {
    let dark: RGBColour = text.luminance > ground.luminance ? ground : text
    return Theme(
      name: name, foreground: text.colour, background: ground.colour,
      styles: [
        .dim: Style(foreground: dim.colour), .title: Style(.bold), .heading: Style(.bold, foreground: accent.colour),
        .strong: Style(.bold), .emphasised: Style(.italic), .link: Style(.underline, foreground: accent.colour),
        .match: Style(.bold, foreground: dark.colour, background: match.colour),
        .focus: Style(.bold, foreground: ground.colour, background: accent.colour), .selected: Style(.bold),
        .bar: Style(foreground: dim.colour),
        .activeTab: Style(.bold, foreground: ground.colour, background: text.colour),
        .warning: Style(.bold, foreground: warning.colour), .frame: Style(foreground: dim.colour),
      ])
  }
}

/// A colour of a built-in theme, from 0xRRGGBB.
package struct RGBColour: Hashable, Sendable {
  private let red: UInt8
  private let green: UInt8
  private let blue: UInt8

  init(_ hex: UInt32) {
    (red, green, blue) = (UInt8(hex >> 16 & 0xFF), UInt8(hex >> 8 & 0xFF), UInt8(hex & 0xFF))
  }

  /// The paint of a colour; nil for one that the terminal chooses.
  package init?(_ colour: Colour) {
    guard case .rgb(let red, let green, let blue) = colour else { return nil }
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  var colour: Colour { .rgb(red, green, blue) }

  /// Relative luminance by WCAG 2.
  var luminance: Double {
    func linear(_ byte: UInt8) -> Double {
      let value = Double(byte) / 255
      return value <= 0.04045 ? value / 12.92 : Self.power((value + 0.055) / 1.055)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// Contrast ratio by WCAG 2, from 1 to 21.
  package func contrast(with other: RGBColour) -> Double {
    let (light, dark) = (max(luminance, other.luminance), min(luminance, other.luminance))
    return (light + 0.05) / (dark + 0.05)
  }

  private static func power(_ value: Double) -> Double { pow(value, 2.4) }
}
