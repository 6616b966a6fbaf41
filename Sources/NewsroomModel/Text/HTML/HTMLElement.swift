/// What an element of HTML means for the text of an article, for what is shown and for what is searched. Elements without a
/// meaning of their own keep their text and part no words.
package enum HTMLElement {
  /// Its content begins and ends a paragraph: p, div, section, dt …
  case block
  /// h1 to h6.
  case heading(Int)
  case list(ordered: Bool)
  case item
  case quote
  /// footer: within a quote, its attribution.
  case footer
  /// cite: emphasised; alone in its paragraph within a quote, its attribution.
  case cite
  case figure
  case caption
  case image
  case aside
  case table
  case row
  case cell(isHeader: Bool)
  case rule
  case lineBreak
  case preformatted
  case link
  case strong
  case emphasised
  case code
  /// q: its begin and end are quotation marks.
  case inlineQuote
  /// sup, sub: their digits are raised or lowered, so that 10<sup>6</sup> is not read as 106.
  case shifted(isRaised: Bool)
  /// script, style: what stands in it is neither text nor markup.
  case script
  /// What stands in it is no text of the article: the page's title, controls, drawings, what is played.
  case dropped
  /// Any other: its text is kept.
  case unknown

  /// The element of a name.
  static func named(_ name: some Sequence<UInt8>) -> HTMLElement {
    let hash = Self.hash(name)
    var slot = Int(truncatingIfNeeded: hash) & 255
    while places[slot].hash != 0 {
      if places[slot].hash == hash { return places[slot].element }
      slot = (slot + 1) & 255
    }
    return .unknown
  }

  /// Names by their hash, in 256 places; of two that want one place, the later takes the next that is free.
  private static let places: [(hash: UInt64, element: HTMLElement)] = {
    var places = [(hash: UInt64, element: HTMLElement)](repeating: (0, .unknown), count: 256)
    for (names, element) in byNames {
      for name in names.split(separator: " ") {
        let hash = Self.hash(name.utf8)
        var slot = Int(truncatingIfNeeded: hash) & 255
        while places[slot].hash != 0 { slot = (slot + 1) & 255 }
        places[slot] = (hash, element)
      }
    }
    return places
  }()

  private static let byNames: [(String, HTMLElement)] = [
    (
      "p div section article main header nav hgroup address details summary dl dt dd center form fieldset legend",
      .block
    ),
    ("search dialog body-text body.content block hedline hl1 hl2 byline dateline abstract", .block),
    ("media media-caption media-producer bq credit tagline", .block),
    ("h1", .heading(1)), ("h2", .heading(2)), ("h3", .heading(3)), ("h4", .heading(4)), ("h5", .heading(5)),
    ("h6", .heading(6)),
    ("ul menu dir", .list(ordered: false)), ("ol", .list(ordered: true)), ("li", .item),
    ("blockquote", .quote), ("footer", .footer), ("cite", .cite),
    ("figure", .figure), ("figcaption", .caption), ("img", .image), ("aside", .aside),
    ("table", .table), ("tr", .row), ("td", .cell(isHeader: false)), ("th", .cell(isHeader: true)),
    ("caption", .block), ("hr", .rule), ("br", .lineBreak), ("pre listing xmp", .preformatted), ("a", .link),
    ("strong b", .strong), ("em i var dfn", .emphasised), ("code kbd samp tt", .code), ("q", .inlineQuote),
    ("sup", .shifted(isRaised: true)), ("sub", .shifted(isRaised: false)),
    ("script style", .script), ("title template svg math iframe object select textarea button", .dropped),
    ("audio video canvas map noframes", .dropped),
  ]

  /// FNV-1a, 64 bits, of the name in small letters.
  static func hash(_ name: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name { hash = (hash ^ UInt64(SearchNormalizer.lowercaseASCII(byte))) &* 0x0000_0100_0000_01B3 }
    return hash
  }
}

extension HTMLElement {
  /// Whether it ends the paragraph around it.
  package var isBlock: Bool {
    switch self {
    case .strong, .emphasised, .code, .link, .cite, .inlineQuote, .shifted, .lineBreak, .image, .unknown, .script,
      .dropped:
      false
    default: true
    }
  }

  /// Whether a line ends where it stands, and with it a word.
  package var partsWords: Bool {
    if case .lineBreak = self { true } else { isBlock }
  }
}
