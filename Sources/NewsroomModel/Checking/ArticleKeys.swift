/// Remembers by a 64-bit fingerprint which article keys were seen and where: a million take some forty megabytes.
struct ArticleKeys {
  /// A file, by its number, and a line.
  struct Place {
    let file: Int
    let line: Int
  }

  private var places: [UInt64: (file: UInt32, line: UInt32)] = [:]

  /// Where the key was seen first; nil when this is the first time, and it is remembered.
  mutating func first(of key: String, file: Int, line: Int) -> Place? {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in key.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    if let seen = places[hash] { return Place(file: Int(seen.file), line: Int(seen.line)) }
    places[hash] = (UInt32(truncatingIfNeeded: file), UInt32(truncatingIfNeeded: line))
    return nil
  }
}
