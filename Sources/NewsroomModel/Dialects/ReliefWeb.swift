extension MappedDialect {
  /// Reports of ReliefWeb's interface (`/v1/reports`).
  static let reliefWeb = MappedDialect(
    name: "ReliefWeb reports",
    signs: [["fields.title", "href"], ["fields.title", "fields.url"], ["fields.title", "id"]],
    addresses: ["fields.url_alias", "fields.url", "href"], ids: ["id"], titles: ["fields.title"],
    html: ["fields.body-html"], text: ["fields.body"], summaries: ["fields.headline.summary", "fields.headline.title"],
    published: ["fields.date.original", "fields.date.created"], modified: ["fields.date.changed"],
    authors: ["fields.author"], publishers: ["fields.source"], publisherAddresses: ["fields.source.homepage"],
    languages: ["fields.language.code"], tags: ["fields.theme"], statuses: ["fields.status"],
    captions: ["fields.image.caption"], attachments: ["fields.file"])
}
