import GRDB
import NewsroomModel

/// Says why a row matched when that cannot be seen in the row itself: `in text: "… micro-certification …"`.
struct Matches {
  private let directory: DataDirectory
  private let ties: Ties

  init(_ directory: DataDirectory, _ ties: Ties) { (self.directory, self.ties) = (directory, ties) }

  /// The rows, with `match` filled where title and detail do not show all the words.
  func explain(_ rows: [ListRow], _ words: [String]) -> [ListRow] {
    rows.map { row in
      let visible = " " + TextFolder.key(of: row.title + " " + row.detail)
      let missing = words.filter { !visible.contains(" " + $0) }
      guard !missing.isEmpty else { return row }
      var row = row
      row.match = try? match(row.address, missing)
      return row
    }
  }

  private func match(_ address: RecordAddress, _ words: [String]) throws -> String? {
    for (place, text) in try texts(address) {
      for word in words {
        if let excerpt = Excerpt.around(word, in: text) { return "in \(place): “\(excerpt)”" }
      }
    }
    return nil
  }

  /// The record's texts in the order in which a reader would look.
  private func texts(_ address: RecordAddress) throws -> [(place: String, text: String)] {
    guard address.kind == .article else { return try entityTexts(address) }
    guard let location = try ties.location(of: address),
      case .article(let article) = directory.record(.article, at: location)
    else { return [] }
    let names = article.people + article.organisations + article.events + article.subjects
    let body = article.body?.blocks.plainText
    return [("names", names.compactMap(\.name).joined(separator: " · "))]
      + [("place", article.places.compactMap(\.name).joined(separator: " · "))]
      + ([article.summary].compactMap { $0 } + article.media).map { ("text", $0) } + [("text", body ?? "")]
      + (try linkedNames(article)).map { ("names", $0) }
  }

  /// Other names of the records the article is linked with.
  private func linkedNames(_ article: Article) throws -> [String] {
    let linker = Linker(ties)
    let mentions = article.people.map { ($0, RecordKind.person) } + article.organisations.map { ($0, .organisation) }
    return try mentions.flatMap { mention, kind -> [String] in
      guard case .found(let address) = try linker.resolve(mention, as: kind) else { return [] }
      return try ties.names(of: address)
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

/// Cuts a few words around a match.
enum Excerpt {
  /// About 60 characters of `text` around the first place where `word`, folded, stands; nil when it is not there.
  static func around(_ word: String, in text: String) -> String? {
    let pieces = text.split(whereSeparator: \.isWhitespace)
    let first = word.prefix { $0 != " " }
    guard let hit = pieces.firstIndex(where: { (" " + TextFolder.key(of: String($0))).contains(" " + first) }) else {
      return nil
    }
    var (start, end) = (hit, hit + 1)
    var length = pieces[hit].count
    while length < 60, start > pieces.startIndex || end < pieces.endIndex {
      if start > pieces.startIndex {
        start -= 1
        length += pieces[start].count + 1
      }
      if end < pieces.endIndex {
        length += pieces[end].count + 1
        end += 1
      }
    }
    let excerpt = pieces[start..<end].joined(separator: " ")
    let shown = excerpt.count > 160 ? String(excerpt.prefix(160)) : excerpt
    return (start > pieces.startIndex ? "… " : "") + shown + (end < pieces.endIndex ? " …" : "")
  }
}
