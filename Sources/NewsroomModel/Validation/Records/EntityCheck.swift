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
  package mutating func issues(in located: LocatedRecord) throws(Known.CLIError) -> [RecordIssue] {
    var issues = try references.issues(in: located)
    issues += try HierarchyCheck(known: known).issues(in: located)
    let roles = RoleCheck(known: known)
    switch located.record {
    case .organisation(let organisation):
      issues += try NameCheck(known: known).issues(in: organisation, located)
    case .delegation(let delegation):
      issues += try DateCheck(known: known).issues(in: delegation, located)
      let when = DateRange(start: delegation.startDate, end: delegation.endDate)
      issues += try roles.issues(delegation.members, when: when, within: "members", located)
    case .event(let event):
      let when = DateRange(start: event.startDate, end: event.endDate)
      issues += try roles.issues(event.attendees, when: when, within: "attendees", located)
    case .article, .person, .programme: break
    }
    return issues
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
  package mutating func issues(
    in article: Article, _ located: LocatedRecord
  ) throws(Known.CLIError) -> [RecordIssue] {
    try mentions.issues(in: article, located) + dates.issues(in: article, located)
  }
}
