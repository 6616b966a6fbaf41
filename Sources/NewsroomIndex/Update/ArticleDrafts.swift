import GRDB
import NewsroomModel

/// Makes drafts of articles: their list row, the records they are linked with, what filters and search should know.
struct ArticleDrafts {
  let linker: Linker
  /// Where values that are no records are written down, so that they can be offered and matched by their words.
  let vocabulary: Vocabulary

  /// The draft of an article.
  func draft(_ article: Article) throws -> RecordDraft {
    var draft = RecordDraft(RecordAddress(.article, article.uri), title: article.headline ?? article.uri)
    draft.headlines = [article.headline].compactMap { $0 } + article.otherHeadlines
    draft.texts = [article.summary, article.by].compactMap { $0 } + article.media
    draft.body = article.body
    draft.mark = Self.mark(article)
    if let language = article.language?.lowercased() { try add(.language, key: language, language, to: &draft) }
    try addMentions(article, to: &draft)
    try addEvents(article, to: &draft)
    try addPublisher(article, to: &draft)
    if let published = article.published {
      draft.date = DateSpan(published)
      draft.isEventDate = false
    }
    draft.add(article.published.map(DateSpan.init))
    return draft
  }

  private func addMentions(_ article: Article, to draft: inout RecordDraft) throws {
    for mention in article.people { _ = try link(mention, .person, &draft) }
    for mention in article.organisations {
      guard let id = try link(mention, .organisation, &draft) else { continue }
      if let country = try linker.entity(RecordAddress(.organisation, id)).country {
        try add(.country, key: country, country, to: &draft)
      }
    }
    for place in article.places { try addPlace(place.name, to: &draft) }
    for subject in article.subjects where try !linkProgramme(subject, &draft) {
      if let name = subject.name { try add(.tag, key: TextFolder.key(of: name), name, to: &draft) }
    }
  }

  /// A subject is a programme where it leads to one, else a tag; a subject that leads nowhere is nothing amiss.
  private func linkProgramme(_ subject: Article.Mention, _ draft: inout RecordDraft) throws -> Bool {
    guard case .found = try linker.resolve(subject, as: .programme) else {
      addUnresolved(subject, .programme, &draft)
      return false
    }
    return try link(subject, .programme, &draft) != nil
  }

  private func addEvents(_ article: Article, to draft: inout RecordDraft) throws {
    var delegations = try linker.ties.delegations(withSource: article.uri)
    for mention in article.events {
      guard let id = try link(mention, .event, &draft) else { continue }
      let event = try linker.entity(RecordAddress(.event, id))
      if draft.date == nil, let date = event.date { (draft.date, draft.isEventDate) = (date, true) }
      draft.add(event.date)
      if let kind = event.classification { try add(.kind, key: TextFolder.key(of: kind), kind, to: &draft) }
      try addPlace(event.place, to: &draft)
      for programme in event.programmes { draft.add(.programme, programme) }
      try addInvolved(event, to: &draft)
      delegations += event.delegations
    }
    for id in delegations.uniqued() {
      draft.add(.delegation, id)
      try addInvolved(try linker.entity(RecordAddress(.delegation, id)), to: &draft)
    }
  }

  /// Organisations and roles that an article has through an event or a delegation.
  private func addInvolved(_ entity: LinkedEntity, to draft: inout RecordDraft) throws {
    for organisation in entity.organisations { draft.add(.organisation, organisation) }
    for role in entity.roles { try add(.role, key: TextFolder.key(of: role), role, to: &draft) }
  }

  private func addPublisher(_ article: Article, to draft: inout RecordDraft) throws {
    guard let publisher = article.publisher else { return }
    if case .found(let address) = try linker.resolve(publisher, as: .organisation) {
      draft.detail = try linker.entity(address).shortName
      try add(.publisher, key: address.id, draft.detail, to: &draft)
    } else if let name = publisher.name ?? publisher.literal ?? publisher.uri {
      draft.detail = name
      try add(.publisher, key: TextFolder.key(of: name), name, to: &draft)
      addUnresolved(publisher, .organisation, &draft)
    }
    draft.names.append(draft.detail)
  }

  /// Links one mention; its printed name is searched in any case, and when it leads nowhere it stays text.
  private func link(_ mention: Article.Mention, _ kind: RecordKind, _ draft: inout RecordDraft) throws -> String? {
    if let name = mention.name { draft.names.append(name) }
    guard case .found(let address) = try linker.resolve(mention, as: kind), let category = kind.category else {
      addUnresolved(mention, kind, &draft)
      return nil
    }
    draft.add(category, address.id)
    draft.names += try linker.entity(address).names
    return address.id
  }

  /// Keeps what a mention would need to be linked later, so that a record that appears can find it.
  private func addUnresolved(_ mention: Article.Mention, _ kind: RecordKind, _ draft: inout RecordDraft) {
    for value in [mention.literal, mention.uri, mention.name.map(LinkKey.of)].compactMap({ $0 }) {
      draft.add(.unresolved, "\(kind.number)\(value)")
    }
  }

  private func addPlace(_ place: String?, to draft: inout RecordDraft) throws {
    guard let place else { return }
    draft.names.append(place)
    try add(.place, key: TextFolder.key(of: place), place, to: &draft)
  }

  private func add(_ category: Token.Category, key: String, _ label: String, to draft: inout RecordDraft) throws {
    draft.add(category, key)
    try vocabulary.note(category, key, label)
  }

  /// What is said beside an article that should not simply be read as news.
  static func mark(_ article: Article) -> String? {
    switch article.pubStatus?.lowercased() {
    case "canceled", "cancelled": "canceled"
    case "withheld": "withheld"
    default: article.embargoed.map { "embargoed until \($0.dateOnly)" }
    }
  }
}

/// The values of filters that are no records: kinds, places, tags, languages, with the form in which they are shown.
final class Vocabulary {
  private let ties: Ties
  private var known: Set<String> = []

  init(_ ties: Ties) { self.ties = ties }

  /// Writes a value down unless it is known.
  func note(_ category: Token.Category, _ value: String, _ label: String) throws {
    guard !value.isEmpty, known.insert(category.rawValue + value).inserted else { return }
    try ties.database.cachedStatement(sql: "INSERT OR IGNORE INTO vocabulary VALUES (?, ?, ?)")
      .execute(arguments: [category.rawValue, value, label])
  }
}
