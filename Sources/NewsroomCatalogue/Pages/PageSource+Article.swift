import Collation
import GRDB
import NewsroomModel

extension PageSource {
  /// What an article is linked with.
  private struct Links {
    var people: [(mention: Article.Mention, id: String?)] = []
    var organisations: [(mention: Article.Mention, id: String?)] = []
    var events: [(mention: Article.Mention, id: String?)] = []
    var programmes: [String] = []
    var delegations: [String] = []
    var publisher: String?

    /// Everything whose name may stand in the text.
    var records: [RecordAddress] {
      people.compactMap(\.id).map { RecordAddress(.person, $0) }
        + organisations.compactMap(\.id).map { RecordAddress(.organisation, $0) }
        + events.compactMap(\.id).map { RecordAddress(.event, $0) }
        + (programmes.map { RecordAddress(.programme, $0) })
        + [publisher].compactMap { $0 }.map { RecordAddress(.organisation, $0) }
    }

    /// The records in which people's roles at that time are looked up.
    var occasions: [RecordAddress] {
      delegations.map { RecordAddress(.delegation, $0) } + events.compactMap(\.id).map { RecordAddress(.event, $0) }
    }
  }

  func page(of article: Article) throws -> RecordPage {
    var page = RecordPage(address: RecordAddress(.article, article.uri), title: article.title)
    let links = try links(of: article)
    page.facts = try facts(of: article, links)
    page.text = try text(of: article, linkedWith: links.records)
    page.language = article.language
    page.source = Self.webSource([Source(url: article.uri)] + article.altIDs.map { Source(url: $0) })
    page.sections = try sections(of: article, links)
    return page
  }

  private func links(of article: Article) throws -> Links {
    let linker = EntityResolver(relationStore, FilterValueWriter())
    func resolve(_ mentions: [Article.Mention], _ kind: RecordKind) throws -> [(Article.Mention, String?)] {
      try mentions.map { mention in
        guard case .found(let address) = try linker.resolve(mention, as: kind) else { return (mention, nil) }
        return (mention, address.id)
      }
    }
    var links = Links()
    links.people = try resolve(article.people, .person)
    links.organisations = try resolve(article.organisations, .organisation)
    links.events = try resolve(article.events, .event)
    let events = links.events.compactMap(\.id)
    links.delegations = try
      (relationStore.delegations(withSource: article.uri)
      + events.flatMap { try relationStore.delegations(ofEvent: $0) })
      .uniqued()
    let named = try resolve(article.subjects, .programme).compactMap(\.1)
    links.programmes = try (named + events.flatMap { try programmes(ofEvent: $0) }).uniqued()
    links.publisher = try article.publisher.flatMap { try resolve([$0], .organisation).first?.1 }
    return links
  }

  private func programmes(ofEvent id: String) throws -> [String] {
    try relationStore.strings("SELECT programme FROM event_programme WHERE event = ? ORDER BY position", [id])
  }

  private func facts(of article: Article, _ links: Links) throws -> [RecordPage.PageField] {
    var facts: [RecordPage.PageField] = []
    if let date = article.published { facts.append(RecordPage.PageField("Published", dates.string(date))) }
    for id in links.events.compactMap(\.id) {
      guard let date = try relationStore.date(of: RecordAddress(.event, id)) else { continue }
      let kind = try relationStore.strings(
        "SELECT classification FROM event WHERE id = ? AND classification <> ''", [id]
      ).first
      let text = [kind, dates.string(date)].compactMap { $0 }.joined(separator: ", ")
      // Two visits of one day are told apart among the events below.
      if facts.contains(where: { $0.label == "Event" && $0.value == text }) { continue }
      facts.append(RecordPage.PageField("Event", text, target: .record(RecordAddress(.event, id))))
    }
    if let publisher = article.publisher {
      let target = links.publisher.map { LinkTarget.record(RecordAddress(.organisation, $0)) }
      let name =
        try links.publisher.map(relationStore.shortName) ?? publisher.name ?? publisher.literal ?? publisher.uri
      if let name { facts.append(RecordPage.PageField("Publisher", name, target: target)) }
    }
    if let by = article.by { facts.append(RecordPage.PageField("By", by)) }
    if let language = article.language {
      facts.append(RecordPage.PageField("Language", CodeDisplayNames.named(language, CodeDisplayNames.language)))
    }
    let places = article.places.compactMap(\.name).uniqued()
    if !places.isEmpty { facts.append(RecordPage.PageField("Place", places.joined(separator: " · "))) }
    for attachment in article.attachments {
      let name = attachment.note.map { "\($0): \(attachment.url)" } ?? attachment.url
      facts.append(RecordPage.PageField("Attachment", name, target: .url(attachment.url)))
    }
    if let mark = ArticleIndexer.mark(article) { facts.append(RecordPage.PageField("Status", mark)) }
    return facts.uniqued()
  }

  private func sections(of article: Article, _ links: Links) throws -> [PageSection] {
    let dates = try links.events.compactMap(\.id).compactMap {
      try relationStore.date(of: RecordAddress(.event, $0))?.sortDate
    }
    let date = dates.first ?? article.published
    let people = try links.people.map { mention, id in
      guard let id else { return PageRow(label: mention.name ?? mention.literal ?? "") }
      return try row(.person, id, role: relationStore.role(of: id, in: links.occasions, near: date))
    }
    let organisations = try links.organisations.map { mention, id in
      guard let id else { return PageRow(label: mention.name ?? mention.literal ?? "") }
      return try organisationRow(
        id, role: relationStore.role(ofOrganisation: id, in: links.occasions, wordedBy: [article.uri] + article.altIDs))
    }
    let events = try links.events.map { mention, id in
      guard let id else { return PageRow(label: mention.name ?? mention.literal ?? "") }
      return try eventRow(id)
    }
    let addresses = ([article.uri] + article.altIDs).filter { WebAddress($0) != nil }
    return try [
      section(.delegations, newestFirst(delegationRows(links.delegations))), section(.people, people.uniqued()),
      section(.organisations, organisations.uniqued()), section(.events, events.uniqued()),
      section(.programmes, links.programmes.map { try row(.programme, $0) }), section(.sources, webRows(addresses)),
    ].compactMap { $0 }
  }
}

extension RelationStore {
  /// The role in which a person took part in one of the occasions; where none is told, the post shown nearest that date.
  func role(of person: String, in occasions: [RecordAddress], near date: PartialDate?) throws -> String {
    for occasion in occasions {
      let rows = try participants(occasion).filter { $0.person == person }
      for row in rows {
        let line = try roleLine(row)
        if !line.isEmpty { return line }
      }
    }
    guard let date else { return try latestRole(ofPerson: person)?.line ?? "" }
    let posts = try rows("SELECT * FROM membership WHERE person = ? ORDER BY position", [person])
    let nearest = posts.min { Self.distance($0, date.firstDay) < Self.distance($1, date.firstDay) }
    guard let nearest else { return try latestRole(ofPerson: person)?.line ?? "" }
    return try roleLine(
      nearest["role"], acting: nearest["acting"], label: nearest["label"], organisation: nearest["organisation"])
  }

  /// In what role an organisation organised one of the occasions, as one of the addresses words it; else as it is worded without
  /// a source, or by all sources alike. What another source alone says is not shown.
  func role(ofOrganisation id: String, in occasions: [RecordAddress], wordedBy addresses: [String]) throws -> String {
    for occasion in occasions where occasion.kind == .event {
      let roles = try organiserRoles(of: id, inEvent: occasion.id)
      let own = roles.filter { !$0.sources.filter(addresses.contains).isEmpty }
      let general = own.isEmpty ? roles.filter(\.sources.isEmpty) : own
      let worded = Set((general.isEmpty ? roles : general).map(\.role))
      if !own.isEmpty || !general.isEmpty, let first = (own + general).first { return first.role }
      if worded.count == 1, let role = worded.first { return role }
    }
    return ""
  }

  /// Days between a date and the nearest day on which a source shows the post.
  private static func distance(_ post: Row, _ day: Int) -> Int {
    func days(_ text: String?) -> [Int] {
      text.flatMap { try? PartialDate($0) }.map { [$0.firstDay, $0.lastDay] } ?? []
    }
    let (attested, start, finish): (String, String?, String?) = (post["attested"], post["start"], post["finish"])
    let shown = attested.split(separator: ",").flatMap { days(String($0)) }
    let (first, last) = (days(start).first, days(finish).last)
    if let first, first <= day, last ?? Int.max >= day { return 0 }
    return (shown + days(start) + days(finish)).map { abs($0 - day) }.min() ?? Int.max
  }
}
