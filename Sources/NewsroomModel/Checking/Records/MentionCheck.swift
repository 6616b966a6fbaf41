/// Looks for what an article names: by `literal`, then by address, then by name, in the order of data/README.md.
struct MentionCheck {
  /// What there is.
  let known: KnownRecords
  private var references: ReferenceCheck

  init(known: KnownRecords) {
    self.known = known
    references = ReferenceCheck(known: known)
  }

  /// What a mention leads to.
  enum Resolution: Equatable {
    case found(String)
    case ambiguous([String])
    case unknown
  }

  /// The record that a mention names.
  func resolve(_ mention: Article.Mention, _ kind: RecordKind) -> Resolution {
    if let literal = mention.literal, known.exists(kind, literal) { return .found(literal) }
    if let uri = mention.uri {
      if known.exists(kind, uri) { return .found(uri) }
      if let id = known.identified[kind]?[uri] { return .found(id) }
    }
    guard let name = mention.name, let ids = known.named[kind]?[NameForms.comparisonForm(name)] else { return .unknown }
    return ids.count == 1 ? .found(ids[0]) : .ambiguous(ids.sorted())
  }

  /// What is wrong with the mentions of an article.
  mutating func findings(in article: Article, _ located: LocatedRecord) -> [Finding] {
    var findings: [Finding] = []
    var unknown: [String] = []
    let groups: [(StaticString, RecordKind, [Article.Mention])] = [
      ("people", .person, article.people), ("organisations", .organisation, article.organisations),
      ("events", .event, article.events),
    ]
    for (key, kind, mentions) in groups {
      for mention in mentions {
        if mention.literal == article.uri { continue }
        let resolution = resolve(mention, kind)
        if case .ambiguous(let ids) = resolution { findings.append(ambiguous(mention, ids, kind, key, located)) }
        if let literal = unknownLiteral(mention, kind, located) {
          findings.append(missing(literal, resolution, kind, key, located))
        } else if resolution == .unknown, known.named[kind] != nil, let name = mention.name {
          unknown.append(name)
        }
      }
    }
    if !unknown.isEmpty, !located.isConverted { findings.append(count(unknown, located)) }
    return findings + misspelled("subjects", .programme, article.subjects, located)
      + misspelled("infoSources", .organisation, article.infoSources, located)
  }

  /// Subjects and sources may well have codes that are not ours; only what is nearly an id of ours was meant to be one.
  private mutating func misspelled(
    _ key: StaticString, _ kind: RecordKind, _ mentions: [Article.Mention], _ located: LocatedRecord
  ) -> [Finding] {
    mentions.compactMap { mention in
      guard let literal = unknownLiteral(mention, kind, located),
        let nearest = references.suggestion(RecordAddress(kind, literal))
      else { return nil }
      return missing(literal, .found(nearest), kind, key, located)
    }
  }

  /// The `literal` that leads nowhere and was meant for us: no address says that it is somebody else's code.
  private func unknownLiteral(_ mention: Article.Mention, _ kind: RecordKind, _ located: LocatedRecord) -> String? {
    guard let literal = mention.literal, mention.uri == nil, !located.isConverted else { return nil }
    return known.exists(kind, literal) ? nil : literal
  }

  private mutating func missing(
    _ literal: String, _ resolution: Resolution, _ kind: RecordKind, _ key: StaticString, _ located: LocatedRecord
  ) -> Finding {
    var nearest = references.suggestion(RecordAddress(kind, literal))
    if case .found(let id) = resolution { nearest = id }
    return Finding(
      .unknownLiteral, in: located.location, at: .value(within: key, key: "literal", text: literal),
      "unknown \(kind.rawValue) \(JSONExcerpt.quoted(literal))", hint: nearest.map { "did you mean \"\($0)\"?" })
  }

  private func ambiguous(
    _ mention: Article.Mention, _ ids: [String], _ kind: RecordKind, _ key: StaticString, _ located: LocatedRecord
  ) -> Finding {
    let name = mention.name ?? ""
    let choice = ids.prefix(3).map { "\"\($0)\"" }.joined(separator: ", ")
    return Finding(
      .ambiguousName, in: located.location, at: .value(within: key, key: "name", text: name),
      "\(JSONExcerpt.quoted(name)) is the name of \(ids.count) records: \(choice)",
      hint: "say which with \"literal\"")
  }

  private func count(_ names: [String], _ located: LocatedRecord) -> Finding {
    let shown = names.prefix(3).map(JSONExcerpt.quoted).joined(separator: ", ") + (names.count > 3 ? " …" : "")
    let verb = names.count == 1 ? "name is" : "names are"
    return Finding(
      .unknownLiteral, .note, in: located.location, at: .record, "\(names.count) \(verb) no record's: \(shown)")
  }
}
