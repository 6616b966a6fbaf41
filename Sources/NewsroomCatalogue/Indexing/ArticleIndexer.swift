import Collation
import GRDB
import NewsroomModel

/// Makes drafts of articles: their list row, the records they are linked with, what filters and search should know.
struct ArticleIndexer {
  let linker: EntityResolver
  /// Where values that are no records are written down, so that they can be offered and matched by their words.
  let vocabulary: FilterValueWriter

  /// The draft of an article.
  func draft(_ article: Article) throws -> IndexDocument {
    var draft = IndexDocument(RecordAddress(.article, article.uri), title: article.title)
    if let headline = article.headline { draft.headlines = [headline] }
    draft.headlines += article.otherHeadlines
    if let summary = article.summary { draft.texts.append(summary) }
    if let author = article.by { draft.texts.append(author) }
    draft.texts += article.media
    draft.body = article.body
    let status = article.status
    draft.mark = Self.mark(article, status)
    draft.isHidden = status.isHidden
    draft.add(.status, status.rawValue)
    vocabulary.note(.status, status.rawValue, status.rawValue)
    if let language = article.language?.lowercased() {
      draft.add(.language, language)
      vocabulary.note(language: language)
    }
    try addMentions(article, to: &draft)
    try addEvents(article, to: &draft)
    try addPublisher(article, to: &draft)
    if let published = article.published {
      draft.date = DateRange(published)
      draft.usesEventDate = false
    }
    draft.add(article.published.map(DateRange.init))
    for address in article.altIDs { draft.add(.otherAddress, address) }
    // Sources that are no publisher are not linked, but one that is misspelled is to be looked at again.
    for source in article.infoSources { draft.add(unresolved: source.literal, .organisation) }
    return draft
  }

  private func addMentions(_ article: Article, to draft: inout IndexDocument) throws {
    for mention in article.people { try link(mention, .person, &draft) }
    for mention in article.organisations { try link(mention, .organisation, &draft) }
    for place in article.places { addPlace(place.name, to: &draft) }
    for subject in article.subjects where try !linkProgramme(subject, &draft) {
      draft.add(.tag, subject.name, noting: vocabulary)
      if let name = subject.name { draft.names.append(name) }
    }
  }

  /// A subject is a programme where it leads to one, else a tag; a subject that leads nowhere is nothing amiss.
  private func linkProgramme(_ subject: Article.Mention, _ draft: inout IndexDocument) throws -> Bool {
    guard let programme = try linker.entity(meantBy: subject, as: .programme) else {
      addUnresolved(subject, .programme, &draft)
      return false
    }
    link(programme, named: subject.name, &draft)
    return true
  }

  private func addEvents(_ article: Article, to draft: inout IndexDocument) throws {
    var delegations = try linker.delegations(withSource: article.uri)
    for mention in article.events {
      guard let event = try link(mention, .event, &draft) else { continue }
      if draft.date == nil, let date = event.facts.date { (draft.date, draft.usesEventDate) = (date, true) }
      if let place = event.facts.place {
        draft.names.append(place)
        for country in PlaceCountries.codes(ofPlace: place) { draft.addCountry(country, vocabulary) }
      }
      delegations += event.facts.delegations
    }
    for id in delegations.uniqued() { draft.linked.append(try linker.entity(RecordAddress(.delegation, id))) }
  }

  private func addPublisher(_ article: Article, to draft: inout IndexDocument) throws {
    guard let publisher = article.publisher else { return }
    if let entity = try linker.entity(meantBy: publisher, as: .organisation) {
      draft.detail = entity.facts.shortName
      draft.add(.publisher, entity.address.id)
      // Its name is that of the organisation, for as long as there is one.
      vocabulary.note(.publisher, entity.address.id, entity.address.id)
      draft.names.append(draft.detail)
    } else if let name = publisher.name ?? publisher.literal ?? publisher.uri {
      (draft.detail, draft.names) = (name, draft.names + [name])
      draft.add(.publisher, name, noting: vocabulary)
      addUnresolved(publisher, .organisation, &draft)
    }
  }

  /// Links one mention. A name that is not among those of the record is searched as it is printed; one that leads nowhere
  /// stays text.
  @discardableResult
  private func link(
    _ mention: Article.Mention, _ kind: RecordKind, _ draft: inout IndexDocument
  ) throws -> ResolvedEntity? {
    guard let entity = try linker.entity(meantBy: mention, as: kind) else {
      if let name = mention.name { draft.names.append(name) }
      addUnresolved(mention, kind, &draft)
      return nil
    }
    link(entity, named: mention.name, &draft)
    return entity
  }

  private func link(_ entity: ResolvedEntity, named name: String?, _ draft: inout IndexDocument) {
    if let name, !entity.names.contains(name) { draft.names.append(name) }
    draft.linked.append(entity)
  }

  /// Keeps what a mention would need to be linked later, so that a record that appears can find it.
  private func addUnresolved(_ mention: Article.Mention, _ kind: RecordKind, _ draft: inout IndexDocument) {
    draft.add(unresolved: mention.literal, kind)
    draft.add(unresolved: mention.uri, kind)
    draft.add(unresolved: mention.name.map(LookupKey.of), kind)
  }

  private func addPlace(_ place: String?, to draft: inout IndexDocument) {
    guard let place else { return }
    draft.names.append(place)
    draft.add(.place, place, noting: vocabulary)
    for country in PlaceCountries.codes(ofPlace: place) { draft.addCountry(country, vocabulary) }
  }

  /// What is said beside an article that should not simply be read as news.
  static func mark(_ article: Article) -> String? { mark(article, article.status) }

  private static func mark(_ article: Article, _ status: PublishingStatus) -> String? {
    switch status {
    case .usable: nil
    case .withheld, .canceled: status.rawValue
    case .embargoed: article.embargoed.map { "embargoed until \($0.dateOnly)" }
    }
  }
}

/// The values of filters that are no records: kinds, places, tags, languages, with the form in which they are shown.
/// They are collected while drafts are made and written with the batch.
final class FilterValueWriter {
  private var known: Set<FilterValueCount> = []
  private var pending: [FilterValueCount] = []
  /// Tags of languages and codes of countries; the ones are not written in capitals.
  private var codes: Set<String> = []

  /// Remembers a value unless it is known.
  func note(_ category: Term.Category, _ value: String, _ label: String) {
    guard !value.isEmpty else { return }
    let note = FilterValueCount(category: category, value: Term.value(value), label: label)
    if known.insert(note).inserted { pending.append(note) }
  }

  /// Remembers a language by its tag, under what that stands for.
  func note(language tag: String) {
    if codes.insert(tag).inserted { note(.language, tag, CodeDisplayNames.language(tag) ?? tag) }
  }

  /// Remembers a country by its code in capitals, under its name.
  func note(country code: String) {
    if codes.insert(code).inserted { note(.country, code, CodeDisplayNames.country(code) ?? code) }
  }

  /// What was remembered since this was last asked.
  func takeNotes() -> [FilterValueCount] {
    guard !pending.isEmpty else { return [] }
    defer { pending = [] }
    return pending
  }
}

/// A filter value to be written down.
struct FilterValueCount: Hashable, Sendable {
  var category: Term.Category
  var value: String
  var label: String

  /// Values nearly always tell notes apart.
  func hash(into hasher: inout Hasher) { hasher.combine(value) }

  /// Writes it; of several forms of one value the first in the alphabet is shown.
  func write(to database: Database) throws {
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO vocabulary VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET label = min(label, excluded.label)
        """)
    try statement.execute(arguments: [category.rawValue, value, label])
  }
}
