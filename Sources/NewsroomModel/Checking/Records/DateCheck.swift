/// Compares the dates and posts that records give of one another.
struct DateCheck {
  /// What there is.
  let known: KnownRecords
  /// An event this many days before its report is worth a look.
  static let longBefore = 400

  /// An article against the events it is about.
  func findings(in article: Article, _ located: LocatedRecord) -> [Finding] {
    guard let published = article.published else { return [] }
    return article.events.compactMap { mention in
      guard mention.rel == nil || mention.rel == "about", let id = mention.literal, let event = known.events[id],
        id != article.uri, let start = event.startDate
      else { return nil }
      let anchor = Finding.Anchor.value(within: "events", key: "literal", text: id)
      if start.firstDay > published.lastDay {
        return Finding(
          .oddEventDate, in: located.location, at: anchor,
          "the event begins on \(start.dateOnly), after its report of \(published.dateOnly)")
      }
      let days = published.firstDay - (event.endDate ?? start).lastDay
      guard days > Self.longBefore else { return nil }
      return Finding(
        .oddEventDate, .note, in: located.location, at: anchor,
        "the event ended \(days) days before its report of \(published.dateOnly)")
    }
  }

  /// A delegation against its events.
  func findings(in delegation: Delegation, _ located: LocatedRecord) -> [Finding] {
    delegation.eventIDs.flatMap { id -> [Finding] in
      guard let event = known.events[id] else { return [] }
      return [outside(delegation, event, located)].compactMap { $0 } + bothSides(delegation, event, located)
    }
  }

  private func outside(_ delegation: Delegation, _ event: Event, _ located: LocatedRecord) -> Finding? {
    guard let start = delegation.startDate, let eventStart = event.startDate else { return nil }
    let end = delegation.endDate ?? start
    let eventEnd = event.endDate ?? eventStart
    guard eventEnd.lastDay < start.firstDay || eventStart.firstDay > end.lastDay else { return nil }
    let eventDates = DateSpan(start: eventStart, end: eventEnd)?.description ?? ""
    return Finding(
      .delegationDates, in: located.location, at: .value(within: nil, key: "event_ids", text: event.id),
      "the event took place on \(eventDates), the delegation travelled on \(span(start, end))")
  }

  private func bothSides(_ delegation: Delegation, _ event: Event, _ located: LocatedRecord) -> [Finding] {
    let counterparts = Set(event.attendees.filter { $0.part == "counterpart" }.map(\.personID))
    return delegation.members.filter { counterparts.contains($0.personID) }.map {
      Finding(
        .bothSides, in: located.location, at: .value(within: "members", key: "person_id", text: $0.personID),
        "\(JSONExcerpt.quoted($0.personID)) is a member of the delegation and a counterpart in \"\(event.id)\"")
    }
  }

  private func span(_ start: PartialDate, _ end: PartialDate) -> String {
    DateSpan(start: start, end: end)?.description ?? ""
  }
}
