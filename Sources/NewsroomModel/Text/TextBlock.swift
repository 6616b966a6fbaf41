/// A block of an article's text, whatever it was written in.
public indirect enum TextBlock: Hashable, Sendable {
  /// A paragraph.
  case paragraph([TextRun])
  /// A heading; level 1 to 6.
  case heading(level: Int, [TextRun])
  /// A list, ordered or not; every item is blocks again, so lists nest. Reading keeps `start` within nine digits.
  case list(ordered: Bool, start: Int, items: [[TextBlock]])
  /// A quotation and, where one is given, to whom it is attributed. A paraphrase is what somebody said in other words.
  case quote([TextBlock], attribution: [TextRun]?, isParaphrase: Bool)
  /// A picture, of which a terminal shows the caption.
  case figure(caption: [TextRun])
  /// A box beside the story: "About IBE".
  case aside([TextBlock])
  /// A table, row by row; the first row is a header where `hasHeader` says so.
  case table(rows: [[[TextRun]]], hasHeader: Bool)
  /// A line across the text.
  case rule
  /// Text whose line breaks and spaces stay.
  case preformatted(String)
}

/// A stretch of text set in one way.
public struct TextRun: Hashable, Sendable {
  /// The text; spaces collapsed, a line break as `\n`.
  public var text: String
  /// How it is set.
  public var emphasis: Emphasis
  /// Where it leads.
  public var target: LinkTarget?

  /// A run put together from its parts.
  public init(_ text: String, emphasis: Emphasis = [], target: LinkTarget? = nil) {
    (self.text, self.emphasis, self.target) = (text, emphasis, target)
  }

  /// How a run is set.
  public struct Emphasis: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt8
    /// A set from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// `<strong>`, `<b>`.
    public static let strong = Emphasis(rawValue: 1)
    /// `<em>`, `<i>`, `<cite>`.
    public static let emphasised = Emphasis(rawValue: 2)
    /// `<code>`, `<kbd>`.
    public static let code = Emphasis(rawValue: 4)
  }
}

/// Where something that can be followed leads.
public enum LinkTarget: Hashable, Sendable {
  /// To a record of the data directory.
  case record(RecordAddress)
  /// To an address on the web, as written; opened only after its scheme was checked.
  case url(String)
}
