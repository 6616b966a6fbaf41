/// Reads the records of one file, whatever container they are in: an object, an array, a line each, a collection, a feed.
struct FileReader {
  /// Files of one text are read whole, up to this size; more belongs in JSON Lines, which are read line by line.
  static let sizeLimit = 1 << 30
  /// A line of JSON Lines longer than this is refused.
  static let lineLimit = 64 << 20

  /// The file.
  let file: DataFile
  /// Where problems go.
  let context: DecodingContext

  /// Gives each record of the file below `root` to `body`, as soon as it is read.
  func read(below root: String, _ body: (LocatedRecord) throws -> Void) rethrows {
    guard let opened = open(root + "/" + file.path) else { return }
    if RecordFileName.isXML(file.path) {
      if let bytes = contents(of: opened) {
        try bytes.withUnsafeBytes { try XMLFeedReader(file: file, context: context).read($0, body) }
      }
    } else if file.isJSONLines {
      try readLines(LineReader(opened, lineLimit: Self.lineLimit), body)
    } else if let bytes = contents(of: opened) {
      try bytes.withUnsafeBytes { try JSONTextReader(file: file, context: context).readWhole($0, body) }
    }
    context.reportConversions()
  }

  /// Reads the records that stand at some places; of JSON Lines nothing else is looked at.
  func read(
    below root: String, at places: Set<RecordLocation>, _ body: (LocatedRecord) throws -> Void
  ) rethrows {
    guard file.isJSONLines else { return try read(below: root, body) }
    guard let opened = open(root + "/" + file.path) else { return }
    let text = JSONTextReader(file: file, context: context)
    var scanner = JSONScanner(.nothing)
    for place in places.sorted(by: { $0.offset < $1.offset }) {
      guard let line = try? opened.bytes(at: place.offset, length: min(place.length, Self.lineLimit)) else { continue }
      try line.withUnsafeBytes { try text.readLine($0, at: place.offset, line: place.line, with: &scanner, body) }
    }
  }

  private func readLines(_ reader: consuming LineReader, _ body: (LocatedRecord) throws -> Void) rethrows {
    let text = JSONTextReader(file: file, context: context)
    var scanner = JSONScanner(.nothing)
    while reader.advance() {
      if reader.lineIsTooLong {
        context.begin(.nothing, at: reader.lineOffset, line: reader.lineNumber)
        context.report(.tooLarge, at: 0, "this line is longer than \(Self.lineLimit >> 20) MB")
      } else {
        try reader.withLine {
          try text.readLine($0, at: reader.lineOffset, line: reader.lineNumber, with: &scanner, body)
        }
      }
    }
    if let fault = reader.fault { report(fault) }
  }

  private func open(_ path: String) -> OpenFile? {
    do throws(ReadError) {
      return try OpenFile(path)
    } catch {
      report(error)
      return nil
    }
  }

  private func contents(of opened: borrowing OpenFile) -> [UInt8]? {
    guard opened.size <= Self.sizeLimit else {
      context.report(
        .tooLarge, at: nil, "the file is larger than \(Self.sizeLimit >> 20) MB",
        hint: "write it as JSON Lines, one record a line, with the suffix .jsonl")
      return nil
    }
    do throws(ReadError) {
      return try opened.bytes(at: 0, length: opened.size)
    } catch {
      report(error)
      return nil
    }
  }

  private func report(_ fault: ReadError) {
    context.report(.unreadable, at: nil, fault.message, hint: fault.hint)
  }
}

extension DataFile {
  /// Whether the file holds one record a line.
  var isJSONLines: Bool { RecordFileName.isJSONLines(path) }

  /// The file's name without its suffix: the id of a record that has none.
  var baseName: String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.prefix(upTo: name.lastIndex(of: ".") ?? name.endIndex))
  }
}
