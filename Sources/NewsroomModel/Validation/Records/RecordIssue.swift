/// Something wrong between records, before its place in the file is known.
package struct RecordIssue: Sendable {
  /// What in the record is meant.
  enum Anchor: Sendable {
    /// The record as a whole.
    case record
    /// The values of a key that are this text, in what the record has under `within`, or anywhere in it; with a participant,
    /// only in objects whose `person_id` and `organization_id` are that.
    case value(within: StaticString?, key: StaticString, text: String, participant: Participant? = nil)
  }

  /// Who takes part, and where that person holds the role.
  struct Participant: Hashable, Sendable {
    var person: String?
    var organisation: String?
  }

  /// What is wrong.
  var code: DiagnosticCode
  /// How bad it is; nil for what the code says.
  var severity: Diagnostic.Severity?
  /// The record in which it is wrong.
  package var record: RecordAddress
  /// Where that stands.
  package var location: RecordLocation
  /// What in the record is meant.
  var anchor: Anchor
  /// One sentence.
  var message: String
  /// What to do next.
  var hint: String?

  init(
    _ code: DiagnosticCode, _ severity: Diagnostic.Severity? = nil, in located: LocatedRecord, at anchor: Anchor,
    _ message: String, hint: String? = nil
  ) {
    self.init(code, severity, in: located.record.address, located.location, at: anchor, message, hint: hint)
  }

  private init(
    _ code: DiagnosticCode, _ severity: Diagnostic.Severity? = nil, in record: RecordAddress,
    _ location: RecordLocation,
    at anchor: Anchor, _ message: String, hint: String?
  ) {
    (self.code, self.severity, self.record, self.location) = (code, severity, record, location)
    (self.anchor, self.message, self.hint) = (anchor, message, hint)
  }
}

extension RecordIssue {
  /// What is said, without its place.
  package var sentence: String { message }

  /// What is said where an id stands a second time.
  /// - Parameter isConverted: whether it was written by a system that writes its items again and again, such as a feed.
  package static func duplicate(
    _ address: RecordAddress, first: RecordLocation, _ second: RecordLocation, isConverted: Bool = false
  ) -> RecordIssue {
    RecordIssue(
      .duplicateID, isConverted ? .note : nil, in: address, second,
      at: .value(within: nil, key: address.kind == .article ? "uri" : "id", text: address.id),
      "the \(address.kind.rawValue) \(JSONExcerpt.quoted(address.id)) first appears in \(first.path):\(first.line)",
      hint: isConverted
        ? "the two differ and carry no date of change; this one is skipped"
        : "this one is skipped; give it an id of its own")
  }

  /// Whether it says of one of some events that it is unknown; those that articles announce are known only in the end.
  func isMention(of events: Set<String>) -> Bool {
    guard case .value(let within, let key, let text, _) = anchor, events.contains(text) else { return false }
    return code == .unknownLiteral && within?.description == "events"
      || code == .danglingReference && key.description == "event_ids"
  }
}

/// Finds the places of findings by reading their file again.
struct IssueLocator {
  /// The directory's real path.
  let root: String

  /// The problems that the findings in one file are. A finding whose value stands in several places is said at each.
  func problems(_ issues: [RecordIssue], in file: DataFile) -> [LocatedIssue] {
    var waiting = Dictionary(grouping: issues, by: \.location.offset)
    var placed: [LocatedIssue] = []
    let context = DecodingContext(path: file.path, reports: false)
    context.visit = { value in
      guard let here = waiting.removeValue(forKey: context.fileOffset(of: value)) else { return }
      placed += RecordLocator(record: value, context: context).problems(here)
    }
    FileReader(file: file, context: context).read(below: root, at: Set(issues.map(\.location))) { _ in }
    for issue in waiting.values.joined() {
      let problem = Diagnostic(
        code: issue.code, severity: issue.severity, path: issue.location.path, message: issue.message,
        hint: issue.hint)
      placed.append(LocatedIssue(record: issue.record, problem: problem))
    }
    return placed
  }
}

/// A finding with its place.
package struct LocatedIssue: Sendable {
  /// The record in which something is wrong.
  package var record: RecordAddress
  /// What, and where.
  package var problem: Diagnostic
}

/// Finds the places of findings in a record while it is being read.
package struct RecordLocator {
  let record: JSONValue
  let context: DecodingContext

  /// The problems that the findings in this record are. One that stands in several places is said once at each, however many
  /// findings it makes.
  package func problems(_ issues: [RecordIssue]) -> [LocatedIssue] {
    let (reports, count) = (context.reports, context.problems.count)
    (context.reports, context.mergesProblems) = (true, false)
    defer { (context.reports, context.mergesProblems) = (reports, true) }
    var placed: [LocatedIssue] = []
    var values: [Key: [String: [Found]]] = [:]
    var said: Set<[String]> = []
    for issue in issues where said.insert([issue.code.rawValue, issue.anchor.text, issue.message]).inserted {
      let places = places(of: issue, &values)
      // A name that is shared is the same name wherever the record has it.
      for value in issue.code == .sharedAlias ? Array(places.prefix(1)) : places {
        context.report(issue.code, issue.severity, at: value, issue.message, hint: issue.hint)
      }
      placed += context.takeProblems(after: count).map { LocatedIssue(record: issue.record, problem: $0) }
    }
    return placed
  }

  /// A key whose values were looked for, and in which part of the record.
  private struct Key: Hashable {
    let within: String
    let key: String
  }

  /// A value, and who takes part in the object that has it.
  private struct Found {
    let value: JSONValue
    let participant: RecordIssue.Participant
  }

  private func places(of issue: RecordIssue, _ known: inout [Key: [String: [Found]]]) -> [JSONValue] {
    guard case .value(let within, let key, let text, let participant) = issue.anchor else { return [record] }
    for spelling in Self.spellings(of: key) {
      let name = Key(within: within?.description ?? "", key: spelling.description)
      let all = known[name] ?? Self.values(of: spelling, in: within.flatMap { record.member($0) } ?? record)
      known[name] = all
      let found = (all[text] ?? []).filter { participant == nil || $0.participant == participant }
      if !found.isEmpty { return found.map(\.value) }
    }
    let apart = issue.record.kind == .person ? context.detachedMemberships[issue.record.id] ?? [] : []
    let found = apart.flatMap { Self.values(of: key, in: $0)[text] ?? [] }
    return found.isEmpty ? [record] : found.map(\.value)
  }

  /// Under which names a key may stand: that of an article is its feed's `id` or `url`, and that of an event which an article
  /// announces is the article's.
  private static func spellings(of key: StaticString) -> [StaticString] {
    switch key.description {
    case "uri": [key, "id", "url"]
    case "id": [key, "uri", "url"]
    default: [key]
    }
  }

  /// The texts that a key has anywhere in a value; where it has an array, those of its elements.
  private static func values(of key: StaticString, in value: JSONValue) -> [String: [Found]] {
    var found: [String: [Found]] = [:]
    for index in value.index..<Int(value.node.next) where value.tape.nodes[index].kind == .object {
      let object = JSONValue(tape: value.tape, index: index)
      guard let target = object.member(key) else { continue }
      let participant = RecordIssue.Participant(
        person: object.member("person_id")?.text, organisation: object.member("organization_id")?.text)
      for value in target.kind == .array ? Array(target.elements) : [target] {
        if let text = value.text { found[text, default: []].append(Found(value: value, participant: participant)) }
      }
    }
    return found
  }
}

extension RecordIssue.Anchor {
  /// The text that is looked for.
  fileprivate var text: String {
    switch self {
    case .record: ""
    case .value(_, _, let text, _): text
    }
  }
}

extension JSONValue {
  /// The characters of a string; nil for other values.
  fileprivate var text: String? { kind == .string ? JSONText.decode(self) : nil }
}
