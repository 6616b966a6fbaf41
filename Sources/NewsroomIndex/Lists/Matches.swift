import GRDB
import NewsroomModel

/// Says why a row matched when that cannot be seen in the row itself: `in text: "… micro-certification …"`.
struct Matches {
  private let directory: DataDirectory
  private let ties: Ties
  private let abandonment: Abandonment
  private let read: MatchTexts

  /// - Parameter read: the texts that were read for earlier questions.
  init(_ directory: DataDirectory, _ ties: Ties, _ abandonment: Abandonment, _ read: MatchTexts) {
    (self.directory, self.ties, self.abandonment, self.read) = (directory, ties, abandonment, read)
  }

  /// The rows, with `match` filled where title and detail do not show all the words.
  func explain(_ rows: [ListRow], _ words: [String]) throws -> [ListRow] {
    let linker = Linker(ties, Vocabulary())
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

  private func match(_ address: RecordAddress, _ words: [[UInt8]], _ linker: Linker) throws -> String? {
    let known = try read.texts(of: address) { try texts(address, linker).map { ($0, Excerpt($1)) } }
    for (place, excerpt) in known {
      for word in words {
        if let hit = excerpt.place(of: word) { return "in \(place): “\(excerpt.text(around: hit))”" }
      }
    }
    return nil
  }

  /// The record's texts in the order in which a reader would look.
  private func texts(_ address: RecordAddress, _ linker: Linker) throws -> [(place: String, text: String)] {
    guard address.kind == .article else { return try entityTexts(address) }
    guard let location = try ties.location(of: address),
      case .article(let article) = directory.record(.article, at: location)
    else { return [] }
    let names = article.people + article.organisations + article.events + article.subjects
    let body = article.body?.blocks.plainText
    return [("names", names.compactMap(\.name).joined(separator: " · "))]
      + [("place", article.places.compactMap(\.name).joined(separator: " · "))]
      + ([article.summary].compactMap { $0 } + article.media).map { ("text", $0) } + [("text", body ?? "")]
      + (try linkedNames(article, linker)).map { ("names", $0) }
  }

  /// Other names of the records the article is linked with.
  private func linkedNames(_ article: Article, _ linker: Linker) throws -> [String] {
    let mentions = article.people.map { ($0, RecordKind.person) } + article.organisations.map { ($0, .organisation) }
    return try mentions.flatMap { mention, kind -> [String] in
      guard case .found(let address) = try linker.resolve(mention, as: kind) else { return [] }
      return try linker.entity(address).names
    }
  }

  private func entityTexts(_ address: RecordAddress) throws -> [(place: String, text: String)] {
    let others = try ties.names(of: address).map { ("other names", $0) }
    let prose = try ties.strings(
      "SELECT text FROM prose WHERE kind = ? AND id = ?", [address.kind.number, address.id]
    ).map { ("text", $0) }
    let people = try ties.participants(address).map { ("people", try ties.name(of: RecordAddress(.person, $0.person))) }
    return others + prose + people
  }
}

/// The texts in which matches were looked for lately. While one types, most rows stay on the screen from key to key, and reading
/// and folding their texts would be most of the work.
///
/// A class, because it is filled while a question is answered; touched only inside accesses of the reader, as all of
/// ``SearchState`` is.
final class MatchTexts: @unchecked Sendable {
  private var known: [RecordAddress: [(place: String, excerpt: Excerpt)]] = [:]
  /// A screen and what is fetched around it; some 20 kB each.
  private static let most = 160

  /// The texts of a record, read where they are not known.
  func texts(
    of address: RecordAddress, read: () throws -> [(place: String, excerpt: Excerpt)]
  ) rethrows -> [(place: String, excerpt: Excerpt)] {
    if let texts = known[address] { return texts }
    let texts = try read()
    if known.count >= Self.most { known = [:] }
    known[address] = texts
    return texts
  }
}
