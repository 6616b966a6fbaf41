// A ninjs item of type "event" announces an event; newsroom lists it as an event as well as an item.
extension ObjectReader {
  /// The event that an item announces, under the item's `uri`; the article then names it. Nil for items of other types.
  func announcedEvent(of article: inout Article) -> Event? {
    guard article.type == "event" else { return nil }
    var event = Event(id: article.uri, name: article.title)
    event.description = article.summary
    let details = object("eventDetails", .eventDetails)
    let dates = details?.object("dates", .dates)
    event.startDate = dates?.date("startDate") ?? dates?.date("expectedStartDate")
    event.endDate = dates?.date("endDate") ?? dates?.date("expectedEndDate")
    event.location = article.places.first?.name
    event.status = details?.string("eventStatus")?.split(separator: "/").last.map(String.init)
    event.sources = [Source(url: article.uri)]
    article.events.insert(Article.Mention(name: event.name, rel: "about", literal: article.uri), at: 0)
    return event
  }
}
