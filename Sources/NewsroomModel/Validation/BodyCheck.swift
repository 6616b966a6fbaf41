/// Checks that an item of text has a text.
struct BodyCheck {
  /// Where problems go.
  let context: DecodingContext

  func check(_ article: Article, _ item: JSONValue) {
    guard context.reports, article.type == nil || article.type == "text" || article.type == "composite" else { return }
    guard let body = article.body else {
      // Feeds and interfaces often give the description alone, which is shown in the place of the text.
      guard article.summary == nil, article.attachments.isEmpty else { return }
      guard let written = Self.writtenBody(of: item) else {
        return context.report(.noBody, at: item, "the article has no text")
      }
      return context.report(.noBody, at: written, "the article has no text after its HTML is read")
    }
    if body.format == .html, !HTMLTextProbe.surelyHasText(body.value), body.blocks.plainText.isEmpty {
      context.report(
        .noBody, at: Self.writtenBody(of: item) ?? item,
        "the article has no text after its HTML is read")
    }
  }

  /// Where the item has a body that came to nothing.
  private static func writtenBody(of item: JSONValue) -> JSONValue? {
    let body = (["bodies", "content_html"] as [StaticString]).lazy.compactMap { item.member($0) }.first
    return body.flatMap { $0.kind == .array && $0.elements.first { _ in true } == nil ? nil : $0 }
  }
}

/// A look at HTML that is a hundred times quicker than reading it.
enum HTMLTextProbe {
  /// True where a letter stands in the text; false says nothing.
  static func surelyHasText(_ html: String) -> Bool {
    var html = html
    return html.withUTF8 { bytes in
      var scanner = HTMLScanner(bytes)
      while let piece = scanner.next() {
        if case .text(let range) = piece, bytes[range].contains(where: isOfLetter) { return true }
      }
      return false
    }
  }

  /// Whether a byte can only stand in what is seen. Spaces and signs without width are beyond ASCII, too.
  private static func isOfLetter(_ byte: UInt8) -> Bool {
    byte.isASCIIAlphanumeric || (0xC3...0xDF).contains(byte) || (0xE4...0xEC).contains(byte)
  }
}
