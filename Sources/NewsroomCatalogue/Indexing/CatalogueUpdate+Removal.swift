import GRDB
import NewsroomModel

extension CatalogueUpdate {
  /// Removes what came from files that changed or are gone.
  /// - Returns: the files to read: those that changed, and those that hold a record of which the first copy is gone.
  func removeVoid(_ comparison: FileComparison) throws -> [DataFile] {
    var files = comparison.changed
    for known in comparison.tombstones { try removeRecords(ofFile: known.number) }
    let uncovered = try Row.fetchAll(
      database,
      sql: """
        SELECT DISTINCT f.id, f.path, f.size, f.modified, f.changed, f.kind FROM duplicate d JOIN file f ON f.id = d.file
        WHERE NOT EXISTS (SELECT 1 FROM record r WHERE r.kind = d.kind AND r.id = d.id)
        """)
    for row in uncovered {
      try removeRecords(ofFile: row["id"])
      let kind: Int? = row["kind"]
      files.append(
        DataFile(
          path: row["path"], kind: kind.flatMap(RecordKind.init(number:)), size: row["size"], modified: row["modified"],
          changed: row["changed"]))
    }
    return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  func removeRecords(ofFile file: Int) throws {
    let rows = try Row.fetchAll(
      try database.cachedStatement(sql: "SELECT number, kind, id FROM record WHERE file = ?"), arguments: [file])
    for row in rows {
      guard let kind = RecordKind(number: row["kind"]) else { continue }
      try remove(RecordAddress(kind, row["id"]), number: row["number"])
    }
    for sql in [
      "DELETE FROM problem WHERE file = ?", "DELETE FROM duplicate WHERE file = ?", "DELETE FROM file WHERE id = ?",
    ] {
      try database.cachedStatement(sql: sql).execute(arguments: [file])
    }
  }

  func remove(_ address: RecordAddress, number: Int) throws {
    if address.kind != .article {
      touched.formUnion(try relationStore.neighbours(of: address))
      toValidate.formUnion(try dependents(of: address))
      if address.kind == .organisation {
        previousParents.updateValue(try relationStore.parent(of: address), forKey: address.id)
      }
      changed.insert(address)
      try noteStaleArticles(concerning: [address])
      try EntityWriter(database: database).remove(address)
    }
    try writer.remove(number, address.kind, from: database)
    summary.recordsChanged += 1
  }

  /// Whether a building from nothing would have read a record at `place` before that of the row `other`: entities in files of
  /// their own come before those among articles, then paths are in order.
  private func comesFirst(_ kind: RecordKind, _ place: RecordPlace, before other: Row) throws -> Bool {
    let path: String = other["path"]
    let isBefore = place.location.path.utf8.lexicographicallyPrecedes(path.utf8)
    guard kind != .article else { return isBefore }
    // A collection at the top is of no kind.
    let (kind, otherKind): (Int?, Int?) = (
      try Int.fetchOne(database, sql: "SELECT kind FROM file WHERE id = ?", arguments: [place.file]), other["kind"]
    )
    let (isArticles, areArticles) = (kind == RecordKind.article.number, otherKind == RecordKind.article.number)
    guard isArticles == areArticles else { return areArticles }
    return isBefore
  }

  /// Keeps note of a record that is there twice: the second takes the place of the first when that one goes.
  /// - Parameter isAnnounced: whether an article announces it; that there is more to be read of it elsewhere is nothing amiss.
  func noteDuplicate(
    _ address: RecordAddress, _ place: RecordPlace, isAnnounced: Bool = false, isConverted: Bool = false
  )
    throws
  {
    try database.cachedStatement(sql: "INSERT OR IGNORE INTO duplicate VALUES (?, ?, ?)")
      .execute(arguments: [address.kind.number, address.id, place.file])
    let first = try relationStore.rows(
      "SELECT f.path, r.line, r.file, f.kind FROM record r JOIN file f ON f.id = r.file WHERE r.kind = ? AND r.id = ?",
      [address.kind.number, address.id]
    ).first
    guard let first else { return }
    if try comesFirst(address.kind, place, before: first) {
      // The copy there gives way: both files are read again, in their order, once this one is done.
      superseded.insert(first["path"])
      return try database.execute(sql: "UPDATE file SET is_complete = 0 WHERE id = ?", arguments: [first["file"]])
    }
    guard !isAnnounced else { return }
    let location = RecordLocation(path: first["path"], offset: 0, length: 0, line: first["line"])
    duplicates.append(.duplicate(address, first: location, place.location, isConverted: isConverted))
  }

  /// Writes the problems of records of a file that are there twice.
  func writeDuplicates(ofFile file: Int) throws {
    try writeProblems(directory.problems(duplicates).map(\.problem), file: file)
    duplicates = []
  }
}
