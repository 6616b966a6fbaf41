/// Checks that an item of text has a text.
struct BodyCheck {
  /// Where problems go.
  let context: DecodingContext

  func check(_ article: Article, _ item: JSONValue) {
    guard context.reports, article.type == nil || article.type == "text" || article.type == "composite" else { return }
    guard let body = article.body else {
      return context.report(.noBody, at: item, "the article has no text")
    }
    if body.format == .html, !HTMLTextProbe.surelyHasText(body.value), body.blocks.plainText.isEmpty {
      context.report(
        .noBody, at: item.member("bodies") ?? item.member("content_html") ?? item,
        "the article has no text after its HTML is read")
    }
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
