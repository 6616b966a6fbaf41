/// Finds names that two organisations share: a mention by name can then mean either.
struct NameCheck {
  /// What there is.
  let known: KnownRecords

  /// A finding for each organisation after the first that bears a name.
  func findings() -> [Finding] {
    let names = known.named[.organisation] ?? [:]
    return names.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.flatMap { form, ids in
      ids.dropFirst().compactMap { finding(form, $0, first: ids[0]) }
    }
  }

  private func finding(_ form: String, _ id: String, first: String) -> Finding? {
    guard let organisation = known.organisations[id], let location = known.places[RecordAddress(.organisation, id)]
    else { return nil }
    let printed = ([organisation.name] + organisation.otherNames.map(\.name))
      .first { NameForms.comparisonForm($0) == form }
    let name = printed ?? form
    return Finding(
      .sharedAlias, in: location, at: .value(within: nil, key: "name", text: name),
      "\(JSONExcerpt.quoted(name)) is also a name of \"\(first)\"")
  }
}
