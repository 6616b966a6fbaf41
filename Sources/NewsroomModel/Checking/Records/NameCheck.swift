/// Finds names that two organisations share: a mention by name can then mean either.
struct NameCheck<Known: RecordLookup> {
  /// What there is.
  let known: Known

  /// A finding for each name that an organisation read before bears as well.
  func findings(in organisation: Organisation, _ located: LocatedRecord) throws(Known.Failure) -> [Finding] {
    var findings: [Finding] = []
    var seen: Set<String> = []
    for name in [organisation.name] + organisation.otherNames.map(\.name)
    where seen.insert(NameForms.comparisonForm(name)).inserted {
      guard let first = try known.ids(.organisation, named: name).first, first != organisation.id else { continue }
      findings.append(
        Finding(
          .sharedAlias, in: located, at: .value(within: nil, key: "name", text: name),
          "\(JSONExcerpt.quoted(name)) is also a name of \"\(first)\""))
    }
    return findings
  }
}
