/// Compares the dates and posts that records give of one another.
struct DateCheck<Known: RecordLookup> {
  /// What there is.
  let known: Known
  /// An event this many days before its report is worth a look.
  static var longBefore: Int { 400 }

  /// An article against the events it is about.
  func issues(in article: Article, _ located: LocatedRecord) throws(Known.CLIError) -> [RecordIssue] {
    guard let published = article.published else { return [] }
    var issues: [RecordIssue] = []
    for mention in article.events where mention.rel == nil || mention.rel == "about" {
      guard case .found(let id) = try known.resolution(of: mention, as: .event), id != article.uri,
        let event = try known.dates(ofEvent: id), let end = event.end ?? event.start,
        let (severity, message) = distance(published, event.start, end)
      else { continue }
      issues.append(RecordIssue(.oddEventDate, severity, in: located, at: Self.anchor(mention), message))
    }
    return issues
  }

  /// What is odd between a report's date and that of its event. An event of which only the end is known may have begun before it
  /// was reported.
  private func distance(
    _ published: PartialDate, _ start: PartialDate?, _ end: PartialDate
  ) -> (severity: Diagnostic.Severity?, message: String)? {
    if let start, start.firstDay > published.lastDay {
      return (nil, "the event begins on \(start.dateOnly), after its report was published on \(published.dateOnly)")
    }
    let days = published.firstDay - end.lastDay
    return days > Self.longBefore
      ? (.note, "the event ended \(days) days before its report was published on \(published.dateOnly)") : nil
  }

  /// What of a mention says which event is meant.
  private static func anchor(_ mention: Article.Mention) -> RecordIssue.Anchor {
    if let literal = mention.literal { return .value(within: "events", key: "literal", text: literal) }
    if let uri = mention.uri { return .value(within: "events", key: "uri", text: uri) }
    return .value(within: "events", key: "name", text: mention.name ?? "")
  }

  /// A delegation against its events.
  func issues(in delegation: Delegation, _ located: LocatedRecord) throws(Known.CLIError) -> [RecordIssue] {
    var issues: [RecordIssue] = []
    for id in delegation.eventIDs {
      guard let event = try known.dates(ofEvent: id) else { continue }
      if let issue = outside(delegation, id, event, located) { issues.append(issue) }
      let counterparts = delegation.members.isEmpty ? [] : try known.counterparts(ofEvent: id)
      issues += bothSides(delegation, id, counterparts, located)
    }
    return issues
  }

  /// A delegation may attend a part of a long meeting, so only one that travelled at another time is worth a word.
  private func outside(
    _ delegation: Delegation, _ event: String, _ dates: (start: PartialDate?, end: PartialDate?),
    _ located: LocatedRecord
  ) -> RecordIssue? {
    guard let start = delegation.startDate, let eventStart = dates.start else { return nil }
    let end = delegation.endDate ?? start
    let eventEnd = dates.end ?? eventStart
    guard eventEnd.lastDay < start.firstDay || eventStart.firstDay > end.lastDay else { return nil }
    let eventDates = DateRange(start: eventStart, end: eventEnd)?.description ?? ""
    return RecordIssue(
      .delegationDates, in: located, at: .value(within: nil, key: "event_ids", text: event),
      "the event took place on \(eventDates), the delegation travelled on \(span(start, end))")
  }

  private func bothSides(
    _ delegation: Delegation, _ event: String, _ counterparts: Set<String>, _ located: LocatedRecord
  ) -> [RecordIssue] {
    delegation.members.filter { counterparts.contains($0.personID) }.map {
      RecordIssue(
        .bothSides, in: located, at: .value(within: "members", key: "person_id", text: $0.personID),
        "\(JSONExcerpt.quoted($0.personID)) is a member of the delegation and a counterpart in \"\(event)\"")
    }
  }

  private func span(_ start: PartialDate, _ end: PartialDate) -> String {
    DateRange(start: start, end: end)?.description ?? ""
  }
}
