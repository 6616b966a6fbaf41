import GRDB
import NewsroomModel

extension PageSource {
  /// The text of an article as blocks, the names of the records it is linked with as links.
  func text(of article: Article, linkedWith records: [RecordAddress]) throws -> [TextBlock] {
    guard let body = article.body else { return article.summary.map { [.paragraph([TextRun($0)])] } ?? [] }
    let names = try records.uniqued().flatMap { address in
      try ties.printedNames(of: address).map { (name: $0, address: address) }
    }
    return NameFinder(names).link(body.blocks)
  }
}

extension Ties {
  /// The names under which a record is printed.
  func printedNames(of address: RecordAddress) throws -> [String] {
    try strings(
      "SELECT name FROM name WHERE kind = ? AND id = ? AND note IS NOT ?",
      [address.kind.number, address.id, EntityWriter.orderNote])
  }
}
