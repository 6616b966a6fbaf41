import Foundation
import GRDB
package import NewsroomModel

extension Catalogue {
  /// The records that an address means, in whatever form somebody has it at hand: `person:ji-lili`, `org:unesco-ibe` as in a query,
  /// an id alone, or an address on the web.
  ///
  /// One on the web is an article's own, else another one of a record, else the source of records, of which there may be many.
  package func addresses(typed text: String) throws -> [RecordAddress] {
    let text = text.trimmingCharacters(in: .whitespaces)
    guard !text.isEmpty, text.utf8.count <= 2_000 else { return [] }
    return try asking { database in
      if let address = RecordAddress(typed: text), try Ties(database: database).location(of: address) != nil {
        return [address]
      }
      for question in [Self.byID, Self.byOtherAddress, Self.bySource] {
        let found = try Self.spellings(of: text).flatMap { try Row.fetchAll(database, sql: question, arguments: [$0]) }
        let addresses = found.compactMap { row in RecordKind(number: row[0]).map { RecordAddress($0, row[1]) } }
        if !addresses.isEmpty { return addresses.uniqued() }
      }
      return []
    }
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

  /// An address on the web as a browser may show it: with or without a part of the page, a slash at the end, encryption.
  private static func spellings(of text: String) -> [String] {
    guard let scheme = ["https://", "http://"].first(where: text.lowercased().hasPrefix) else { return [text] }
    let rest = String(text.dropFirst(scheme.count))
    let page = rest.firstIndex(of: "#").map { String(rest[..<$0]) } ?? rest
    let other = page.hasSuffix("/") ? String(page.dropLast()) : page + "/"
    return [rest, page, other].uniqued().flatMap { ["https://" + $0, "http://" + $0] }
  }
}
