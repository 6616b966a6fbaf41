extension MappedDialect {
  /// Articles that news-please extracted.
  static let newsPlease = MappedDialect(
    name: "news-please articles",
    signs: [["maintext", "title"], ["maintext", "url"], ["date_publish", "source_domain"]],
    addresses: ["url"], ids: ["filename"], titles: ["title", "title_page"], plain: ["maintext", "text"],
    summaries: ["description"], published: ["date_publish", "date_download"], modified: ["date_modify"],
    authors: ["authors"], publishers: ["source_domain"], languages: ["language"])
}
