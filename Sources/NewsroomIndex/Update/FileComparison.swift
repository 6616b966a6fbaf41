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
  var void: [Known] = []
  /// How many files are gone.
  var removedCount = 0
  /// How many files are as they were.
  var unchangedCount = 0

  /// Compares what is on disk, sorted by path, with what the catalogue knows, sorted the same way.
  init(_ files: [DataFile], _ database: Database) throws {
    let known = try Row.fetchCursor(
      database, sql: "SELECT id, path, size, modified, is_complete FROM file ORDER BY path")
    var files = files[...]
    while let row = try known.next() {
      let path: String = row["path"]
      while let file = files.first, Self.precedes(file.path, path) {
        changed.append(file)
        files.removeFirst()
      }
      if let file = files.first, file.path == path {
        compare(file, row)
        files.removeFirst()
      } else {
        void.append(Known(number: row["id"], path: path))
        removedCount += 1
      }
    }
    changed += files
  }

  private mutating func compare(_ file: DataFile, _ row: Row) {
    let isSame = row["size"] == file.size && row["modified"] == file.modified && row["is_complete"] == true
    if isSame {
      unchangedCount += 1
    } else {
      changed.append(file)
      void.append(Known(number: row["id"], path: file.path))
    }
  }

  /// SQLite compares texts by their bytes, so this must too.
  private static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}
