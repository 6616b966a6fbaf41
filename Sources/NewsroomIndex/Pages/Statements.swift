import GRDB
import NewsroomModel

/// What a person said: the quotations in articles that are attributed to them.
struct Statements {
  private let source: PageSource
  /// So many articles are read through at most; a page must not take longer the more is written about somebody.
  private static let mostArticles = 60

  init(_ source: PageSource) { self.source = source }

  /// The quotations, newest first, each leading to its article.
  func rows(of person: Person, in articles: NumberSet) throws -> [RelationRow] {
    let names = try source.ties.names(of: RecordAddress(.person, person.id)).map { TextFolder.key(of: $0) }
    var rows: [RelationRow] = []
    for number in try source.newest(Self.mostArticles, of: articles) {
      guard let article = try article(number) else { continue }
      let date = try source.ties.date(of: RecordAddress(.article, article.uri))
      for statement in article.statements where isBy(person.id, names, statement) {
        rows.append(
          RelationRow(
            target: .record(RecordAddress(.article, article.uri)), label: statement.shownText,
            role: article.title, date: date))
      }
    }
    return rows
  }

  private func article(_ number: UInt32) throws -> Article? {
    let ids = try source.ties.strings("SELECT id FROM record WHERE number = ?", [number])
    guard let id = ids.first, let location = try source.ties.location(of: RecordAddress(.article, id)),
      case .article(let article) = source.directory.record(.article, at: location)
    else { return nil }
    return article
  }

  private func isBy(_ id: String, _ names: [String], _ statement: NewsStatement) -> Bool {
    if let speaker = statement.personID { return speaker == id }
    let folded = " " + TextFolder.key(of: statement.attribution) + " "
    return names.contains { folded.contains(" " + $0 + " ") }
  }
}
