/// Finds names that two organisations share: a mention by name can then mean either.
struct NameCheck<Known: RecordLookup> {
  /// What there is.
  let known: Known

  /// A finding for each organisation read before that bears one of the names as well.
  func issues(in organisation: Organisation, _ located: LocatedRecord) throws(Known.CLIError) -> [RecordIssue] {
    var issues: [RecordIssue] = []
    var seen: Set<String> = []
    var others: Set<String> = []
    for name in [organisation.name] + organisation.otherNames.map(\.name)
    where seen.insert(NameForms.comparisonForm(name)).inserted {
      guard let first = try known.ids(.organisation, named: name).first, first != organisation.id,
        others.insert(first).inserted
      else { continue }
      issues.append(
        RecordIssue(
          .sharedAlias, in: located, at: .value(within: nil, key: "name", text: name),
          "\(JSONExcerpt.quoted(name)) is also a name of \"\(first)\""))
    }
    return issues
  }
}
