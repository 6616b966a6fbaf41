extension MappedDialect {
  /// Items of RSS 2.0 and of WordPress's export, and entries of Atom, as ``XMLItem`` turns them into JSON.
  static let feedItem = MappedDialect(
    name: "RSS, Atom or a WordPress export (XML)", signs: [["rss:item"]],
    addresses: ["link", "guid"], ids: ["guid", "id"], titles: ["title"],
    text: ["content:encoded", "content", "description", "summary"],
    summaries: ["excerpt:encoded", "summary", "description", "itunes:summary"],
    published: ["pubDate", "published", "dc:date", "wp:post_date", "updated"],
    modified: ["updated", "atom:updated", "dcterms:modified", "wp:post_modified"],
    authors: ["dc:creator", "author", "itunes:author"], publishers: ["dc:publisher", "source"],
    languages: ["dc:language", "language"], tags: ["category"], statuses: ["wp:status"],
    captions: ["media:description", "media:group.media:description"],
    attachments: ["enclosure", "media:content", "media:group.media:content"])
}

/// A file of XML with a feed in it: its items are found by their tags, and each is parsed by itself, so that it can be read again
/// without the rest of the file.
struct XMLFeed {
  /// What stands before the first item: the feed's title, its address, its language.
  let head: Range<Int>
  /// Where the items are.
  let items: [Range<Int>]
  /// The character encoding that the file declares; nil for UTF-8.
  let encoding: String?

  /// The feed in a text; nil where its outermost element is that of no feed.
  init?(_ bytes: UnsafeRawBufferPointer) {
    var scanner = XMLTagScanner(bytes)
    guard let root = scanner.next(), !root.isEnd, ["rss", "feed", "rdf:rdf", "channel"].contains(root.name) else {
      return nil
    }
    let itemName = root.name == "feed" ? "entry" : "item"
    var (items, start): ([Range<Int>], Int?) = ([], nil)
    while let tag = scanner.next() {
      guard tag.name == itemName else { continue }
      if tag.isEnd, let begin = start {
        items.append(begin..<tag.range.upperBound)
        start = nil
      } else if !tag.isEnd, !tag.isEmpty, start == nil {
        start = tag.range.lowerBound
      }
    }
    self.items = items
    head = root.range.upperBound..<(items.first?.lowerBound ?? bytes.count)
    encoding = Self.encoding(bytes)
  }

  /// The encoding of the XML declaration; nil for UTF-8 and where none is declared.
  static func encoding(_ bytes: UnsafeRawBufferPointer) -> String? {
    let beginning = String(decoding: bytes.prefix(200), as: UTF8.self)
    guard let start = beginning.firstRange(of: "encoding=")?.upperBound, beginning.contains("<?xml") else { return nil }
    let name = beginning[start...].dropFirst().prefix {
      $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0))
    }
    return name.isEmpty || name.lowercased() == "utf-8" ? nil : String(name)
  }
}

/// Goes from tag to tag of an XML text, past comments, declarations and CDATA.
struct XMLTagScanner {
  /// A tag.
  struct Tag {
    /// Its name in small letters.
    let name: String
    let range: Range<Int>
    let isEnd: Bool
    /// Whether it is begin and end at once.
    let isEmpty: Bool
  }

  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// The next tag; nil at the end of the text.
  mutating func next() -> Tag? {
    while position < bytes.count {
      guard let open = ByteSearch.first(UInt8(ascii: "<"), in: rest(position)) else { return nil }
      let start = position + open
      if begins(start, "<![CDATA[") {
        guard pass(start, "]]>") else { return nil }
      } else if begins(start, "<!--") {
        guard pass(start, "-->") else { return nil }
      } else if begins(start, "<?") || begins(start, "<!") {
        guard pass(start, ">") else { return nil }
      } else {
        return tag(at: start)
      }
    }
    return nil
  }

  private mutating func tag(at start: Int) -> Tag? {
    var (end, quote): (Int, UInt8?) = (start + 1, nil)
    while end < bytes.count {
      let byte = bytes[end]
      if let mark = quote {
        if byte == mark { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        break
      }
      end += 1
    }
    guard end < bytes.count else { return nil }
    position = end + 1
    let isEnd = bytes[start + 1] == UInt8(ascii: "/")
    let name = bytes[(start + (isEnd ? 2 : 1))..<end].prefix {
      $0 > 0x20 && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">")
    }
    return Tag(
      name: String(decoding: name, as: UTF8.self).lowercased(), range: start..<end + 1, isEnd: isEnd,
      isEmpty: bytes[end - 1] == UInt8(ascii: "/"))
  }

  private func rest(_ start: Int) -> UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: bytes[start...]) }

  private func begins(_ start: Int, _ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard start + length <= bytes.count else { return false }
    return (0..<length).allSatisfy { bytes[start + $0] == text.utf8Start[$0] }
  }

  /// Goes behind the next `end`; false where there is none.
  private mutating func pass(_ start: Int, _ end: StaticString) -> Bool {
    var index = start + 2
    while let found = ByteSearch.first(end.utf8Start.pointee, in: rest(index)) {
      if begins(index + found, end) {
        position = index + found + end.utf8CodeUnitCount
        return true
      }
      index += found + 1
    }
    return false
  }
}
