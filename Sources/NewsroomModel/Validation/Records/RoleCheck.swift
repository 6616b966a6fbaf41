/// Compares the roles that people are shown in with the posts on their records.
struct RoleCheck<Known: RecordLookup> {
  /// What there is.
  let known: Known

  /// The people of an event or delegation. `when` is when it took place.
  func issues(
    _ people: [Participation], when: DateRange?, within key: StaticString, _ located: LocatedRecord
  ) throws(Known.CLIError) -> [RecordIssue] {
    var issues: [RecordIssue] = []
    for participation in people {
      let posts = try known.posts(ofPerson: participation.personID)
      if let issue = issue(participation, posts, when, key, located) { issues.append(issue) }
    }
    return issues
  }

  private func issue(
    _ participation: Participation, _ posts: [Membership], _ when: DateRange?, _ key: StaticString,
    _ located: LocatedRecord
  ) -> RecordIssue? {
    let person = participation.personID
    guard let role = participation.role, let organisation = participation.organizationID, !posts.isEmpty else {
      return nil
    }
    let same = posts.filter { $0.organizationID == organisation && sameRole($0.role, role) }
    let anchor = RecordIssue.Anchor.value(
      within: key, key: "role", text: role,
      participant: RecordIssue.Participant(person: person, organisation: organisation))
    if same.isEmpty {
      return RecordIssue(
        .roleUnknown, .note, in: located, at: anchor,
        "\(JSONExcerpt.quoted(role)) at \"\(organisation)\" is not among the memberships of \"\(person)\"")
    }
    guard let when, same.allSatisfy({ excludes($0, when) }) else { return nil }
    return RecordIssue(
      .membershipDate, in: located, at: anchor,
      "\"\(person)\" was \(JSONExcerpt.quoted(role)) at another time than \(when)")
  }

  /// Whether two roles are one; "Former Director" is one with "Director", for the post is the same.
  private func sameRole(_ left: String?, _ right: String) -> Bool {
    left.map(withoutFormer) == withoutFormer(right)
  }

  private func withoutFormer(_ role: String) -> Substring {
    let form = NameForms.searchForm(role)[...]
    for word in ["former ", "ex-"] where form.hasPrefix(word) { return form.dropFirst(word.count) }
    return form
  }

  /// Whether a post ended before or began after; the days on which a source shows it speak for it.
  private func excludes(_ post: Membership, _ when: DateRange) -> Bool {
    guard let start = when.start ?? when.end, let end = when.end ?? when.start else { return false }
    if post.attested.contains(where: { $0.firstDay <= end.lastDay && $0.lastDay >= start.firstDay }) { return false }
    if let postEnd = post.endDate, postEnd.lastDay < start.firstDay { return true }
    if let postStart = post.startDate, postStart.firstDay > end.lastDay { return true }
    return false
  }
}
