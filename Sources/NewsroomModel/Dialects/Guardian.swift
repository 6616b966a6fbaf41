extension MappedDialect {
  /// Items of the Guardian's Open Platform (`/search`, `show-fields`, `show-tags`).
  static let guardian = MappedDialect(
    name: "Guardian items", signs: [["webTitle", "webUrl"]], addresses: ["webUrl", "apiUrl"], ids: ["id"],
    titles: ["fields.headline", "webTitle"], html: ["fields.body", "blocks.body.bodyHtml"],
    plain: ["fields.bodyText", "blocks.body.bodyTextSummary"], summaries: ["fields.standfirst", "fields.trailText"],
    published: ["webPublicationDate", "fields.firstPublicationDate"], modified: ["fields.lastModified"],
    authors: ["fields.byline"], publishers: ["fields.publication"], languages: ["fields.lang"],
    tags: ["tags", "sectionName"])
}
