/// Which names of files and folders mean records.
enum RecordFileName {
  /// Whether a file of this name holds records: JSON or JSON Lines, no backup or lock of an editor, not hidden.
  static func isRecords(_ name: String) -> Bool {
    guard !name.hasPrefix("."), !name.hasPrefix("#") else { return false }
    return suffixes.contains { hasSuffix(name, $0) }
  }

  /// The endings of files with records, in whatever case.
  static let suffixes = [".json", ".jsonl", ".ndjson"] + xmlSuffixes

  /// The endings of feeds and exports in XML.
  private static let xmlSuffixes = [".xml", ".rss", ".atom"]

  /// Whether a file of this name is XML.
  static func isXML(_ name: String) -> Bool { xmlSuffixes.contains { hasSuffix(name, $0) } }

  /// Whether a file of this name holds one record a line.
  static func isJSONLines(_ name: String) -> Bool { hasSuffix(name, ".jsonl") || hasSuffix(name, ".ndjson") }

  private static func hasSuffix(_ name: String, _ suffix: String) -> Bool {
    let (name, suffix) = (name.utf8, suffix.utf8)
    return name.count > suffix.count && name.suffix(suffix.count).elementsEqual(suffix) { $0 | 0x20 == $1 | 0x20 }
  }

  /// The ending of a file that may hold news or people and is not read, in small letters; nil for notes, pictures and copies.
  static func unreadEnding(_ name: String) -> String? {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
    let ending = name[dot...].lowercased()
    return dataEndings.contains(ending) ? ending : nil
  }

  private static let dataEndings: Set<String> = [
    ".rdf", ".html", ".htm", ".xhtml", ".csv", ".tsv", ".xlsx", ".xls", ".ods", ".docx",
    ".odt",
    ".doc", ".rtf", ".pdf", ".txt", ".yaml", ".yml", ".zip", ".gz", ".bz2", ".xz", ".zst", ".tar", ".tgz", ".vcf",
    ".ics",
    ".sql", ".sqlite", ".db", ".parquet", ".wxr", ".eml", ".mbox", ".json5", ".jsonc", ".geojson", ".jsonld", ".js",
  ]

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
    let name = name.lowercased()
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
