/// Tells ninjs 1.x and 2.x from 3.x by the keys of an item; the version that it declares is not trusted.
enum LegacyNinjs {
  /// Whether a key of the item is not ninjs 3.1 but is so in other case, in the singular or under its former name.
  static func isOlder(_ item: JSONValue) -> Bool {
    let shape = ObjectSchema.item
    for member in item.members {
      if let index = shape.index(of: member.key.bytes) {
        if shape.keys[index].isOlder { return true }
      } else if shape.index(ofOlder: member.key.bytes) != nil {
        return true
      }
    }
    return false
  }
}
