extension MappedDialect {
  /// Pages that trafilatura extracted (`--json`).
  static let trafilatura = MappedDialect(
    name: "trafilatura pages",
    signs: [
      ["source-hostname", "title"], ["raw_text", "title"], ["fingerprint", "text"], ["source-hostname", "text"],
    ],
    addresses: ["source", "url"], ids: ["id", "fingerprint"], titles: ["title"], plain: ["text", "raw_text"],
    summaries: ["excerpt", "description"], published: ["date"], modified: ["date_modified"], authors: ["author"],
    publishers: ["source-hostname", "sitename", "hostname"], languages: ["language"], tags: ["tags", "categories"])
}
