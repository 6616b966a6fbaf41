/// Checks that an item of text has a text.
struct BodyCheck {
  /// Where problems go.
  let context: ReadingContext

  func check(_ article: Article, _ item: JSONValue) {
    guard context.reports, article.type == nil || article.type == "text" || article.type == "composite" else { return }
    guard let body = article.body else {
      return context.report(.noBody, at: item, "the article has no text")
    }
    if body.format == .html, !HTMLGlance.surelyHasText(body.value), body.blocks.isEmpty {
      context.report(
        .noBody, at: item.member("bodies") ?? item, "nothing is left of the article's text once its HTML is read")
    }
  }
}

/// A look at HTML that is a hundred times quicker than reading it.
enum HTMLGlance {
  /// True where a letter stands outside all tags before any element that is dropped; false says nothing.
  static func surelyHasText(_ html: String) -> Bool {
    var html = html
    return html.withUTF8 { bytes in
      var isInTag = false
      for (index, byte) in bytes.enumerated() {
        if byte == UInt8(ascii: "<") {
          if startsDropped(bytes, index + 1) { return false }
          isInTag = true
        } else if byte == UInt8(ascii: ">") {
          isInTag = false
        } else if !isInTag, byte.isASCIIAlphanumeric || byte >= 0xC3 {
          return true
        }
      }
      return false
    }
  }

  /// Whether an element begins here that might hold no text: all but a few are taken for one.
  private static func startsDropped(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard index < bytes.count else { return false }
    return !"pPhHdDuUlLbBeEaAf/".utf8.contains(bytes[index])
      || (index + 1 < bytes.count && bytes[index] | 0x20 == UInt8(ascii: "h")
        && bytes[index + 1] | 0x20 == UInt8(ascii: "e"))
  }
}
