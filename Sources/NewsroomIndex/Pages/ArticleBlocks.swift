import NewsroomModel

/// The text of an article as blocks.
enum ArticleBlocks {
  static func blocks(of article: Article) -> [TextBlock] {
    guard let body = article.body else { return article.summary.map { [.paragraph([TextRun($0)])] } ?? [] }
    return body.blocks
  }
}
