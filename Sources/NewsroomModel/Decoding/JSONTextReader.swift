/// Reads the records of one JSON text: a whole file, or a line of JSON Lines.
struct JSONTextReader {
  /// The file.
  let file: DataFile
  /// Where problems go.
  let context: DecodingContext

  /// Reads a file of one value, whatever it is.
  func readValue(_ bytes: UnsafeRawBufferPointer, _ body: (JSONValue) -> Void) {
    context.begin(bytes)
    let start = passByteOrderMark(bytes)
    guard let check = checkEncoding(bytes) else { return }
    var scanner = JSONScanner(bytes, from: start)
    guard scan(&scanner, { (scanner) throws(JSONSyntaxError) in try scanner.scanText() }) else { return }
    withTape(scanner, check, body)
  }

  /// Reads a file of one text.
  func readWhole(_ bytes: UnsafeRawBufferPointer, _ body: (LocatedRecord) throws -> Void) rethrows {
    context.begin(bytes)
    let start = passByteOrderMark(bytes)
    guard let check = checkEncoding(bytes) else { return }
    var scanner = JSONScanner(bytes, from: start)
    scanner.skipSpace()
    if scanner.position < bytes.count, bytes[scanner.position] == UInt8(ascii: "[") {
      try readArray(&scanner, check, body)
    } else if scan(&scanner, { (scanner) throws(JSONSyntaxError) in try scanner.scanText() }) {
      try withTape(scanner, check) { try readTop($0, body) }
    }
  }

  /// Reads one line, which holds one record. The scanner may have been used for other lines: its memory is used again.
  func readLine(
    _ bytes: UnsafeRawBufferPointer, at offset: Int, line: Int, with scanner: inout JSONScanner,
    _ body: (LocatedRecord) throws -> Void
  ) rethrows {
    context.begin(bytes, at: offset, line: line)
    let start = offset == 0 ? passByteOrderMark(bytes) : 0
    guard let check = checkEncoding(bytes) else { return }
    scanner.begin(bytes, from: start)
    guard scan(&scanner, { (scanner) throws(JSONSyntaxError) in try scanner.scanText() }) else { return }
    try withTape(scanner, check) { value in
      guard value.kind == .object else {
        return context.report(
          .notARecord, at: value, "a line must contain one record (an object), found \(value.summary)")
      }
      try RecordDecoder(file: file, context: context).read(value, baseName: nil, body)
    }
  }

  /// Reads an array of records element by element, so that its tape is never longer than that of one record. The whole is
  /// scanned before: a file with a fault gives no record.
  private func readArray(
    _ scanner: inout JSONScanner, _ check: UTF8Check, _ body: (LocatedRecord) throws -> Void
  ) rethrows {
    let start = scanner.position
    guard scan(&scanner, { (scanner) throws(JSONSyntaxError) in try scanner.scanArrayText() }) else { return }
    scanner.enterArray(at: start)
    var position = 0
    while scanner.nextElement() {
      guard scan(&scanner, { (scanner) throws(JSONSyntaxError) in try scanner.scanValue() }) else { return }
      try withTape(scanner, check, prefix: "/\(position)") { value in
        guard value.kind == .object else {
          return context.report(.notARecord, at: value, "expected a record (an object), found \(value.summary)")
        }
        try RecordDecoder(file: file, context: context).read(value, baseName: nil, body)
      }
      position += 1
    }
  }

  private func readTop(_ value: JSONValue, _ body: (LocatedRecord) throws -> Void) rethrows {
    guard value.kind == .object else {
      return context.report(
        .notARecord, at: value, "a file must contain an object or an array of objects, found \(value.summary)")
    }
    try RecordDecoder(file: file, context: context).read(value, baseName: file.baseName, body)
  }

  private func withTape(
    _ scanner: JSONScanner, _ check: UTF8Check, prefix: String = "", _ body: (JSONValue) throws -> Void
  ) rethrows {
    try scanner.nodes.withUnsafeBufferPointer { nodes in
      let tape = JSONTape(bytes: scanner.bytes, nodes: nodes, hasControls: check.hasControls)
      context.begin(tape, pointerPrefix: prefix)
      DuplicateKeys(context: context).check(tape)
      try body(tape.root)
    }
  }

  private func scan(_ scanner: inout JSONScanner, _ step: (inout JSONScanner) throws(JSONSyntaxError) -> Void) -> Bool {
    do throws(JSONSyntaxError) {
      try step(&scanner)
      return true
    } catch {
      report(error, scanner)
      return false
    }
  }

  private func report(_ fault: JSONSyntaxError, _ scanner: JSONScanner) {
    let found = JSONExcerpt.quote(scanner.bytes, at: fault.offset)
    context.report(
      fault.cause == .tooDeep ? .tooLarge : .notJSON, at: fault.offset, pointer: scanner.openPointer,
      fault.message(found: found), hint: fault.hint(inLines: file.isJSONLines))
  }

  /// The length of a byte order mark at the beginning, which is tolerated and mentioned.
  private func passByteOrderMark(_ bytes: UnsafeRawBufferPointer) -> Int {
    guard bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { return 0 }
    context.report(
      .byteOrderMark, at: 0, "the file begins with a byte order mark", hint: "save it as UTF-8 without one")
    return 3
  }

  private func checkEncoding(_ bytes: UnsafeRawBufferPointer) -> UTF8Check? {
    let check = UTF8Check(bytes)
    guard let offset = check.faultOffset else { return check }
    let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    context.report(
      .notUTF8, at: offset, "byte \(context.textOffset + offset) is not UTF-8",
      hint: isWide ? "the file is UTF-16; save it as UTF-8" : "save the file as UTF-8")
    return nil
  }
}
