extension MappedDialect {
  /// Resources of JSON:API, as Drupal writes its nodes.
  static let jsonAPI = MappedDialect(
    name: "JSON:API resources", signs: [["attributes.title"], ["attributes.headline"]],
    addresses: ["attributes.url", "attributes.path.alias", "links.self"], ids: ["id"],
    titles: ["attributes.title", "attributes.headline"],
    html: ["attributes.body.processed", "attributes.field_body.processed"],
    text: ["attributes.body", "attributes.content", "attributes.field_body", "attributes.text"],
    summaries: ["attributes.body.summary", "attributes.summary", "attributes.field_summary", "attributes.description"],
    published: ["attributes.published_at", "attributes.field_date", "attributes.created", "attributes.date"],
    modified: ["attributes.changed", "attributes.updated_at"],
    authors: ["attributes.author", "attributes.field_author", "attributes.byline"],
    publishers: ["attributes.source", "attributes.publisher"],
    languages: ["attributes.langcode", "attributes.language"],
    tags: ["attributes.tags", "attributes.field_tags", "attributes.category"])
}
