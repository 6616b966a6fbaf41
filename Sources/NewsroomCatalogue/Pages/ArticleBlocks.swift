import GRDB
import NewsroomModel

extension PageSource {
  /// The text of an article as blocks, the names of the records it is linked with as links.
  func text(of article: Article, linkedWith records: [RecordAddress]) throws -> [TextBlock] {
    guard let body = article.body else { return article.summary.map { [.paragraph([TextRun($0)])] } ?? [] }
    let finder = EntityNameMatcher(try records.uniqued().flatMap { try names.names(of: $0, relationStore) })
    return try linkedWithin(finder.link(body.blocks))
  }
}

/// The folded names of the records that were on pages lately: pages that follow one another share most of theirs.
///
/// A class, because it is filled while a question is answered; touched only inside accesses of the reader, as all of
/// ``SearchCache`` is.
final class LinkNameCache: @unchecked Sendable {
  private var known: [RecordAddress: [NormalizedName]] = [:]
  /// Some 500 bytes each.
  private static let most = 2_000

  /// The names of a record, read and folded where they are not known.
  func names(of address: RecordAddress, _ relationStore: RelationStore) throws -> [NormalizedName] {
    if let names = known[address] { return names }
    let names = try relationStore.printedNames(of: address).map { NormalizedName($0, of: address) }
    if known.count >= Self.most { known = [:] }
    known[address] = names
    return names
  }
}

extension RelationStore {
  /// The names under which a record is printed.
  func printedNames(of address: RecordAddress) throws -> [String] {
    try strings(
      "SELECT name FROM name WHERE kind = ? AND id = ? AND note IS NOT ?",
      [address.kind.number, address.id, EntityWriter.orderNote])
  }
}
