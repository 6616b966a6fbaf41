import Foundation
import GRDB
import NewsroomModel

// An item that is there several times: of its versions the latest is listed, whatever order the files are read in.
extension CatalogueUpdate {
  /// Takes an article of which there is a copy already: it takes the place of that one where it is the later version.
  func takeVersion(_ record: AnalyzedDocument, _ place: RecordPlace) throws {
    guard let known = try knownCopy(of: record.address), let own = directory.located(.article, at: place.location),
      let other = directory.located(.article, at: known.place.location)
    else { return try noteDuplicate(record.address, place) }
    switch own.precedence(over: other) {
    case .newer:
      try removeCopy(record.address, known)
      try writer.writeAgain(record, file: place.file, to: database)
      try writeProblems(record.problems, file: place.file, record: record.number)
      didWrite()
    case .older: try keepNote(of: record.address, file: place.file)
    case .same: try noteDuplicate(record.address, place, isAnnounced: true)
    case .unknown: try noteDuplicate(record.address, place, isConverted: own.isConverted)
    }
  }

  /// The copy of an article that the catalogue has.
  private struct KnownCopy {
    let number: Int
    let place: RecordPlace
  }

  private func knownCopy(of address: RecordAddress) throws -> KnownCopy? {
    let row = try relationStore.rows(
      """
      SELECT r.number, r.file, r.position, r.length, r.line, f.path FROM record r JOIN file f ON f.id = r.file
      WHERE r.kind = ? AND r.id = ?
      """, [address.kind.number, address.id]
    ).first
    return row.map { row in
      let location = RecordLocation(
        path: row["path"], offset: row["position"], length: row["length"], line: row["line"])
      return KnownCopy(number: row["number"], place: RecordPlace(file: row["file"], location: location))
    }
  }

  /// Removes a copy, and the event that it announces; its file is read again when the later version is gone.
  private func removeCopy(_ address: RecordAddress, _ known: KnownCopy) throws {
    let announced = try Row.fetchAll(
      try database.cachedStatement(
        sql: "SELECT number, kind, id FROM record WHERE file = ? AND position = ? AND kind <> ?"),
      arguments: [known.place.file, known.place.location.offset, address.kind.number])
    for row in announced {
      if let kind = RecordKind(number: row["kind"]) {
        try remove(RecordAddress(kind, row["id"]), number: row["number"])
      }
    }
    try remove(address, number: known.number)
    try removeDuplicateProblems(of: address, known.place.location)
    try keepNote(of: address, file: known.place.file)
  }

  /// Removes what was said of copies as old as one that gives way: they are older versions, too.
  private func removeDuplicateProblems(of address: RecordAddress, _ location: RecordLocation) throws {
    duplicates.removeAll { $0.record == address }
    let sentence = RecordIssue.duplicate(address, first: location, location).sentence
    guard let end = sentence.range(of: "first appears")?.upperBound else { return }
    let beginning = String(sentence[..<end])
    try database.cachedStatement(
      sql: """
        DELETE FROM problem WHERE code = ?1 AND substr(sentence, 1, length(?2)) = ?2
          AND file IN (SELECT file FROM duplicate WHERE kind = ?3 AND id = ?4)
        """
    ).execute(
      arguments: [DiagnosticCode.duplicateID.rawValue, beginning, address.kind.number, address.id])
  }

  /// Notes that a file has another copy of a record.
  private func keepNote(of address: RecordAddress, file: Int) throws {
    try database.cachedStatement(sql: "INSERT OR IGNORE INTO duplicate VALUES (?, ?, ?)")
      .execute(arguments: [address.kind.number, address.id, file])
  }
}
