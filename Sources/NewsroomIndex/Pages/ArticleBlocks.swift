import NewsroomModel

/// The text of an article as blocks.
enum ArticleBlocks {
  static func blocks(of article: Article) -> [TextBlock] {
    guard let body = article.body else { return article.summary.map { [.paragraph([TextRun($0)])] } ?? [] }
    let text =
      body.format == .plain
      ? body.value : String(decoding: PlainBody.text(ofHTML: Array(body.value.utf8)), as: UTF8.self)
    return text.split(separator: "\n\n").map { .paragraph([TextRun(String($0))]) }
  }
}
