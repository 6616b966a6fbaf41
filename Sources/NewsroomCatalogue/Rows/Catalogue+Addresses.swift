import Foundation
import GRDB
package import NewsroomModel

extension Catalogue {
  /// The records that an address means, in whatever form somebody has it at hand: `person:ji-lili`, `org:unesco-ibe` as in a query,
  /// an id alone, or an address on the web.
  ///
  /// One on the web is an article's own, else another one of a record, else the source of records, of which there may be many.
  package func addresses(typed text: String) throws -> [RecordAddress] {
    let text = RecordID.of(text)
    let trimmed = text.trimmingCharacters(in: .whitespaces)
    guard !trimmed.isEmpty, text.utf8.count <= 2_000 else { return [] }
    return try reading { database, state in
      let relationStore = RelationStore(database: database)
      for address in [text, trimmed].compactMap(RecordAddress.init(typed:))
      where try relationStore.location(of: address) != nil {
        return [address]
      }
      func found(_ question: String, _ spellings: [String]) throws -> [RecordAddress] {
        try spellings.flatMap { try Row.fetchAll(database, sql: question, arguments: [$0]) }.compactMap(Self.address)
      }
      let spellings = Self.spellings(of: trimmed)
      // An id is what it is, and only where nothing has it is another spelling meant.
      for spellings in [[text], spellings] {
        let byID = try found(Self.byID, spellings)
        guard byID.isEmpty else { return byID.uniqued() }
      }
      let postings = Postings(database: database, limit: state.limit)
      // Items of a feed have short ids that other feeds may use, too: these are other addresses of theirs.
      let inFeeds = [RecordAddress(typed: trimmed)].compactMap { $0?.kind == .article ? $0?.id : nil }
      let others = try Self.articles(withOther: spellings + inFeeds, postings) + found(Self.byOtherAddress, spellings)
      return try (others.isEmpty ? found(Self.bySource, spellings) : others).uniqued()
    }
  }

  /// The articles of which one of the addresses is another one (ninjs `altIds`).
  private static func articles(withOther addresses: [String], _ postings: Postings) throws -> [RecordAddress] {
    var numbers = RecordBitmap(limit: postings.limit)
    for address in addresses { try postings.add(Term.filter(.otherAddress, address), to: &numbers) }
    // Void numbers have no row any more.
    return try numbers.numbers.compactMap { number in
      try Row.fetchOne(postings.database, sql: "SELECT kind, id FROM record WHERE number = ?", arguments: [number])
    }.compactMap(address)
  }

  private static func address(_ row: Row) -> RecordAddress? {
    RecordKind(number: row[0]).map { RecordAddress($0, row[1]) }
  }

  private static let byID = """
    SELECT kind, id FROM record WHERE kind IN (\(RecordKind.allCases.map { "\($0.number)" }.joined(separator: ", ")))
      AND id = ? ORDER BY kind
    """
  private static let byOtherAddress = """
    SELECT r.kind, r.id FROM alias a JOIN record r ON r.kind = a.kind AND r.id = a.id WHERE a.uri = ? ORDER BY r.kind, r.id
    """
  private static let bySource = """
    SELECT r.kind, r.id FROM source s JOIN record r ON r.kind = s.kind AND r.id = s.id WHERE s.url = ? ORDER BY r.kind, r.id
    """

  /// A text as it is, and an address on the web as a browser may show it: with or without a part of the page, a slash at the end,
  /// encryption.
  private static func spellings(of text: String) -> [String] {
    guard let rest = WebAddress(text)?.rest else { return [text] }
    let page = rest.firstIndex(of: "#").map { String(rest[..<$0]) } ?? rest
    let other = page.hasSuffix("/") ? String(page.dropLast()) : page + "/"
    return ([text] + [rest, page, other].flatMap { ["https://" + $0, "http://" + $0] }).uniqued()
  }
}
