import Foundation

/// Takes HTML apart into text, characters and tags by the rules that HTML has today: where a tag ends, what is a comment, which
/// character a reference means, which elements hold no text.
///
/// There is one such scanner, for what is shown (through libxml2, which then mends what is nested wrongly) and for what is
/// searched: both have the same words. One pass over the bytes, because building a catalogue runs it over everything there is.
package struct HTMLScanner {
  package typealias Bytes = UnsafeBufferPointer<UInt8>

  /// A piece of HTML. Places are offsets in the bytes.
  package enum Piece {
    /// Text as it stands, without markup or references.
    case text(Range<Int>)
    /// A character by name or number, one that would begin markup and does not, or the quotation mark that `q` stands for.
    case character(Unicode.Scalar)
    case begin(HTMLElement, HTMLTag)
    case end(HTMLElement, HTMLTag)
  }

  let html: Bytes
  var index = 0
  /// Where the next `<` and `&` stand, as far as was looked.
  private var nextTag = -1
  private var nextReference = -1
  /// Where the `]]>` of an open CDATA section stands.
  private var sectionEnd = Int.max
  /// Whether one more may stand in the text.
  private var hasSectionEnds = true
  private var openQuotes = 0
  /// Names of elements without text whose end was looked for in vain.
  private var endless: Set<UInt64> = []

  package init(_ html: Bytes) { self.html = html }

  /// The next piece; nil at the end. Elements that hold no text are passed over, and so are comments and declarations.
  package mutating func next() -> Piece? {
    while index < html.count {
      if index >= sectionEnd { passSectionEnd() } else if let piece = piece() { return piece }
    }
    return nil
  }

  /// What stands at `index`; nil where that is nothing.
  private mutating func piece() -> Piece? {
    switch html[index] {
    case UInt8(ascii: "<"): markup()
    case UInt8(ascii: "&"): reference().map { .character($0) }
    default: text()
    }
  }

  private mutating func text() -> Piece {
    if nextTag < index { nextTag = place(of: UInt8(ascii: "<"), from: index) }
    if nextReference < index { nextReference = place(of: UInt8(ascii: "&"), from: index) }
    let start = index
    index = min(nextTag, nextReference, sectionEnd)
    return .text(start..<index)
  }

  private mutating func markup() -> Piece? {
    let next = byte(at: index + 1)
    if next == UInt8(ascii: "!") { return skipDeclaration() }
    if next == UInt8(ascii: "?") { return skip(past: UInt8(ascii: ">")) }
    let isEnd = next == UInt8(ascii: "/")
    guard (0x61...0x7A).contains(byte(at: index + (isEnd ? 2 : 1)) | 0x20) else {
      index += 1
      return .character("<")
    }
    return isEnd ? end() : begin()
  }

  private mutating func end() -> Piece? {
    let tag = HTMLTag(in: html, nameStart: index + 2)
    let element = HTMLElement.named(html[tag.name])
    index = tag.end
    switch element {
    // `</br>` is a line break.
    case .lineBreak: return .begin(element, tag)
    case .inlineQuote:
      guard openQuotes > 0 else { return nil }
      openQuotes -= 1
      return .character("\u{201D}")
    default: return .end(element, tag)
    }
  }

  private mutating func begin() -> Piece? {
    let tag = HTMLTag(in: html, nameStart: index + 1)
    let element = HTMLElement.named(html[tag.name])
    index = tag.end
    switch element {
    case .script: if !tag.isClosed { index = endOfElement(tag) ?? html.count }
    case .dropped: if !tag.isClosed { skipElement(tag) }
    case .inlineQuote:
      openQuotes += 1
      return .character("\u{201C}")
    default: return .begin(element, tag)
    }
    return nil
  }

  /// Passes over an element. Where its end is missing, its tag alone is: the rest of an article is worth more.
  private mutating func skipElement(_ tag: HTMLTag) {
    let name = HTMLElement.hash(html[tag.name])
    guard !endless.contains(name) else { return }
    if let end = endOfElement(tag) { index = end } else { endless.insert(name) }
  }

  /// Where the element ends that begins with `tag`; others of its name may stand in it.
  private func endOfElement(_ tag: HTMLTag) -> Int? {
    var (place, depth) = (self.place(of: UInt8(ascii: "<"), from: tag.end), 1)
    while place < html.count {
      let isEnd = byte(at: place + 1) == UInt8(ascii: "/")
      let nameStart = place + (isEnd ? 2 : 1)
      if names(tag, at: nameStart) {
        let other = HTMLTag(in: html, nameStart: nameStart)
        depth += isEnd ? -1 : other.isClosed || isScript(tag) ? 0 : 1
        if depth == 0 { return other.end }
      }
      place = self.place(of: UInt8(ascii: "<"), from: nameStart)
    }
    return nil
  }

  private func isScript(_ tag: HTMLTag) -> Bool {
    if case .script = HTMLElement.named(html[tag.name]) { true } else { false }
  }

  /// Whether a tag of the same name stands at `start`.
  private func names(_ tag: HTMLTag, at start: Int) -> Bool {
    let end = start + tag.name.count
    guard end <= html.count, !HTMLTag.isNameByte(byte(at: end)) else { return false }
    return zip(html[tag.name], html[start..<end]).allSatisfy { $0 | 0x20 == $1 | 0x20 }
  }

  /// Passes over a comment or a declaration, such as `<![if !mso]>`; of a CDATA section over its beginning alone.
  private mutating func skipDeclaration() -> Piece? {
    let rest = html[index...]
    if rest.starts(with: "<![CDATA[".utf8) {
      index += 9
      if hasSectionEnds, sectionEnd == .max { sectionEnd = place(of: "]]>", from: index) ?? .max }
      hasSectionEnds = sectionEnd != .max
    } else if rest.starts(with: "<!-->".utf8) || rest.starts(with: "<!--->".utf8) || !rest.starts(with: "<!--".utf8) {
      return skip(past: UInt8(ascii: ">"))
    } else {
      index = place(of: "-->", from: index + 4).map { $0 + 3 } ?? html.count
    }
    return nil
  }

  private mutating func passSectionEnd() {
    if index == sectionEnd { index += 3 }
    sectionEnd = .max
  }

  private mutating func skip(past byte: UInt8) -> Piece? {
    index = min(place(of: byte, from: index) + 1, html.count)
    return nil
  }

  /// The byte at a place; 0 behind the end.
  func byte(at place: Int) -> UInt8 { place < html.count ? html[place] : 0 }

  /// Where `byte` stands next; the end where it does not.
  private func place(of byte: UInt8, from start: Int) -> Int {
    guard start < html.count, let base = html.baseAddress,
      let found = memchr(base + start, Int32(byte), html.count - start)
    else { return html.count }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Where `text` stands next; nil where it does not.
  private func place(of text: StaticString, from start: Int) -> Int? {
    var place = self.place(of: text.utf8Start[0], from: start)
    while place < html.count {
      if html[place...].starts(with: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)) {
        return place
      }
      place = self.place(of: text.utf8Start[0], from: place + 1)
    }
    return nil
  }
}
