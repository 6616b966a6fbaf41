/// Something wrong between records, before its place in the file is known.
package struct Finding: Sendable {
  /// What in the record is meant.
  enum Anchor: Sendable {
    /// The record as a whole.
    case record
    /// The values of a key that are this text, in what the record has under `within`, or anywhere in it; with `person`, only
    /// in objects whose `person_id` is that.
    case value(within: StaticString?, key: StaticString, text: String, person: String? = nil)
  }

  /// What is wrong.
  var code: ProblemCode
  /// How bad it is; nil for what the code says.
  var severity: DataProblem.Severity?
  /// The record in which it is wrong.
  package var record: RecordAddress
  /// Where that stands.
  package var location: RecordLocation
  /// What in the record is meant.
  var anchor: Anchor
  /// One sentence.
  var sentence: String
  /// What to do next.
  var hint: String?

  init(
    _ code: ProblemCode, _ severity: DataProblem.Severity? = nil, in located: LocatedRecord, at anchor: Anchor,
    _ sentence: String, hint: String? = nil
  ) {
    self.init(code, severity, in: located.record.address, located.location, at: anchor, sentence, hint: hint)
  }

  private init(
    _ code: ProblemCode, _ severity: DataProblem.Severity? = nil, in record: RecordAddress, _ location: RecordLocation,
    at anchor: Anchor, _ sentence: String, hint: String?
  ) {
    (self.code, self.severity, self.record, self.location) = (code, severity, record, location)
    (self.anchor, self.sentence, self.hint) = (anchor, sentence, hint)
  }
}

extension Finding {
  /// What is said where an id stands a second time.
  package static func duplicate(_ address: RecordAddress, first: RecordLocation, _ second: RecordLocation) -> Finding {
    Finding(
      .duplicateID, in: address, second,
      at: .value(within: nil, key: address.kind == .article ? "uri" : "id", text: address.id),
      "the \(address.kind.rawValue) \(JSONExcerpt.quoted(address.id)) stands first in \(first.path):\(first.line)",
      hint: "this one is left out; give it a key of its own")
  }

  /// Whether it says of one of some events that it is unknown; those that articles announce are known only in the end.
  func isMention(of events: Set<String>) -> Bool {
    guard case .value(let within, let key, let text, _) = anchor, events.contains(text) else { return false }
    return code == .unknownLiteral && within?.description == "events"
      || code == .danglingReference && key.description == "event_ids"
  }
}

/// Finds the places of findings by reading their file again.
struct FindingPlaces {
  /// The directory's real path.
  let root: String

  /// The problems that the findings in one file are. A finding whose value stands in several places is said at each.
  func problems(_ findings: [Finding], in file: DataFile) -> [PlacedFinding] {
    var waiting = Dictionary(grouping: findings, by: \.location.offset)
    var placed: [PlacedFinding] = []
    let context = ReadingContext(path: file.path, reports: false)
    context.visit = { value in
      guard let here = waiting.removeValue(forKey: context.fileOffset(of: value)) else { return }
      placed += RecordPlaces(record: value, context: context).problems(here)
    }
    FileReading(file: file, context: context).read(below: root, at: Set(findings.map(\.location))) { _ in }
    for finding in waiting.values.joined() {
      let problem = DataProblem(
        code: finding.code, severity: finding.severity, path: finding.location.path, sentence: finding.sentence,
        hint: finding.hint)
      placed.append(PlacedFinding(record: finding.record, problem: problem))
    }
    return placed
  }
}

/// A finding with its place.
package struct PlacedFinding: Sendable {
  /// The record in which something is wrong.
  package var record: RecordAddress
  /// What, and where.
  package var problem: DataProblem
}

/// Finds the places of findings in a record while it is being read.
package struct RecordPlaces {
  let record: JSONValue
  let context: ReadingContext

  /// The problems that the findings in this record are.
  package func problems(_ findings: [Finding]) -> [PlacedFinding] {
    let (reports, count) = (context.reports, context.problems.count)
    context.reports = true
    defer { context.reports = reports }
    var placed: [PlacedFinding] = []
    for finding in findings {
      report(finding)
      placed += context.takeProblems(after: count).map { PlacedFinding(record: finding.record, problem: $0) }
    }
    return placed
  }

  private func report(_ finding: Finding) {
    var values: [JSONValue] = []
    if case .value(let within, let key, let text, let person) = finding.anchor {
      values = Self.values(of: key, equal: text, person: person, in: within.flatMap { record.member($0) } ?? record)
    }
    for value in values.isEmpty ? [record] : values {
      context.report(finding.code, finding.severity, at: value, finding.sentence, hint: finding.hint)
    }
  }

  /// The values of a key, anywhere in a value, that are a text, or the elements that are it where the value is an array.
  private static func values(
    of key: StaticString, equal text: String, person: String?, in value: JSONValue
  ) -> [JSONValue] {
    var found: [JSONValue] = []
    for index in value.index..<Int(value.node.next) where value.tape.nodes[index].kind == .object {
      let object = JSONValue(tape: value.tape, index: index)
      guard let target = object.member(key), person == nil || object.member("person_id")?.text == person else {
        continue
      }
      let candidates = target.kind == .array ? Array(target.elements) : [target]
      found += candidates.filter { $0.text == text }
    }
    return found
  }
}

extension JSONValue {
  /// The characters of a string; nil for other values.
  fileprivate var text: String? { kind == .string ? JSONText.decode(self) : nil }
}
