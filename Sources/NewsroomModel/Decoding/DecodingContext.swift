/// What is known while one file is read: where one stands in it, and what was found wrong so far.
///
/// A class, because everything that reads a part of a record adds to the same list; it never leaves the call that made it.
final class DecodingContext {
  /// Path below the data directory.
  let path: String
  /// What was found wrong, in the order of finding.
  private(set) var problems: [Diagnostic] = []
  /// The text being read: the file, or a line of it.
  private(set) var tape: JSONTape
  /// Offset in the file of the text's first byte.
  private(set) var textOffset = 0
  private var places: LineColumnIndex
  private var pointers: JSONPointer
  /// What stands before every pointer: `/12` for the thirteenth element of an array.
  var pointerPrefix = ""
  /// False while a record is read again that was checked before: nothing is reported then.
  var reports: Bool
  /// Called with the object of each record that is read: how a place is found again for a problem seen later.
  var visit: ((JSONValue) -> Void)?
  /// Called with what each feed or collection says of its records.
  var visitCollection: ((DescribedCollection) -> Void)?
  /// The memberships that stand apart from their persons in the collection being read, by person.
  var detachedMemberships: [String: [JSONValue]] = [:]
  /// True while the present record is converted from another dialect.
  var isConverted: Bool { usesLegacyKeys || isForeignDialect }
  /// True while keys of older dialects are read as today's.
  var usesLegacyKeys = false
  /// True while a foreign dialect is read, whose further keys are not ours to judge.
  var isForeignDialect = false
  /// True while a record is read that another system wrote, whose further keys are not ours to judge.
  var isForeignRecord = false
  /// True while an article is read.
  var isArticle = false
  /// How many texts of the present record are under keys that are not known.
  var unreadTexts = 0
  /// True once something of the present record could not be used.
  var isPartial = false
  /// How many control characters were removed from the present record.
  var removedControls = 0
  /// How many items were converted from each dialect.
  private var converted: [String: Int] = [:]
  /// How many records are in no folder of records and in no form that tells what they are.
  var homelessRecords = 0
  /// What else is known of the records of the collection being read.
  var popolo: PopoloTables?
  /// Where each problem was reported first and how often, by code and message: one cause in a file is one line.
  private var repeated: [String: (index: Int, count: Int)] = [:]
  /// False while each occurrence of a problem is wanted.
  var mergesProblems = true

  /// Where the present record is, while a text is read that stands for another one in the file.
  var sourceLocation: RecordLocation?
  /// How many items of an export are no articles.
  var unreadItems = 0

  /// A context for the file at `path`.
  init(path: String, reports: Bool = true) {
    (self.path, self.reports) = (path, reports)
    tape = JSONTape(bytes: .nothing, nodes: UnsafeBufferPointer(start: nil, count: 0), hasControls: false)
    places = LineColumnIndex(.nothing)
    pointers = JSONPointer(in: tape)
  }

  /// Turns to another text of the file, which begins at `offset` on `line`.
  func begin(_ bytes: UnsafeRawBufferPointer, at offset: Int = 0, line: Int = 1) {
    textOffset = offset
    places = LineColumnIndex(bytes, firstLine: line)
    pointerPrefix = ""
  }

  /// Turns to another tape of the present text.
  func begin(_ tape: JSONTape, pointerPrefix: String = "") {
    (self.tape, self.pointerPrefix, pointers) = (tape, pointerPrefix, JSONPointer(in: tape))
  }

  /// Offset in the file of a value.
  func fileOffset(of value: JSONValue) -> Int { sourceLocation?.offset ?? textOffset + value.offset }

  /// Tells what a feed or collection says of its records.
  func visit(_ collection: JSONValue, _ frame: CollectionMetadata) {
    visitCollection?(
      DescribedCollection(range: fileOffset(of: collection)..<textOffset + collection.endOffset, frame: frame))
  }

  /// The objects among the elements of an array of records; what else is there is said to be none.
  func records(in array: JSONValue) -> [JSONValue] {
    array.elements.filter { element in
      if element.kind != .object {
        report(.notARecord, at: element, "expected a record (an object), found \(element.summary)")
      }
      return element.kind == .object
    }
  }

  /// Where a value stands.
  func location(of value: JSONValue) -> RecordLocation {
    if let sourceLocation { return sourceLocation }
    return RecordLocation(
      path: path, offset: textOffset + value.offset, length: value.endOffset - value.offset,
      line: places.line(of: value.offset))
  }

  /// Line and column of a byte of the present text.
  func place(of offset: Int) -> (line: Int, column: Int) { places.place(of: offset) }

  /// Counts an item converted from another dialect.
  func countConversion(_ dialect: String) { converted[dialect, default: 0] += 1 }

  /// Takes the problems after the first `count` away from the file's.
  func takeProblems(after count: Int) -> [Diagnostic] {
    defer { problems.removeLast(problems.count - count) }
    return Array(problems[count...])
  }

  /// Says once for the file which dialects were read.
  func reportConversions() {
    if homelessRecords > 0 {
      let records = homelessRecords == 1 ? "1 record is" : "\(homelessRecords) records are"
      report(
        .notARecord, .note, at: nil,
        "this file is neither in a folder of records nor a Popolo collection; \(records) not read",
        hint: "move it to the folder of its kind, such as articles")
    }
    if unreadItems > 0 {
      report(
        .unread, at: nil,
        "\(unreadItems) \(unreadItems == 1 ? "item" : "items") of the export, such as pictures and menus, are not read")
    }
    for dialect in Dialects.names {
      guard let count = converted[dialect] else { continue }
      let isGuessed = dialect == MappedDialect.general.name
      report(
        .dialect, at: nil, "read \(count) \(count == 1 ? "record" : "records") written as \(dialect)",
        hint: isGuessed ? "check that titles, texts and dates are right" : nil)
    }
    for (index, count) in repeated.values where count > 1 { problems[index].message += " (\(count) times)" }
    repeated = [:]
  }

  /// Writes down that something is wrong with `value`.
  func report(
    _ code: DiagnosticCode, _ severity: Diagnostic.Severity? = nil, at value: JSONValue, _ message: String,
    hint: String? = nil
  ) {
    guard reports else { return }
    let pointer = pointers.pointer(to: value.index, prefix: pointerPrefix)
    report(code, severity, at: value.offset, pointer: pointer, message, hint: hint)
  }

  /// Writes down that something is wrong at a byte of the present text, or with the whole file.
  func report(
    _ code: DiagnosticCode, _ severity: Diagnostic.Severity? = nil, at offset: Int?, pointer: String? = nil,
    _ message: String, hint: String? = nil
  ) {
    guard reports else { return }
    if mergesProblems, offset != nil {
      let cause = "\(code.rawValue) \(severity?.rawValue ?? "") \(message)"
      if let known = repeated[cause] {
        repeated[cause] = (known.index, known.count + 1)
        return
      }
      repeated[cause] = (problems.count, 1)
    }
    if let sourceLocation, offset != nil {
      problems.append(
        Diagnostic(
          code: code, severity: severity, path: path, line: sourceLocation.line, column: 1,
          offset: sourceLocation.offset,
          message: message, hint: hint))
      return
    }
    let place = offset.map { places.place(of: $0) }
    problems.append(
      Diagnostic(
        code: code, severity: severity, path: path, line: place?.line, column: place?.column,
        offset: offset.map { textOffset + $0 }, pointer: pointer, message: message, hint: hint))
  }
}
