import GRDB
import NewsroomModel

/// Which files are new, changed or gone since the catalogue saw them, told by their fingerprints alone.
struct FileComparison {
  /// A file that the catalogue knows.
  struct Known {
    var number: Int
    var path: String
  }

  /// Files to read.
  var changed: [DataFile] = []
  /// Files whose records are void: those that changed and those that are gone.
  var tombstones: [Known] = []
  /// Files that the catalogue knows and that could not be looked at now: their records stay.
  var unread: [Known] = []
  /// How many files are gone.
  var removedCount = 0
  /// How many files are as they were.
  var unchangedCount = 0

  /// Compares what is on disk, sorted by path, with what the catalogue knows, sorted the same way.
  /// - Parameter paths: what was looked at, with all that is below; nil for everything.
  /// - Parameter isUnread: whether it is unknown what is at a path.
  init(
    _ files: [DataFile], below paths: Set<String>? = nil, isUnread: (String) -> Bool = { _ in false },
    _ database: Database
  ) throws {
    guard let paths else {
      let known = try Row.fetchCursor(database, sql: Self.columns + " ORDER BY path")
      try compare(files, isUnread) { try known.next() }
      return
    }
    var known: [Row] = []
    var seen: Set<String> = []
    for path in paths.sorted(by: Self.precedes) {
      // "0" is the character after "/".
      let sql = Self.columns + " WHERE path = ?1 OR path > ?1 || '/' AND path < ?1 || '0'"
      let rows = try Row.fetchAll(database.cachedStatement(sql: sql), arguments: [path])
      known += rows.filter { seen.insert($0["path"]).inserted }
    }
    known.sort { Self.precedes($0["path"], $1["path"]) }
    var rest = known.makeIterator()
    compare(files, isUnread) { rest.next() }
  }

  private static let columns = "SELECT id, path, size, modified, changed, is_complete FROM file"

  private mutating func compare(
    _ files: [DataFile], _ isUnread: (String) -> Bool, next: () throws -> Row?
  ) rethrows {
    var files = files[...]
    while let row = try next() { take(row, &files, isUnread) }
    changed += files
  }

  private mutating func take(_ row: Row, _ files: inout ArraySlice<DataFile>, _ isUnread: (String) -> Bool) {
    let path: String = row["path"]
    while let file = files.first, Self.precedes(file.path, path) {
      changed.append(file)
      files.removeFirst()
    }
    // Byte by byte: one name may be there composed and decomposed.
    if let file = files.first, file.path.utf8.elementsEqual(path.utf8) {
      compare(file, row)
      files.removeFirst()
    } else if isUnread(path) {
      unread.append(Known(number: row["id"], path: path))
    } else {
      tombstones.append(Known(number: row["id"], path: path))
      removedCount += 1
    }
  }

  /// Leaves files as the catalogue knows them, though they changed.
  mutating func postpone(_ paths: Set<String>) {
    changed.removeAll { paths.contains($0.path) }
    tombstones.removeAll { paths.contains($0.path) }
  }

  private mutating func compare(_ file: DataFile, _ row: Row) {
    let isSame =
      row["size"] == file.size && row["modified"] == file.modified && row["changed"] == file.changed
      && row["is_complete"] == true
    if isSame {
      unchangedCount += 1
    } else {
      changed.append(file)
      tombstones.append(Known(number: row["id"], path: file.path))
    }
  }

  /// SQLite compares texts by their bytes, so this must too.
  private static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}
