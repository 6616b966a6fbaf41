extension MappedDialect {
  /// Posts of the REST interface of WordPress (`/wp-json/wp/v2/posts`), with or without `_embed`.
  static let wordPress = MappedDialect(
    name: "WordPress posts",
    signs: [["title.rendered", "link"], ["content.rendered", "slug"], ["title.raw", "link"]],
    addresses: ["link", "guid.rendered"], ids: ["guid", "id"], titles: ["title.rendered", "title.raw", "title"],
    html: ["content.rendered", "content.raw"], summaries: ["excerpt.rendered", "excerpt.raw"],
    published: ["date", "date_gmt"], modified: ["modified", "modified_gmt"],
    authors: ["_embedded.author.name", "author_name", "yoast_head_json.author", "author_info.display_name", "authors"],
    publishers: ["yoast_head_json.og_site_name", "site_name"], languages: ["lang", "yoast_head_json.og_locale"],
    tags: ["_embedded.wp:term.name", "tag_names"], statuses: ["status"],
    captions: ["_embedded.wp:featuredmedia.caption.rendered", "_embedded.wp:featuredmedia.alt_text"],
    attachments: ["enclosure"])
}
