// What is done to every article once its keys are read, whatever dialect it was written in.
extension Article {
  /// Takes a heading away that repeats the headline, decodes a body that was escaped twice, and makes addresses whole.
  mutating func finish() {
    let base = ([uri] + altIDs).first { WebAddress($0) != nil }
    if let base {
      for (index, link) in attachments.enumerated() {
        if let whole = WebAddress.resolve(link.url, against: base) { attachments[index].url = whole }
      }
    }
    guard var body else { return }
    if body.format == .html, !body.value.utf8.contains(UInt8(ascii: "<")), PlainText.contains(body.value, "&lt;") {
      body.value = body.value.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
        .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
    if let headline { body.removeHeading(headline) }
    body.base = base
    self.body = body
  }

  /// Takes the addresses of what is embedded in a text that shows nothing else.
  mutating func addEmbedded(in html: String) {
    var rest = html[...]
    while let open = rest.firstIndex(of: "<") {
      let tag = rest[open...].prefix { $0 != ">" }
      rest = rest[tag.endIndex...].dropFirst()
      let name = tag.dropFirst().prefix { $0.isLetter }.lowercased()
      guard ["iframe", "video", "audio", "source", "embed"].contains(name),
        let start = tag.firstRange(of: "src=")?.upperBound
      else { continue }
      let value = tag[start...]
      let mark = value.first
      let address =
        mark == "\"" || mark == "'" ? value.dropFirst().prefix { $0 != mark } : value.prefix { !$0.isWhitespace }
      if !address.isEmpty, !attachments.contains(where: { $0.url == address }) {
        attachments.append(Link(url: PlainText.title(String(address)), note: name == "source" ? nil : name))
      }
    }
  }
}

extension Article.Body {
  /// Removes the first heading or line where it is the headline once more.
  fileprivate mutating func removeHeading(_ headline: String) {
    switch format {
    case .plain:
      let line = value.drop(while: \.isWhitespace).prefix { !$0.isNewline }
      let rest = value[line.endIndex...]
      guard Self.isSame(String(line), headline), rest.contains(where: { !$0.isWhitespace }) else { return }
      value = String(rest.drop(while: \.isWhitespace))
    case .html:
      guard let range = firstHeading, Self.isSame(PlainText.withoutTags(String(value[range])), headline) else { return }
      value.removeSubrange(range)
    }
  }

  /// The first heading, with its tags, where no text stands before it.
  private var firstHeading: Range<String.Index>? {
    var start = value.startIndex
    while start < value.endIndex {
      if value[start].isWhitespace {
        value.formIndex(after: &start)
        continue
      }
      guard value[start] == "<", let close = value[start...].firstIndex(of: ">") else { return nil }
      let name = value[value.index(after: start)...].prefix { $0.isLetter || $0.isNumber }.lowercased()
      if name.count == 2, name.first == "h", name.last?.isNumber == true {
        guard
          let end = value[close...].firstRange(of: "</" + name)
            ?? value[close...].firstRange(of: "</" + name.uppercased()),
          let last = value[end.upperBound...].firstIndex(of: ">")
        else { return nil }
        return start..<value.index(after: last)
      }
      guard ["", "html", "body", "article", "header", "div", "section", "main", "nitf"].contains(name) else {
        return nil
      }
      start = value.index(after: close)
    }
    return nil
  }

  private static func isSame(_ text: String, _ headline: String) -> Bool {
    PlainText.title(text).caseInsensitiveEquals(headline)
  }
}

extension String {
  fileprivate func caseInsensitiveEquals(_ other: String) -> Bool { lowercased() == other.lowercased() }
}

// Several versions of one item: an agency sends a story again with corrections, or withdraws it.
extension Article {
  /// Which of two copies of an item counts.
  package enum Precedence: Sendable {
    /// This one, as the later version.
    case newer
    /// The other one, as the later version.
    case older
    /// They say the same.
    case same
    /// Nothing tells which is the later one.
    case unknown
  }

  /// How this copy of an item relates to another: by the dates of their versions, then by the numbers of these, then by what they
  /// say. A copy without a date is older than one with a date, so that all copies are in one order.
  package func precedence(over other: Article) -> Precedence {
    let (own, another) = (versionKey, other.versionKey)
    if own == another { return self == other ? .same : .unknown }
    return own > another ? .newer : .older
  }

  /// Whether both say when they were made, or which version they are.
  fileprivate func isComparable(with other: Article) -> Bool {
    (modified ?? published) != nil && (other.modified ?? other.published) != nil
      || version != nil && other.version != nil
  }

  /// The date of change or publication in seconds, whether a change is dated, the number of the version, whether it is withdrawn.
  private var versionKey: (Int, Int, Int, Int) {
    let instant = (modified ?? published).map { $0.firstDay * 86_400 + ($0.secondsInUTC ?? 0) }
    return (
      instant ?? .min, modified == nil ? 0 : 1, version.flatMap(Int.init) ?? .min, status == .canceled ? 1 : 0
    )
  }
}

extension LocatedRecord {
  /// How this copy of an item relates to another. That a feed repeats an item says nothing; a file that repeats an item of our own
  /// is one too many.
  package func precedence(over other: LocatedRecord) -> Article.Precedence {
    guard case .article(let article) = record, case .article(let known) = other.record else { return .unknown }
    let precedence = article.precedence(over: known)
    guard !isConverted, !other.isConverted else { return precedence }
    return precedence != .same && article.isComparable(with: known) ? precedence : .unknown
  }
}
