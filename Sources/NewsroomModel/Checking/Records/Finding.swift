/// Something wrong between records, before its place in the file is known.
struct Finding {
  /// What in the record is meant.
  enum Anchor {
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
  /// The file.
  var path: String
  /// Where the record begins in it.
  var offset: Int
  /// What in the record is meant.
  var anchor: Anchor
  /// One sentence.
  var sentence: String
  /// What to do next.
  var hint: String?

  init(
    _ code: ProblemCode, _ severity: DataProblem.Severity? = nil, in location: RecordLocation, at anchor: Anchor,
    _ sentence: String, hint: String? = nil
  ) {
    (self.code, self.severity, path, offset) = (code, severity, location.path, location.offset)
    (self.anchor, self.sentence, self.hint) = (anchor, sentence, hint)
  }
}

extension Finding {
  /// Whether it says of one of some events that it is unknown; those that articles announce are known only in the end.
  func isMention(of events: Set<String>) -> Bool {
    guard code == .unknownLiteral, case .value(let within?, _, let text, _) = anchor else { return false }
    return within.description == "events" && events.contains(text)
  }
}

/// Finds the places of findings by reading their file again.
struct FindingPlaces {
  /// The directory's real path.
  let root: String

  /// The problems that the findings in one file are. A finding whose value stands in several places is said at each.
  func problems(_ findings: [Finding], in file: DataFile) -> [DataProblem] {
    var waiting = Dictionary(grouping: findings, by: \.offset)
    let context = ReadingContext(path: file.path, reports: false)
    context.visit = { value in
      guard let here = waiting.removeValue(forKey: context.fileOffset(of: value)) else { return }
      context.reports = true
      for finding in here { report(finding, value, context) }
      context.reports = false
    }
    FileReading(file: file, context: context).read(below: root) { _ in }
    let lost = waiting.values.joined().map {
      DataProblem(code: $0.code, severity: $0.severity, path: $0.path, sentence: $0.sentence, hint: $0.hint)
    }
    return context.problems + lost
  }

  private func report(_ finding: Finding, _ record: JSONValue, _ context: ReadingContext) {
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
