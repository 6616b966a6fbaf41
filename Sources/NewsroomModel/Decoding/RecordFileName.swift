/// Which names of files and folders mean records.
enum RecordFileName {
  /// Whether a file of this name holds records: JSON or JSON Lines, no backup or lock of an editor, not hidden.
  static func isRecords(_ name: String) -> Bool {
    guard !name.hasPrefix("."), !name.hasPrefix("#") else { return false }
    return [".json", ".jsonl", ".ndjson"].contains { name.hasSuffix($0) && name.utf8.count > $0.utf8.count }
  }

  /// The name without its suffix.
  static func baseName(_ name: String) -> String { name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name }

  /// A name that is not UTF-8 as well as it can be shown, when it would mean records or a folder; nil for other files.
  static func repaired(_ bytes: UnsafeRawBufferPointer) -> String? {
    let name = String(decoding: bytes, as: UTF8.self)
    return isRecords(name) || !name.contains(".") ? name : nil
  }
}

extension RecordKind {
  /// The kind whose folder, or whose file standing for the folder, has this name.
  init?(folder name: String) {
    guard let kind = RecordKind.allCases.first(where: { $0.folders.contains(name) }) else { return nil }
    self = kind
  }

  /// The kind of the records in the file at `path` below the data directory.
  init?(folderOf path: String) {
    let parts = path.split(separator: "/")
    guard let first = parts.first.map(String.init) else { return nil }
    self.init(folder: parts.count == 1 ? RecordFileName.baseName(first) : first)
  }
}
