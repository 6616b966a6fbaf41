/// Remembers by a 64-bit fingerprint which article keys were seen and where: some sixty megabytes for a million.
struct SeenArticleIDs {
  /// A key seen in an article.
  struct Seen: Sendable {
    /// FNV-1a of the key.
    let fingerprint: UInt64
    let location: FileOffset

    init(_ key: String, at location: FileOffset) {
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for byte in key.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
      (fingerprint, self.location) = (hash, location)
    }
  }

  /// A location with its file's number in place of its path.
  struct FileOffset: Sendable {
    let file: Int
    let offset: Int
    let length: Int
    let line: Int
  }

  private var places: [UInt64: FileOffset] = [:]

  /// Where the key was seen first; nil when this is the first time, and it is remembered.
  mutating func first(of seen: Seen) -> FileOffset? {
    if let first = places[seen.fingerprint] { return first }
    places[seen.fingerprint] = seen.location
    return nil
  }
}
