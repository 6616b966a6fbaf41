import GRDB
import NewsroomModel

/// Says why a row matched when that cannot be seen in the row itself: `in text: "… micro-certification …"`.
struct Matches {
  private let directory: DataDirectory
  private let relationStore: RelationStore
  private let abandonment: QueryCancellation
  private let read: MatchTexts

  /// - Parameter read: the texts that were read for earlier questions.
  init(_ directory: DataDirectory, _ relationStore: RelationStore, _ abandonment: QueryCancellation, _ read: MatchTexts)
  {
    (self.directory, self.relationStore, self.abandonment, self.read) = (directory, relationStore, abandonment, read)
  }

  /// The rows, with `match` filled where title and detail do not show all the words.
  func explain(_ rows: [ListRow], _ words: [String]) throws -> [ListRow] {
    let linker = EntityResolver(relationStore, FilterValueWriter())
    let words = words.map { Array($0.utf8) }
    return try rows.map { row in
      try abandonment.check()
      let visible = Excerpt(row.title + " · " + row.detail)
      let missing = words.filter { visible.place(of: $0) == nil }
      guard !missing.isEmpty else { return row }
      var row = row
      row.match = try match(row.address, missing, linker)
      return row
    }
  }

  private func match(_ address: RecordAddress, _ words: [[UInt8]], _ linker: EntityResolver) throws -> String? {
    let texts = read.texts(of: address)
    var index = 0
    while try index < texts.known.count || loadNext(texts, address, linker) {
      for (place, excerpt) in texts.known[index...] {
        for word in words {
          if let hit = excerpt.place(of: word) { return "in \(place): “\(excerpt.text(around: hit))”" }
        }
        index += 1
      }
    }
    return nil
  }

  /// Reads the next of a record's texts.
  /// - Returns: false where there are no more.
  private func loadNext(_ texts: RecordTexts, _ address: RecordAddress, _ linker: EntityResolver) throws -> Bool {
    let stage = texts.stage
    texts.stage += 1
    guard address.kind == .article else { return try texts.add(entityTexts(address, stage)) }
    if texts.article == nil { texts.article = try article(address) }
    return try texts.add(texts.article.flatMap { try articleTexts($0, stage, linker) })
  }

  /// An article's texts in the order in which a reader would look; what takes longer to find comes last.
  private func articleTexts(_ article: Article, _ stage: Int, _ linker: EntityResolver) throws -> [MatchContext]? {
    switch stage {
    case 0:
      let names = article.people + article.organisations + article.events + article.subjects
      return [("names", names), ("place", article.places)].map { ($0, $1.compactMap(\.name).joined(separator: " · ")) }
    case 1: return ([article.summary].compactMap(\.self) + article.media).map { ("text", $0) }
    case 2: return [("text", article.body?.blocks.searchedText ?? "")]
    case 3: return try linkedNames(article, linker).map { ("names", $0) }
    default: return nil
    }
  }

  private func entityTexts(_ address: RecordAddress, _ stage: Int) throws -> [MatchContext]? {
    switch stage {
    case 0: try relationStore.names(of: address).map { ("other names", $0) }
    case 1: try relationStore.prose(of: address).map { ("text", $0) }
    case 2:
      try relationStore.participants(address).map {
        ("people", try relationStore.name(of: RecordAddress(.person, $0.person)))
      }
    case 3: [("roles", try relationStore.roles(ofPerson: address).joined(separator: " · "))]
    case 4: try relationStore.organisations(tiedTo: address).flatMap(relationStore.names).map { ("organisation", $0) }
    default: nil
    }
  }

  private func article(_ address: RecordAddress) throws -> Article? {
    guard let location = try relationStore.location(of: address),
      case .article(let article) = directory.record(.article, at: location)
    else { return nil }
    return article
  }

  /// Other names of the records the article is linked with.
  private func linkedNames(_ article: Article, _ linker: EntityResolver) throws -> [String] {
    let mentions = article.people.map { ($0, RecordKind.person) } + article.organisations.map { ($0, .organisation) }
    return try mentions.flatMap { mention, kind -> [String] in
      guard case .found(let address) = try linker.resolve(mention, as: kind) else { return [] }
      return try Set(relationStore.names(of: address)).sorted()
    }
  }
}

/// A text and where it stands in a record: "names", "text".
typealias MatchContext = (place: String, text: String)

/// The texts in which matches were looked for lately. While one types, most rows stay on the screen from key to key, and reading
/// and folding their texts would be most of the work.
///
/// A class, because it is filled while a question is answered; touched only inside accesses of the reader, as all of
/// ``SearchCache`` is.
final class MatchTexts: @unchecked Sendable {
  private var known: [RecordAddress: RecordTexts] = [:]
  /// A screen and what is fetched around it; some 20 kB each.
  private static let most = 160

  /// The texts of a record as far as they were read.
  func texts(of address: RecordAddress) -> RecordTexts {
    if let texts = known[address] { return texts }
    if known.count >= Self.most { known = [:] }
    let texts = RecordTexts()
    known[address] = texts
    return texts
  }
}

/// The texts of one record, as far as they were read: mostly the first ones are enough to say why it matched.
final class RecordTexts {
  private(set) var known: [(place: String, excerpt: Excerpt)] = []
  /// How many times more was read.
  var stage = 0
  var article: Article?

  /// Adds texts with the place of the record where they stand.
  /// - Returns: whether there were any to add.
  func add(_ texts: [MatchContext]?) -> Bool {
    for (place, text) in texts ?? [] where !text.isEmpty { known.append((place, Excerpt(text))) }
    return texts != nil
  }
}
