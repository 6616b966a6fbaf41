extension MappedDialect {
  /// Articles of schema.org in JSON-LD: `NewsArticle`, `BlogPosting` and their like.
  static let schemaOrg = MappedDialect(
    name: "schema.org articles (JSON-LD)", recognizes: isArticle,
    addresses: ["url", "mainEntityOfPage", "@id", "sameAs"], ids: ["identifier", "@id"],
    titles: ["headline", "name", "alternativeHeadline"], text: ["articleBody", "text"],
    summaries: ["description", "abstract", "alternativeHeadline"], published: ["datePublished", "dateCreated"],
    modified: ["dateModified"], authors: ["author", "creator"],
    publishers: ["publisher", "sourceOrganization", "provider"],
    publisherAddresses: ["publisher.url", "publisher.@id"], languages: ["inLanguage"],
    tags: ["keywords", "articleSection"], captions: ["image.caption"],
    attachments: ["audio", "video", "associatedMedia"])

  @Sendable
  private static func isArticle(_ value: JSONValue) -> Bool {
    guard let type = value.member("@type") else { return false }
    return FieldPath.elements(type).contains { type in
      guard type.kind == .string else { return false }
      let name = JSONText.decode(type).split(whereSeparator: { $0 == "/" || $0 == ":" || $0 == "#" }).last ?? ""
      return name.hasSuffix("Article") || name.hasSuffix("Posting") && name != "JobPosting" || name == "Report"
    }
  }
}
