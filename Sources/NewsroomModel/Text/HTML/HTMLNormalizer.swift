/// Writes HTML anew for libxml2, which reads tags, references and comments by older rules than ours: elements that mean something
/// here, the attributes that are looked at, and text.
///
/// What is left to libxml2 is what it is good at: which elements end where nobody says so.
struct HTMLNormalizer {
  private(set) var bytes: [UInt8] = []
  private let html: HTMLScanner.Bytes

  init(_ html: HTMLScanner.Bytes) {
    self.html = html
    bytes.reserveCapacity(html.count)
    var scanner = HTMLScanner(html)
    while let piece = scanner.next() { write(piece) }
  }

  private mutating func write(_ piece: HTMLScanner.Piece) {
    switch piece {
    case .text(let range): bytes += html[range]
    case .character(let scalar): write(text: String(scalar))
    case .begin(.unknown, _), .end(.unknown, _): break
    case .begin(let element, let tag):
      write("<", tag)
      if let attribute = element.attribute, let value = tag.value(of: attribute, in: html) {
        bytes += " \(attribute)=\"".utf8
        write(text: value)
        bytes.append(UInt8(ascii: "\""))
      }
      bytes.append(UInt8(ascii: ">"))
    case .end(let element, let tag):
      write("</", tag)
      bytes += element.isBlock ? ">\(Self.paragraphEnd)".utf8 : ">".utf8
    }
  }

  private mutating func write(_ start: String, _ tag: HTMLTag) {
    bytes += start.utf8
    bytes += html[tag.name]
  }

  private mutating func write(text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      default: bytes.append(byte)
      }
    }
  }

  /// A processing instruction, which libxml2 passes on: a block's end ends the paragraph, also where no such block is open and
  /// libxml2 says nothing of it.
  private static let paragraphEnd = "<?end>"
}

extension HTMLElement {
  /// The attribute that is looked at.
  fileprivate var attribute: StaticString? {
    switch self {
    case .link: "href"
    case .image: "alt"
    case .list: "start"
    case .quote: "class"
    default: nil
    }
  }
}
