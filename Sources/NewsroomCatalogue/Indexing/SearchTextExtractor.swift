import NewsroomModel

/// The words of an article's text for search alone: what is shown is put into blocks by the model library. Both are read by one
/// scanner, and have the same words (`SearchTextExtractionTests`).
enum SearchTextExtractor {
  /// Adds the words of `body` to `folder`.
  static func append(_ body: Article.Body, to folder: inout TextNormalizer) {
    switch body.format {
    case .plain: append(plain: body.value, to: &folder)
    case .html: append(html: body.value, to: &folder)
    }
  }

  /// Adds the words of a plain text, its paragraphs apart.
  static func append(plain: String, to folder: inout TextNormalizer) {
    var plain = plain
    plain.withUTF8 { text in
      for paragraph in PlainText.paragraphs(text) {
        for line in paragraph {
          folder.append(part: HTMLScanner.Bytes(rebasing: text[line]))
          folder.endWord()
        }
        folder.setApart()
      }
    }
  }

  /// Adds the words of a piece of HTML. Elements within a line part no words, and no phrase runs on from one block into the next.
  static func append(html: String, to folder: inout TextNormalizer) {
    var html = html
    html.withUTF8 { html in
      var scanner = HTMLScanner(html)
      var pictures: [HTMLTag] = []
      while let piece = scanner.next() {
        switch piece {
        case .text(let range): folder.append(part: HTMLScanner.Bytes(rebasing: html[range]))
        case .character(let scalar): append(scalar, to: &folder)
        case .begin(.image, let tag): pictures.append(tag)
        case .begin(let element, _), .end(let element, _): pass(element, in: &folder)
        }
      }
      append(pictures, in: html, to: &folder)
    }
  }

  private static func pass(_ element: HTMLElement, in folder: inout TextNormalizer) {
    guard element.partsWords else { return }
    folder.endWord()
    if element.isBlock { folder.setApart() }
  }

  /// Adds the texts of pictures, which stand in no word: of all of them, though one with a caption shows that alone.
  private static func append(_ pictures: [HTMLTag], in html: HTMLScanner.Bytes, to folder: inout TextNormalizer) {
    folder.endWord()
    folder.setApart()
    for picture in pictures {
      if let text = picture.value(of: "alt", in: html) { folder.append(text, apart: true) }
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to folder: inout TextNormalizer) {
    var text = String(scalar)
    text.withUTF8 { folder.append(part: $0) }
  }
}
