import GRDB
import NewsroomModel

/// What a person said: the quotations in articles that are attributed to them.
struct Quotations {
  private let source: PageSource
  /// So many articles are read through at most; a page must not take longer the more is written about somebody.
  private static let maxArticles = 60

  init(_ source: PageSource) { self.source = source }

  /// The quotations, newest first, each leading to its article.
  func rows(of person: Person, in articles: RecordBitmap) throws -> [PageRow] {
    let names = try source.relationStore.names(of: RecordAddress(.person, person.id)).map { TextNormalizer.key(of: $0) }
    var rows: [PageRow] = []
    for number in try source.newest(Self.maxArticles, of: articles) {
      guard let article = try article(number) else { continue }
      let date = try source.relationStore.date(of: RecordAddress(.article, article.uri))
      for statement in article.statements where isBy(person.id, names, statement) {
        rows.append(
          PageRow(
            target: .record(RecordAddress(.article, article.uri)), label: statement.shownText,
            role: article.title, date: date))
      }
    }
    return rows
  }

  private func article(_ number: UInt32) throws -> Article? {
    let ids = try source.relationStore.strings("SELECT id FROM record WHERE number = ?", [number])
    guard let id = ids.first, let location = try source.relationStore.location(of: RecordAddress(.article, id)),
      case .article(let article) = source.directory.record(.article, at: location)
    else { return nil }
    return article
  }

  private func isBy(_ id: String, _ names: [String], _ statement: NewsQuotation) -> Bool {
    if let speaker = statement.personID { return speaker == id }
    let folded = " " + TextNormalizer.key(of: statement.attribution) + " "
    return names.contains { folded.contains(" " + $0 + " ") }
  }
}
