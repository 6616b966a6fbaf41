package import TerminalCells

/// What a piece of the screen is, for a theme to give it a style.
package enum Tone: Hashable, Sendable, CaseIterable {
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
  private var styles: [Tone: Style]

  package init(name: String, styles: [Tone: Style]) { (self.name, self.styles) = (name, styles) }

  package func style(_ tone: Tone) -> Style { styles[tone] ?? .plain }

  /// The terminal's own colours.
  package static let standard = Theme(
    name: "standard",
    styles: [
      .dim: Style(.dim), .title: Style(.bold), .heading: Style([.bold], foreground: .palette(6)), .strong: Style(.bold),
      .emphasised: Style(.italic), .link: Style(.underline, foreground: .palette(6)),
      .match: Style([.bold], foreground: .palette(0), background: .palette(3)), .focus: Style(.reverse),
      .selected: Style([.bold]), .bar: Style(.dim), .activeTab: Style([.bold, .reverse]),
      .warning: Style(.bold, foreground: .palette(3)), .frame: Style(.dim),
    ])
}
