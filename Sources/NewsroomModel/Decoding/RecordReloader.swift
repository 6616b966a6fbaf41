import Foundation

/// Reads one record again from where it stands, without the rest of its file.
struct RecordReloader {
  /// The directory's real path.
  let root: String
  /// What is known of feeds and collections.
  let frames: CollectionMetadataCache
  /// The kind of record wanted.
  let kind: RecordKind
  /// Where it stood when its file was read.
  let location: RecordLocation

  /// A record, the bytes it was read from, and the collection or feed around these.
  struct Text {
    let located: LocatedRecord
    let bytes: [UInt8]
    let collection: DescribedCollection?
  }

  /// The record with its text; nil when it is not there any more.
  var text: Text? {
    guard location.offset >= 0, (1...FileReader.sizeLimit).contains(location.length) else { return nil }
    do throws(ReadError) {
      let file = try OpenFile(root + "/" + location.path)
      guard location.offset + location.length <= file.size else { return nil }
      let bytes = try file.bytes(at: location.offset, length: location.length)
      if RecordFileName.isXML(location.path) { return try xmlText(bytes, file) }
      if try !mayBeInsideAnother(file), let found = record(in: bytes, nil) {
        return Text(located: found, bytes: bytes, collection: nil)
      }
      let collection = frames.collection(around: location.offset, of: self.file, file, below: root)
      return record(in: bytes, collection).map { Text(located: $0, bytes: bytes, collection: collection) }
    } catch { return nil }
  }

  /// The item of an XML feed, its text the JSON that stands for it.
  private func xmlText(_ bytes: [UInt8], _ opened: borrowing OpenFile) throws(ReadError) -> Text? {
    let encoding = try opened.bytes(at: 0, length: 200).withUnsafeBytes { XMLFeed.encoding($0) }
    let collection = frames.collection(around: location.offset, of: file, opened, below: root)
    guard let json = bytes.withUnsafeBytes({ XMLItem.json($0, encoding: encoding) }) else { return nil }
    return record(in: json, collection).map { Text(located: $0, bytes: json, collection: collection) }
  }

  private var file: DataFile {
    DataFile(path: location.path, kind: RecordKind(folderOf: location.path), size: 0, modified: 0)
  }

  /// Whether the record may be a part of a collection or feed, which says things about it that do not stand in the record. A
  /// look at the beginning of the file, or of the line, is enough to be sure of nearly all that are none.
  private func mayBeInsideAnother(_ opened: borrowing OpenFile) throws(ReadError) -> Bool {
    guard location.offset > 0 else { return false }
    let start = file.isJSONLines ? max(0, location.offset - Self.glance) : 0
    let beginning = try opened.bytes(at: start, length: min(location.offset - start, Self.glance))
    if file.isJSONLines {
      let before = beginning.last { $0 != 0x20 && $0 != 0x09 }
      return before == UInt8(ascii: "[") || before == UInt8(ascii: ",")
    }
    let first = beginning.first { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }
    return first == UInt8(ascii: "{")
      || beginning.withUnsafeBytes { bytes in Self.signs.contains { ByteSearch.contains($0, in: bytes) } }
  }

  private static let glance = 4096
  /// What an array of collections or feeds has near its beginning.
  private static let signs: [StaticString] = ["\"persons\"", "\"organizations\"", "jsonfeed.org/version/", "\"items\""]

  private func record(in bytes: [UInt8], _ collection: DescribedCollection?) -> LocatedRecord? {
    let baseName = location.offset <= 3 || !file.isJSONLines ? file.baseName : nil
    return bytes.withUnsafeBytes { bytes in
      let check = UTF8Check(bytes)
      var scanner = JSONScanner(bytes)
      guard check.faultOffset == nil, (try? scanner.scanText()) != nil else { return nil }
      return scanner.nodes.withUnsafeBufferPointer { nodes in
        let tape = JSONTape(bytes: bytes, nodes: nodes, hasControls: check.hasControls)
        return record(tape, collection, baseName: collection == nil ? baseName : nil)
      }
    }
  }

  private func record(_ tape: JSONTape, _ collection: DescribedCollection?, baseName: String?) -> LocatedRecord? {
    let context = DecodingContext(path: location.path, reports: false)
    context.begin(tape.bytes, at: location.offset, line: location.line)
    context.begin(tape)
    if RecordFileName.isXML(location.path) { context.sourceLocation = location }
    var found: LocatedRecord?
    let reading = RecordDecoder(file: file, context: context)
    func take(_ located: LocatedRecord) {
      if located.record.address.kind == kind { found = located }
    }
    guard let collection else {
      reading.read(tape.root, baseName: baseName, take)
      return found
    }
    if case .popolo(let frame) = collection.frame { (context.isForeignDialect, context.popolo) = (true, frame.tables) }
    reading.readRecord(kind, tape.root, baseName: nil, isInFeed: collection.frame.isFeed, take)
    return found.map { located in
      var located = located
      located.record = collection.frame.complete(located.record)
      return located
    }
  }
}
