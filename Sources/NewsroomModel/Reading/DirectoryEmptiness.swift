import Foundation

extension DataDirectory {
  /// Whether no file in it could hold a record. Looks no further than the first that could, so it costs nothing in a directory
  /// of a million.
  public var isEmpty: Bool {
    guard let walk = FileManager.default.enumerator(atPath: root) else { return true }
    while let path = walk.nextObject() as? String {
      if path.hasPrefix(".") || path.contains("/.") || path == "newsroom.json" { continue }
      if ["json", "jsonl", "ndjson"].contains((path as NSString).pathExtension) { return false }
    }
    return true
  }
}
