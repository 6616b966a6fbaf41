import Foundation

/// Reads one record again from where it stands, without the rest of its file wherever that is possible.
struct RecordAgain {
  /// The directory's real path.
  let root: String
  /// The kind of record wanted.
  let kind: RecordKind
  /// Where it stood when its file was read.
  let location: RecordLocation

  /// The record; nil when it is not there any more.
  var located: LocatedRecord? {
    guard location.offset >= 0, (1...FileReading.sizeLimit).contains(location.length) else { return nil }
    do throws(ReadingFault) {
      let file = try OpenFile(root + "/" + location.path)
      guard location.offset + location.length <= file.size else { return nil }
      if try isInsideAnother(file) { return recordOfWholeFile }
      return record(in: try file.bytes(at: location.offset, length: location.length))
    } catch { return nil }
  }

  private var file: DataFile {
    DataFile(path: location.path, kind: RecordKind(folderOf: location.path), size: 0, modified: 0)
  }

  /// Whether the record is a part of a collection or feed, which says things about it that do not stand in the record.
  private func isInsideAnother(_ opened: borrowing OpenFile) throws(ReadingFault) -> Bool {
    guard location.offset > 0, !file.isJSONLines else { return false }
    let beginning = try opened.bytes(at: 0, length: min(location.offset, 4096))
    return beginning.first { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") } == UInt8(ascii: "{")
  }

  private var recordOfWholeFile: LocatedRecord? {
    var found: LocatedRecord?
    let context = ReadingContext(path: location.path, reports: false)
    FileReading(file: file, context: context).read(below: root) { located in
      if located.location.offset == location.offset, located.record.address.kind == kind { found = located }
    }
    return found
  }

  private func record(in bytes: [UInt8]) -> LocatedRecord? {
    let stem = location.offset <= 3 || !file.isJSONLines ? file.stem : nil
    return bytes.withUnsafeBytes { bytes in
      let check = UTF8Check(bytes)
      var scanner = JSONScanner(bytes)
      guard check.faultOffset == nil, (try? scanner.scanText()) != nil else { return nil }
      return scanner.nodes.withUnsafeBufferPointer { nodes in
        record(JSONTape(bytes: bytes, nodes: nodes, hasControls: check.hasControls), stem: stem)
      }
    }
  }

  private func record(_ tape: JSONTape, stem: String?) -> LocatedRecord? {
    let context = ReadingContext(path: location.path, reports: false)
    context.begin(tape.bytes, at: location.offset, line: location.line)
    context.begin(tape)
    var found: LocatedRecord?
    RecordsReading(file: file, context: context).read(tape.root, stem: stem) { located in
      if located.record.address.kind == kind { found = located }
    }
    return found
  }
}
