/// Looks for what an article names: by `literal`, then by address, then by name, in the order of data/README.md.
struct MentionCheck<Known: RecordLookup> {
  /// What there is.
  let known: Known
  private var references: ReferenceCheck<Known>

  init(known: Known) {
    self.known = known
    references = ReferenceCheck(known: known)
  }

  /// What is wrong with the mentions of an article.
  mutating func issues(in article: Article, _ located: LocatedRecord) throws(Known.CLIError) -> [RecordIssue] {
    var issues: [RecordIssue] = []
    var unknown: [String] = []
    try check(article.people, "people", .person, article.uri, located, &issues, &unknown)
    try check(article.organisations, "organisations", .organisation, article.uri, located, &issues, &unknown)
    try check(article.events, "events", .event, article.uri, located, &issues, &unknown)
    if !unknown.isEmpty, !located.isConverted { issues.append(count(unknown, located)) }
    issues += try misspelled("subjects", .programme, article.subjects, located)
    issues += try misspelled("infoSources", .organisation, article.infoSources, located)
    return issues
  }

  /// Checks the mentions that stand under one key; names that nobody bears go into `unknown`.
  private mutating func check(
    _ mentions: [Article.Mention], _ key: StaticString, _ kind: RecordKind, _ article: String, _ located: LocatedRecord,
    _ issues: inout [RecordIssue], _ unknown: inout [String]
  ) throws(Known.CLIError) {
    for mention in mentions where mention.literal != article {
      let resolution = try known.resolution(of: mention, as: kind)
      if case .ambiguous(let ids) = resolution { issues.append(ambiguous(mention, ids, kind, key, located)) }
      if let literal = try unknownLiteral(mention, resolution, kind, located) {
        issues.append(try missing(literal, resolution, kind, key, located))
      } else if resolution == .unknown, let name = mention.name, try known.hasNames(kind) {
        unknown.append(name)
      }
    }
  }

  /// Subjects and sources may well have codes that are not ours; only what is nearly an id of ours was meant to be one.
  private mutating func misspelled(
    _ key: StaticString, _ kind: RecordKind, _ mentions: [Article.Mention], _ located: LocatedRecord
  ) throws(Known.CLIError) -> [RecordIssue] {
    var issues: [RecordIssue] = []
    for mention in mentions {
      guard let literal = try unknownLiteral(mention, nil, kind, located),
        let nearest = try references.suggestion(RecordAddress(kind, literal))
      else { continue }
      issues.append(try missing(literal, .found(nearest), kind, key, located))
    }
    return issues
  }

  /// The `literal` that leads nowhere and was meant for us: no address says that it is somebody else's code.
  private func unknownLiteral(
    _ mention: Article.Mention, _ resolution: MentionResolution?, _ kind: RecordKind, _ located: LocatedRecord
  ) throws(Known.CLIError) -> String? {
    guard let literal = mention.literal, mention.uri == nil, !located.isConverted, resolution != .found(literal) else {
      return nil
    }
    return try known.exists(kind, literal) ? nil : literal
  }

  private mutating func missing(
    _ literal: String, _ resolution: MentionResolution, _ kind: RecordKind, _ key: StaticString,
    _ located: LocatedRecord
  ) throws(Known.CLIError) -> RecordIssue {
    var nearest = try references.suggestion(RecordAddress(kind, literal))
    if case .found(let id) = resolution { nearest = id }
    return RecordIssue(
      .unknownLiteral, in: located, at: .value(within: key, key: "literal", text: literal),
      "unknown \(kind.rawValue) \(JSONExcerpt.quoted(literal))", hint: nearest.map { "did you mean \"\($0)\"?" })
  }

  private func ambiguous(
    _ mention: Article.Mention, _ ids: [String], _ kind: RecordKind, _ key: StaticString, _ located: LocatedRecord
  ) -> RecordIssue {
    let name = mention.name ?? ""
    let choice = ids.prefix(3).map { "\"\($0)\"" }.joined(separator: ", ")
    return RecordIssue(
      .ambiguousName, in: located, at: .value(within: key, key: "name", text: name),
      "\(JSONExcerpt.quoted(name)) is the name of \(ids.count) records: \(choice)",
      hint: "specify one with \"literal\"")
  }

  private func count(_ names: [String], _ located: LocatedRecord) -> RecordIssue {
    let shown = names.prefix(3).map(JSONExcerpt.quoted).joined(separator: ", ") + (names.count > 3 ? " …" : "")
    let verb = names.count == 1 ? "name matches" : "names match"
    return RecordIssue(
      .unknownLiteral, .note, in: located, at: .record, "\(names.count) \(verb) no record: \(shown)")
  }
}
