// An article's text as blocks, whatever it was written in.
extension Article.Body {
  /// The text as blocks: HTML as libxml2 understands it, plain text split into paragraphs.
  public var blocks: [TextBlock] {
    switch format {
    case .html: HTMLReading.blocks(of: value)
    case .plain: PlainText.blocks(of: value)
    }
  }
}

extension PlainText {
  /// The paragraphs of a plain text: split at empty lines; where it has none, every line is one, as agencies write it.
  static func blocks(of text: String) -> [TextBlock] {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let paragraphs = lines.split { $0.allSatisfy(\.isWhitespace) }
    let texts = paragraphs.count > 1 ? paragraphs.map { $0.joined(separator: " ") } : lines.map(String.init)
    return texts.map(oneLine).filter { !$0.isEmpty }.map { .paragraph([TextRun($0)]) }
  }
}
