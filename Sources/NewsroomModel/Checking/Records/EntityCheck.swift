/// Checks a record that is no article against all others.
package struct EntityCheck<Known: RecordLookup> {
  private let known: Known
  private var references: ReferenceCheck<Known>

  /// - Parameter known: what there is.
  package init(known: Known) {
    self.known = known
    references = ReferenceCheck(known: known)
  }

  /// What is wrong between the record and others.
  package mutating func findings(in located: LocatedRecord) throws(Known.Failure) -> [Finding] {
    var findings = try references.findings(in: located)
    findings += try HierarchyCheck(known: known).findings(in: located)
    let roles = RoleCheck(known: known)
    switch located.record {
    case .organisation(let organisation):
      findings += try NameCheck(known: known).findings(in: organisation, located)
    case .delegation(let delegation):
      findings += try DateCheck(known: known).findings(in: delegation, located)
      let when = DateSpan(start: delegation.startDate, end: delegation.endDate)
      findings += try roles.findings(delegation.members, when: when, within: "members", located)
    case .event(let event):
      let when = DateSpan(start: event.startDate, end: event.endDate)
      findings += try roles.findings(event.attendees, when: when, within: "attendees", located)
    case .article, .person, .programme: break
    }
    return findings
  }
}

/// Checks an article against the records it names.
package struct ArticleCheck<Known: RecordLookup> {
  private let dates: DateCheck<Known>
  private var mentions: MentionCheck<Known>

  /// - Parameter known: what there is.
  package init(known: Known) {
    dates = DateCheck(known: known)
    mentions = MentionCheck(known: known)
  }

  /// What is wrong between the article and the records it names.
  package mutating func findings(
    in article: Article, _ located: LocatedRecord
  ) throws(Known.Failure) -> [Finding] {
    try mentions.findings(in: article, located) + dates.findings(in: article, located)
  }
}
