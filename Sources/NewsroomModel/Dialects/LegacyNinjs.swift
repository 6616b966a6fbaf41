/// Tells ninjs 1.x and 2.x from 3.x by the keys of an item; the version that it declares is not trusted.
enum LegacyNinjs {
  /// What it is called in notes.
  static let name = "ninjs 1.x or 2.x"

  /// Whether an object is an item of ninjs of any version: it has `uri`, or keys that ninjs alone has, as those of the systems that
  /// write `guid` in its place.
  static func isItem(_ item: JSONValue) -> Bool {
    if item.member("uri") != nil { return item.member("@type") == nil && item.member("webUrl") == nil }
    return item.members.contains { member in signs.contains { member.key.bytes.spell($0, ignoringCase: true) } }
  }

  /// Keys that systems add to items of any version.
  private static let additions: [StaticString] = ["source", "authors", "bylines", "service", "priority", "keywords"]

  private static let signs: [StaticString] = [
    "headlines", "bodies", "descriptions", "infosources", "versioncreated", "pubstatus", "body_html", "body_xhtml",
    "body_text", "description_text", "description_html", "headline_main", "contentcreated",
  ]

  /// Whether a key of the item is not ninjs 3.1 but is so in other case, in the singular or under its former name.
  static func isOlder(_ item: JSONValue) -> Bool {
    let shape = ObjectSchema.item
    for member in item.members {
      if let index = shape.index(of: member.key.bytes) {
        if shape.keys[index].isOlder, !additions.contains(where: { member.key.isNamed($0) }) { return true }
      } else if shape.index(ofOlder: member.key.bytes) != nil {
        return true
      }
    }
    return false
  }
}
