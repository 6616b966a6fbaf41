extension MappedDialect {
  /// Articles of NewsAPI (newsapi.org), and of services that answer in its form.
  static let newsAPI = MappedDialect(
    name: "NewsAPI articles", signs: [["publishedAt", "title", "url"], ["publishedAt", "source.name"]],
    addresses: ["url"], ids: ["id"], titles: ["title"], text: ["content", "body"], summaries: ["description"],
    published: ["publishedAt"], modified: ["updatedAt"], authors: ["author", "authors"],
    publishers: ["source.name", "source"], publisherAddresses: ["source.url"], languages: ["language"],
    tags: ["category", "categories", "keywords"])
}
